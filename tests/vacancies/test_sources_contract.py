"""What every source keeps to, whoever adds one: it is asked of the registry, so that nobody has to remember it."""

from __future__ import annotations

import itertools
import re
from urllib.parse import urlsplit

import pytest

from apps.core.errors import AppError
from apps.vacancies.sources.base import Board, Page, PostingRefused, Source
from apps.vacancies.sources.capabilities import DetailedSource, FindingSource, KeyedSource
from apps.vacancies.sources.registry import all_sources, get_source, recognise
from tests.vacancies.source_samples import CREDENTIALS, IDS, board_of, first_request

HOSTILE = ["evil.example/", "@evil.example", "a/../../b", "a?x=1", "a#b", "..", "", "a\\b", "a\nb", "evil.example:443", "a%2fb"]  # fmt: skip
ODD = ["", "x", "https://", "https://[broken", "ftp://a/b", "https://-x.bamboohr.com/careers/1", "javascript:1",
       "https://apply.workable.com/j/", "https://news.ycombinator.com/item?id=x", "https://www.themuse.com//",
       "https://..fa.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX/job/1", "https://x.wd5.myworkdayjobs.com/a b/"]  # fmt: skip
EVERY = pytest.mark.parametrize("source", all_sources(), ids=lambda source: str(source.kind))


def test_there_are_the_sources_we_say() -> None:
    kinds = [source.kind for source in all_sources()]
    assert len(kinds) == len(set(kinds)) == 33
    assert len({source.name for source in all_sources()}) == 33
    detailed = {source.kind for source in all_sources() if isinstance(source, DetailedSource)}
    assert detailed == {"smartrecruiters", "bamboohr", "rippling", "oracle", "eightfold", "workday", "torre"}
    assert {source.kind for source in all_sources() if isinstance(source, KeyedSource)} == {
        "usajobs",
        "adzuna",
        "reed",
        "upwork",
    }
    assert {source.kind for source in all_sources() if isinstance(source, FindingSource)} == {"hackernews"}


@EVERY
def test_terms(source: Source) -> None:
    terms = source.terms
    assert urlsplit(terms.homepage).scheme == "https"
    assert 0 < terms.requests_per_second <= 10
    assert terms.min_interval >= 3600
    assert terms.grade in {"A", "B", "C", "D"}
    assert not (terms.default_on and terms.grade in {"C", "D"})
    assert re.fullmatch(r"[a-z]+", source.kind)
    assert not source.used_fields & source.ignored_fields
    assert source.adapter_version >= 1


@EVERY
def test_requests_go_to_one_host_whatever_the_board_is_called(source: Source) -> None:
    board = board_of(source)
    vendor = urlsplit(first_request(source, board).url)
    assert vendor.scheme == "https"
    assert first_request(source, board, "http://127.0.0.1:9").url.startswith("http://127.0.0.1:9/")
    assert first_request(source, board, "http://127.0.0.1:9/").url.count("//") == 1
    registered = ".".join((vendor.hostname or "").split(".")[-2:])
    for hostile in HOSTILE:
        try:
            found = urlsplit(first_request(source, hostile).url)
        except PostingRefused:
            continue
        assert (found.hostname or "").endswith(registered)
        assert found.username is None
        assert "/../" not in found.path


@EVERY
def test_a_crawl_ends(source: Source) -> None:
    board, ended = board_of(source), Page(number=0, items=0)
    if isinstance(source, KeyedSource):
        assert source.next_request(board, ended, set(), None, CREDENTIALS) is None
        return
    assert source.next_request(board, ended, set()) is None
    assert source.next_request(board, Page(number=3, items=10_000), set()) is None


@EVERY
def test_an_address_it_makes_is_an_address_it_knows(source: Source) -> None:
    board, source_id = board_of(source), IDS.get(source.kind, "4711")
    assert urlsplit(source.board_url(board)).scheme == "https"
    url = source.posting_url(board, source_id)
    found = recognise(url)
    assert source.recognise_posting(url) is None or (found is not None and found[0].kind == source.kind)
    if found:
        assert found[2] in {source_id, ""}
        # Copies are compared by this form: whoever makes it from an address gets it again from the form itself.
        assert source.posting_url(found[1] or board, source_id) == url
    others = [one.kind for one in all_sources() if one is not source and one.recognise_posting(url)]
    assert not others


@EVERY
def test_odd_addresses_are_no_faults(source: Source) -> None:
    for url in ODD:
        found = source.recognise_posting(url)
        if found and found[1]:
            source.posting_url(found[0].casefold(), found[1].casefold())


@EVERY
def test_whatever_stands_in_an_item_is_read_or_refused(source: Source) -> None:
    board = Board(slug=board_of(source), company_name="Acme")
    names = sorted({name.split(".")[0] for name in source.used_fields})
    values: list[object] = [
        None,
        "",
        "x",
        "https://example.com/17",
        17,
        -1.5,
        True,
        [],
        ["x"],
        [{}],
        {},
        {"name": "x"},
    ]
    whole = [dict.fromkeys(names, value) for value in values]
    for item, name, value in itertools.chain(
        ((one, "", None) for one in whole), itertools.product(whole[2:5], names, values)
    ):
        try:
            source.parse({**item, name: value} if name else item, board)
        except AppError as refusal:
            assert isinstance(refusal, PostingRefused)


def test_get_source_knows_them_all() -> None:
    for source in all_sources():
        assert get_source(source.kind) is source
