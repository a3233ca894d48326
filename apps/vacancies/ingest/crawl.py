"""One run over a board, from its first item to its closing. Safe to run again from the start after any crash."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import atomic
from apps.core.errors import AppError
from apps.events.services import publish
from apps.vacancies.ingest import closing, reading
from apps.vacancies.ingest.batch import Counts, write_batch
from apps.vacancies.models import Source, SourceRun
from apps.vacancies.models.sources import RunOutcome
from apps.vacancies.sources.base import FeedBroken
from apps.vacancies.sources.base import Source as Adapter
from apps.vacancies.sources.registry import get_source

BATCH = 500
# Called with the items done so far; raises to stop the work.
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to read. `origin` is a file or URL with a recorded answer; "" reads the board itself."""

    kind: str
    board: str
    origin: str = ""
    base_url: str = ""
    company_name: str = ""

    def as_arguments(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in self.__slots__}


def open_run(order: Order, task_id: UUID | None) -> SourceRun:
    """The run of this task, begun now or before a crash."""
    get_source(order.kind)
    with atomic():
        board, is_new = Source.objects.get_or_create(
            kind=order.kind,
            board=order.board,
            defaults={"company_name": order.company_name, "base_url": order.base_url},
        )
        given = {name: getattr(order, name) for name in ("company_name", "base_url") if getattr(order, name)}
        changed = [name for name, value in given.items() if getattr(board, name) != value]
        if changed:
            Source.objects.filter(pk=board.pk).update(**given)
            board.refresh_from_db()
        if is_new or changed:
            _tell_of_board("source.created" if is_new else "source.changed", board, changed)
        if task_id is None:
            run = SourceRun.objects.create(source=board)
        else:
            run, _ = SourceRun.objects.get_or_create(task_id=task_id, defaults={"source": board})
        run.source = board
        return run


def _tell_of_board(event: str, board: Source, changed: list[str]) -> None:
    publish(
        event,
        workspace_id=NO_WORKSPACE,
        subject_type="source",
        subject_id=board.pk,
        changed=changed,
        payload={"kind": board.kind, "board": board.board},
    )


def crawl(
    order: Order, run: SourceRun, progress: Progress, finish: Callable[[dict[str, Any]], None]
) -> SourceRun:
    """Read a board into the catalogue. `finish` is called in the transaction that ends the run, with its summary.

    A posting that cannot be read is counted and shown on the run; the rest land. Only a complete crawl of the
    board itself may close what it no longer lists.
    """
    adapter = get_source(order.kind)
    outcome, fault = RunOutcome.COMPLETE, ""
    try:
        done = 0
        for batch in _batches(_items(adapter, order, run)):
            _write(run, adapter, batch)
            done += len(batch)
            progress(done)
    except FeedBroken as broken:
        outcome, fault = RunOutcome.PARTIAL, broken.detail
    except AppError as error:
        outcome, fault = RunOutcome.FAILED, error.detail
    return _end(order, run, outcome, fault, finish)


def _items(adapter: Adapter, order: Order, run: SourceRun) -> Iterator[reading.Item]:
    if order.origin:
        return reading.recorded(adapter, order.origin)

    return reading.crawled(adapter, order.board, order.base_url or run.source.base_url)


def _batches(items: Iterator[reading.Item]) -> Iterator[list[reading.Item]]:
    """Lists of at most BATCH items. What came before a break is handed on before the break is raised."""
    while True:
        batch: list[reading.Item] = []
        try:
            for item in itertools.islice(items, BATCH):
                batch.append(item)
        except AppError:
            if batch:
                yield batch
            raise
        if not batch:
            return
        yield batch


def _write(run: SourceRun, adapter: Adapter, batch: list[reading.Item]) -> None:
    """One batch and its counts, in one transaction."""
    with atomic():
        counts: Counts = write_batch(run, adapter, batch)
        changes: dict[str, Any] = {name: F(name) + value for name, value in counts.numbers().items() if value}
        if counts.faults:
            run.faults = (run.faults + counts.faults)[:50]
            changes["faults"] = run.faults
        if changes:
            SourceRun.objects.filter(pk=run.pk).update(**changes)


def _end(
    order: Order,
    run: SourceRun,
    outcome: RunOutcome,
    fault: str,
    finish: Callable[[dict[str, Any]], None],
) -> SourceRun:
    with atomic():
        run = SourceRun.objects.select_for_update(of=("self",)).select_related("source").get(pk=run.pk)
        now = timezone.now()
        if outcome == RunOutcome.COMPLETE and not order.origin and get_source(order.kind).lists_everything:
            run.closed, alarm = closing.close_unlisted(run, now)
            fault = fault or alarm
        run.outcome, run.fault, run.finished_at = outcome, fault[:2000], now
        run.save()
        Source.objects.filter(pk=run.source_id).update(last_run_at=now)
        summary = summary_of(run)
        publish(
            "source_run.finished",
            workspace_id=NO_WORKSPACE,
            subject_type="source_run",
            subject_id=run.pk,
            payload={"source_run_id": str(run.pk), **summary},
        )
        finish(summary)
    return run


def summary_of(run: SourceRun) -> dict[str, Any]:
    """The figures of a run, as the command line and the event show them."""
    numbers = {name: getattr(run, name) for name in (*Counts.NUMBERS, "closed")}
    return {
        "kind": run.source.kind,
        "board": run.source.board,
        "outcome": run.outcome,
        **numbers,
        "faults": run.faults,
        "fault": run.fault,
    }
