"""Paged sources against a vendor of a hundred and odd postings: each is asked for once, and then it ends."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping

import pytest

from apps.vacancies.sources.base import FeedBroken, Page, PageRequest, Source
from apps.vacancies.sources.board_source import BoardSource
from apps.vacancies.sources.capabilities import KeyedSource
from apps.vacancies.sources.json_source import JsonSource
from apps.vacancies.sources.lever import Lever
from apps.vacancies.sources.registry import all_sources
from apps.vacancies.sources.workday import CAP, Workday
from tests.vacancies.source_samples import CREDENTIALS, board_of, first_request

_OFFSET = re.compile(r'(?:offset|skip|start|resultsToSkip)"?[=:]\s*(\d+)')
_NUMBER = re.compile(r"(?:[?&][pP]age=|/search/)(\d+)")
# Upwork's queries are answered by a GraphQL server of their own: `test_upwork.py`.
PAGED = [
    source
    for source in all_sources()
    if isinstance(source, BoardSource) and source.page_size is not None and source.kind != "upwork"
]


class Vendor:
    """Answers as the source's vendor does, with `total` postings; `repeats`: from there on it gives the first page."""

    def __init__(self, source: JsonSource, total: int, repeats: int | None = None) -> None:
        self.source, self.total, self.repeats = source, total, repeats
        self.size = source.page_size if source.page_size and source.page_size > 1 else 20
        self.asked: list[int] = []

    def answer(self, request: PageRequest) -> bytes:
        said = request.url + (request.body or b"").decode()
        if found := _OFFSET.search(said):
            start = int(found[1])
        else:
            number = _NUMBER.search(said)
            assert number
            start = (int(number[1]) - (0 if self.source.kind == "themuse" else 1)) * self.size
        self.asked.append(start)
        if self.repeats is not None and start >= self.repeats:
            start = 0
        items = [self._item(number) for number in range(start, min(start + self.size, self.total))]
        return json.dumps(self._wrapped(items)).encode()

    def _item(self, number: int) -> dict[str, object]:
        value = f"/job/Porto/Baker_R-{number}" if self.source.kind == "workday" else str(number)
        return {self.source.id_field: value}

    def _wrapped(self, items: list[dict[str, object]]) -> object:
        envelope = self.source.envelope
        path = envelope if isinstance(envelope, str) else (envelope or ("",))[0]
        whole: object = items
        for part in reversed(path.split(".") if path else []):
            whole = [whole] if part == "item" else {part: whole}
        return whole


def next_request(source: Source, board: str, page: Page, new: set[str]) -> PageRequest | None:
    if isinstance(source, KeyedSource):
        return source.next_request(board, page, new, None, CREDENTIALS)
    return source.next_request(board, page, new)


def crawl(source: Source, vendor: Vendor) -> list[str]:
    """The pages of a crawl, as the pipeline asks for them."""
    board, ids = board_of(source), list[str]()
    request: PageRequest | None = first_request(source, board)
    for number in range(300):
        if request is None:
            return ids
        page: list[Mapping[str, object]] = list(source.iter_items(io.BytesIO(vendor.answer(request))))
        found = [source.source_id_of(item) for item in page]
        new = set(found) - set(ids)
        ids += [one for one in found if one in new]
        request = next_request(source, board, Page(number=number, items=len(page)), new)
    raise AssertionError("the crawl does not end")


@pytest.mark.parametrize("source", PAGED, ids=lambda source: str(source.kind))
@pytest.mark.parametrize("pages", [0, 0.5, 1, 2, 2.5])
def test_every_posting_is_read_once(source: JsonSource, pages: float) -> None:
    vendor = Vendor(source, 0)
    vendor.total = int(vendor.size * pages)
    assert len(crawl(source, vendor)) == vendor.total
    assert vendor.asked == [vendor.size * number for number in range(len(vendor.asked))]
    # One more than is needed where a last page is full, or where only an empty one is an end.
    assert len(vendor.asked) <= int(pages) + 2


@pytest.mark.parametrize("source", PAGED, ids=lambda source: str(source.kind))
def test_a_vendor_that_repeats_itself_is_left(source: JsonSource) -> None:
    vendor = Vendor(source, 10_000, repeats=3 * Vendor(source, 0).size)
    assert len(crawl(source, vendor)) == 3 * vendor.size
    assert len(vendor.asked) == 4


def test_workday_breaks_at_its_cap_and_lever_reads_on() -> None:
    with pytest.raises(FeedBroken):
        crawl(Workday(), Vendor(Workday(), 10_000, repeats=CAP))
    assert len(crawl(Lever(), Vendor(Lever(), 2_345))) == 2_345
