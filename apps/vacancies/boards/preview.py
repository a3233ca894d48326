"""A board before it is added: its first page is fetched and read, and nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final
from uuid import UUID

from apps.core import http
from apps.core.caller import Caller
from apps.core.errors import AppError
from apps.vacancies.boards import connections, naming
from apps.vacancies.ingest.own_rows import UNFORESEEN
from apps.vacancies.ingest.reading import policy_for
from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.posting import Posting
from apps.vacancies.sources.base import Board, Page, PageRequest, PostingRefused, Source
from apps.vacancies.sources.capabilities import CursorSource, KeyedSource

MOST_POSTINGS: Final = 5
MOST_FAULTS: Final = 20
# Of one answer no more is read: somebody waits for it.
MOST_ITEMS: Final = 200
PATIENCE: Final = 15.0
MOST_BYTES: Final = 16 << 20


@dataclass(slots=True, kw_only=True)
class Preview:
    """What the first page came to. `items` counts what was read of it (at most MOST_ITEMS), `faults` holds {source_id,
    reason} of what could not be; `broken` says why the answer ended early, "" where it did not. `has_more`: the page
    leads on to another."""

    kind: str
    board: str
    items: int = 0
    postings: list[Posting] = field(default_factory=list)
    faults: list[dict[str, str]] = field(default_factory=list)
    broken: str = ""
    has_more: bool = False


def preview_board(
    *, caller: Caller, connection_id: UUID | None = None, company_name: str = "", **said: Any
) -> Preview:
    """Fetch and read one page. Raises ValidationFailed (the board, its address), UpstreamError, UpstreamTimeout."""
    found = naming.named(**said)
    adapter = found.adapter
    connection = connections.connection_for(
        found.kind, connection_id, needs_key=isinstance(adapter, KeyedSource), caller=caller
    )
    credentials = connections.credentials_of(connection.pk if connection else None)
    request = _request(adapter, found.board, None, set(), credentials)
    preview = Preview(kind=found.kind.kind, board=found.board)
    board = Board(slug=found.board, company_name=company_name)
    policy = replace(
        policy_for(adapter), total_seconds=PATIENCE, read_seconds=PATIENCE, max_bytes=MOST_BYTES, attempts=1
    )
    outgoing = http.Outgoing(
        url=request.url, method=request.method, headers=request.headers, content=request.body, repeatable=True
    )
    with http.fetch(outgoing, policy=policy) as fetched:
        ids = _read(preview, adapter, board, fetched)
        cursor = ""
        if isinstance(adapter, CursorSource):
            fetched.body.seek(0)
            cursor = adapter.cursor_of(fetched.body)
    preview.has_more = _leads_on(preview, adapter, ids, cursor, credentials)
    return preview


def _read(preview: Preview, adapter: Source, board: Board, fetched: http.Fetched) -> set[str]:
    ids: set[str] = set()
    try:
        for item in islice(adapter.iter_items(fetched.body), MOST_ITEMS):
            preview.items += 1
            _read_item(preview, adapter, board, item, ids)
    except AppError as fault:
        # After whole postings the rest of the answer is one more fault; without any it is no feed at all.
        if not preview.items:
            raise
        preview.broken = fault.detail
    return ids


def _read_item(
    preview: Preview, adapter: Source, board: Board, item: Mapping[str, object], ids: set[str]
) -> None:
    source_id = ""
    try:
        source_id = adapter.source_id_of(item)
        ids.add(source_id)
        posting = normalise(adapter.parse(item, board))
    except AppError as fault:
        reason = fault.reason if isinstance(fault, PostingRefused) else fault.detail
    except UNFORESEEN as fault:
        reason = f"unforeseen shape ({type(fault).__name__})"
    else:
        if len(preview.postings) < MOST_POSTINGS:
            preview.postings.append(posting)
        return
    if len(preview.faults) < MOST_FAULTS:
        preview.faults.append({"source_id": source_id, "reason": reason})


def _leads_on(
    preview: Preview, adapter: Source, ids: set[str], cursor: str, credentials: Mapping[str, str]
) -> bool:
    page = Page(number=0, items=preview.items, cursor=cursor)
    try:
        return _next(adapter, preview.board, page, ids, credentials) is not None
    except AppError:
        return False


def _request(
    adapter: Source, board: str, page: Page | None, ids: set[str], credentials: Mapping[str, str]
) -> PageRequest:
    if isinstance(adapter, KeyedSource):
        return adapter.first_request(board, None, credentials)
    return adapter.first_request(board)


def _next(
    adapter: Source, board: str, page: Page, ids: set[str], credentials: Mapping[str, str]
) -> PageRequest | None:
    if isinstance(adapter, KeyedSource):
        return adapter.next_request(board, page, ids, None, credentials)
    return adapter.next_request(board, page, ids)
