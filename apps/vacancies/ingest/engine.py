"""One run over a board, from its first item to its closing. Safe to take up again after any crash.

The engine asks, cuts into batches and keeps the books; what a posting becomes is the target's.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from apps.core.errors import AppError
from apps.core.http import Fetched, HostBusy
from apps.vacancies.ingest import bookkeeping, reading
from apps.vacancies.ingest.ahead import ReadAhead, Reading, one_ahead
from apps.vacancies.ingest.bookkeeping import Ending
from apps.vacancies.ingest.detail import Details
from apps.vacancies.ingest.kept import Kept
from apps.vacancies.ingest.reading import Answer, Asking, Position
from apps.vacancies.ingest.target import Counts, Item, Received, Run, Target
from apps.vacancies.models.sources import RunOutcome
from apps.vacancies.sources.base import FeedBroken, PageRequest
from apps.vacancies.sources.capabilities import DetailedSource

# Two of them are in memory: one is read while one is written.
BATCH = 250
# Where each posting may cost a request, so that a crash costs few of them.
DETAIL_BATCH = 20
# Seconds between two events of progress.
TELL_EVERY = 2.0
# Called with the items done so far and a line for people; raises to stop the work.
Progress = Callable[[int, str], None]
Finish = Callable[[dict[str, Any]], None]


def crawl(target: Target, progress: Progress, finish: Finish, *, origin: str = "") -> Run:
    """Read a board into its target. `origin` is a file or URL with a recorded answer, "" the board itself.

    `finish` is called in the transaction that ends the run, with its summary. A posting that cannot be read is counted
    and shown on the run; the rest land. Only a complete crawl of the board itself may close what it no longer lists.
    """
    return _Crawl(target, progress, origin).run(finish)


class _Crawl:
    def __init__(self, target: Target, progress: Progress, origin: str) -> None:
        self.target, self.progress, self.origin = target, progress, origin
        self.asking = Asking(target)
        self.details = Details(self.asking, target)
        self.kept = Kept(target.run)
        self.position = Position.read(target.run.checkpoint)
        self.met: set[str] = set()
        self.written = 0  # requests that stand in the run's row already
        self.told = time.monotonic()
        self.counts = Counts()

    def run(self, finish: Finish) -> Run:
        ending = self._ending()
        with self.target.transaction():
            summary = bookkeeping.end(self.target, ending, requests=self._unwritten(), position=self.position)
            finish(summary)
        self.kept.drop(self.position.number)  # the page that ended the run, where one did
        return self.target.run

    def _ending(self) -> Ending:
        is_recorded, details = bool(self.origin), self.details
        try:
            outcome = self._recorded() if is_recorded else self._pages()
        except AppError as fault:
            cause = fault.__cause__
            self.target.fault = cause if isinstance(cause, AppError) else fault
            after = getattr(fault, "retry_after", None) or getattr(fault.__cause__, "retry_after", None)
            came = self.position.number or self.counts.seen or self.target.run.seen
            failed = RunOutcome.PARTIAL if came else RunOutcome.FAILED
            return Ending(
                outcome=failed,
                fault=fault.detail,
                retry_after=after,
                is_busy=isinstance(fault, HostBusy),
                is_recorded=is_recorded,
            )
        nameless = self.position.nameless
        said = details.fault or (f"{nameless} items have no id" if nameless else "")
        return Ending(
            outcome=RunOutcome.PARTIAL if said else outcome,
            fault=said,
            retry_after=details.retry_after,
            is_recorded=is_recorded,
        )

    def _recorded(self) -> RunOutcome:
        with reading.recorded(self.asking.source, self.origin) as body:
            self._write_page(Answer(source=self.asking.source, body=body, met=self.met))
        return RunOutcome.COMPLETE

    def _pages(self) -> RunOutcome:
        new: set[str] = set()
        self.kept.sweep()
        if self.position.number:
            self.kept.drop(self.position.number - 1)
            with self.target.transaction():
                self.met = self.target.met()
            new = self.met if self.position.new else set()
        while (request := self.asking.request_at(self.position, new)) is not None:
            number = self.position.number
            with self._named(), self._answer(request) as fetched:
                page = Answer(
                    source=self.asking.source,
                    body=fetched.body,
                    met=self.met,
                    etag=fetched.etag or "",
                    last_modified=fetched.last_modified or "",
                )
                if fetched.not_modified:
                    return self._unchanged()
                self._write_page(page)
            self.kept.drop(number)
            new = page.new
        return RunOutcome.COMPLETE

    def _answer(self, request: PageRequest) -> Fetched:
        """The page as it was kept before a crash, else as it is now: then it is kept, and on the books."""
        number = self.position.number
        if kept := self.kept.found(number):
            return kept
        fetched = self.asking.fetch(request, **self._validators())
        if not fetched.not_modified:
            with self.target.transaction():
                self._record(Counts(), None)
            self.kept.keep(number, fetched)
        return fetched

    def _validators(self) -> dict[str, str]:
        """Of the copy that is stored: only a whole one, and only for the answer that is the whole board."""
        run = self.target.run
        if self.position.number or run.seen or self.counts.seen:
            return {}
        return {"etag": run.source.etag, "last_modified": run.source.last_modified}

    def _unchanged(self) -> RunOutcome:
        with self.target.transaction():
            seen = self.target.touch()
            self._record(Counts(seen=seen, unchanged=seen), None)
        return RunOutcome.UNCHANGED

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        """A fault behind the first page breaks the feed there; one of the first page is the board's."""
        try:
            yield
        except FeedBroken:
            raise
        except AppError as fault:
            if not self.position.number:
                raise
            done = self.position.total
            raise FeedBroken(f"page {self.position.number + 1}: {fault.detail}", items=done) from fault

    def _write_page(self, page: Answer) -> None:
        """All batches of a page, the last of them, which may be empty, with the checkpoint behind it."""
        has_details = isinstance(self.asking.source, DetailedSource) and not self.origin
        with ReadAhead(self.target) as ahead:
            # Details are asked for when the batch before them is written: a crash costs those of one batch.
            batches = (
                self._batches(page, DETAIL_BATCH)
                if has_details
                else one_ahead(self._batches(page, BATCH, ahead))
            )
            for batch in batches:
                after = page.after(self.position) if batch.is_last and not batch.fault else None
                self._write(batch, after)
                self.position = after or self.position
                if batch.fault:
                    raise batch.fault

    def _batches(self, page: Answer, size: int, ahead: ReadAhead | None = None) -> Iterator[_Batch]:
        """The page, cut; with `ahead` each batch is being read when it is handed on."""
        items, is_last = page.items(), False
        while not is_last:
            batch = _cut(items, size)
            batch.received = self._received(batch)
            if ahead is not None:
                batch.reading = ahead.begin(batch.received)
            yield batch
            is_last = batch.is_last

    def _write(self, batch: _Batch, after: Position | None) -> None:
        """One batch and its counts, in one transaction."""
        received, prepared = batch.received, batch.reading.done() if batch.reading else None
        with self.target.transaction():
            counts = self.target.write(received, prepared) if received else Counts()
            counts.seen += batch.nameless
            for _ in range(batch.nameless):
                counts.refuse("", "no id")
            counts.faults += self.details.faults
            self._record(counts, after)
            if (now := time.monotonic()) - self.told > TELL_EVERY:
                self.told = now
                bookkeeping.tell(self.target, self._line())
        self.details.faults = []
        self.progress(self.target.run.seen + self.counts.seen, self._line())

    def _received(self, batch: _Batch) -> list[Received]:
        if self.origin:  # a recorded answer is whole, as far as it goes
            return [Received(source_id=name, item=item) for name, item in batch.items.items()]
        return self.details.complete(batch.items)

    def _record(self, counts: Counts, after: Position | None) -> None:
        bookkeeping.record(self.target, counts, requests=self._unwritten(), position=after)
        self.written = self.asking.requests
        for name, value in counts.numbers().items():
            setattr(self.counts, name, getattr(self.counts, name) + value)

    def _unwritten(self) -> int:
        return self.asking.requests - self.written

    def _line(self) -> str:
        run, counts = self.target.run, self.counts
        seen, new = run.seen + counts.seen, run.created + counts.created
        return f"page {self.position.number + 1}: {seen} seen, {new} new"


@dataclass(slots=True)
class _Batch:
    """Items by their id, the last of two with one id; and why there are no more of them."""

    items: dict[str, Item]
    nameless: int
    is_last: bool
    fault: AppError | None
    received: list[Received] = field(default_factory=list)
    reading: Reading | None = None


def _cut(items: Iterator[tuple[str, Item]], size: int) -> _Batch:
    """The next `size` items. What came before a break is handed on with it."""
    batch = _Batch({}, 0, is_last=True, fault=None)
    count = 0
    try:
        for source_id, item in itertools.islice(items, size):
            count += 1
            if source_id:
                batch.items[source_id] = item
            else:
                batch.nameless += 1
    except AppError as fault:
        batch.fault = fault
    batch.is_last = count < size
    return batch
