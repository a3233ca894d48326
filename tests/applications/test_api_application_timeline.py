"""`GET applications/{id}/timeline/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.applications.calls import BASE, JSON, begin, move
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def told(person: Person, application_id: str, query: str = "") -> dict[str, Any]:
    response = person.client.get(f"{BASE}{application_id}/timeline/{query}")
    assert response.status_code == 200, response.content
    body: dict[str, Any] = response.json()
    return body


def test_every_event_oldest_first_with_its_note(member: Person) -> None:
    made = begin(member)
    sent = move(member, made["id"], "applied", note="through a friend").json()
    member.client.patch(f"{BASE}{made['id']}/", {"note": "x"}, content_type=JSON)
    heard = move(member, made["id"], "interview").json()
    begin(member)  # Another one's events stand elsewhere.
    body = told(member, made["id"])
    assert (body["count"], body["next"]) == (4, None)
    entries = body["results"]
    assert sorted(entries, key=lambda entry: entry["occurred_at"]) == entries
    for entry in entries:
        assert entry.pop("id")
        assert entry.pop("occurred_at").endswith("Z")
    actor = str(member.caller.user_id)
    assert entries == [
        {
            "type": "application.created", "actor_id": actor, "from_state": None, "to_state": "saved",
            "at": made["state_changed_at"], "note": "",
        },
        {
            "type": "application.transitioned", "actor_id": actor, "from_state": "saved", "to_state": "applied",
            "at": sent["state_changed_at"], "note": "through a friend",
        },
        {
            "type": "application.changed", "actor_id": actor, "from_state": None, "to_state": None,
            "at": None, "note": "",
        },
        {
            "type": "application.transitioned", "actor_id": actor, "from_state": "applied", "to_state": "interview",
            "at": heard["state_changed_at"], "note": "",
        },
    ]  # fmt: skip


def test_newest_first_and_pages(member: Person) -> None:
    application_id = begin(member)["id"]
    for to in ("applied", "interview", "offer"):
        assert move(member, application_id, to).status_code == 200
    newest = told(member, application_id, "?ordering=-occurred_at&page_size=3")
    assert [entry["to_state"] for entry in newest["results"]] == ["offer", "interview", "applied"]
    rest = member.client.get(newest["next"]).json()
    assert [entry["to_state"] for entry in rest["results"]] == ["saved"]
    by_cursor = told(member, application_id, "?cursor=&page_size=3")
    assert [e["to_state"] for e in member.client.get(by_cursor["next"]).json()["results"]] == ["offer"]


@pytest.mark.parametrize(("query", "attr"), [("?ordering=note", "ordering"), ("?colour=red", "colour")])
def test_bad_parameters_are_named(member: Person, query: str, attr: str) -> None:
    response = member.client.get(f"{BASE}{begin(member)['id']}/timeline/{query}")
    assert (response.status_code, response.json()["errors"][0]["attr"]) == (400, attr)


def test_a_strangers_timeline_is_not_found(member: Person, stranger: Person) -> None:
    application_id = begin(member)["id"]
    assert stranger.client.get(f"{BASE}{application_id}/timeline/").status_code == 404


def test_the_number_of_queries_does_not_grow(member: Person) -> None:
    application_id = begin(member)["id"]
    steps = ["applied", *(["interview", "screening"] * 10)]
    counts = []
    for rows in (1, 5, 20):
        while told(member, application_id)["count"] < rows:
            move(member, application_id, steps.pop(0), note="a word")
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(told(member, application_id)["results"]) == rows
        counts.append(len(captured))
    assert len(set(counts)) == 1, counts
