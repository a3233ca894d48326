"""A board described by data: what is refused, what is asked for, what is read."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from apps.core.errors import NotFound, ParseFailed, ValidationFailed
from apps.vacancies.sources.base import Board, FeedBroken, Page, PostingInvalid
from apps.vacancies.sources.capabilities import CredentialsMissing, CursorSource, KeyedSource
from apps.vacancies.sources.generic import GenericSource
from apps.vacancies.sources.generic_faults import read_spec
from apps.vacancies.sources.registry import adapter_for

BOARD = Board(slug="kestrel", company_name="Kestrel Pilots")
FIELDS = {"title": "name", "url": "link"}
SPEC: dict[str, Any] = {
    "url": "https://jobs.example.com/api/list?page={page}",
    "items": "data.jobs",
    "paging": {"kind": "page", "start": 1, "size": 2},
    "fields": {
        "id": "id", "title": "name", "url": "=/jobs/{slug}", "company_name": "=Kestrel {unit.name}",
        "locations": "places[*].city", "remote": "remote", "description_html": "text", "employment_type": "type",
        "salary_min": "pay[0]", "salary_max": "pay[1]", "salary_currency": "=EUR", "salary_period": "=year",
        "posted_at": "posted", "application_deadline": "until",
    },
}  # fmt: skip
ITEM = {
    "id": 17, "name": "Harbour Pilot", "slug": "harbour pilot/17", "unit": {"name": "North"}, "remote": True,
    "places": [{"city": "Rotterdam"}, {"city": "Antwerp"}, {"city": "Rotterdam"}], "type": "Full time",
    "text": "&lt;p&gt;You steer ships.&lt;/p&gt;", "pay": ["48,000", 56000.5], "posted": 1785578400,
    "until": "2026-12-24", "internal": {"x": 1},
}  # fmt: skip


def source(**changes: Any) -> GenericSource:
    found = adapter_for("generic", {**SPEC, **changes})
    assert isinstance(found, GenericSource)
    return found


def faults_of(spec: object) -> dict[str, str]:
    with pytest.raises(ValidationFailed) as refused:
        read_spec(spec)
    return {fault.attr: fault.code for fault in refused.value.errors}


@pytest.mark.parametrize(
    ("changes", "attr", "code"),
    [
        ({"url": ""}, "spec.url", "required"),
        ({"url": "ftp://example.com/a"}, "spec.url", "invalid"),
        ({"url": "https://user@example.com/{page}"}, "spec.url", "invalid"),
        ({"url": "https://{page}.example.com/"}, "spec.url", "invalid"),
        ({"url": "https://[broken/{page}"}, "spec.url", "invalid"),
        ({"url": "https://example.com/"}, "spec.url", "invalid"),
        ({"url": "https://example.com/{page}/{limit}"}, "spec.url", "invalid"),
        ({"url": 7}, "spec.url", "wrong_type"),
        ({"method": "PUT"}, "spec.method", "invalid_choice"),
        ({"body": "{}"}, "spec.body", "invalid"),
        ({"format": "yaml"}, "spec.format", "invalid_choice"),
        ({"format": "xml", "items": ""}, "spec.items", "required"),
        ({"items": "data..jobs"}, "spec.items", "invalid"),
        ({"items": "data[0].jobs"}, "spec.items", "invalid"),
        ({"headers": {"Authorization": "Bearer x"}}, "spec.headers.Authorization", "invalid"),
        ({"headers": {"X-Api-Key": "x"}}, "spec.headers.X-Api-Key", "invalid"),
        ({"headers": {"Host": "x"}}, "spec.headers.Host", "invalid"),
        ({"headers": {"X y": "x"}}, "spec.headers.X y", "invalid"),
        ({"headers": {"X-A": "a\r\nB: c"}}, "spec.headers.X-A", "invalid"),
        ({"paging": {"kind": "scroll"}}, "spec.paging.kind", "invalid_choice"),
        ({"paging": {"kind": "page", "size": 0}}, "spec.paging.size", "invalid"),
        ({"paging": {"kind": "page", "start": True}}, "spec.paging.start", "wrong_type"),
        ({"paging": {"kind": "page", "steps": 1}}, "spec.paging.steps", "unknown"),
        ({"url": "https://example.com/{offset}", "paging": {"kind": "offset"}}, "spec.paging.size", "required"),
        ({"url": "https://example.com/{cursor}", "paging": {"kind": "cursor"}}, "spec.paging.cursor_path", "required"),
        ({"format": "csv", "url": "https://example.com/", "paging": {"kind": "link"}}, "spec.paging.kind", "invalid"),
        ({"fields": {"title": "name"}}, "spec.fields.url", "required"),
        ({"fields": {**FIELDS, "salary": "pay"}}, "spec.fields.salary", "unknown"),
        ({"fields": {**FIELDS, "remote": "a b"}}, "spec.fields.remote", "invalid"),
        ({"fields": {**FIELDS, "remote": "={a b}"}}, "spec.fields.remote", "invalid"),
        ({"fields": {**FIELDS, "remote": 1}}, "spec.fields.remote", "wrong_type"),
        ({"secret": "x"}, "spec.secret", "unknown"),
    ],
)  # fmt: skip
def test_each_fault_is_named_by_its_path(changes: dict[str, Any], attr: str, code: str) -> None:
    assert faults_of({**SPEC, **changes}) == {attr: code}


def test_what_is_no_description_at_all() -> None:
    assert faults_of(None) == faults_of([]) == faults_of("x") == {"spec": "invalid"}
    assert faults_of({}) == {
        "spec.url": "required",
        "spec.fields.title": "required",
        "spec.fields.url": "required",
    }
    with pytest.raises(ValidationFailed):
        adapter_for("generic")
    with pytest.raises(NotFound):
        adapter_for("pigeon")


def test_an_item_becomes_a_draft_by_its_map() -> None:
    draft = source().parse(ITEM, BOARD)
    assert (draft.source, draft.source_id, draft.title) == ("generic", "17", "Harbour Pilot")
    assert draft.url == draft.apply_url == "https://jobs.example.com/jobs/harbour%20pilot/17"
    assert (draft.company_name, draft.locations) == ("Kestrel North", ("Rotterdam", "Antwerp"))
    assert (draft.remote, draft.description_html) == ("remote", "<p>You steer ships.</p>")
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum) == (Decimal(48000), Decimal("56000.5"))
    assert (draft.pay.currency, draft.pay.period) == ("EUR", "per year")
    assert draft.posted_at == datetime(2026, 8, 1, 10, tzinfo=UTC)
    assert draft.application_deadline == date(2026, 12, 24)
    assert draft.payload is ITEM


@pytest.mark.parametrize(
    "changes",
    [
        {"name": None},
        {"name": {}},
        {"id": ""},
        {"pay": ["much", 1]},
        {"posted": "soon"},
        {"places": [{"city": {}}]},
    ],
)
def test_an_item_that_breaks_its_map_is_refused_alone(changes: dict[str, Any]) -> None:
    with pytest.raises(PostingInvalid):
        source().parse({**ITEM, **changes}, BOARD)


def test_without_an_id_the_address_is_it() -> None:
    fields = {"title": "name", "url": "link"}
    item = {"name": "Baker", "link": "/jobs/1#top"}
    assert source(fields=fields).source_id_of(item) == "https://jobs.example.com/jobs/1#top"
    long = source(fields=fields).source_id_of({"link": f"/{'x' * 500}"})
    assert len(long) == 64
    for bad in ({"link": ""}, {"link": "javascript:alert(1)"}, {}):
        with pytest.raises(PostingInvalid):
            source(fields=fields).source_id_of(bad)


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        (True, "remote"),
        (False, None),
        ("Hybrid", "hybrid"),
        ("on-site", "onsite"),
        ("yes", "remote"),
        ("?", None),
    ],
)
def test_a_work_model_is_a_word_or_a_flag(said: object, claim: str | None) -> None:
    assert source().parse({**ITEM, "remote": said}, BOARD).remote == claim


@pytest.mark.parametrize(
    "said",
    ["2026-08-01T10:00:00Z", "2026-08-01T12:00:00+02:00", 1785578400, 1785578400000, "1785578400",
     "Sat, 01 Aug 2026 10:00:00 GMT", "1 Aug 2026 10:00:00 +0000"],
)  # fmt: skip
def test_times_in_the_ways_boards_write_them(said: object) -> None:
    assert source().parse({**ITEM, "posted": said}, BOARD).posted_at == datetime(2026, 8, 1, 10, tzinfo=UTC)


def urls(found: GenericSource, *pages: Page) -> list[str]:
    made = [found.first_request("x"), *(found.next_request("x", page, {"new"}) for page in pages)]
    return [request.url for request in made if request]


def test_paging_by_page_ends_with_a_short_one() -> None:
    base = "https://jobs.example.com/api/list?page="
    assert urls(source(), Page(number=0, items=2), Page(number=1, items=1)) == [f"{base}1", f"{base}2"]
    assert source().next_request("x", Page(number=0, items=2), set()) is None


def test_paging_by_offset_steps_by_its_size() -> None:
    found = source(
        url="https://jobs.example.com/?from={offset}", paging={"kind": "offset", "start": 0, "size": 50}
    )
    assert urls(found, Page(number=0, items=50), Page(number=1, items=50)) == [
        f"https://jobs.example.com/?from={offset}" for offset in (0, 50, 100)
    ]


def test_paging_by_cursor_goes_on_with_what_the_answer_says() -> None:
    found = source(
        url="https://jobs.example.com/?after={cursor}", paging={"kind": "cursor", "cursor_path": "meta.next"}
    )
    assert isinstance(found, CursorSource)
    answer = json.dumps({"data": {"jobs": [ITEM]}, "meta": {"next": "a b&c"}}).encode()
    cursor = found.cursor_of(io.BytesIO(answer))
    assert cursor == "a b&c"
    assert (
        urls(found, Page(number=0, items=1, cursor=cursor))[1] == "https://jobs.example.com/?after=a%20b%26c"
    )
    assert found.next_request("x", Page(number=0, items=1), {"new"}) is None
    for broken in (b"", b"{", b'{"meta": {"next": {}}}', b"[]", b'{"meta": null}'):
        assert found.cursor_of(io.BytesIO(broken)) == ""


def test_a_link_to_the_next_page_stays_on_its_host() -> None:
    found = source(url="https://jobs.example.com/a", paging={"kind": "link", "cursor_path": "next"})
    follow = [
        Page(number=0, items=1, cursor="/a?p=2"),
        Page(number=1, items=1, cursor="https://jobs.example.com/b"),
    ]
    assert urls(found, *follow)[1:] == ["https://jobs.example.com/a?p=2", "https://jobs.example.com/b"]
    for elsewhere in ("https://evil.example/", "//evil.example/a", "http://jobs.example.com/a"):
        with pytest.raises(FeedBroken):
            found.next_request("x", Page(number=0, items=1, cursor=elsewhere), {"new"})


def test_a_posted_search_has_its_page_in_the_body() -> None:
    body = '{"from": {offset}, "size": 10}'
    found = source(
        url="https://jobs.example.com/", method="POST", body=body, paging={"kind": "offset", "size": 10},
        headers={"X-Client": "web"},
    )  # fmt: skip
    request = found.next_request("x", Page(number=0, items=10), {"new"})
    assert request is not None and request.body == b'{"from": 10, "size": 10}'
    assert request.method == "POST"
    assert request.headers == {
        "Accept": "application/json", "Content-Type": "application/json", "X-Client": "web",
    }  # fmt: skip


def test_a_base_url_stands_for_the_host() -> None:
    assert source().first_request("x", "http://127.0.0.1:9/").url == "http://127.0.0.1:9/api/list?page=1"


def test_a_key_goes_into_the_header_that_the_connection_names() -> None:
    found = source(needs_key=True)
    assert isinstance(found, KeyedSource) and not isinstance(source(), KeyedSource)
    key = {"header": "X-Api-Key", "value": "s3cret"}
    assert found.first_request("x", None, key).headers["X-Api-Key"] == "s3cret"
    following = found.next_request("x", Page(number=0, items=2), {"new"}, None, key)
    assert following is not None and following.headers["X-Api-Key"] == "s3cret"
    with pytest.raises(CredentialsMissing):
        found.first_request("x")
    with pytest.raises(ValidationFailed):
        found.first_request("x", None, {"header": "Host", "value": "evil.example"})


def test_a_window_on_the_newest_closes_nothing() -> None:
    assert source().lists_everything
    assert not source(lists_everything=False).lists_everything
    keyed = source(lists_everything=False, needs_key=True)
    assert isinstance(keyed, KeyedSource) and not keyed.lists_everything


def test_json_items_stand_where_the_path_says() -> None:
    nested = json.dumps({"data": {"jobs": [ITEM, ITEM]}}).encode()
    assert len(list(source().iter_items(io.BytesIO(nested)))) == 2
    assert len(list(source(items="").iter_items(io.BytesIO(json.dumps([ITEM]).encode())))) == 1
    groups = json.dumps({"teams": [{"jobs": [ITEM]}, {"jobs": [ITEM, ITEM]}]}).encode()
    assert len(list(source(items="teams[*].jobs").iter_items(io.BytesIO(groups)))) == 3
    with pytest.raises(ParseFailed):
        list(source().iter_items(io.BytesIO(b'{"error": "no"}')))


RSS = b"""<?xml version="1.0"?><rss><channel><title>Jobs</title>
<item><title>Baker</title><link>https://jobs.example.com/1</link><guid>a-1</guid>
<pubDate>Sat, 01 Aug 2026 10:00:00 GMT</pubDate><description>&lt;p&gt;We bake.&lt;/p&gt;</description>
<category>Full time</category><category>Night</category></item></channel></rss>"""


def test_rss_needs_no_map() -> None:
    spec = {
        "url": "https://jobs.example.com/feed.xml",
        "format": "rss",
        "fields": {"employment_type": "category"},
    }
    found = adapter_for("generic", spec)
    (item,) = found.iter_items(io.BytesIO(RSS))
    draft = found.parse(item, BOARD)
    assert (draft.source_id, draft.title, draft.url) == ("a-1", "Baker", "https://jobs.example.com/1")
    assert (draft.description_html, draft.employment_type) == ("<p>We bake.</p>", "Full time Night")
    assert (draft.company_name, draft.posted_at) == ("Kestrel Pilots", datetime(2026, 8, 1, 10, tzinfo=UTC))


def test_xml_names_its_element() -> None:
    feed = b"<jobs><job><id>1</id><name>Baker</name><link>https://x.example.com/1</link></job></jobs>"
    found = source(
        url="https://x.example.com/", format="xml", items="job", fields={"id": "id", **FIELDS}, paging={}
    )
    (item,) = found.iter_items(io.BytesIO(feed))
    assert found.parse(item, BOARD).title == "Baker"


def test_csv_has_a_header_line() -> None:
    found = source(
        url="https://x.example.com/", format="csv", items="", fields={"id": "id", **FIELDS}, paging={}
    )
    table = '\ufeffid,name,link\n1,"Baker, night",https://x.example.com/1\n2,Cook,/2,extra\n'.encode()
    stream = io.BytesIO(table)
    drafts = [found.parse(item, BOARD) for item in found.iter_items(stream)]
    assert [(draft.title, draft.url) for draft in drafts] == [
        ("Baker, night", "https://x.example.com/1"),
        ("Cook", "https://x.example.com/2"),
    ]
    assert not stream.closed
    with pytest.raises(ParseFailed):
        list(found.iter_items(io.BytesIO(b"nothing")))


def test_where_a_person_looks() -> None:
    assert source().board_url("x") == "https://jobs.example.com"
    assert source(homepage="https://example.com/careers").board_url("x") == "https://example.com/careers"
    assert source().posting_url("x", "https://jobs.example.com/1") == "https://jobs.example.com/1"
    assert source().recognise("https://jobs.example.com/1") is None
