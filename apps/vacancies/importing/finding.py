"""From an address to a draft. Every request goes through the guard of `core.http`, redirects included."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import orjson

from apps.core import http
from apps.core.errors import NotFound, ParseFailed, UpstreamError
from apps.vacancies.ingest.reading import policy_for
from apps.vacancies.pages import reading
from apps.vacancies.pages.markup import links, tree_of
from apps.vacancies.sources.base import Board, Page, PageRequest, PostingDraft, PostingRefused, Source
from apps.vacancies.sources.capabilities import DetailedSource, KeyedSource, SinglePostingSource
from apps.vacancies.sources.registry import recognise

ReadBy = Literal["board", "json_ld", "microdata", "text"]
# A page that people read is smaller; what is larger is a download, or meant to hurt.
PAGE = http.Policy(
    total_seconds=40,
    max_bytes=8 << 20,
    attempts=2,
    cross_host=True,
    media_types=frozenset({"text/html", "application/xhtml+xml"}),
)
_MOST_PAGES = 5
_LARGEST_ANSWER = 4 << 20
# An employer's own page with a board of Greenhouse in it: the job stands in the address, the board in a script's.
_EMBEDDED_BOARD = re.compile(
    r"greenhouse\.io/(?:embed/job_board(?:/js)?|embed/job_app)\?(?:[^#]*&)?for=([^&#]+)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A draft, by which way it was read, and the fields that a person should look at."""

    draft: PostingDraft
    read_by: ReadBy
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardEnd:
    """How a board that staff know of is called, and where it answers if not at its vendor's host."""

    company_name: str = ""
    base_url: str = ""


# By the kind of source and the board's name.
Ends = Callable[[str, str], BoardEnd]


def find(url: str, end_of: Ends) -> Found:
    """Read the vacancy at an address. A board that is known by its address is asked itself; where it can't answer,
    the page is read. Raises AddressRefused, RobotsRefused, UpstreamError and its kin, NotAPage."""
    if draft := _of_board(url, end_of):
        return Found(draft=draft, read_by="board")
    with http.fetch(http.Outgoing(url=url, headers={"Accept": "text/html"}), policy=PAGE) as page:
        data, charset, end = page.body.read(), page.charset, page.url
    for address in (end, _embedded(data, charset, end)):
        if address and address != url and (draft := _of_board(address, end_of)):
            return Found(draft=draft, read_by="board")
    found = reading.read(data, url=end, charset=charset)
    return Found(draft=found.draft, read_by=found.how, doubts=found.doubts)


def _embedded(data: bytes, charset: str | None, url: str) -> str:
    job = parse_qs(urlsplit(url).query).get("gh_jid", [""])[0]
    if not job:
        return ""
    for address in islice(links(tree_of(data, charset), url), 2000):
        if board := _EMBEDDED_BOARD.search(address):
            return f"https://boards.greenhouse.io/{board.group(1)}/jobs/{job}"
    return ""


def _of_board(url: str, end_of: Ends) -> PostingDraft | None:
    """The posting as its board tells it; None where the address is no posting of a board we can ask."""
    found = recognise(url)
    if found is None:
        return None
    source, board, source_id = found
    if not board or not source_id or isinstance(source, KeyedSource):
        return None
    end = end_of(source.kind, board)
    try:
        item = _item(source, board, source_id, end.base_url or None)
        return source.parse(item, Board(slug=board, company_name=end.company_name))
    except (UpstreamError, NotFound, ParseFailed, PostingRefused):
        # Gone from the board, or a board that answers in another way today: the page may still be there.
        return None


def _item(source: Source, board: str, source_id: str, base_url: str | None) -> Mapping[str, object]:
    if isinstance(source, SinglePostingSource):
        item = _object(source, source.posting_request(board, source_id, base_url))
    else:
        item = next((one for one in _listed(source, board, base_url) if _is(source, one, source_id)), {})
    if not item:
        raise NotFound()
    if isinstance(source, DetailedSource):
        return source.merge_detail(item, _object(source, source.detail_request(board, item, base_url)))
    return item


def _listed(source: Source, board: str, base_url: str | None) -> Iterator[Mapping[str, object]]:
    """The board's items, of its first pages: whoever looks at one posting does not crawl thousands."""
    request: PageRequest | None = source.first_request(board, base_url)
    for number in range(_MOST_PAGES):
        if request is None:
            return
        count = 0
        with http.fetch(_outgoing(request), policy=policy_for(source)) as answer:
            for item in source.iter_items(answer.body):
                count += 1
                yield item
        request = source.next_request(board, Page(number=number, items=count), {"?"}, base_url)


def _is(source: Source, item: Mapping[str, object], source_id: str) -> bool:
    try:
        return source.source_id_of(item).casefold() == source_id.casefold()
    except PostingRefused:
        return False


def _object(source: Source, request: PageRequest) -> Mapping[str, object]:
    with http.fetch(_outgoing(request), policy=policy_for(source)) as answer:
        try:
            value = orjson.loads(answer.body.read(_LARGEST_ANSWER))
        except orjson.JSONDecodeError as fault:
            raise ParseFailed("the board's answer is not JSON") from fault
    if not isinstance(value, dict):
        raise ParseFailed("the board's answer is no object")
    return value


def _outgoing(request: PageRequest) -> http.Outgoing:
    return http.Outgoing(
        url=request.url,
        method=request.method,
        headers=request.headers,
        content=request.body,
        repeatable=True,
    )
