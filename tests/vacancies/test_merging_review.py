"""The review of merges in the admin: side by side, and the last word."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.test import Client

from apps.core.db import as_system
from apps.vacancies.merging.comparison import Line, Run, lines, runs
from apps.vacancies.models import MergeDecision, Vacancy
from tests.vacancies.merging import crawl, greenhouse, postings, vacancy_of

LIST = "/admin/vacancies/mergedecision/"


def propose() -> list[UUID]:
    """Two proposals, the likelier first."""
    crawl("greenhouse", [greenhouse(1), greenhouse(2, title="Dredger Mate"), greenhouse(3)])
    held = postings()
    with as_system():
        return [
            MergeDecision.objects.create(
                posting=held[name],
                vacancy_id=vacancy_of("greenhouse 1001"),
                kind="cross_post",
                state="proposed",
                confidence=sure,
                reason=f"alike by {sure}",
                evidence={"stage": "rules", "similarity": sure},
            ).pk
            for name, sure in (("greenhouse 1002", 0.7), ("greenhouse 1003", 0.6))
        ]


def state_of(pk: UUID) -> str:
    with as_system():
        return MergeDecision.objects.get(pk=pk).state


def test_differences_of_texts_read_in_order() -> None:
    assert runs("we bake  good bread", "we bake bread daily") == [
        Run("both", "we bake"),
        Run("left", "good"),
        Run("both", "bread"),
        Run("right", "daily"),
    ]
    assert lines(
        {"title": "Baker", "locations": [{"text": "Lisbon"}]}, {"title": "Baker", "remote": "remote"}
    ) == [
        Line("title", "Baker", "Baker"),
        Line("locations", "Lisbon", ""),
        Line("remote", "", "remote"),
    ]


@pytest.mark.usefixtures("database")
def test_what_waits_is_listed_and_shown_side_by_side(staff: Client) -> None:
    first, second = propose()
    with as_system():
        MergeDecision.objects.filter(pk=second).update(state="refused")
    shown = staff.get(LIST).content.decode()
    assert "alike by 0.7" in shown and "alike by 0.6" not in shown
    assert "alike by 0.6" in staff.get(f"{LIST}?what=refused").content.decode()
    assert "alike by 0.6" in staff.get(f"{LIST}?what=all").content.decode()
    page = staff.get(f"{LIST}{first}/change/").content.decode()
    assert "<del>Dredger Mate</del>" in page and "<ins>Harbour Pilot Birch</ins>" in page
    assert "You steer ships." in page and "similarity 0.7" in page
    assert 'value="merge"' in page and 'value="keep_apart"' in page and 'value="undo"' not in page


@pytest.mark.usefixtures("database")
def test_merge_keep_apart_and_undo(staff: Client) -> None:
    first, second = propose()
    answer = staff.post(f"{LIST}{first}/decide/", {"verb": "merge"})
    assert answer.headers["Location"] == f"{LIST}{second}/change/"
    assert staff.post(f"{LIST}{second}/decide/", {"verb": "keep_apart"}).headers["Location"] == LIST
    assert (state_of(first), state_of(second)) == ("applied", "refused")
    assert 'value="undo"' in staff.get(f"{LIST}{first}/change/").content.decode()
    with as_system():
        vacancy = Vacancy.objects.get(source_id="1001")
        assert MergeDecision.objects.get(pk=first).decided_by_id is not None
    page = staff.get(f"/admin/vacancies/vacancy/{vacancy.pk}/change/").content.decode()
    assert "alike by 0.7" in page and "merged" in page
    assert staff.post(f"{LIST}{first}/decide/", {"verb": "undo"}).status_code == 302
    assert state_of(first) == "undone"
    wrong = staff.post(f"{LIST}{first}/decide/", {"verb": "keep_apart"}, follow=True)
    assert state_of(first) == "refused" and wrong.status_code == 200


@pytest.mark.usefixtures("database")
def test_nothing_is_decided_by_looking_or_by_a_stranger(staff: Client) -> None:
    (first, _), nobody = propose(), Client()
    staff.get(f"{LIST}{first}/decide/", {"verb": "merge"})
    staff.post(f"{LIST}{first}/decide/", {"verb": "burn"})
    nobody.post(f"{LIST}{first}/decide/", {"verb": "merge"})
    assert state_of(first) == "proposed"
