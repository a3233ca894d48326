"""Nobody changes the record through the product: not the application, not the system role, not the owner."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.db.utils import DatabaseError
from django.test import Client

from apps.core.db import acting, as_owner, as_system, atomic
from apps.core.models import uuid7
from apps.events.models import Event
from apps.events.redaction import SecretInEvent
from tests.events.recording import record, record_global, sealed
from tests.factories.accounts import PASSWORD, Person, make_user

pytestmark = pytest.mark.usefixtures("database")
REFUSED = "permission denied|audit: "
CHANGES = [
    "UPDATE events_event SET type = 'x'",
    "UPDATE events_event SET occurred_at = now()",
    "UPDATE events_event SET workspace_id = gen_random_uuid()",
    "UPDATE events_event SET actor_id = NULL",
    "UPDATE events_event SET request_id = 'x'",
    "UPDATE events_event SET subject_type = 'x'",
    "UPDATE events_event SET subject_id = gen_random_uuid()",
    "UPDATE events_event SET changed = '{x}'",
    "UPDATE events_event SET payload = '{\"x\": 1}'",
    "UPDATE events_event SET payload = '{}'",
    "UPDATE events_event SET erased_at = now()",
    "UPDATE events_event SET salt = 'x'",
    "UPDATE events_event SET digest = repeat('0', 64)",
    "UPDATE events_event SET seq = seq + 1",
    "UPDATE events_event SET seq = NULL, hash = NULL",
    "UPDATE events_event SET hash = repeat('0', 64)",
    "DELETE FROM events_event",
    "UPDATE events_chain SET seq = seq - 1",
    "UPDATE events_chain SET workspace_id = gen_random_uuid()",
    "DELETE FROM events_chain",
    "UPDATE events_checkpoint SET hash = ''",
    "DELETE FROM events_checkpoint",
]


@pytest.fixture
def record_of_all(member: Person) -> list[Event]:
    from apps.events.checkpoints import checkpoint_heads

    events = sealed(member, 2)
    checkpoint_heads()
    return events


@pytest.mark.parametrize("role", ["app", "system", "owner"])
def test_no_role_changes_what_is_sealed(member: Person, record_of_all: list[Event], role: str) -> None:
    enter: dict[str, Any] = {"app": lambda: acting(member.caller), "system": as_system, "owner": as_owner}
    alias = {"app": "default"}.get(role, role)
    for change in CHANGES:
        with pytest.raises(DatabaseError, match=REFUSED), enter[role](), atomic():
            connections[alias].cursor().execute(change)
            pytest.fail(f"{role} may {change}")


@pytest.mark.parametrize("column", ["type", "workspace_id", "actor_id", "changed"])
def test_the_system_role_has_no_grant_on_a_header(column: str) -> None:
    with connections["system"].cursor() as cursor:
        cursor.execute("SELECT has_column_privilege('events_event', %s, 'UPDATE')", [column])
        assert cursor.fetchone() == (False,)


def test_an_unsealed_event_keeps_its_header_and_payload(member: Person) -> None:
    (event,) = record(member)
    for change in ("type = 'x'", "payload = '{\"x\": 1}'", "payload = '{}'", "digest = repeat('0', 64)"):
        with pytest.raises(DatabaseError, match="audit: "), connections["owner"].cursor() as cursor:
            cursor.execute(f"UPDATE events_event SET {change} WHERE id = %s", [event.pk])


@pytest.mark.parametrize("given", [{"seq": 1, "hash": "0" * 64}, {"hash": "0" * 64}])
def test_no_event_is_inserted_sealed(member: Person, given: dict[str, Any]) -> None:
    with pytest.raises(DatabaseError, match="audit: INSERT"), acting(member.caller):
        Event(id=uuid7(), type="test.sly", workspace_id=member.caller.workspace_id, **given).save(
            force_insert=True
        )


def test_partitions_are_shut_for_the_roles_of_the_product(member: Person) -> None:
    event = sealed(member, 1)[-1]
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT tableoid::regclass::text FROM events_event WHERE id = %s", [event.pk])
        (partition,) = cursor.fetchone()
    for alias in ("default", "system"):
        for statement in (f"SELECT 1 FROM {partition}", f"DELETE FROM {partition}", f"TRUNCATE {partition}",
                          "TRUNCATE events_event", "ALTER TABLE events_event DISABLE TRIGGER ALL"):  # fmt: skip
            with (
                pytest.raises(DatabaseError, match=r"permission denied|must be owner"),
                connections[alias].cursor() as cursor,
            ):
                cursor.execute(statement)


def test_no_month_is_dropped_without_its_checkpoints(member: Person) -> None:
    with connections["system"].cursor() as cursor:
        cursor.execute("SELECT events_prepare_partitions('2024-01-15', 0)")
    old = "018cc251-f400-7000-8000-000000000001"
    with acting(member.caller):
        Event(id=old, type="test.old", workspace_id=member.caller.workspace_id).save(force_insert=True)
    for month in ("2024-01-01 00:00+00", "2023-12-15 00:00+00", "now"):
        with pytest.raises(DatabaseError, match="audit: "), connections["system"].cursor() as cursor:
            cursor.execute("SELECT events_drop_month(%s)", [month])
    with pytest.raises(DatabaseError, match="permission denied"), connections["default"].cursor() as cursor:
        cursor.execute("SELECT events_drop_month('2024-01-01 00:00+00')")


@pytest.mark.parametrize(
    "payload",
    [{"password": "x"}, {"api_key": "x"}, {"refresh_token": "x"}, {"a": [{"clientSecret": "x"}]}, {"Cookie": "x"},
     {"authorization": "x"}, {"key": "x"}, {"password_hash": "x"}],
)  # fmt: skip
def test_a_payload_named_like_a_secret_is_refused(member: Person, payload: dict[str, Any]) -> None:
    with pytest.raises(SecretInEvent) as refused:
        record(member, payload=payload)
    assert "'x'" not in str(refused.value)
    with as_system():
        assert not Event.objects.filter(type="test.happened_0").exists()


def test_what_only_speaks_of_a_secret_is_not(member: Person) -> None:
    record(
        member, payload={"api_key_id": "1", "tokens_in": 5, "key_prefix": "fh_", "monkey": 1, "keyword": "x"}
    )
    record_global("test.global", payload={"password_changed_at": "now"})


def test_the_admin_shows_the_record_and_changes_nothing(member: Person) -> None:
    event = sealed(member, 1)[-1]
    user = make_user(email="staff@example.org", is_staff=True, is_superuser=True)
    staff = Client(raise_request_exception=True)
    staff.post("/admin/login/?next=/admin/", {"username": user.email, "password": PASSWORD})
    shown = staff.get("/admin/events/event/").content.decode()
    assert "icon-yes" in shown and str(event.seq) in shown
    page = f"/admin/events/event/{event.pk}/"
    assert event.hash and event.hash in staff.get(page + "change/").content.decode()
    assert staff.post(page + "change/", {"type": "x"}).status_code == 403
    assert staff.post(page + "delete/", {"post": "yes"}).status_code == 403
    assert staff.get("/admin/events/event/add/").status_code == 403
