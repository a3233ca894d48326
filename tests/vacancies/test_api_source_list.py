"""`sources/`, `source-runs/`, `source-kinds/`: what is listed, for whom, at what cost."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import as_system
from apps.vacancies.boards.health import HealthStatus, having, status_of
from apps.vacancies.models import OwnSource, OwnSourceRun, Source, SourceRun
from apps.vacancies.sources.registry import all_sources
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def clerk(database: None) -> Person:
    return make_person(is_staff=True)


def own(person: Person, board: str, **fields: Any) -> OwnSource:
    with as_system():
        return OwnSource.objects.create(
            workspace_id=person.caller.workspace_id, kind="lever", board=board, **fields
        )


def catalogue(board: str, **fields: Any) -> Source:
    with as_system():
        return Source.objects.create(kind="greenhouse", board=board, **fields)


def listed(person: Person, path: str = "sources", **query: str) -> list[dict[str, Any]]:
    answer = person.client.get(f"/api/v1/{path}/", query)
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def boards(person: Person, **query: str) -> list[str]:
    return [each["board"] for each in listed(person, **query)]


def test_members_see_their_own_and_staff_the_catalogue_s_too(
    member: Person, stranger: Person, clerk: Person
) -> None:
    own(member, "mine")
    own(clerk, "theirs")
    catalogue("ours")
    assert boards(member) == ["mine"]
    assert boards(stranger) == []
    assert boards(clerk) == ["ours", "theirs"]
    assert boards(clerk, origin="own") == ["theirs"]
    assert boards(clerk, origin="catalogue") == ["ours"]
    assert boards(member, origin="catalogue") == []


def test_filters_and_orderings(member: Person) -> None:
    own(member, "a", is_enabled=False)
    own(member, "b")
    assert boards(member, is_enabled="true") == ["b"]
    assert boards(member, kind="lever", ordering="board") == ["a", "b"]
    assert boards(member, kind="ashby") == []
    for wrong in ({"health": "fine"}, {"ordering": "alarm"}, {"no": "1"}, {"origin": "x"}):
        assert member.client.get("/api/v1/sources/", wrong).status_code == 400


def test_health_is_one_word_in_the_list_and_in_the_filter(member: Person) -> None:
    now = timezone.now()
    soon = now + timedelta(hours=1)
    states: dict[str, dict[str, Any]] = {
        "alarmed": {"alarm": "It fell.", "failures": 3, "cooldown_until": soon},
        "cooling": {"failures": 3, "cooldown_until": soon, "last_run_at": now},
        "failing": {"failures": 1, "last_run_at": now, "cooldown_until": now - timedelta(hours=1)},
        "never_run": {},
        "partial": {"last_run_at": now, "last_complete_at": now - timedelta(hours=1)},
        "ok": {"last_run_at": now, "last_complete_at": now},
    }
    for name, fields in states.items():
        own(member, name, **fields)
    assert set(states) == set(HealthStatus.values)
    for name in states:
        assert boards(member, health=name) == [name]
    for row in listed(member):
        assert row["health"]["status"] == row["board"]
    with as_system():
        for kept in OwnSource.objects.all():
            holds = [
                name for name in states if OwnSource.objects.filter(having(name, now), pk=kept.pk).exists()
            ]
            assert holds == [status_of(kept, now)]


def test_a_board_that_was_never_seen_whole_is_partial(member: Person) -> None:
    own(member, "half", last_run_at=timezone.now())
    assert listed(member)[0]["health"]["status"] == "partial"
    assert boards(member, health="partial") == ["half"]
    assert boards(member, health="ok") == []


@pytest.mark.parametrize("path", ["sources", "source-runs"])
def test_a_list_costs_the_same_queries_at_any_length(clerk: Person, path: str) -> None:
    costs = []
    for count in (1, 5, 20):
        for number in range(count):
            board = own(clerk, f"{count}-{number}")
            source = catalogue(f"{count}-{number}")
            with as_system():
                OwnSourceRun.objects.create(source=board, workspace_id=clerk.caller.workspace_id)
                SourceRun.objects.create(source=source)
        with CaptureQueriesContext(connections["default"]) as captured:
            listed(clerk, path, page_size="100")
        costs.append(len(captured))
    assert costs[0] == costs[1] == costs[2]


def test_runs_tell_how_each_reading_went(member: Person, stranger: Person, clerk: Person) -> None:
    board, source = own(member, "mine"), catalogue("ours")
    with as_system():
        run = OwnSourceRun.objects.create(
            source=board,
            workspace_id=member.caller.workspace_id,
            outcome="partial",
            seen=3,
            created=2,
            refused=1,
            faults=[{"source_id": "7", "reason": "title is missing"}],
            fault="page 2: cut",
        )
        SourceRun.objects.create(source=source, outcome="complete")
    (body,) = listed(member, "source-runs")
    assert body.pop("started_at")
    assert body == {
        "id": str(run.pk), "source_id": str(board.pk), "origin": "own", "kind": "lever", "board": "mine",
        "task_id": None, "outcome": "partial", "finished_at": None, "seen": 3, "created": 2, "changed": 0,
        "unchanged": 0, "merged": 0, "refused": 1, "closed": 0, "pages": 0, "requests": 0,
        "faults": [{"source_id": "7", "reason": "title is missing"}], "fault": "page 2: cut",
    }  # fmt: skip
    assert listed(stranger, "source-runs") == []
    assert [each["board"] for each in listed(clerk, "source-runs")] == ["ours"]
    assert listed(member, "source-runs", source=str(board.pk), outcome="partial")
    assert listed(member, "source-runs", source=str(source.pk)) == []
    assert listed(member, "source-runs", outcome="complete") == []


def test_every_kind_is_listed_with_its_terms(member: Person) -> None:
    found = {each["kind"]: each for each in listed(member, "source-kinds", page_size="100")}
    assert set(found) == {source.kind for source in all_sources()} | {"generic"}
    assert found["weworkremotely"]["terms"]["default_on"] is False
    assert found["remoteok"]["example"] == "all" and found["remoteok"]["lists_everything"] is False
    assert found["reed"] == {
        "kind": "reed", "name": "Reed", "example": "all", "needs_key": True, "connection_kind": "reed",
        "needs_spec": False, "lists_everything": found["reed"]["lists_everything"],
        "terms": {**found["reed"]["terms"], "grade": "C", "verified": False, "default_on": False},
    }  # fmt: skip
    connected = {each["code"] for each in listed(member, "connection-kinds", page_size="100")}
    assert {each["connection_kind"] for each in found.values()} - {""} <= connected


def test_every_example_is_a_board_that_can_be_added(member: Person) -> None:
    from apps.vacancies.boards.naming import named

    for each in listed(member, "source-kinds", page_size="100"):
        if not each["needs_spec"]:
            assert named(kind=each["kind"], board=each["example"]).board == each["example"]
