"""Reads what is stored again, without a fetch: for an adapter or a normaliser that has learnt something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import atomic
from apps.core.errors import NotFound
from apps.events.services import publish
from apps.vacancies.ingest import identify, members
from apps.vacancies.ingest.batch import UNREADABLE, Incoming, read, write
from apps.vacancies.ingest.detail import as_json
from apps.vacancies.models import RawPosting, Source, SourceRun
from apps.vacancies.sources.base import Board
from apps.vacancies.sources.registry import adapter_for

BATCH = 250
_KEPT = ("list_hash", "fetched_at", "last_seen_at", "missed", "closed_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What to read again. "" is every kind, every board; `everything` also what the present adapter has read."""

    kind: str = ""
    board: str = ""
    everything: bool = False

    def as_arguments(self) -> dict[str, Any]:
        return asdict(self)


def renormalise(
    scope: Scope, began_at: datetime, progress: Callable[[int, int, str], None]
) -> dict[str, Any]:
    """Read the postings of the scope that stand open: {read, refused, sources}. Raises NotFound for an empty scope.

    Resumable: what was written since `began_at`, the moment of the order, is passed over. Nothing is opened, closed or
    seen by it; a closed posting is read again when it is listed again. A posting that can no longer be read keeps its
    vacancy as it is, and is tried again the next time.
    """
    boards = list(_boards(scope))
    if not boards:
        raise NotFound("no such board")
    total = sum(_waiting(board, scope, began_at).count() for board in boards)
    done = refused = 0
    for board in boards:
        after = None
        while batch := _next(board, scope, began_at, after):
            after = batch[-1].pk
            refused += _again(board, batch)
            done += len(batch)
            progress(done, total, f"{board.kind} {board.board}: {done} of {total} read again")
    return {"read": done, "refused": refused, "sources": len(boards)}


def tell(scope: Scope, result: dict[str, Any]) -> None:
    """Publish that it is done, in the transaction that ends the work."""
    publish("source.renormalised", workspace_id=NO_WORKSPACE, payload={**scope.as_arguments(), **result})


def _boards(scope: Scope) -> QuerySet[Source]:
    wanted = {name: value for name in ("kind", "board") if (value := getattr(scope, name))}
    return Source.objects.filter(**wanted).order_by("kind", "board")


def _waiting(board: Source, scope: Scope, began_at: datetime) -> QuerySet[RawPosting]:
    waiting = RawPosting.objects.filter(source_id=board.pk, closed_at=None, updated_at__lt=began_at)
    if scope.everything:
        return waiting
    return waiting.exclude(adapter_version=adapter_for(board.kind, board.spec).adapter_version)


def _next(board: Source, scope: Scope, began_at: datetime, after: Any) -> list[RawPosting]:
    waiting = _waiting(board, scope, began_at)
    if after is not None:
        waiting = waiting.filter(pk__gt=after)
    return list(waiting.order_by("pk")[:BATCH])


def _again(board: Source, batch: list[RawPosting]) -> int:
    """One batch; how many of it could not be read."""
    while True:
        try:
            with atomic():
                return _written(board, batch)
        except identify.Moved:
            continue  # Staff moved a posting meanwhile: it is read and placed anew.


def _written(board: Source, batch: list[RawPosting]) -> int:
    adapter, run = adapter_for(board.kind, board.spec), SourceRun(source=board)
    said = Board(slug=board.board, company_name=board.company_name)
    # A crawl locks the vacancies that it writes: behind their locks the postings are what they will stay.
    members.lock({raw.vacancy_id for raw in batch if raw.vacancy_id})
    rows = RawPosting.objects.filter(pk__in=[raw.pk for raw in batch], closed_at=None)
    readable, refused, now = [], 0, timezone.now()
    for raw in rows.order_by("pk"):
        item = Incoming(raw.source_posting_id, as_json(raw.payload), raw.payload_hash, raw.list_hash, raw)
        read(adapter, item, said)
        if item.posting is not None:
            readable.append((item, raw))
            continue
        refused += 1
        RawPosting.objects.filter(pk=raw.pk).update(adapter_version=UNREADABLE, updated_at=now)
    kept = {raw.source_posting_id: {name: getattr(raw, name) for name in _KEPT} for _, raw in readable}
    write(run, adapter, [item for item, _ in readable], now, kept)
    return refused
