"""Reads the next batch in a thread of its own while one is written: reading is Python's work, writing is PostgreSQL's, and
whoever waits for a database holds no lock of the interpreter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

from apps.vacancies.ingest.target import Prepared, Received, Target

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """A batch that is being read."""

    prepared: Prepared
    _ends: Future[None]

    def done(self) -> Prepared:
        """Wait for it. Raises what its reading raised."""
        self._ends.result()
        return self.prepared


class ReadAhead:
    """The thread, for the length of a page. It is one: a second would wait for the first one's interpreter."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="read-ahead")

    def begin(self, received: Sequence[Received]) -> Reading | None:
        """Begin to read a batch; None where its target reads only as it writes. Asks the database, here and now, what
        there is to read."""
        with self._target.transaction():
            prepared = self._target.prepare(received)
        return Reading(prepared, self._thread.submit(prepared.read)) if prepared else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)


def one_ahead(things: Iterable[T]) -> Iterator[T]:
    """Each of them once the next one is there."""
    waiting: list[T] = []
    for thing in things:
        waiting.append(thing)
        if len(waiting) == 2:
            yield waiting.pop(0)
    yield from waiting
