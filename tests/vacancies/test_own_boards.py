"""A workspace's own board: read over HTTP into its own vacancies, and into nobody else's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Connection
from apps.core.db import acting, as_system
from apps.events.models import Event
from apps.jobs.models import Status, Task
from apps.vacancies.models import (
    OwnSource,
    OwnSourceRun,
    OwnVacancy,
    OwnVacancyChange,
    RawPosting,
    Source,
    Vacancy,
)
from tests.core.misbehaving import Server, serving
from tests.factories.accounts import Person, make_person
from tests.vacancies.board_server import JSON, add, allowed, job, read, show, spec_of

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running, allowed(running):
        yield running


@pytest.fixture
def board(member: Person, server: Server) -> str:
    show(server, [job(n) for n in range(6)])
    return str(add(member, kind="generic", spec=spec_of(server))["id"])


def rows(person: Person) -> dict[str, OwnVacancy]:
    with acting(person.caller):
        return {row.source_id: row for row in OwnVacancy.objects.all()}


def result(task: Task) -> dict[str, Any]:
    assert task.status == Status.SUCCEEDED, task.problem
    found: dict[str, Any] = task.result or {}
    return found


def counted(task: Task, *names: str) -> tuple[Any, ...]:
    summary = result(task)
    return tuple(summary[name] for name in names)


def test_a_board_fills_the_workspace_s_own_vacancies(
    member: Person, stranger: Person, server: Server, board: str
) -> None:
    first = read(member, board)
    assert counted(first, "outcome", "seen", "created", "refused") == ("complete", 6, 6, 0)
    row = rows(member)["3"]
    assert (row.title, row.company_name, row.countries) == ("Harbour Pilot 3", "Kestrel Pilots", ["NL"])
    assert (row.source, row.url, str(row.own_source_id)) == ("generic", server.url("/jobs/3"), board)
    listed = member.client.get("/api/v1/vacancies/").json()
    assert listed["count"] == 6 and {each["origin"] for each in listed["results"]} == {"own"}
    assert stranger.client.get("/api/v1/vacancies/").json()["count"] == 0
    with as_system():
        assert (Vacancy.objects.count(), RawPosting.objects.count(), Source.objects.count()) == (0, 0, 0)


def test_read_again_nothing_is_new(member: Person, board: str) -> None:
    read(member, board)
    before = rows(member)
    assert counted(read(member, board), "seen", "created", "changed", "unchanged") == (6, 0, 0, 6)
    after = rows(member)
    assert {name: row.pk for name, row in after.items()} == {name: row.pk for name, row in before.items()}
    assert all(after[name].last_seen_at > before[name].last_seen_at for name in after)


def test_a_change_stands_in_the_history(member: Person, server: Server, board: str) -> None:
    read(member, board)
    show(server, [job(0, name="Harbour Master"), *(job(n) for n in range(1, 6))])
    assert counted(read(member, board), "created", "changed", "unchanged") == (0, 1, 5)
    assert rows(member)["0"].title == "Harbour Master"
    with acting(member.caller):
        (change,) = OwnVacancyChange.objects.all()
    assert (change.kind, change.fields["title"]) == ("changed", ["Harbour Pilot 0", "Harbour Master"])


def test_what_is_listed_no_more_is_closed_at_the_second_time(
    member: Person, server: Server, board: str
) -> None:
    read(member, board)
    saved = rows(member)["5"].pk
    assert member.client.post(f"/api/v1/vacancies/{saved}/save/", {}, content_type=JSON).status_code == 200
    show(server, [job(n) for n in range(5)])
    assert counted(read(member, board), "closed") == (0,)
    assert counted(read(member, board), "closed") == (1,)
    row = rows(member)["5"]
    assert row.status == "closed" and row.closed_at is not None
    show(server, [job(n) for n in range(6)])
    read(member, board)
    assert rows(member)["5"].status == "open"
    with acting(member.caller):
        kinds = list(OwnVacancyChange.objects.order_by("at").values_list("kind", flat=True))
    assert kinds == ["closed", "reopened"]
    with as_system():
        told = Event.objects.filter(subject_id=saved, type__startswith="vacancy.").order_by("id")
        assert [event.type for event in told] == ["vacancy.saved", "vacancy.closed", "vacancy.reopened"]


def test_what_cannot_be_read_is_not_gone(member: Person, server: Server, board: str) -> None:
    read(member, board)
    show(server, [job(0, name=""), *(job(n) for n in range(1, 6)), job(7, name={})])
    for _ in range(3):
        task = read(member, board)
        assert counted(task, "outcome", "refused", "closed") == ("complete", 2, 0)
        assert result(task)["faults"] == [
            {"source_id": "0", "reason": "title is missing"},
            {"source_id": "7", "reason": "name is not text"},
        ]
    assert rows(member)["0"].status == "open"


def test_an_empty_board_is_an_alarm_and_closes_nothing(member: Person, server: Server, board: str) -> None:
    read(member, board)
    show(server, [])
    for _ in range(3):
        read(member, board)
    assert {row.status for row in rows(member).values()} == {"open"}
    health = member.client.get(f"/api/v1/sources/{board}/").json()["health"]
    assert (health["status"], health["open_postings"]) == ("alarmed", 6)
    assert "fell from 6" in health["alarm"]


def test_a_board_that_fails_is_left_alone_after_three_times(
    member: Person, server: Server, board: str
) -> None:
    show(server, [], status=404)
    for expected in ("failing", "failing", "cooling"):
        assert counted(read(member, board), "outcome") == ("failed",)
        assert member.client.get(f"/api/v1/sources/{board}/").json()["health"]["status"] == expected
    refused = member.client.post(f"/api/v1/sources/{board}/run/")
    assert (refused.status_code, refused.json()["code"]) == (409, "conflict")


def test_pages_by_cursor_are_followed(member: Person, server: Server) -> None:
    def page(*jobs: dict[str, Any], after: str | None) -> tuple[int, dict[str, str], bytes]:
        return 200, {"Content-Type": JSON}, json.dumps({"jobs": jobs, "next": after}).encode()

    server.answers["/jobs.json"] = [
        page(job(1), after="b"),
        page(job(2), after="c"),
        page(job(3), after=None),
    ]
    spec = spec_of(server, paging={"kind": "cursor", "cursor_path": "next"})
    spec["url"] += "?after={cursor}"
    board = add(member, kind="generic", spec=spec)["id"]
    assert counted(read(member, board), "outcome", "seen", "pages") == ("complete", 3, 3)


def test_private_addresses_are_refused(member: Person) -> None:
    with serving() as running:
        board = add(member, kind="generic", spec=spec_of(running))["id"]
        task = read(member, board)
        assert counted(task, "outcome") == ("failed",)
        assert running.requests == []


def test_the_key_of_its_maker_is_sent_whoever_asks(member: Person, server: Server) -> None:
    show(server, [job(1)])
    made = member.client.post(
        "/api/v1/connections/",
        {
            "kind": "generic",
            "name": "Key",
            "options": {"header": "X-Api-Key"},
            "secret": {"value": "s3cret-value"},
        },
        content_type=JSON,
    )
    assert made.status_code == 201, made.content
    spec = spec_of(server, needs_key=True)
    answer = member.client.post("/api/v1/sources/", {"kind": "generic", "spec": spec}, content_type=JSON)
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, "connection_id")
    board = add(member, kind="generic", spec=spec, connection_id=made.json()["id"])["id"]
    colleague = make_person(workspace_of=member, role="member")
    assert counted(read(colleague, board), "outcome", "created") == ("complete", 1)
    assert server.seen("/jobs.json")[-1]["x-api-key"] == "s3cret-value"
    with as_system():
        assert Connection.objects.get().status == Connection.Status.WORKING
        stored = str(list(OwnSourceRun.objects.values())) + str(list(Event.objects.values_list("payload")))
    assert "s3cret-value" not in stored
    # Who is not its owner does not say where it is sent.
    moved = colleague.client.patch(
        f"/api/v1/sources/{board}/", {"spec": {**spec, "homepage": "https://example.com"}}, content_type=JSON
    )
    assert (moved.status_code, moved.json()["errors"][0]["attr"]) == (400, "connection_id")


def test_a_board_that_goes_leaves_its_vacancies(member: Person, board: str) -> None:
    read(member, board)
    assert member.client.delete(f"/api/v1/sources/{board}/").status_code == 204
    kept = rows(member)
    assert len(kept) == 6 and {row.own_source_id for row in kept.values()} == {None}
    with acting(member.caller):
        assert (OwnSource.objects.count(), OwnSourceRun.objects.count()) == (0, 0)


def test_two_workspaces_may_have_the_same_board(
    member: Person, stranger: Person, server: Server, board: str
) -> None:
    other = add(stranger, kind="generic", spec=spec_of(server))["id"]
    read(member, board)
    read(stranger, other)
    assert len(rows(member)) == len(rows(stranger)) == 6
    assert not {row.pk for row in rows(member).values()} & {row.pk for row in rows(stranger).values()}


def test_a_run_is_told_to_the_workspace(member: Person, board: str) -> None:
    task = read(member, board)
    with as_system():
        event = Event.objects.get(type="source_run.finished")
        run = OwnSourceRun.objects.get(task_id=task.pk)
    assert (event.workspace_id, event.subject_id) == (member.caller.workspace_id, run.pk)
    assert (event.payload["outcome"], event.payload["created"]) == ("complete", 6)


def test_a_batch_costs_the_same_queries_whatever_it_holds(member: Person, server: Server) -> None:
    costs = []
    for count in (1, 5, 20):
        show(server, [job(count * 100 + n) for n in range(count)], path=f"/{count}.json")
        spec = spec_of(server)
        spec["url"] = server.url(f"/{count}.json")
        board = add(member, kind="generic", spec=spec)["id"]
        with CaptureQueriesContext(connections["default"]) as captured:
            read(member, board)
        costs.append(len([query for query in captured if "vacancies_own" in query["sql"]]))
    assert costs[0] == costs[1] == costs[2] > 0
