"""`manage.py audit verify`: a record that is whole passes; what a superuser did to it is named, row and kind."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from apps.core.db import as_system
from apps.core.models import uuid7
from apps.events import auditing
from apps.events.checkpoints import checkpoint_heads
from apps.events.models import Chain, Event
from apps.events.sealing import seal
from tests.events.recording import assert_touched, audit_verify, record, sealed, superuser
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def test_an_empty_database_passes() -> None:
    assert audit_verify() == (
        0,
        {
            "whole": True,
            "chains": 0,
            "events": 0,
            "erased": 0,
            "unsealed": 0,
            "checkpoints": 0,
            "touched": [],
        },
    )


def test_a_whole_record_passes_and_unsealed_rows_are_counted(member: Person, stranger: Person) -> None:
    sealed(member)
    sealed(stranger)
    checkpoint_heads()
    record(member, 3)
    code, report = audit_verify()
    with as_system():
        events, chains = Event.objects.filter(seq__isnull=False).count(), Chain.objects.count()
    assert code == 0
    assert (report["events"], report["unsealed"], report["chains"]) == (events, 3, chains)
    assert report["checkpoints"] == chains


def test_it_speaks_to_people(member: Person) -> None:
    event = sealed(member)[1]
    out = io.StringIO()
    call_command("audit", "verify", stdout=out)
    assert out.getvalue().endswith("The record is whole.\n")
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET type = 'x' WHERE id = %s", [event.pk])
    said = io.StringIO()
    with pytest.raises(CommandError, match="touched"):
        call_command("audit", "verify", stdout=out, stderr=said)
    assert f"chain {event.workspace_id}: seq 2, event {event.pk}: header:" in said.getvalue()


def test_one_chain_can_be_verified_alone(member: Person, stranger: Person) -> None:
    mine, theirs = sealed(member), sealed(stranger)
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET request_id = 'x' WHERE id = %s", [theirs[0].pk])
    code, report = audit_verify("--workspace", str(member.caller.workspace_id))
    assert (code, report["events"], report["chains"]) == (0, len(mine), 1)
    assert audit_verify("--workspace", str(stranger.caller.workspace_id))[0] == 1


HEADER: dict[str, Any] = {
    "type": "x", "occurred_at": datetime(2020, 1, 1, tzinfo=UTC), "actor_id": uuid7(), "request_id": "x",
    "subject_type": "x", "subject_id": uuid7(), "changed": ["x"], "hash": "0" * 64, "digest": "0" * 64, "id": None,
}  # fmt: skip


@pytest.mark.parametrize("column", HEADER)
def test_a_changed_header_is_named(member: Person, column: str) -> None:
    events = sealed(member)
    touched = events[2]
    value = HEADER[column] or uuid7()
    with superuser() as cursor:
        cursor.execute(f"UPDATE events_event SET {column} = %s WHERE id = %s", [value, touched.pk])
        cursor.execute("UPDATE events_event SET type = 'later' WHERE id = %s", [events[4].pk])
    if column == "id":
        touched.pk = value
    assert_touched(touched, "header")


@pytest.mark.parametrize("change", ['payload = \'{"note": "other"}\'', "salt = 'x'", "salt = NULL"])
def test_a_changed_payload_is_named(member: Person, change: str) -> None:
    touched = sealed(member)[3]
    with superuser() as cursor:
        cursor.execute(f"UPDATE events_event SET {change} WHERE id = %s", [touched.pk])
    assert_touched(touched, "payload")


@pytest.mark.parametrize("at", [0, 2, -1])
def test_a_deleted_row_is_named(member: Person, at: int) -> None:
    touched = sealed(member)[at]
    with superuser() as cursor:
        cursor.execute("DELETE FROM events_event WHERE id = %s", [touched.pk])
    assert_touched(touched, "missing", missing=True)


def test_two_rows_that_changed_places_are_named(member: Person) -> None:
    events = sealed(member)
    one, other = events[1], events[3]
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET seq = %s WHERE id = %s", [other.seq, one.pk])
        cursor.execute("UPDATE events_event SET seq = %s WHERE id = %s", [one.seq, other.pk])
    other.seq = one.seq
    assert_touched(other, "header")


def test_a_row_with_a_number_that_is_taken_is_named(member: Person) -> None:
    one, other = sealed(member)[1:3]
    with superuser() as cursor:
        cursor.execute("UPDATE events_event SET seq = %s WHERE id = %s", [one.seq, other.pk])
    other.seq = one.seq
    assert_touched(other, "order")


def test_a_row_moved_to_another_chain_is_missed_in_its_own(member: Person, stranger: Person) -> None:
    events = sealed(member)
    sealed(stranger, 1)
    with superuser() as cursor:
        cursor.execute(
            "UPDATE events_event SET workspace_id = %s WHERE id = %s",
            [stranger.caller.workspace_id, events[-1].pk],
        )
    code, report = audit_verify()
    assert code == 1
    assert {found["workspace_id"] for found in report["touched"]} == {
        str(member.caller.workspace_id),
        str(stranger.caller.workspace_id),
    }


def test_a_head_that_was_moved_back_with_its_rows_is_found_by_a_checkpoint(member: Person) -> None:
    events = sealed(member)
    checkpoint_heads()
    keep, cut = events[-2], events[-1]
    with superuser() as cursor:
        cursor.execute("DELETE FROM events_event WHERE id = %s", [cut.pk])
        cursor.execute(
            "UPDATE events_chain SET seq = %s, hash = %s WHERE workspace_id = %s",
            [keep.seq, keep.hash, keep.workspace_id],
        )
    assert_touched(cut, "missing", missing=True)


def test_a_chain_that_went_whole_is_found_by_its_checkpoint(member: Person) -> None:
    first = sealed(member)[0]
    checkpoint_heads()
    with superuser() as cursor:
        cursor.execute("DELETE FROM events_event WHERE workspace_id = %s", [first.workspace_id])
        cursor.execute("DELETE FROM events_chain WHERE workspace_id = %s", [first.workspace_id])
    assert_touched(first, "missing", missing=True)


def test_a_forged_checkpoint_is_found(member: Person) -> None:
    last = sealed(member)[-1]
    checkpoint_heads()
    with superuser() as cursor:
        cursor.execute("UPDATE events_checkpoint SET hash = %s WHERE workspace_id = %s", ["0" * 64, last.workspace_id])  # fmt: skip
    code, report = audit_verify()
    assert code == 1
    (found,) = report["touched"]
    assert (found["seq"], found["fault"]) == (last.seq, "checkpoint")
    assert "signature" in found["detail"]


def test_a_checkpoint_of_a_key_that_is_not_ours_is_found(
    member: Person, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed(member)
    checkpoint_heads()
    settings.AUDIT_KEYS = ("a-newer-key",)
    assert audit_verify()[0] == 0, "what an older key signed is trusted as long as that key is configured"
    settings.FIELD_KEYS = ("bHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg=",)
    code, report = audit_verify()
    assert code == 1 and "not configured" in report["touched"][0]["detail"]


def test_checkpoints_are_made_only_of_chains_that_grew(member: Person) -> None:
    sealed(member, 1)
    made = checkpoint_heads()
    assert made >= 1
    assert checkpoint_heads() == 0
    record(member)
    seal()
    assert checkpoint_heads() == 1


def test_it_reads_a_snapshot_beside_a_sealer_at_work(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between its look at the heads and its look at the rows, events are sealed: no false alarm."""
    sealed(member)
    real = auditing._Erasures

    def and_meanwhile() -> auditing._Erasures:
        import threading

        from django.db import connections

        made = real()

        def work() -> None:
            record(member, 3)
            seal()
            connections.close_all()

        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
        return made

    monkeypatch.setattr(auditing, "_Erasures", and_meanwhile)
    assert audit_verify()[0] == 0
