"""`POST connections/`, `PUT`, `PATCH` and `DELETE connections/{id}/`"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

import pytest
from cryptography.fernet import Fernet
from django.db import connections
from django.test import override_settings

from apps.accounts.models import Connection, Membership, Role
from apps.accounts.selectors import connection_secret
from apps.accounts.services.connections import note_use
from apps.core.db import acting, as_system
from apps.core.errors import NotFound
from apps.events.models import Event
from apps.jobs.models import IdempotencyRecord
from tests.accounts.keys import made, program
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"
PATH = "/api/v1/connections/"
PASSWORD = "an-app-password-of-ada"
MAILBOX: dict[str, Any] = {
    "kind": "mailbox",
    "name": "Work",
    "account": "ada@example.com",
    "options": {"host": "smtp.example.com", "port": 587, "username": "ada"},
    "secret": {"password": PASSWORD},
}


def create(person: Person, **change: Any) -> dict[str, Any]:
    response = person.client.post(PATH, {**MAILBOX, **change}, content_type=JSON)
    assert response.status_code == 201, response.content
    answer: dict[str, Any] = response.json()
    return answer


def send(person: Person, method: str, row: dict[str, Any], body: Any, **headers: str) -> tuple[int, Any]:
    response = getattr(person.client, method)(f"{PATH}{row['id']}/", body, content_type=JSON, headers=headers)
    return response.status_code, response.json()


def secret_of(person: Person, row: dict[str, Any]) -> dict[str, str]:
    with acting(person.caller):
        return connection_secret(UUID(row["id"]), person.caller)


def events() -> list[tuple[str, list[str], dict[str, str]]]:
    with as_system():
        found = Event.objects.filter(type__startswith="connection.").order_by("id")
        return list(found.values_list("type", "changed", "payload"))


def test_it_is_kept_and_its_secret_never_shown(member: Person) -> None:
    answer = create(member)
    assert answer == {
        "id": answer["id"],
        "kind": "mailbox",
        "name": "Work",
        "account": "ada@example.com",
        "options": {"host": "smtp.example.com", "port": 587, "username": "ada"},
        "secret_fields": ["password"],
        "status": "untried",
        "fault": "",
        "last_used_at": None,
        "created_at": answer["created_at"],
        "updated_at": answer["updated_at"],
    }
    assert member.client.get(f"{PATH}{answer['id']}/").json() == answer
    assert member.client.get(PATH).json()["results"] == [answer]
    assert secret_of(member, answer) == {"password": PASSWORD}


def test_the_secret_stands_nowhere_in_clear(member: Person) -> None:
    row = create(member)
    send(member, "patch", row, {"secret": {"password": PASSWORD + "2"}})
    member.client.post(PATH, {**MAILBOX, "name": "2"}, content_type=JSON, headers={"idempotency-key": "k"})
    with as_system(), connections["system"].cursor() as cursor:
        cursor.execute("SELECT coalesce(string_agg(c::text, ''), '') FROM accounts_connection c")
        found = str(cursor.fetchone()[0])
        cursor.execute("SELECT string_agg(e::text, '') FROM events_event e")
        found += str(cursor.fetchone()[0])
        found += str([bytes(record.body) for record in IdempotencyRecord.objects.all()])
    assert "smtp.example.com" in found
    assert PASSWORD not in found


def test_events_say_what_and_hold_no_value(member: Person) -> None:
    row = create(member)
    send(member, "patch", row, {"name": "Home", "secret": {"password": "other"}})
    send(member, "patch", row, {"name": "Home"})
    member.client.delete(f"{PATH}{row['id']}/")
    kind = {"kind": "mailbox"}
    assert events() == [
        ("connection.created", ["account", "kind", "name", "options", "secret"], kind),
        ("connection.updated", ["name", "secret"], kind),
        ("connection.deleted", [], kind),
    ]


@pytest.mark.parametrize(
    ("change", "attr"),
    [
        ({"kind": "pigeon"}, "kind"),
        ({"name": ""}, "name"),
        ({"options": {}}, "options.host"),
        ({"options": {**MAILBOX["options"], "port": "587"}}, "options.port"),
        ({"options": {**MAILBOX["options"], "port": [1]}}, "options.port"),
        ({"options": [1]}, "options"),
        ({"secret": {}}, "secret.password"),
        ({"secret": {"password": 7}}, "secret.password"),
        ({"secret": {"password": PASSWORD, "pin": "1"}}, "secret.pin"),
        ({"secret": PASSWORD}, "secret"),
        ({"status": "working"}, "status"),
        ({"user": "x"}, "user"),
    ],
)
def test_bad_input_is_named_and_nothing_is_kept(member: Person, change: dict[str, Any], attr: str) -> None:
    response = member.client.post(PATH, {**MAILBOX, **change}, content_type=JSON)
    assert (response.status_code, response.json()["code"]) == (400, "validation_error")
    assert response.json()["errors"][0]["attr"] == attr
    assert PASSWORD not in response.content.decode()
    with as_system():
        assert not Connection.objects.exists()


def test_one_name_a_kind(member: Person, stranger: Person) -> None:
    row = create(member)
    twin = member.client.post(PATH, MAILBOX, content_type=JSON)
    assert (twin.status_code, twin.json()["code"]) == (409, "conflict")
    other = create(member, name="Home")
    assert send(member, "patch", other, {"name": "Work"})[0] == 409
    create(stranger)
    assert send(member, "put", row, {k: v for k, v in MAILBOX.items() if k != "kind"})[0] == 200


def test_parts_change_and_the_rest_stays(member: Person) -> None:
    row = create(member)
    with acting(member.caller):
        note_use(connection_id=UUID(row["id"]), caller=member.caller, fault="The server refused.")
    assert member.client.get(f"{PATH}{row['id']}/").json()["status"] == "failing"
    status, changed = send(member, "patch", row, {"options": {"port": 465, "use_tls": True}})
    assert (status, changed["status"], changed["fault"]) == (200, "untried", "")
    assert changed["options"] == {**MAILBOX["options"], "port": 465, "use_tls": True}
    assert secret_of(member, row) == {"password": PASSWORD}
    status, changed = send(member, "patch", row, {"options": {"use_tls": None}})
    assert (status, "use_tls" in changed["options"]) == (200, False)
    status, problem = send(member, "patch", row, {"options": {"port": None}})
    assert (status, problem["errors"][0]["attr"]) == (400, "options.port")
    status, problem = send(member, "patch", row, {"secret": {"password": None}})
    assert (status, problem["errors"][0]["attr"]) == (400, "secret.password")
    assert secret_of(member, row) == {"password": PASSWORD}


def test_secrets_merge_field_by_field(member: Person) -> None:
    row = create(member, kind="upwork", options={}, secret={"access_token": "a", "refresh_token": "r"})
    assert row["secret_fields"] == ["access_token", "refresh_token"]
    assert send(member, "patch", row, {"secret": {"access_token": "b"}})[0] == 200
    assert secret_of(member, row) == {"access_token": "b", "refresh_token": "r"}
    status, changed = send(member, "patch", row, {"secret": {"refresh_token": None}})
    assert (status, changed["secret_fields"]) == (200, ["access_token"])
    status, changed = send(member, "put", row, {"name": "New", "secret": {"access_token": " c "}})
    assert (status, changed["name"], changed["account"], changed["options"]) == (200, "New", "", {})
    assert secret_of(member, row) == {"access_token": " c "}


def test_a_secret_whose_key_is_gone_is_given_anew(member: Person) -> None:
    row = create(member)
    with override_settings(FIELD_KEYS=(Fernet.generate_key().decode(),)):
        assert member.client.get(PATH).json()["count"] == 1
        assert send(member, "patch", row, {"name": "Home"})[0] == 200
        status, problem = send(member, "patch", row, {"secret": {"password": "new"}})
        assert (status, problem["code"]) == (409, "conflict")
        whole = {name: value for name, value in MAILBOX.items() if name != "kind"}
        assert send(member, "put", row, whole)[0] == 200
        assert secret_of(member, row) == {"password": PASSWORD}
    with as_system():
        assert json.loads(json.dumps(Connection.objects.defer("secret").get().options)) == MAILBOX["options"]


def test_a_stale_write_is_refused(member: Person) -> None:
    row = create(member)
    tag = member.client.get(f"{PATH}{row['id']}/").headers["ETag"]
    assert send(member, "patch", row, {"name": "Home"}, **{"if-match": tag})[0] == 200
    assert send(member, "patch", row, {"name": "Gone"}, **{"if-match": tag})[0] == 412
    assert member.client.delete(f"{PATH}{row['id']}/", headers={"if-match": tag}).status_code == 412


def test_it_is_forgotten(member: Person) -> None:
    row = create(member)
    assert member.client.delete(f"{PATH}{row['id']}/").status_code == 204
    assert member.client.get(f"{PATH}{row['id']}/").status_code == 404
    with pytest.raises(NotFound):
        secret_of(member, row)


def test_it_is_its_owners_alone(member: Person, stranger: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    row = create(colleague)
    for other in (member, stranger):
        assert other.client.get(f"{PATH}{row['id']}/").status_code == 404
        assert other.client.get(PATH).json()["count"] == 0
        assert send(other, "patch", row, {"name": "Mine"})[0] == 404
        assert other.client.delete(f"{PATH}{row['id']}/").status_code == 404
        with pytest.raises(NotFound):
            secret_of(other, row)


def test_a_viewer_writes_nothing_and_forgets_their_own(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    row = create(colleague)
    with as_system():
        Membership.objects.filter(user_id=colleague.user.pk).update(role=Role.VIEWER)
    assert colleague.client.post(PATH, MAILBOX, content_type=JSON).status_code == 403
    assert send(colleague, "patch", row, {"name": "x"})[0] == 403
    assert colleague.client.delete(f"{PATH}{row['id']}/").status_code == 204


def test_a_key_sees_and_writes_nothing(member: Person) -> None:
    row = create(member)
    client = program(made(member, scopes=["*:read", "*:write", "*:manage"])["key"])
    assert client.get(PATH).json()["results"] == [row]
    assert client.post(PATH, {**MAILBOX, "name": "x"}, content_type=JSON).status_code == 403
    assert client.delete(f"{PATH}{row['id']}/").status_code == 403
