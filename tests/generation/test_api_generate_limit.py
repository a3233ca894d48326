"""What a generation takes from the plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from apps.accounts.models import Meter, UsageRecord
from apps.core.db import acting, as_system
from apps.events.models import Delivery
from apps.events.relay import relay
from apps.generation import selectors, writers
from apps.generation import services as generating
from apps.generation.models import Generation
from apps.jobs import runner
from apps.jobs.models import Task
from apps.jobs.reaper import reap
from tests.accounts.spending import assert_refused, at_once, counts, states, usage, use_up
from tests.factories.accounts import Person
from tests.generation.asking import POSTING, ask, asked, make_resume, write

pytestmark = pytest.mark.usefixtures("database")


def test_a_generation_is_held_then_used(member: Person) -> None:
    generation = asked(member)
    assert counts(member.caller, Meter.GENERATIONS) == (0, 1)
    with as_system():
        record = UsageRecord.objects.get()
        assert (record.key, record.task_id) == (str(generation.pk), generation.task_id)
    write(generation)
    relay()
    assert counts(member.caller, Meter.GENERATIONS) == (1, 0)
    with as_system():
        # Delivered once more: nothing more happens.
        Delivery.objects.filter(handler="accounts.end_usage_with_task").update(status="due")
    assert relay() >= 1
    assert counts(member.caller, Meter.GENERATIONS) == (1, 0)


def test_a_generation_that_failed_costs_nothing(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    generation = asked(member)

    def broken(assignment: writers.Assignment) -> writers.Draft:
        raise RuntimeError("no writer")

    monkeypatch.setattr(writers, "write", broken)
    assert write(generation).status == "failed"
    relay()
    assert counts(member.caller, Meter.GENERATIONS) == (0, 0)


def test_a_generation_called_off_costs_nothing(member: Person) -> None:
    cancelled, deleted = asked(member), asked(member)
    assert member.client.post(f"/api/v1/tasks/{cancelled.task_id}/cancel/").status_code == 200
    assert member.client.delete(f"/api/v1/generations/{deleted.pk}/").status_code == 204
    relay()
    assert counts(member.caller, Meter.GENERATIONS) == (0, 0)
    assert states(member.caller, Meter.GENERATIONS) == ["refunded", "refunded"]


def test_a_request_that_is_refused_holds_nothing(member: Person) -> None:
    answer = ask(member, resume_id=str(uuid4()), vacancy_text=POSTING)
    assert answer.status_code == 404
    assert counts(member.caller, Meter.GENERATIONS) == (0, 0)


def test_the_last_generation_of_the_month(member: Person) -> None:
    use_up(member, Meter.GENERATIONS, 19)
    body = {"resume_id": str(make_resume(member).pk), "vacancy_text": POSTING}
    first = ask(member, key="last", **body)
    assert first.status_code == 202
    answer = ask(member, **body)
    assert_refused(answer, Meter.GENERATIONS, "generations: 20 of 20 used this month; resets ")
    assert int(answer.headers["Retry-After"]) > 0
    with as_system():
        assert (Generation.objects.count(), Task.objects.count()) == (1, 1)
    # Sent again with its key, it is the first answer again.
    again = ask(member, key="last", **body)
    assert again.json()["generation_id"] == first.json()["generation_id"]
    assert counts(member.caller, Meter.GENERATIONS) == (19, 1)


def test_fifty_generations_at_once_on_the_last_unit(member: Person) -> None:
    use_up(member, Meter.GENERATIONS, 19)
    body = {"resume_id": str(make_resume(member).pk), "vacancy_text": POSTING}
    answers = at_once(50, lambda place: ask(member, key=f"key-{place}", **body).status_code)
    assert Counter(answers) == {202: 1, 403: 49}
    assert counts(member.caller, Meter.GENERATIONS) == (19, 1)
    with as_system():
        assert (Generation.objects.count(), Task.objects.count()) == (1, 1)


def test_a_worker_that_died_costs_one_unit_in_the_end(member: Person) -> None:
    """Killed after it took the work: its lease runs out, another does it, and the unit is used once."""
    generation = asked(member)
    lost = runner.claim(UUID(str(generation.task_id)), is_global=False)
    assert lost is not None
    relay()
    assert counts(member.caller, Meter.GENERATIONS) == (0, 1)
    with as_system():
        Task.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert reap() == 1
    write(generation)
    relay()
    assert counts(member.caller, Meter.GENERATIONS) == (1, 0)


def test_work_that_kills_every_worker_gives_its_unit_back(member: Person) -> None:
    generation = asked(member)
    task_id = UUID(str(generation.task_id))
    for _ in range(3):
        assert runner.claim(task_id, is_global=False) is not None
        with as_system():
            Task.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert runner.claim(task_id, is_global=False) is None
    relay()
    assert counts(member.caller, Meter.GENERATIONS) == (0, 0)


def test_tokens_are_counted_as_the_model_says(member: Person) -> None:
    generation = asked(member)
    with acting(member.caller) as caller:
        found = Generation.objects.get(pk=generation.pk)
        draft = writers.write(selectors.assignment_of(found))
        written = replace(draft.written, tokens_in=1000, tokens_out=500, cost=0.0215)
        draft = replace(draft, written=written)
        for _ in range(2):
            generating.accept_draft(generation_id=generation.pk, caller=caller, draft=draft)
    assert counts(member.caller, Meter.TOKENS) == (1500, 0)
    shown = usage(member.client)
    assert (shown["tokens"], shown["cost"]) == (1500, 0.0215)
