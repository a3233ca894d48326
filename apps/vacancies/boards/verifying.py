"""Asking boards whether they are still there: one page of each is read, and nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from apps.core import http
from apps.core.db import as_system
from apps.core.errors import AppError
from apps.vacancies.ingest.reading import policy_for
from apps.vacancies.models import Source
from apps.vacancies.sources.capabilities import KeyedSource
from apps.vacancies.sources.registry import adapter_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """`postings` of its first page; `fault` is why there is none to read, "" where the board answers. `last_ok_at` is
    its last complete reading."""

    kind: str
    board: str
    postings: int
    fault: str
    first_seen_at: datetime
    last_ok_at: datetime | None


def verify_boards(kind: str = "") -> Iterator[Verified]:
    """Each enabled board of the catalogue, of one kind where it is given, as it answers."""
    with as_system():
        boards = Source.objects.filter(is_enabled=True, **({"kind": kind} if kind else {}))
        rows = list(boards.order_by("kind", "board"))
    for row in rows:
        postings, fault = _asked(row)
        yield Verified(
            kind=row.kind,
            board=row.board,
            postings=postings,
            fault=fault,
            first_seen_at=row.created_at,
            last_ok_at=row.last_complete_at,
        )


def _asked(row: Source) -> tuple[int, str]:
    """How many items its first page holds, and what is wrong with it."""
    count = 0
    try:
        adapter = adapter_for(row.kind, row.spec)
        if isinstance(adapter, KeyedSource):
            keys = settings.SOURCE_CREDENTIALS.get(row.kind, {})
            request = adapter.first_request(row.board, row.base_url or None, keys)
        else:
            request = adapter.first_request(row.board, row.base_url or None)
        outgoing = http.Outgoing(
            url=request.url,
            method=request.method,
            headers=request.headers,
            content=request.body,
            repeatable=True,
        )
        with http.fetch(outgoing, policy=policy_for(adapter)) as fetched:
            for _ in adapter.iter_items(fetched.body):
                count += 1
    except AppError as fault:
        return count, fault.detail
    return count, ""
