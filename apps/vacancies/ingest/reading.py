"""Where a board's items come from: the board itself, or a recorded answer."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from apps.core import http
from apps.core.errors import NotFound, UpstreamError
from apps.vacancies.sources.base import FeedBroken, Page, PageRequest, PostingRefused, Source

Item = Mapping[str, object]
MOST_PAGES = 1000


def is_url(origin: str) -> bool:
    return origin.startswith(("http://", "https://"))


def policy_for(source: Source) -> http.Policy:
    """How politely a source is read, from its terms."""
    return http.Policy(
        total_seconds=120,
        max_bytes=512 << 20,
        limit=http.HostLimit(requests_per_second=source.terms.requests_per_second),
    )


@contextlib.contextmanager
def opened(source: Source, origin: str) -> Iterator[BinaryIO]:
    """A recorded answer as a stream: a file (gzip is read as it is) or a URL. Raises NotFound, or as `http.fetch`."""
    if is_url(origin):
        with http.fetch(http.Outgoing(url=origin), policy=policy_for(source)) as fetched:
            yield fetched.body
        return
    try:
        stream = Path(origin).open("rb")  # noqa: SIM115 - closed by the `with` below
    except OSError as fault:
        raise NotFound(f"{origin}: {fault.strerror or 'cannot be read'}") from fault
    with stream:
        yield stream


def recorded(source: Source, origin: str) -> Iterator[Item]:
    """The items of a recorded answer: one page, a list of objects, or the vendor's envelope."""
    with opened(source, origin) as stream:
        yield from source.iter_items(stream)


def crawled(source: Source, board: str, base_url: str) -> Iterator[Item]:
    """The items of a board, page after page. Raises FeedBroken when it breaks after the first page."""
    request: PageRequest | None = source.first_request(board, base_url or None)
    items, met = 0, set[str]()
    for number in range(MOST_PAGES):
        if request is None:
            return
        page: list[Item] = []
        try:
            with http.fetch(
                http.Outgoing(
                    url=request.url,
                    method=request.method,
                    headers=request.headers,
                    content=request.body,
                    repeatable=True,
                ),
                policy=policy_for(source),
            ) as fetched:
                for item in source.iter_items(fetched.body):
                    page.append(item)
                    yield item
        except FeedBroken:
            raise
        except UpstreamError as fault:
            if not items:
                raise
            raise FeedBroken(f"page {number + 1}: {fault.detail}", items=items) from fault
        items += len(page)
        new = _ids(source, page) - met
        met |= new
        request = source.next_request(board, Page(number=number, items=len(page)), new, base_url or None)
    raise FeedBroken(f"more than {MOST_PAGES} pages", items=items)


def _ids(source: Source, page: list[Item]) -> set[str]:
    found = set()
    for item in page:
        with contextlib.suppress(PostingRefused):
            found.add(source.source_id_of(item))
    return found
