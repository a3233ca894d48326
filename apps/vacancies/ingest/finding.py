"""Boards that come and go: a source that can name its boards is asked which there are, and the newest is read."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone

from apps.core import http
from apps.core.db import atomic
from apps.core.errors import ValidationFailed
from apps.vacancies.ingest import closing
from apps.vacancies.ingest.crawl import tell_of_board
from apps.vacancies.ingest.reading import policy_for
from apps.vacancies.models import Source
from apps.vacancies.sources.base import Board
from apps.vacancies.sources.capabilities import FindingSource
from apps.vacancies.sources.registry import get_source

# Of one answer: a source that names more is not one whose boards come and go.
_MOST_BOARDS = 50


def find_boards(kind: str, base_url: str = "") -> dict[str, str | int]:
    """Ask a source for its boards, and keep a row of each: {kind, found, created, newest, closed}.

    The newest is read from now on, and the one before it no more: what was enabled when it became the newest. What an
    older one still shows is over with it: whoever still hires says so again in the newest. A board that staff enabled or
    disabled otherwise stays as they left it. Raises ValidationFailed for a kind that cannot name
    its boards, or as `http.fetch`.
    """
    source = get_source(kind)
    if not isinstance(source, FindingSource):
        raise ValidationFailed(f"{source.name} cannot name its boards")
    boards = _asked(source, base_url)
    with atomic():
        created = _kept(kind, base_url, boards)
        closed = _closed(kind, boards[0].slug) if boards else 0
    return {
        "kind": kind,
        "found": len(boards),
        "created": created,
        "newest": boards[0].slug if boards else "",
        "closed": closed,
    }


def _asked(source: FindingSource, base_url: str) -> list[Board]:
    request = source.boards_request(base_url or None)
    policy = replace(policy_for(source), max_bytes=4 << 20)
    outgoing = http.Outgoing(
        url=request.url, method=request.method, headers=request.headers, content=request.body, repeatable=True
    )
    with http.fetch(outgoing, policy=policy) as fetched:
        named = {board.slug: board for board in source.iter_boards(fetched.body)}
    return list(named.values())[:_MOST_BOARDS]


def _kept(kind: str, base_url: str, boards: list[Board]) -> int:
    known = {row.board: row for row in Source.objects.select_for_update().filter(kind=kind)}
    created = 0
    for number, board in enumerate(boards):
        if board.slug in known:
            continue
        row = Source.objects.create(
            kind=kind,
            board=board.slug,
            company_name=board.company_name,
            base_url=base_url,
            is_enabled=number == 0,
        )
        created += 1
        tell_of_board("source.created", row, [])
    if boards and boards[0].slug not in known:
        for row in known.values():
            if row.is_enabled:
                Source.objects.filter(pk=row.pk).update(is_enabled=False, next_run_at=None)
                tell_of_board("source.changed", row, ["is_enabled"])
    return created


def _closed(kind: str, newest: str) -> int:
    """Close what stands open of boards that are read no more; how many vacancies. Each time anew: a run that was under
    way when its board was over may have opened something since."""
    over = Source.objects.filter(kind=kind, is_enabled=False).exclude(board=newest)
    return closing.close_boards(
        list(over.values_list("pk", flat=True)), timezone.now(), "a newer thread is there"
    )
