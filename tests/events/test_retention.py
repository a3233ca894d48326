"""Dropping months: each row covered by a signed checkpoint, and the rest still verifies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections

from apps.core.db import acting
from apps.events.chain import digest_of
from apps.events.checkpoints import drop_old_months
from apps.events.models import Checkpoint, Event
from apps.events.sealing import seal
from tests.events.recording import audit_verify, chain_of, record, sealed, superuser
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
JANUARY, FEBRUARY = datetime(2024, 1, 10, tzinfo=UTC), datetime(2024, 2, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def old_months(database: None) -> Iterator[None]:
    with connections["system"].cursor() as cursor:
        cursor.execute("SELECT events_prepare_partitions(%s, 1)", [JANUARY])
    yield
    with connections["owner"].cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS events_event_202401, events_event_202402")


def happened(person: Person, moment: datetime, count: int = 1) -> None:
    """Events with ids of that time, sealed one after the other."""
    for number in range(count):
        stamp = f"{int(moment.timestamp() * 1000) + number:012x}"
        with acting(person.caller):
            Event(
                id=UUID(stamp + uuid4().hex[12:]), type="test.old", occurred_at=moment, salt=b"s" * 16,
                workspace_id=person.caller.workspace_id, digest=digest_of(b"s" * 16, {"n": number}),
                payload={"n": number},
            ).save(force_insert=True)  # fmt: skip
        seal()


def partitions() -> set[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'events_event'::regclass"
        )
        return {name for (name,) in cursor.fetchall()}


def test_nothing_goes_unless_it_is_asked_for(member: Person, settings: Any) -> None:
    assert settings.EVENT_RETENTION_MONTHS == 0
    happened(member, JANUARY)
    assert drop_old_months() == []
    assert "events_event_202401" in partitions()


def test_old_months_go_and_the_rest_still_verifies(member: Person, stranger: Person, settings: Any) -> None:
    settings.EVENT_RETENTION_MONTHS = 12
    seal()
    happened(member, JANUARY, 3)
    happened(stranger, JANUARY, 2)
    happened(member, FEBRUARY, 1)
    # Committed late: an event of January with a number behind February's.
    happened(member, JANUARY.replace(day=30), 1)
    sealed(member, 2)
    before = chain_of(member.caller.workspace_id)
    assert audit_verify()[0] == 0
    assert drop_old_months() == ["2024-01", "2024-02"]
    assert not {"events_event_202401", "events_event_202402"} & partitions()
    after = chain_of(member.caller.workspace_id)
    assert [event.pk for event in after] == [event.pk for event in before if event.type != "test.old"]
    code, report = audit_verify()
    assert (code, report["touched"]) == (0, [])
    seal()
    with connections["system"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM events_event WHERE type = 'events.month_dropped'")
        assert cursor.fetchone() == (2,)
    assert drop_old_months() == []


def test_rows_that_go_without_a_checkpoint_are_missed(member: Person, settings: Any) -> None:
    settings.EVENT_RETENTION_MONTHS = 12
    happened(member, JANUARY, 3)
    sealed(member, 1)
    drop_old_months()
    assert audit_verify()[0] == 0
    with superuser() as cursor:
        cursor.execute("DELETE FROM events_checkpoint WHERE kind = 'dropped'")
    code, report = audit_verify()
    assert (code, report["touched"][0]["fault"]) == (1, "missing")


def test_nothing_is_dropped_while_a_chain_was_touched(member: Person, settings: Any) -> None:
    settings.EVENT_RETENTION_MONTHS = 12
    happened(member, JANUARY, 3)
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET type = 'x' WHERE type = 'test.old'")
    assert drop_old_months() == []
    assert "events_event_202401" in partitions()
    assert not Checkpoint.objects.using("owner").exists()


def test_young_months_stay(member: Person, settings: Any) -> None:
    settings.EVENT_RETENTION_MONTHS = 1
    record(member)
    assert drop_old_months() == ["2024-01", "2024-02"]
    assert len(partitions()) >= 4
