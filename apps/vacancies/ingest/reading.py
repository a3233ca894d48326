"""Where a board's items come from: the board itself, page after page, or a recorded answer."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO, Self

from apps.core import http
from apps.core.errors import NotFound
from apps.vacancies.ingest.target import Item, Target
from apps.vacancies.sources.base import FeedBroken, Page, PageRequest, PostingRefused, Source
from apps.vacancies.sources.capabilities import CursorSource, KeyedSource

MOST_PAGES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a crawl stands: `number` pages are written, the last of which held `items` items, `new` of them first met
    there, and said that the next one is at `cursor` (see `CursorSource`). `total` counts the items of all, `nameless`
    those without an id. The validators are the last page's.

    The request for the next page is made from this by the source: no address is kept, and no key in it.
    """

    number: int = 0
    items: int = 0
    new: int = 0
    cursor: str = ""
    total: int = 0
    nameless: int = 0
    etag: str = ""
    last_modified: str = ""

    @classmethod
    def read(cls, checkpoint: Mapping[str, Any]) -> Self:
        """As `stored` wrote it; the beginning where nothing was stored."""
        return cls(**{name: checkpoint[name] for name in cls.__slots__ if name in checkpoint})

    def stored(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Answer:
    """One page while it is read. `count` and `new` grow as `items` is iterated, which can be done once."""

    source: Source
    body: BinaryIO
    met: set[str]
    not_modified: bool = False
    etag: str = ""
    last_modified: str = ""
    count: int = 0
    nameless: int = 0
    new: set[str] = field(default_factory=set)

    def items(self) -> Iterator[tuple[str, Item]]:
        """Every item with its id, "" where it has none. Raises as `Source.iter_items`."""
        for item in self.source.iter_items(self.body):
            self.count += 1
            source_id = ""
            with contextlib.suppress(PostingRefused):
                source_id = self.source.source_id_of(item)
            if not source_id:
                self.nameless += 1
            elif source_id not in self.met:
                self.met.add(source_id)
                self.new.add(source_id)
            yield source_id, item

    def cursor(self) -> str:
        """Where the answer says the next page is; the body is read anew for it."""
        if not isinstance(self.source, CursorSource):
            return ""
        self.body.seek(0)
        return self.source.cursor_of(self.body)

    def after(self, position: Position) -> Position:
        """Where the crawl stands once all of this page is written."""
        return Position(
            number=position.number + 1,
            items=self.count,
            new=len(self.new),
            cursor=self.cursor(),
            total=position.total + self.count,
            nameless=position.nameless + self.nameless,
            etag=self.etag,
            last_modified=self.last_modified,
        )


class Asking:
    """Sends a source's requests, as politely as its terms say, and counts them in `requests`."""

    def __init__(self, target: Target) -> None:
        self.source, self.board = target.adapter, target.board
        self.base_url = target.run.source.base_url or None
        self.credentials = target.credentials
        policy = policy_for(self.source)
        self.policy = replace(policy, limit=replace(policy.limit, turn=target.turn))
        self.requests = 0

    def request_at(self, position: Position, new: Collection[str]) -> PageRequest | None:
        """The request for the page at this position, None behind the last. Raises as the source does."""
        slug, source = self.board.slug, self.source
        if position.number >= MOST_PAGES:
            raise FeedBroken(f"more than {MOST_PAGES} pages", items=position.total)
        page = Page(number=position.number - 1, items=position.items, cursor=position.cursor)
        if isinstance(source, KeyedSource):
            if not position.number:
                return source.first_request(slug, self.base_url, self.credentials)
            return source.next_request(slug, page, new, self.base_url, self.credentials)
        if not position.number:
            return source.first_request(slug, self.base_url)
        return source.next_request(slug, page, new, self.base_url)

    def fetch(self, request: PageRequest, *, etag: str = "", last_modified: str = "") -> http.Fetched:
        """The answer, to be closed. Raises as `http.fetch`."""
        self.requests += 1
        return http.fetch(
            http.Outgoing(
                url=request.url,
                method=request.method,
                headers=request.headers,
                content=request.body,
                etag=etag or None,
                last_modified=last_modified or None,
                repeatable=True,
            ),
            policy=self.policy,
        )


def is_url(origin: str) -> bool:
    return origin.startswith(("http://", "https://"))


def policy_for(source: Source) -> http.Policy:
    """How politely a source is read, from its terms. A redirect to another host is refused."""
    terms = source.terms
    return http.Policy(
        read_seconds=terms.timeout_seconds,
        total_seconds=max(120.0, 3 * terms.timeout_seconds),
        max_bytes=512 << 20,
        robots=terms.respects_robots,
        cross_host=False,
        limit=http.HostLimit(requests_per_second=terms.requests_per_second, concurrency=terms.concurrency),
    )


@contextlib.contextmanager
def recorded(source: Source, origin: str) -> Iterator[BinaryIO]:
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
