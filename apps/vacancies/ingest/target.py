"""What a crawl writes to. One engine reads boards; the catalogue and a workspace's own board are two targets of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Protocol
from uuid import UUID

from apps.core.errors import AppError
from apps.vacancies.models.sources import OwnSourceRun, SourceRun
from apps.vacancies.sources.base import Board, Source

Item = Mapping[str, object]
Run = SourceRun | OwnSourceRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One item of a list. `item` is whole: its detail is merged in where the source has one.

    `list_hash` is that of the list's item, "" where the detail could not be had: then a posting that has its detail
    already keeps it, and is asked about again next time. `is_known`: the list shows it as it did when its detail was
    read, so that what is stored stands, and `item` is only the list's part.
    """

    source_id: str
    item: Item
    list_hash: str = ""
    is_known: bool = False


@dataclass(slots=True)
class Counts:
    """What a batch came to. `faults` holds {source_id, reason} of what was refused."""

    NUMBERS: ClassVar[tuple[str, ...]] = ("seen", "created", "changed", "unchanged", "merged", "refused")
    seen: int = 0
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    merged: int = 0
    refused: int = 0
    faults: list[dict[str, str]] = field(default_factory=list)

    def refuse(self, source_id: str, reason: str) -> None:
        self.refused += 1
        self.faults.append({"source_id": source_id[:200], "reason": reason[:200]})

    def numbers(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in self.NUMBERS}


class Prepared(Protocol):
    """What is to be read of a batch."""

    def read(self) -> None:
        """Read it: without the database, in any thread."""


class Target(Protocol):
    """Where the postings of one run go. The engine calls every method but `transaction` inside of `transaction()`.

    A method may be called again with the same postings after a crash: what it has written in this run already
    (`last_seen_at` is not before `run.started_at`) it passes over. `run` is the row as it stood when the crawl began or
    was taken up, its `source` loaded; the engine keeps its figures and the health of the board.
    """

    run: Run
    adapter: Source
    board: Board
    # By the adapter's `credential_names`; empty where it needs none, or where nobody gave any.
    credentials: Mapping[str, str]
    # Asked before each request, with the seconds it may wait (`http.HostLimit.turn`): where processes share a count.
    turn: Callable[[float], None] | None
    # Of the events: `<noun>_run.finished`, `<noun>.alarmed`; theirs and the rows' workspace.
    noun: str
    workspace_id: UUID
    # What ended the crawl before its end; set by the engine.
    fault: AppError | None

    def transaction(self) -> AbstractContextManager[object]:
        """One transaction in the role that may write here."""

    def met(self) -> set[str]:
        """The ids seen in this run so far: asked once, when a run is taken up again."""

    def unseen(self, listed: Mapping[str, str]) -> set[str]:
        """Of ids with the hash of their list item: those whose detail has to be asked, being new or listed otherwise
        than when it was read last."""

    def prepare(self, received: Sequence[Received]) -> Prepared | None:
        """What can be read of a batch before it is written; None where this target reads as it writes."""

    def write(self, received: Sequence[Received], prepared: Prepared | None = None) -> Counts:
        """Write one batch, each id once. `prepared` is what `prepare` answered, read meanwhile."""

    def touch(self) -> int:
        """The server says that nothing has changed: every posting that stands open was seen. How many."""

    def standing(self) -> tuple[int, int]:
        """Postings that stand open, and how many of them were seen in this run."""

    def close_unlisted(self, now: datetime) -> int:
        """Close what this complete run and the one before did not list; how many vacancies."""

    def is_settled(self) -> bool:
        """Whether nothing is left to look at again: no open posting that was missed, none without its detail. Only
        then may the next crawl be answered by "not modified"."""
