"""One batch of items into rows, within the caller's transaction: five queries, whatever the batch holds."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

import orjson
from django.utils import timezone

from apps.core.errors import AppError
from apps.vacancies.ingest import identify, rows
from apps.vacancies.ingest.reading import Item
from apps.vacancies.models import RawPosting, SourceRun, Vacancy
from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.posting import Posting
from apps.vacancies.sources.base import Board, PostingRefused, Source


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


@dataclass(slots=True)
class Incoming:
    """One item on its way: what was received, what is stored of it, and what it was read as (None: refused)."""

    source_id: str
    payload: bytes
    payload_hash: str
    known: RawPosting | None = None
    posting: Posting | None = None
    reason: str = ""


def write_batch(run: SourceRun, adapter: Source, items: Sequence[Item]) -> Counts:
    """Write the items; answers what they came to. An item that was met in this run already is passed over."""
    counts, now = Counts(), timezone.now()
    incoming = _received(adapter, items, counts)
    known = RawPosting.objects.filter(source_id=run.source_id, source_posting_id__in=incoming.keys()).defer(
        "payload"
    )
    for raw in known:
        incoming[raw.source_posting_id].known = raw
    fresh = [
        item for item in incoming.values() if not (item.known and item.known.last_seen_at >= run.started_at)
    ]
    counts.seen = len(fresh)
    board = Board(slug=run.source.board, company_name=run.source.company_name)
    same: list[Incoming] = []
    differing: list[Incoming] = []
    for item in fresh:
        (same if _is_unchanged(item, adapter) else differing).append(item)
    for item in differing:
        _read(adapter, item, board, counts)
    counts.unchanged = len(same)
    _touch([item.known for item in same if item.known], now)
    _write(run, adapter, differing, counts, now)
    return counts


def _received(adapter: Source, items: Sequence[Item], counts: Counts) -> dict[str, Incoming]:
    """Items by their id; the last of two with one id wins, and one without an id is refused."""
    found: dict[str, Incoming] = {}
    for item in items:
        try:
            source_id = adapter.source_id_of(item)
        except PostingRefused as refusal:
            counts.seen += 1
            counts.refuse("", refusal.reason)
            continue
        payload = orjson.dumps(item, option=orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS, default=str)
        found[source_id] = Incoming(source_id, payload, hashlib.sha256(payload).hexdigest())
    return found


def _is_unchanged(item: Incoming, adapter: Source) -> bool:
    raw = item.known
    return (
        raw is not None
        and raw.payload_hash == item.payload_hash
        and raw.adapter_version == adapter.adapter_version
        and raw.vacancy_id is not None
        and raw.closed_at is None
    )


def _read(adapter: Source, item: Incoming, board: Board, counts: Counts) -> None:
    """Parse and normalise; an item that cannot be read is counted, and costs only itself."""
    try:
        item.posting = normalise(adapter.parse(orjson.loads(item.payload), board))
    except PostingRefused as refusal:
        item.reason = refusal.reason
    except AppError as fault:
        item.reason = fault.detail
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError) as fault:
        # A shape that no recorded answer had: this posting is refused, its kind of fault is shown to staff.
        item.reason = f"unforeseen shape ({type(fault).__name__})"
    if item.posting is None:
        counts.refuse(item.source_id, item.reason)


def _touch(raws: Sequence[RawPosting], now: datetime) -> None:
    """Seen again, as they were."""
    ids = [raw.pk for raw in raws]
    RawPosting.objects.filter(pk__in=ids).update(last_seen_at=now, missed=0)
    Vacancy.objects.filter(pk__in={raw.vacancy_id for raw in raws}).update(last_seen_at=now)


def _write(run: SourceRun, adapter: Source, items: Sequence[Incoming], counts: Counts, now: datetime) -> None:
    readable = [item for item in items if item.posting is not None]
    placed = identify.place(run, [(item.posting, item.known) for item in readable if item.posting])
    rows.write_vacancies(placed, now)
    by_id: dict[str, identify.Placed] = {each.posting.source_id: each for each in placed}
    for each in placed:
        counts.created += each.is_new
        counts.merged += each.is_merged
        counts.changed += not each.is_new and not each.is_merged
    rows.write_raw(
        run,
        [_raw_values(item, by_id.get(item.source_id), adapter) for item in items],
        now,
    )


def _raw_values(item: Incoming, placed: identify.Placed | None, adapter: Source) -> dict[str, Any]:
    return {
        "id": item.known.pk if item.known else None,
        "source_posting_id": item.source_id,
        "url": (item.posting.url if item.posting else "")[:2000],
        "payload": item.payload,
        "payload_hash": item.payload_hash,
        "adapter_version": adapter.adapter_version,
        "vacancy_id": placed.vacancy_id if placed else (item.known.vacancy_id if item.known else None),
        "merge_reason": (placed.reason if placed else item.reason)[:200],
        "merge_confidence": placed.confidence if placed else 0.0,
        **identify.stored(placed),
    }
