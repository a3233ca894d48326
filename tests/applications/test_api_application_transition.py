"""`POST applications/{id}/transition/`: every step of the table, and every step that is not in it."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.utils import timezone

from apps.accounts.models import Role
from apps.applications import workflow
from apps.applications.workflow import TRANSITIONS, State
from apps.core.db import acting
from apps.events.models import Event
from tests.applications.calls import BASE, JSON, TYPED_IN, begin, move
from tests.factories.accounts import Person, make_person
from tests.factories.applications import make_application

pytestmark = pytest.mark.usefixtures("database")
BEGINNINGS = [state for state in State if state is not State.ARCHIVED]
STEPS = [(before, to) for before in BEGINNINGS for to in workflow.allowed(before)]
NO_STEPS = [(a, b) for a in BEGINNINGS for b in State if a is not b and b not in workflow.allowed(a)]


def standing_in(person: Person, state: State) -> str:
    """The id of an application in `state`."""
    return str(make_application(person, state=state).pk)


def read(person: Person, application_id: str) -> dict[str, Any]:
    body: dict[str, Any] = person.client.get(f"{BASE}{application_id}/").json()
    return body


@pytest.mark.parametrize(("before", "to"), STEPS)
def test_a_step_of_the_table(member: Person, before: State, to: State) -> None:
    application_id = standing_in(member, before)
    response = move(member, application_id, to)
    assert response.status_code == 200, response.content
    body = response.json()
    assert body == read(member, application_id)
    assert body["state"] == to
    assert body["allowed"] == list(workflow.allowed(to, before))
    assert body["applied_at"] == body["vacancy"]["applied_at"]
    assert (body["applied_at"] is not None) == (
        to is State.APPLIED or (before is State.APPLIED and to is not State.SAVED)
    )


@pytest.mark.parametrize(("before", "to"), NO_STEPS)
def test_a_step_that_is_not_in_the_table(member: Person, before: State, to: State) -> None:
    application_id = standing_in(member, before)
    as_it_was = read(member, application_id)
    response = move(member, application_id, to)
    assert (response.status_code, response.json()["code"]) == (409, "conflict")
    problem = response.json()
    assert problem["errors"] == [
        {"attr": "to", "code": step, "detail": reason} for step, reason in TRANSITIONS[before].items()
    ]
    assert all(step in problem["detail"] for step in TRANSITIONS[before])
    assert read(member, application_id) == as_it_was


@pytest.mark.parametrize("before", BEGINNINGS)
def test_what_was_put_away_goes_back_to_where_it_was_and_nowhere_else(member: Person, before: State) -> None:
    application_id = standing_in(member, before)
    first = read(member, application_id)
    assert move(member, application_id, "archived").json()["allowed"] == [before]
    for to in set(BEGINNINGS) - {before}:
        refused = move(member, application_id, to)
        assert (refused.status_code, [e["code"] for e in refused.json()["errors"]]) == (409, [before])
    back = move(member, application_id, before).json()
    assert (back["state"], back["applied_at"]) == (before, first["applied_at"])


def test_the_numbers_of_steps() -> None:
    """A table emptied by mistake would leave the tests above without cases."""
    assert (len(STEPS), len(NO_STEPS)) == (70, 30)


def test_the_same_state_again_changes_nothing(member: Person) -> None:
    application_id = standing_in(member, State.INTERVIEW)
    as_it_was = read(member, application_id)
    response = move(member, application_id, "interview", note="again", at="2999-01-01T00:00:00Z")
    assert (response.status_code, response.json()) == (200, as_it_was)
    with acting(member.caller):
        assert not Event.objects.filter(type="application.transitioned").exists()


def test_going_back_to_saved_takes_the_mark_away_and_reopening_keeps_the_day(member: Person) -> None:
    made = begin(member)
    sent = move(member, made["id"], "applied").json()["applied_at"]
    for to in ("rejected", "interview", "applied"):
        assert move(member, made["id"], to).json()["applied_at"] == sent
    vacancy_path = f"/api/v1/vacancies/{made['vacancy']['id']}/"
    assert member.client.get(vacancy_path).json()["applied_at"] == sent
    assert move(member, made["id"], "saved").json()["applied_at"] is None
    assert member.client.get(vacancy_path).json()["applied_at"] is None


def test_when_it_happened_may_be_said(member: Person) -> None:
    three_days_ago = timezone.now() - timedelta(days=3)
    made = begin(member, **TYPED_IN, state="applied", applied_at=three_days_ago.isoformat())
    yesterday = timezone.now() - timedelta(days=1)
    body = move(member, made["id"], "interview", at=yesterday.isoformat()).json()
    assert datetime.fromisoformat(body["state_changed_at"]) == yesterday
    assert datetime.fromisoformat(body["applied_at"]) == three_days_ago


@pytest.mark.parametrize(
    ("body", "attr", "code"),
    [
        ({"to": "applied", "at": "2999-01-01T00:00:00Z"}, "at", "max_value"),
        ({"to": "applied", "at": "yesterday"}, "at", "invalid"),
        ({"to": "flying"}, "to", "invalid_choice"),
        ({}, "to", "required"),
        ({"to": "applied", "state": "applied"}, "state", "unknown"),
        ({"to": "applied", "note": "x" * 5001}, "note", "max_length"),
    ],
)
def test_bad_values_name_their_field(member: Person, body: dict[str, Any], attr: str, code: str) -> None:
    made = begin(member)
    response = member.client.post(f"{BASE}{made['id']}/transition/", body, content_type=JSON)
    assert response.status_code == 400
    assert [(fault["attr"], fault["code"]) for fault in response.json()["errors"]] == [(attr, code)]
    assert read(member, made["id"]) == made


def test_what_was_saved_today_may_have_been_sent_yesterday(member: Person) -> None:
    made = begin(member)
    yesterday = timezone.now() - timedelta(days=1)
    body = move(member, made["id"], "applied", at=yesterday.isoformat()).json()
    assert datetime.fromisoformat(body["applied_at"]) == yesterday
    earlier = move(member, made["id"], "interview", at=(yesterday - timedelta(hours=1)).isoformat())
    assert [(fault["attr"], fault["code"]) for fault in earlier.json()["errors"]] == [("at", "min_value")]


def test_a_stranger_meets_nothing_and_a_viewer_moves_nothing(member: Person, stranger: Person) -> None:
    application_id = begin(member)["id"]
    assert move(stranger, application_id, "applied").status_code == 404
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    refused = move(viewer, application_id, "applied")
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")
    assert read(member, application_id)["state"] == "saved"


def test_a_stale_if_match_moves_nothing(member: Person) -> None:
    path = f"{BASE}{begin(member)['id']}/"
    tag = member.client.get(path).headers["ETag"]

    def step(to: str) -> int:
        body = {"to": to}
        return member.client.post(
            f"{path}transition/", body, content_type=JSON, headers={"if-match": tag}
        ).status_code

    assert [step("applied"), step("interview")] == [200, 412]
    assert member.client.get(path).json()["state"] == "applied"


def test_the_event_holds_states_and_no_words(member: Person) -> None:
    made = begin(member)
    body = move(member, made["id"], "applied", note="through a friend").json()
    with acting(member.caller):
        event = Event.objects.get(type="application.transitioned")
    assert (event.changed, str(event.subject_id)) == (["state"], made["id"])
    assert event.payload == {
        "application_id": made["id"],
        "vacancy_id": made["vacancy"]["id"],
        "from_state": "saved",
        "to_state": "applied",
        "at": body["state_changed_at"],
    }


def in_parallel(person: Person, application_id: str, targets: list[str]) -> list[int]:
    """The status codes of transitions that begin at the same moment, each on a connection of its own."""
    barrier, codes = threading.Barrier(len(targets)), [0] * len(targets)

    def run(index: int, to: str) -> None:
        try:
            barrier.wait(timeout=30)
            codes[index] = move(person, application_id, to).status_code
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(targets)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return codes


def steps_of(person: Person, application_id: str) -> list[tuple[str, str]]:
    with acting(person.caller):
        events = Event.objects.filter(type="application.transitioned", subject_id=UUID(application_id))
        return [(event.payload["from_state"], event.payload["to_state"]) for event in events.order_by("id")]


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_steps_that_shut_each_other_out_one_is_taken(member: Person, attempt: int) -> None:
    application_id = standing_in(member, State.APPLIED)
    codes = in_parallel(member, application_id, ["saved", "interview"])
    assert sorted(codes) == [200, 409]
    taken = ["saved", "interview"][codes.index(200)]
    body = read(member, application_id)
    assert body["state"] == taken
    assert (body["applied_at"] is None) == (body["vacancy"]["applied_at"] is None) == (taken == "saved")
    assert steps_of(member, application_id) == [("applied", taken)]


def test_parallel_steps_that_all_may_follow_each_other_form_one_chain(member: Person) -> None:
    application_id = standing_in(member, State.APPLIED)
    targets = ["screening", "interview", "assessment", "offer"]
    assert in_parallel(member, application_id, targets) == [200] * 4
    steps = steps_of(member, application_id)
    assert sorted(to for _, to in steps) == sorted(targets)
    assert [before for before, _ in steps] == ["applied", *(to for _, to in steps[:-1])]
    assert read(member, application_id)["state"] == steps[-1][1]
