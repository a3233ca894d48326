"""`sources/`: adding, changing, deleting, running."""

from __future__ import annotations

from typing import Any

import pytest

from apps.accounts.models import PlanLimit
from apps.core.db import as_system
from apps.events.models import Event
from apps.jobs.models import GlobalTask
from apps.vacancies.models import OwnSource, Source
from tests.factories.accounts import Person, make_person
from tests.vacancies.board_server import JSON, add

pytestmark = pytest.mark.usefixtures("database")
SPEC = {"url": "https://jobs.example.com/feed.xml", "format": "rss"}


def send(person: Person, method: str, path: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
    return getattr(person.client, method)(f"/api/v1/sources/{path}", body, content_type=JSON, headers=headers)


def faults(answer: Any) -> dict[str, str]:
    assert answer.status_code == 400, answer.content
    return {fault["attr"]: fault["code"] for fault in answer.json()["errors"]}


def test_create_answers_the_whole_board(member: Person) -> None:
    body = add(member, kind="greenhouse", board="kestrel", company_name="Kestrel Pilots")
    for stamp in ("id", "created_at", "updated_at"):
        assert body.pop(stamp)
    assert body["health"].pop("next_run_at")
    assert body == {
        "origin": "own",
        "kind": "greenhouse",
        "name": "Greenhouse",
        "board": "kestrel",
        "board_url": "https://job-boards.greenhouse.io/kestrel",
        "company_name": "Kestrel Pilots",
        "base_url": "",
        "spec": None,
        "connection_id": None,
        "is_enabled": True,
        "interval_seconds": 3600,
        "terms": {
            "homepage": "https://www.greenhouse.com",
            "grade": "A",
            "attribution": "",
            "default_on": True,
            "verified": True,
            "min_interval_seconds": 3600,
            "requests_per_second": 1.0,
        },
        "health": {
            "status": "never_run",
            "failures": 0,
            "cooldown_until": None,
            "alarm": "",
            "last_run_at": None,
            "last_complete_at": None,
            "open_postings": 0,
        },
    }


@pytest.mark.parametrize(
    ("url", "kind", "board"),
    [
        ("https://boards.greenhouse.io/kestrel/jobs/4711", "greenhouse", "kestrel"),
        ("https://jobs.lever.co/kestrel", "lever", "kestrel"),
        ("https://remoteok.com/", "remoteok", "all"),
    ],
)
def test_an_address_says_which_board_it_is(member: Person, url: str, kind: str, board: str) -> None:
    body = add(member, url=url)
    assert (body["kind"], body["board"]) == (kind, board)


@pytest.mark.parametrize(
    ("body", "attr", "code"),
    [
        ({}, "kind", "required"),
        ({"kind": "pigeon", "board": "x"}, "kind", "invalid_choice"),
        ({"kind": "greenhouse"}, "board", "required"),
        ({"kind": "greenhouse", "board": "../x"}, "board", "invalid"),
        ({"kind": "bamboohr", "board": "evil.example/"}, "board", "invalid"),
        ({"url": "https://careers.example.com/jobs"}, "url", "invalid"),
        ({"url": "https://boards.greenhouse.io/x", "kind": "lever"}, "url", "invalid"),
        ({"url": "nonsense"}, "url", "invalid"),
        ({"kind": "greenhouse", "board": "x", "spec": SPEC}, "spec", "invalid"),
        ({"kind": "generic"}, "spec", "invalid"),
        ({"kind": "generic", "spec": {"url": "https://x.example.com/"}}, "spec.fields.title", "required"),
        ({"kind": "reed", "board": "all"}, "connection_id", "required"),
        ({"kind": "lever", "board": "x", "interval_seconds": 60}, "interval_seconds", "out_of_range"),
        ({"kind": "lever", "board": "x", "next_run_at": None}, "next_run_at", "unknown"),
        ({"kind": "lever", "board": "x", "origin": "mine"}, "origin", "invalid_choice"),
    ],
)
def test_what_is_no_board_is_refused(member: Person, body: dict[str, Any], attr: str, code: str) -> None:
    assert faults(send(member, "post", "", body))[attr] == code


def test_a_connection_is_the_caller_s_own_and_of_the_kind(member: Person) -> None:
    colleague = make_person(workspace_of=member, role="member")
    theirs = colleague.client.post(
        "/api/v1/connections/", {"kind": "reed", "name": "Key", "secret": {"api_key": "k"}}, content_type=JSON
    ).json()["id"]
    body = {"kind": "reed", "board": "all", "connection_id": theirs}
    assert faults(send(member, "post", "", body)) == {"connection_id": "does_not_exist"}
    assert faults(send(colleague, "post", "", {**body, "kind": "lever", "board": "x"})) == {
        "connection_id": "invalid"
    }
    assert add(colleague, **body)["connection_id"] == theirs


def test_a_described_board_is_called_by_its_address(member: Person) -> None:
    body = add(member, kind="generic", spec=SPEC)
    assert (body["board"], body["board_url"]) == ("jobs.example.com/feed.xml", "https://jobs.example.com")
    assert body["spec"]["format"] == "rss"
    assert send(member, "post", "", {"kind": "generic", "spec": SPEC}).status_code == 409


def test_the_same_board_twice_is_a_conflict(member: Person) -> None:
    add(member, kind="lever", board="kestrel")
    assert send(member, "post", "", {"kind": "lever", "board": "kestrel"}).status_code == 409


def test_a_plan_holds_so_many_boards(member: Person) -> None:
    with as_system():
        PlanLimit.objects.filter(plan_id=member.caller.plan, meter="sources").update(amount=2)
    try:
        for number in range(2):
            add(member, kind="lever", board=f"b{number}")
        refused = send(member, "post", "", {"kind": "lever", "board": "b3"})
        assert (refused.status_code, refused.json()["code"]) == (403, "plan_limit_reached")
        used = {
            each["meter"]: each["used"]
            for each in member.client.get("/api/v1/users/me/usage/").json()["meters"]
        }
        assert used["sources"] == 2
    finally:
        with as_system():
            PlanLimit.objects.filter(plan_id=member.caller.plan, meter="sources").update(amount=3)


def test_changing_a_board(member: Person) -> None:
    board = add(member, kind="lever", board="kestrel")
    changed = send(member, "patch", f"{board['id']}/", {"is_enabled": False, "interval_seconds": 7200}).json()
    assert (changed["is_enabled"], changed["interval_seconds"], changed["board"]) == (False, 7200, "kestrel")
    replaced = send(member, "put", f"{board['id']}/", {"company_name": "Kestrel"}).json()
    assert (replaced["is_enabled"], replaced["interval_seconds"], replaced["company_name"]) == (
        True, 3600, "Kestrel",
    )  # fmt: skip
    assert faults(send(member, "patch", f"{board['id']}/", {"spec": SPEC})) == {"spec": "invalid"}
    assert faults(send(member, "patch", f"{board['id']}/", {"kind": "ashby"})) == {"kind": "unknown"}
    stale = send(member, "patch", f"{board['id']}/", {"company_name": "X"}, **{"if-match": '"old"'})
    assert stale.status_code == 412
    with as_system():
        types = Event.objects.filter(subject_id=board["id"]).order_by("id").values_list("type", flat=True)
        assert list(types) == ["own_source.created", "own_source.changed", "own_source.changed"]


def test_only_staff_send_a_reader_elsewhere(member: Person) -> None:
    body = {"kind": "lever", "board": "kestrel", "base_url": "https://evil.example"}
    assert send(member, "post", "", body).status_code == 403
    board = add(member, kind="lever", board="kestrel")["id"]
    assert send(member, "patch", f"{board}/", {"base_url": "https://evil.example"}).status_code == 403


def test_strangers_find_nothing_and_viewers_only_look(member: Person, stranger: Person) -> None:
    board = add(member, kind="lever", board="kestrel")["id"]
    viewer = make_person(workspace_of=member, role="viewer")
    for method, path, body in (
        ("patch", f"{board}/", {}), ("put", f"{board}/", {}), ("delete", f"{board}/", None), ("post", f"{board}/run/", None),
    ):  # fmt: skip
        assert send(stranger, method, path, body).status_code == 404
        assert send(viewer, method, path, body).status_code == 403
    assert stranger.client.get(f"/api/v1/sources/{board}/").status_code == 404
    assert viewer.client.get(f"/api/v1/sources/{board}/").status_code == 200


def test_a_run_is_a_task_and_there_is_one_at_a_time(member: Person) -> None:
    board = add(member, kind="lever", board="kestrel")["id"]
    answer = send(member, "post", f"{board}/run/")
    assert (answer.status_code, answer.json()["kind"]) == (202, "vacancies.read_own_board")
    assert answer.headers["Location"] == f"/api/v1/tasks/{answer.json()['id']}/"
    assert send(member, "post", f"{board}/run/").status_code == 409


# --- The catalogue's ---------------------------------------------------------------------------------------------


@pytest.fixture
def clerk(database: None) -> Person:
    return make_person(is_staff=True)


def test_the_catalogue_s_boards_are_for_staff(member: Person, clerk: Person) -> None:
    body = {"origin": "catalogue", "kind": "lever", "board": "kestrel"}
    assert send(member, "post", "", body).status_code == 403
    board = add(clerk, **body)
    assert (board["origin"], bool(board["health"]["next_run_at"])) == ("catalogue", True)
    assert send(clerk, "post", "", body).status_code == 409
    for method, path in (("get", ""), ("patch", ""), ("delete", ""), ("post", "run/")):
        assert send(member, method, f"{board['id']}/{path}", {}).status_code == 404
    changed = send(clerk, "patch", f"{board['id']}/", {"base_url": "https://api.eu.lever.co"}).json()
    assert changed["base_url"] == "https://api.eu.lever.co"
    with as_system():
        assert (Source.objects.count(), OwnSource.objects.count()) == (1, 0)
        found = Event.objects.filter(subject_id=board["id"]).order_by("id")
        assert [event.type for event in found] == ["source.created", "source.changed"]
        assert {event.actor_id for event in found} == {clerk.caller.user_id}


def test_what_is_off_by_default_waits_to_be_asked_for(clerk: Person) -> None:
    board = add(clerk, origin="catalogue", kind="weworkremotely", board="all")
    assert board["health"]["next_run_at"] is None
    run = send(clerk, "post", f"{board['id']}/run/")
    assert run.status_code == 202 and "Location" not in run.headers
    with as_system():
        task = GlobalTask.objects.get(pk=run.json()["id"])
    assert task.arguments["kind"] == "weworkremotely"
    assert clerk.client.get(f"/api/v1/sources/{board['id']}/").json()["health"]["next_run_at"]
    assert send(clerk, "post", f"{board['id']}/run/").status_code == 409


def test_a_key_does_not_read_the_catalogue_unless_the_installation_has_it(
    clerk: Person, settings: Any
) -> None:
    body = {"origin": "catalogue", "kind": "reed", "board": "all"}
    assert faults(send(clerk, "post", "", body)) == {"kind": "invalid"}
    settings.SOURCE_CREDENTIALS = {"reed": {"api_key": "k"}}
    assert add(clerk, **body)["kind"] == "reed"


def test_a_board_that_brought_nothing_can_be_deleted(clerk: Person) -> None:
    board = add(clerk, origin="catalogue", kind="lever", board="kestrel")["id"]
    assert send(clerk, "delete", f"{board}/").status_code == 204
    with as_system():
        assert Source.objects.count() == 0
