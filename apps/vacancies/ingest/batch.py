"""One batch of postings into the catalogue's rows, within the caller's transaction: a few queries, whatever it holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
from django.db.models import QuerySet
from django.utils import timezone

from apps.core.db import atomic
from apps.core.errors import AppError
from apps.vacancies import identity
from apps.vacancies.ingest import content, identify, rows
from apps.vacancies.ingest.derive import Content
from apps.vacancies.ingest.detail import as_json
from apps.vacancies.ingest.target import Counts, Received
from apps.vacancies.models import RawPosting, SourceRun, Vacancy
from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.posting import Posting
from apps.vacancies.sources.base import Board, PostingRefused, PostingSkipped, Source

# The adapter version of what no adapter could read: it is tried again whenever it is listed, or read again.
UNREADABLE = 0


@dataclass(slots=True)
class Incoming:
    """One posting on its way: what was received, what is stored of it, and what it was read as (None: refused).

    `is_hidden`: its source says that it is not to be shown, which is as good as not listing it.
    """

    source_id: str
    payload: bytes
    payload_hash: str
    list_hash: str = ""
    known: RawPosting | None = None
    posting: Posting | None = None
    fingerprint: identity.Fingerprint | None = None
    content: Content = field(default_factory=dict)
    reason: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Readings:
    """The postings of one batch that are likely to be read, by their ids. What a posting is read as follows from its
    payload alone, so that a reading holds whatever happens to the rows meanwhile."""

    adapter: Source
    board: Board
    items: Mapping[str, Incoming]

    def read(self) -> None:
        """See `Prepared`."""
        for item in self.items.values():
            read(self.adapter, item, self.board)


def prepare(run: SourceRun, adapter: Source, board: Board, received: Sequence[Received]) -> Readings:
    """What of these is new, or came otherwise than it is stored. One query."""
    columns = ("source_posting_id", "payload_hash", "list_hash", "adapter_version", "vacancy_id", "closed_at")
    stored = {raw.source_posting_id: raw for raw in _stored(run, received).only(*columns)}
    items = [_incoming(each, stored.get(each.source_id)) for each in received]
    wanted = [item for item in items if item.payload and not _is_unchanged(item, adapter)]
    return Readings(adapter, board, {item.source_id: item for item in wanted})


def write_batch(
    run: SourceRun,
    adapter: Source,
    board: Board,
    received: Sequence[Received],
    readings: Readings | None = None,
) -> Counts:
    """Write the postings; answers what they came to. One that was met in this run already is passed over."""
    done = readings.items if readings else {}
    while True:
        try:
            with atomic():
                return _write_batch(run, adapter, board, received, done)
        except identify.Moved:
            continue  # Staff moved a posting meanwhile: it is placed anew.


def _write_batch(
    run: SourceRun,
    adapter: Source,
    board: Board,
    received: Sequence[Received],
    done: Mapping[str, Incoming],
) -> Counts:
    counts, now = Counts(), timezone.now()
    stored = {raw.source_posting_id: raw for raw in _stored(run, received).defer("payload")}
    met = {name for name, raw in stored.items() if raw.last_seen_at >= run.started_at}
    fresh = [
        _incoming(each, stored.get(each.source_id), done.get(each.source_id))
        for each in received
        if each.source_id not in met
    ]
    counts.seen = len(fresh)
    same: list[Incoming] = []
    differing: list[Incoming] = []
    for item in fresh:
        (same if _is_unchanged(item, adapter) else differing).append(item)
    _recall(differing)
    for item in differing:
        if done.get(item.source_id) is not item:
            read(adapter, item, board)
        if item.posting is None:
            counts.refuse(item.source_id, item.reason)
    counts.unchanged = len(same)
    seen = [item.known for item in same if item.known]
    # One that is hidden and was known stays as it was seen last: unseen, it is closed like any that is gone.
    written = [item for item in differing if not (item.is_hidden and item.known)]
    placed = write(run, adapter, written, now, touched=seen)
    _touch(seen, now)
    counts.created = sum(each.is_new for each in placed)
    counts.merged = sum(each.is_merged and not each.is_new for each in placed)
    counts.changed = len(placed) - counts.created - counts.merged
    return counts


def _stored(run: SourceRun, received: Sequence[Received]) -> QuerySet[RawPosting]:
    ids = [each.source_id for each in received]
    return RawPosting.objects.filter(source_id=run.source_id, source_posting_id__in=ids)


def _incoming(each: Received, known: RawPosting | None, done: Incoming | None = None) -> Incoming:
    """What is to be read of it: the item, or what is stored where the list's part is all that came. `done` is the same
    item, read ahead."""
    keeps = known is not None and (each.is_known or (not each.list_hash and known.list_hash != ""))
    if known is not None and keeps:
        # A detail that is owed stays owed: the stored hash is that of the list's item it came with.
        return Incoming(each.source_id, b"", known.payload_hash, known.list_hash, known)
    if done is not None:
        done.known = known
        return done
    payload = as_json(each.item)
    return Incoming(each.source_id, payload, hashlib.sha256(payload).hexdigest(), each.list_hash, known)


def _is_unchanged(item: Incoming, adapter: Source) -> bool:
    raw = item.known
    return (
        raw is not None
        and (raw.payload_hash, raw.list_hash) == (item.payload_hash, item.list_hash)
        and raw.adapter_version == adapter.adapter_version
        and raw.vacancy_id is not None
        and raw.closed_at is None
    )


def _recall(items: Sequence[Incoming]) -> None:
    """The stored payload of those that have to be read again although nothing new came."""
    wanted = {item.known.pk: item for item in items if item.known and not item.payload}
    if wanted:
        for pk, payload in RawPosting.objects.filter(pk__in=wanted).values_list("pk", "payload"):
            wanted[pk].payload = as_json(payload)


def read(adapter: Source, item: Incoming, board: Board) -> None:
    """Parse, normalise, take its fingerprint and its columns; an item that cannot be read says why, and costs only
    itself. Pure."""
    try:
        item.posting = normalise(adapter.parse(orjson.loads(item.payload), board))
    except PostingRefused as refusal:
        item.reason, item.is_hidden = refusal.reason, isinstance(refusal, PostingSkipped)
    except AppError as fault:
        item.reason = fault.detail
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError) as fault:
        # A shape that no recorded answer had: this posting is refused, its kind of fault is shown to staff.
        item.reason = f"unforeseen shape ({type(fault).__name__})"
    else:
        item.fingerprint = identity.fingerprint(item.posting)
        item.content = content.of_posting(item.posting)


def _touch(raws: Sequence[RawPosting], now: datetime) -> None:
    """Seen again, as they were."""
    ids = [raw.pk for raw in raws]
    RawPosting.objects.filter(pk__in=ids).update(last_seen_at=now, missed=0)
    Vacancy.objects.filter(pk__in={raw.vacancy_id for raw in raws}).update(last_seen_at=now)


def write(
    run: SourceRun,
    adapter: Source,
    items: Sequence[Incoming],
    now: datetime,
    kept: Mapping[str, Mapping[str, Any]] | None = None,
    touched: Sequence[RawPosting] = (),
) -> list[identify.Placed]:
    """Place the readable ones, write their vacancies, and keep what was received of all. `kept` are columns of a
    raw posting that stay as they are, by its id at the source; `touched` are locked together with what is written."""
    readable = [
        identify.Read(
            posting=item.posting,
            fingerprint=item.fingerprint,
            content=item.content,
            raw=item.known,
            is_reread=_is_reread(item),
            kept=(kept or {}).get(item.source_id, {}),
        )
        for item in items
        if item.posting is not None and item.fingerprint is not None
    ]
    placed = identify.place(run, readable, touched)
    rows.write_vacancies(placed, now)
    by_id: dict[str, identify.Placed] = {each.posting.source_id: each for each in placed}
    values = [
        _raw_values(item, by_id.get(item.source_id), adapter) | dict((kept or {}).get(item.source_id, {}))
        for item in items
    ]
    rows.write_raw(run, values, now)
    return placed


def _is_reread(item: Incoming) -> bool:
    raw = item.known
    return raw is not None and raw.closed_at is None and raw.payload_hash == item.payload_hash


def _raw_values(item: Incoming, placed: identify.Placed | None, adapter: Source) -> dict[str, Any]:
    """The row of what was received. One that was refused keeps its vacancy and why it is that one."""
    raw = item.known if item.known and item.known.vacancy_id else None
    if placed:
        reason, confidence = placed.reason, placed.confidence
    else:
        reason, confidence = (raw.merge_reason, raw.merge_confidence) if raw else (item.reason, 0.0)
    return {
        "id": placed.posting_id if placed else (item.known.pk if item.known else None),
        "source_posting_id": item.source_id,
        "url": (item.posting.url if item.posting else "")[:2000],
        "payload": item.payload,
        "payload_hash": item.payload_hash,
        "list_hash": item.list_hash,
        "adapter_version": adapter.adapter_version if placed else UNREADABLE,
        "vacancy_id": placed.vacancy_id if placed else (item.known.vacancy_id if item.known else None),
        "merge_reason": reason[:200],
        "merge_confidence": confidence,
        # What was closed and cannot be read stays closed.
        "closed_at": None if placed or not item.known else item.known.closed_at,
        **identify.stored(placed, item.known),
    }
