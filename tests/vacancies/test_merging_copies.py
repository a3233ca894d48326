"""Copies that ingest could not see are put before staff, once, and nothing is merged by it."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from apps.core.db import as_system
from apps.vacancies.merging import services
from apps.vacancies.merging.copies import find_copies
from apps.vacancies.models import MergeDecision
from tests.vacancies.merging import crawl, greenhouse, lever, snapshot, vacancy_of, words

pytestmark = pytest.mark.usefixtures("database")


def become_alike() -> None:
    """Two boards' postings that are other jobs when they come, until the second takes over the text of the first."""
    crawl("greenhouse", [greenhouse(1), greenhouse(2)])
    crawl("lever", [lever(1, description=f"<p>You steer ships. {words(9)}</p>")])
    assert vacancy_of("lever 00000000-0000-4000-8000-000000000001") != vacancy_of("greenhouse 1001")
    crawl("lever", [lever(1)])


def test_what_became_alike_is_proposed_once() -> None:
    become_alike()
    before = snapshot()
    assert find_copies(days=60) == {"read": 3, "near": 1, "proposed": 1}
    assert find_copies(days=60) == {"read": 3, "near": 1, "proposed": 0}
    assert snapshot() == before
    with as_system():
        decision = MergeDecision.objects.get(state="proposed")
    assert (decision.kind, decision.vacancy_id) == ("cross_post", vacancy_of("greenhouse 1001"))
    assert decision.evidence["stage"] == "found later"


def test_what_staff_kept_apart_is_not_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    become_alike()
    find_copies(days=60)
    with as_system():
        pk = MergeDecision.objects.get(state="proposed").pk
    services.refuse(decision_id=pk, actor_id=None)
    call_command("find_copies", "--json")
    assert json.loads(capsys.readouterr().out) == {"read": 3, "near": 1, "proposed": 0}


def test_an_accepted_one_is_one_vacancy_and_near_no_more() -> None:
    become_alike()
    find_copies(days=60)
    with as_system():
        pk = MergeDecision.objects.get(state="proposed").pk
    services.accept(decision_id=pk, actor_id=None)
    assert vacancy_of("lever 00000000-0000-4000-8000-000000000001") == vacancy_of("greenhouse 1001")
    assert find_copies(days=60)["near"] == 0
