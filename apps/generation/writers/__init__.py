"""Who writes, in the order in which they are asked. Pure."""

from __future__ import annotations

import time
from dataclasses import dataclass

from apps.core.errors import AppError
from apps.generation.writers.base import Assignment, Attempt, Circuit, Writer, Written
from apps.generation.writers.offline import OfflineWriter

__all__ = [
    "Assignment",
    "Attempt",
    "Circuit",
    "Draft",
    "Writer",
    "Written",
    "all_writers",
    "offered_kinds",
    "write",
]

_writers: list[Writer] = [OfflineWriter()]


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written, how long it took, and who was asked on the way."""

    written: Written
    latency_ms: int = 0
    attempts: tuple[Attempt, ...] = ()


def all_writers() -> tuple[Writer, ...]:
    return tuple(_writers)


def offered_kinds() -> tuple[str, ...]:
    """The kinds that some writer writes, sorted."""
    return tuple(sorted({kind for writer in _writers for kind in writer.kinds}))


def write(assignment: Assignment) -> Draft:
    """The draft of the first writer that manages. Raises what the last one raised."""
    able = [writer for writer in _writers if assignment.kind in writer.kinds and writer.circuit != "open"]
    attempts: list[Attempt] = []
    begun = time.monotonic()
    for place, writer in enumerate(able, start=1):
        asked = time.monotonic()
        try:
            written = writer.write(assignment)
        except AppError as refusal:
            attempts.append(_attempt(writer, "", refusal.code, asked))
            if place == len(able):
                raise
        else:
            attempts.append(_attempt(writer, written.model, "written", asked))
            return Draft(written, _milliseconds(begun), tuple(attempts))
    raise LookupError(f"nobody writes {assignment.kind}")


def _attempt(writer: Writer, model: str, outcome: str, since: float) -> Attempt:
    return {"provider": writer.name, "model": model, "outcome": outcome, "latency_ms": _milliseconds(since)}


def _milliseconds(since: float) -> int:
    return round((time.monotonic() - since) * 1000)
