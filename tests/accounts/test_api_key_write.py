"""`PATCH api-keys/{id}/` and `DELETE api-keys/{id}/`"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from apps.accounts.models import ApiKey, Membership, Role
from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from tests.accounts.keys import JSON, PATH, made, program
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
ME = "/api/v1/users/me/"


def patch(person: Person, answer: dict[str, Any], body: dict[str, Any], **headers: str) -> tuple[int, Any]:
    response = person.client.patch(f"{PATH}{answer['id']}/", body, content_type=JSON, headers=headers)
    return response.status_code, response.json()


def events(kind: str) -> list[Event]:
    with as_system():
        return list(Event.objects.filter(type=kind))


def test_it_is_renamed_and_ends_sooner(member: Person) -> None:
    answer = made(member)
    sooner = (datetime.now(UTC) + timedelta(days=3)).isoformat()
    status, changed = patch(member, answer, {"name": "New", "expires_at": sooner})
    answer.pop("key")
    assert (status, changed) == (
        200,
        {**answer, "name": "New", "expires_at": sooner.replace("+00:00", "Z")},
    )
    assert events("api_key.updated")[0].changed == ["expires_at", "name"]
    assert patch(member, answer, {"name": "New"})[0] == 200
    assert len(events("api_key.updated")) == 1


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": (datetime.now(UTC) + timedelta(days=91)).isoformat()}, "expires_at"),
        ({"scopes": ["*:manage"]}, "scopes"),
        ({"public_key": ""}, "public_key"),
        ({"revoked_at": None}, "revoked_at"),
    ],
)
def test_it_gains_nothing(member: Person, body: dict[str, Any], attr: str) -> None:
    status, problem = patch(member, made(member), body)
    assert (status, [error["attr"] for error in problem["errors"]]) == (400, [attr])
    assert not events("api_key.updated")


def test_what_is_over_stays_as_it_is(member: Person) -> None:
    answer = made(member)
    with as_system():
        ApiKey.objects.update(expires_at=datetime(2020, 1, 1, tzinfo=UTC))
    status, problem = patch(member, answer, {"name": "New"})
    assert (status, problem["code"]) == (409, "conflict")


def test_a_stale_write_is_refused(member: Person) -> None:
    answer = made(member)
    tag = member.client.get(f"{PATH}{answer['id']}/").headers["ETag"]
    assert patch(member, answer, {"name": "New"}, **{"if-match": tag})[0] == 200
    assert patch(member, answer, {"name": "Newer"}, **{"if-match": tag})[0] == 412
    stale = member.client.delete(f"{PATH}{answer['id']}/", headers={"if-match": tag})
    assert stale.status_code == 412
    assert program(answer["key"]).get(ME).status_code == 200


def test_a_revoked_key_is_out_and_stays_in_the_list(member: Person) -> None:
    answer = made(member)
    client = program(answer["key"])
    assert client.get(ME).status_code == 200
    assert member.client.delete(f"{PATH}{answer['id']}/").status_code == 204
    assert client.get(ME).status_code == 401
    assert member.client.get(f"{PATH}{answer['id']}/").json()["status"] == "revoked"
    first = member.client.get(f"{PATH}{answer['id']}/").json()["revoked_at"]
    assert member.client.delete(f"{PATH}{answer['id']}/").status_code == 204
    assert member.client.get(f"{PATH}{answer['id']}/").json()["revoked_at"] == first
    assert [found.changed for found in events("api_key.revoked")] == [["revoked_at"]]


def test_an_admin_ends_anyones_and_its_owner_is_told(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    answer = made(colleague)
    assert member.client.delete(f"{PATH}{answer['id']}/").status_code == 204
    assert program(answer["key"]).get(ME).status_code == 401
    relay()
    [letter] = [found for found in mail.outbox if "revoked" in found.subject]
    assert letter.to == [colleague.user.email]


def test_ones_own_doing_is_no_news(member: Person) -> None:
    member.client.delete(f"{PATH}{made(member)['id']}/")
    relay()
    assert not [found for found in mail.outbox if "revoked" in found.subject]


def test_a_viewer_ends_their_own_and_changes_nothing(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    answer = made(colleague)
    with as_system():
        Membership.objects.filter(user_id=colleague.user.pk).update(role=Role.VIEWER)
    assert patch(colleague, answer, {"name": "New"})[0] == 403
    assert colleague.client.delete(f"{PATH}{answer['id']}/").status_code == 204


def test_strangers_and_keys_find_nothing(member: Person, stranger: Person) -> None:
    answer = made(member, scopes=["*:read", "*:write", "*:manage"])
    assert patch(stranger, answer, {"name": "Mine"})[0] == 404
    assert stranger.client.delete(f"{PATH}{answer['id']}/").status_code == 404
    assert program(answer["key"]).delete(f"{PATH}{answer['id']}/").status_code == 403
    assert program(answer["key"]).get(ME).status_code == 200
