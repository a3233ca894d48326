"""Verifies every chain against its rows, its head and its signed checkpoints, in one snapshot, row by row."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import merge
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db import connections

from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic, current_alias
from apps.events.chain import Evidence, Fault, Header, Mark, Sealed, Touched, verify
from apps.events.erasure import ERASED
from apps.events.models import Chain, Checkpoint, Event
from apps.events.rows import SEALED, sealed_of
from apps.events.signing import fault_of

CHUNK = 2000
# How far the clocks of two hosts may be apart.
SKEW = timedelta(minutes=5)


@dataclass(slots=True)
class Report:
    """What was found. `touched` holds the first touched row of each chain that has one."""

    chains: int = 0
    events: int = 0
    erased: int = 0
    unsealed: int = 0
    checkpoints: int = 0
    touched: list[tuple[UUID, Touched]] = field(default_factory=list)


class _Erasures:
    """Whose payloads were lawfully erased, until when: sealed events say so."""

    def __init__(self) -> None:
        self._until: dict[tuple[UUID, UUID], datetime] = {}
        said = Event.objects.filter(type__in=ERASED, subject_id__isnull=False, seq__isnull=False)
        for chain, subject, at in said.values_list("workspace_id", "subject_id", "occurred_at"):
            if subject is not None:
                self._until[chain, subject] = max(at, self._until.get((chain, subject), at))

    def cover(self, header: Header) -> bool:
        return any(
            (until := self._until.get((chain, whose))) is not None and header.occurred_at <= until + SKEW
            for chain in (header.workspace_id, NO_WORKSPACE)
            for whose in (header.workspace_id, header.actor_id, header.subject_id)
            if whose is not None
        )


def events_to_verify(workspace_id: UUID | None = None) -> int:
    """How many rows the heads speak of: for a progress bar."""
    with as_system():
        heads = Chain.objects.filter(**_of(workspace_id)).values_list("seq", flat=True)
        return sum(heads.iterator())


def verify_chains(
    *, workspace_id: UUID | None = None, progress: Callable[[int], None] = lambda done: None
) -> Report:
    """Verify one chain or all. Memory does not grow with the events; `progress` hears how many are done.

    Outside of any transaction: it reads in a snapshot of its own, beside sealers at work.
    """
    report = Report()
    with as_system(), atomic():
        with connections[current_alias()].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        erasures = _Erasures()
        report.unsealed = Event.objects.filter(seq=None, **_of(workspace_id)).count()
        for chain, heads, checkpoints, rows in _chains(workspace_id):
            report.chains += 1
            _verify_one(report, erasures, chain, heads, checkpoints, _counted(rows, report, progress))
    return report


def _of(workspace_id: UUID | None) -> dict[str, UUID]:
    return {} if workspace_id is None else {"workspace_id": workspace_id}


def _chains(
    workspace_id: UUID | None,
) -> Iterator[tuple[UUID, list[Chain], list[Checkpoint], Iterator[Sealed]]]:
    """Every chain that anything speaks of: a head, a checkpoint or a row. Its rows are read as they come."""
    mine = _of(workspace_id)
    heads = Chain.objects.filter(**mine).order_by("workspace_id").iterator(CHUNK)
    checkpoints = Checkpoint.objects.filter(**mine).order_by("workspace_id", "seq").iterator(CHUNK)
    rows = Event.objects.filter(seq__isnull=False, **mine).order_by("workspace_id", "seq", "id")
    sealed = map(sealed_of, rows.values_list(*SEALED).iterator(CHUNK))
    streams = (
        ((head.workspace_id, 0, head) for head in heads),
        ((checkpoint.workspace_id, 1, checkpoint) for checkpoint in checkpoints),
        ((row.header.workspace_id, 2, row) for row in sealed),
    )
    merged = merge(*streams, key=itemgetter(0, 1))
    for chain, group in itertools.groupby(merged, key=itemgetter(0)):
        yield chain, *_parted(group)


def _parted(group: Iterator[tuple[UUID, int, Any]]) -> tuple[list[Chain], list[Checkpoint], Iterator[Sealed]]:
    before: tuple[list[Chain], list[Checkpoint]] = ([], [])
    for _, kind, item in group:
        if kind == 2:
            return *before, itertools.chain([item], (row for _, _, row in group))
        before[kind].append(item)
    return *before, iter(())


def _counted(rows: Iterator[Sealed], report: Report, progress: Callable[[int], None]) -> Iterator[Sealed]:
    for row in rows:
        report.events += 1
        report.erased += row.is_erased
        if report.events % CHUNK == 0:
            progress(report.events)
        yield row


def _verify_one(
    report: Report,
    erasures: _Erasures,
    chain: UUID,
    heads: list[Chain],
    checkpoints: list[Checkpoint],
    rows: Iterator[Sealed],
) -> None:
    good: dict[str, list[Checkpoint]] = defaultdict(list)
    for checkpoint in checkpoints:
        report.checkpoints += 1
        if fault := fault_of(checkpoint):
            touched = Touched(checkpoint.seq, None, Fault.CHECKPOINT, f"checkpoint {checkpoint.pk}: {fault}")
            report.touched.append((chain, touched))
        else:
            good[checkpoint.kind].append(checkpoint)
    known = Evidence(
        head=Mark(heads[0].seq, heads[0].hash) if heads else None,
        marks={one.seq: one.hash for one in good["head"]},
        dropped={one.first_seq: Mark(one.seq, one.hash) for one in good["dropped"]},
        may_be_erased=erasures.cover,
    )
    found = verify(rows, known)
    if found is not None:
        report.touched.append((chain, found))
    # What lies behind a touched row is counted, and not judged.
    for _ in rows:
        pass
