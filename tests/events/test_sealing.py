"""Sealing: after commit, in the order found, gapless, one sealer a chain, nothing half after a crash."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from apps.core import windows
from apps.core.caller import NO_WORKSPACE
from apps.core.db import acting, as_system, atomic
from apps.core.models import uuid7
from apps.events import sealing
from apps.events.chain import digest_of
from apps.events.models import Chain, Event
from apps.events.sealing import seal
from apps.events.services import publish
from tests.events.recording import audit_verify, chain_of, record, record_global, sealed, superuser
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


def test_events_come_unsealed_and_are_sealed_after_commit(member: Person) -> None:
    (event,) = record(member)
    with as_system():
        row = Event.objects.get(pk=event.pk)
        assert (row.seq, row.hash) == (None, None)
        assert row.digest and len(bytes(row.salt or b"")) == 16
    assert seal() >= 1
    assert seal() == 0
    with as_system():
        row = Event.objects.get(pk=event.pk)
        head = Chain.objects.get(pk=event.workspace_id)
    assert (row.seq, row.hash) == (head.seq, head.hash)


def test_the_same_words_twice_have_two_digests(member: Person) -> None:
    one, other = record(member, 2)
    assert one.digest != other.digest


def test_an_older_id_that_commits_later_takes_the_next_number(member: Person) -> None:
    older = uuid7()
    newer = sealed(member, 1)[-1]
    with acting(member.caller):
        late = Event(
            id=older, type="test.late", workspace_id=member.caller.workspace_id, salt=b"s" * 16,
            digest=digest_of(b"s" * 16, {}),
        )  # fmt: skip
        late.save(force_insert=True)
    seal()
    with as_system():
        late.refresh_from_db()
    assert late.pk < newer.pk
    assert late.seq == (newer.seq or 0) + 1
    assert audit_verify()[0] == 0


def test_what_is_not_committed_is_not_sealed(member: Person) -> None:
    started, finish = threading.Event(), threading.Event()

    def write() -> None:
        with acting(member.caller):
            publish("test.slow", workspace_id=member.caller.workspace_id)
            started.set()
            finish.wait(20)
        connections.close_all()

    writer = threading.Thread(target=write)
    writer.start()
    started.wait(20)
    quick = sealed(member, 1)[-1]
    finish.set()
    writer.join()
    assert quick.type == "test.happened_0"
    seal()
    assert [event.type for event in chain_of(member.caller.workspace_id)][-2:] == [
        "test.happened_0",
        "test.slow",
    ]


def test_a_chain_that_another_sealer_holds_is_left_to_it(member: Person, stranger: Person) -> None:
    sealed(member, 1)
    sealed(stranger, 1)
    record(member)
    record(stranger)

    def seal_elsewhere(done: list[int]) -> None:
        done.append(seal())
        connections.close_all()

    done: list[int] = []
    with as_system(), atomic():
        Chain.objects.select_for_update().get(pk=member.caller.workspace_id)
        other = threading.Thread(target=seal_elsewhere, args=[done])
        other.start()
        other.join(20)
    assert done == [1]
    assert seal() == 1


def test_a_crash_in_the_middle_leaves_nothing_half(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    before = len(sealed(member, 2))
    record(member, 3)
    real: Callable[..., None] = sealing._write

    def write_and_die(*args: Any) -> None:
        real(*args)
        raise ConnectionError("the sealer is gone")

    with monkeypatch.context() as broken:
        broken.setattr(sealing, "_write", write_and_die)
        with pytest.raises(ConnectionError):
            seal()
    assert len(chain_of(member.caller.workspace_id)) == before
    with as_system():
        assert Chain.objects.get(pk=member.caller.workspace_id).seq == before
    assert seal() == 3
    assert audit_verify()[0] == 0


def test_rows_of_before_sealing_get_their_digest_at_sealing(member: Person) -> None:
    with superuser() as cursor:
        cursor.execute(
            "INSERT INTO events_event (id, type, occurred_at, workspace_id, request_id, subject_type, changed, payload) "
            "VALUES (%s, 'test.old', now(), %s, '', '', '{}', %s)",
            [uuid7(), member.caller.workspace_id,
             '{"n": [1e16, 1.50, -0.0, 1e-7, 12345678901234567890, 0.1, 1e300], "\\u00e9": "\\n\\u0001\\ud83d\\ude00"}'],
        )  # fmt: skip
    seal()
    old = [event for event in chain_of(member.caller.workspace_id) if event.type == "test.old"]
    assert len(old) == 1 and old[0].digest and old[0].salt
    assert audit_verify()[0] == 0


def test_numbers_are_digested_as_the_database_gives_them_back(member: Person) -> None:
    payload = {"n": [1e16, 1.5, -0.0, 1e-7, 12345678901234567890, 0.1, 1e300, 1e22, 5e-324, 100.0, True]}
    record(member, payload=payload)
    seal()
    code, report = audit_verify()
    assert (code, report["touched"]) == (0, [])


def test_one_message_wakes_for_all_that_is_committed_before_the_sealer_starts(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(sealing, "send", lambda task, *_, queue: sent.append(task))
    windows.forget("events.seal")
    record(member, 5)
    assert sent == ["events.seal"]
    seal()
    record(member)
    assert sent == ["events.seal", "events.seal"]


def test_finding_work_reads_the_small_index(member: Person) -> None:
    sealed(member, 300)
    record(member, 2)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE events_event")
        cursor.execute("SET enable_seqscan = off")
        try:
            cursor.execute("EXPLAIN " + sealing._WAITING, [1000])
            plan = "\n".join(row for (row,) in cursor.fetchall())
        finally:
            cursor.execute("RESET enable_seqscan")
    assert "_id_workspace_id_idx" in plan or "event_unsealed" in plan, plan


class Crew:
    """Threads that close their connections, and keep their faults for the test."""

    def __init__(self) -> None:
        self.faults: list[Exception] = []

    def start(self, work: Callable[[], None], count: int) -> list[threading.Thread]:
        threads = [threading.Thread(target=self._run, args=[work]) for _ in range(count)]
        for thread in threads:
            thread.start()
        return threads

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as fault:  # noqa: BLE001 - a thread's fault must reach the test
            self.faults.append(fault)
        finally:
            connections.close_all()


def test_many_writers_and_two_sealers_make_gapless_chains() -> None:
    people = [make_person() for _ in range(5)]
    each, stop, crew = 40, threading.Event(), Crew()

    def write() -> None:
        for number in range(each):
            record(people[number % len(people)])
            record_global("test.global")

    def keep_sealing() -> None:
        while not stop.is_set():
            seal()

    sealers = crew.start(keep_sealing, 2)
    for writer in crew.start(write, 8):
        writer.join()
    stop.set()
    for sealer in sealers:
        sealer.join()
    seal()
    assert crew.faults == []
    code, report = audit_verify()
    assert (code, report["unsealed"], report["touched"]) == (0, 0, [])
    with as_system():
        assert report["events"] == Event.objects.count() >= 8 * each * 2
    for chain in (NO_WORKSPACE, *(person.caller.workspace_id for person in people)):
        numbers = [event.seq for event in chain_of(chain)]
        assert numbers == list(range(1, len(numbers) + 1))
