"""`GET audit-log/`: what happened in a workspace, for those who manage it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts.models import Role
from apps.core.db import acting, as_system
from apps.events.erasure import erase_payloads
from apps.events.models import Event
from apps.events.sealing import seal
from apps.events.services import publish
from tests.events.recording import record
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
URL = "/api/v1/audit-log/"


def listed(client: Client, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(URL + query)
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


def test_the_whole_of_an_event(member: Person) -> None:
    subject = uuid4()
    with acting(member.caller):
        event = publish(
            "vacancy.saved", workspace_id=member.caller.workspace_id, actor_id=member.caller.user_id,
            subject_type="vacancy", subject_id=subject, changed=["note", "saved_at"], payload={"vacancy_id": str(subject)},
        )  # fmt: skip
    shown = listed(member.client, "?type=vacancy.saved")
    expected: dict[str, Any] = {
        "id": str(event.pk),
        "seq": None,
        "sealed": False,
        "type": "vacancy.saved",
        "occurred_at": event.occurred_at.isoformat().replace("+00:00", "Z"),
        "actor": {"id": str(member.caller.user_id)},
        "subject_type": "vacancy",
        "subject_id": str(subject),
        "changed": ["note", "saved_at"],
        "request_id": "",
        "payload": {"vacancy_id": str(subject)},
        "erased_at": None,
    }
    assert shown == [expected]
    seal()
    with as_system():
        event.refresh_from_db()
    assert event.seq
    assert listed(member.client, "?type=vacancy.saved") == [{**expected, "seq": event.seq, "sealed": True}]


def test_what_is_erased_is_shown_without_its_payload(member: Person) -> None:
    record(member)
    erase_payloads(workspace_id=member.caller.workspace_id)
    (shown,) = listed(member.client, "?type=test.happened_0")
    assert shown["payload"] == {} and shown["erased_at"] is not None


def test_what_the_system_did_has_no_actor(member: Person) -> None:
    with as_system():
        publish("test.system", workspace_id=member.caller.workspace_id)
    assert listed(member.client, "?type=test.system")[0]["actor"] is None


def test_newest_first_to_the_end_by_cursor(member: Person) -> None:
    record(member, 7)
    with as_system():
        expected = [
            str(pk) for pk in Event.objects.filter(workspace_id=member.caller.workspace_id).order_by("-id").values_list("pk", flat=True)
        ]  # fmt: skip
    seen: list[str] = []
    url: str | None = f"{URL}?page_size=3&cursor="
    while url:
        page = member.client.get(url).json()
        seen += [row["id"] for row in page["results"]]
        url = page["next"]
    assert seen == expected
    first = member.client.get(f"{URL}?page_size=3").json()
    assert [row["id"] for row in first["results"]] == expected[:3]
    assert first["count"] == len(expected)


def test_filters(member: Person) -> None:
    colleague = make_person(workspace_of=member, role="member")
    subject, now = uuid4(), timezone.now()
    record(member, 1, subject_id=subject)
    record(colleague, 2)
    with acting(member.caller):
        Event(id=uuid4(), type="test.long_ago", workspace_id=member.caller.workspace_id,
              occurred_at=now - timedelta(days=9)).save(force_insert=True)  # fmt: skip

    def types(query: str) -> set[str]:
        return {row["type"] for row in listed(member.client, query) if row["type"].startswith("test.")}

    everything = {"test.happened_0", "test.happened_1", "test.long_ago"}
    week_ago = quote((now - timedelta(days=7)).isoformat())
    assert types("") == everything
    assert types("?type=test.happened_1") == {"test.happened_1"}
    assert types(f"?actor={member.caller.user_id}") == {"test.happened_0"}
    assert types(f"?actor={colleague.caller.user_id}") == {"test.happened_0", "test.happened_1"}
    assert types(f"?subject={subject}") == {"test.happened_0"}
    assert types(f"?since={week_ago}") == everything - {"test.long_ago"}
    assert types(f"?until={week_ago}") == {"test.long_ago"}
    assert types(f"?since={week_ago}&until={week_ago}") == set()


@pytest.mark.parametrize(
    "query", ["?actor=me", "?subject=1", "?since=yesterday", "?until=x", "?page_size=0", "?cursor=x", "?types=a",
              "?workspace_id=00000000-0000-7000-8000-000000000000", "?ordering=id"],
)  # fmt: skip
def test_a_query_that_cannot_be_read_is_a_400(member: Person, query: str) -> None:
    answer = member.client.get(URL + query)
    assert (answer.status_code, answer.json()["code"]) == (400, "validation_error"), answer.content


@pytest.mark.parametrize(("role", "status"), [("viewer", 403), ("member", 403), ("admin", 200)])
def test_only_those_who_manage_see_it(member: Person, role: str, status: int) -> None:
    assert make_person(workspace_of=member, role=Role(role)).client.get(URL).status_code == status


def test_a_stranger_and_staff_of_elsewhere_see_nothing_of_it(member: Person, stranger: Person) -> None:
    record(member)
    staff = make_person(is_staff=True)
    for person in (stranger, staff):
        assert not any(row["type"].startswith("test.") for row in listed(person.client))
        assert all(
            row["actor"] in (None, {"id": str(person.caller.user_id)}) for row in listed(person.client)
        )


def test_nobody_writes_to_it(member: Person, anonymous: Client) -> None:
    assert anonymous.get(URL).status_code == 401
    for method in ("post", "put", "patch", "delete"):
        assert getattr(member.client, method)(URL).status_code == 405


def test_queries_do_not_grow_with_rows(member: Person) -> None:
    counts = []
    for rows in (1, 4, 15):
        record(member, rows)
        with CaptureQueriesContext(connections["default"]) as queries:
            assert len(listed(member.client, "?page_size=100")) > rows
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts
