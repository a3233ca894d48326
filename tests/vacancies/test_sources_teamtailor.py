"""Teamtailor: two feeds, one id; places and pay as schema.org says them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.core.errors import ParseFailed
from apps.vacancies.sources.base import Board, PostingInvalid
from apps.vacancies.sources.teamtailor import Teamtailor

SOURCE = Teamtailor()
BOARD = Board(slug="acme", company_name="Acme")
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:tt="https://teamtailor.com/locations"><channel><title>Acme Bakery</title>
<item><title>Baker</title><link>https://acme.teamtailor.com/jobs/4711-baker</link><guid>a1</guid>
<description>&lt;p&gt;Bread&lt;/p&gt;</description><pubDate>Sun, 01 Mar 2026 12:00:00 +0100</pubDate>
<remoteStatus>{0}</remoteStatus><tt:locations>
<tt:location><tt:name>HQ</tt:name><tt:city>Porto</tt:city><tt:zip>4000</tt:zip><tt:country>Portugal</tt:country></tt:location>
<tt:location><tt:name>Office</tt:name><tt:country>Spain</tt:country></tt:location>
</tt:locations><tt:department>Ovens</tt:department><tt:role>Baking</tt:role></item></channel></rss>"""


def item(**changes: object) -> dict[str, object]:
    posting = {
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": "Acme Bakery", "value": 4711},
        "jobLocation": {
            "address": {"addressLocality": "Porto", "addressRegion": "Europe", "addressCountry": "PT"}
        },
        "jobLocationType": "TELECOMMUTE",
        "employmentType": ["FULL_TIME", "CONTRACTOR"],
        "validThrough": "2026-04-01",
        "baseSalary": {"currency": "EUR", "value": {"value": 30000, "unitText": "YEAR"}},
    }
    return {
        "id": "uuid-1",
        "title": "Baker",
        "url": "https://acme.teamtailor.com/jobs/4711-baker",
        "content_html": "<p>Bread</p>",
        "date_published": "2026-03-01T12:00:00+01:00",
        "_jobposting": posting | {key: changes.pop(key) for key in list(changes) if key in posting},
    } | changes


def read(raw: str) -> list[Mapping[str, object]]:
    return list(SOURCE.iter_items(io.BytesIO(raw.encode())))


def test_parse_reads_every_field_of_json() -> None:
    draft = SOURCE.parse(read(json.dumps({"version": "1.1", "items": [item()]}))[0], BOARD)
    assert (draft.source_id, draft.company_name, draft.remote) == ("4711", "Acme Bakery", "remote")
    assert draft.posted_at == datetime(2026, 3, 1, 11, tzinfo=UTC)
    assert draft.application_deadline == date(2026, 4, 1)
    assert draft.locations == ("Porto, PT",)
    assert draft.employment_type == "FULL_TIME, CONTRACTOR"
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.period) == (Decimal(30000),) * 2 + ("per year",)


def test_parse_reads_every_field_of_rss() -> None:
    draft = SOURCE.parse(read(RSS.format("hybrid"))[0], BOARD)
    assert (draft.source_id, draft.company_name, draft.remote) == ("4711", "Acme Bakery", "hybrid")
    assert draft.posted_at == datetime(2026, 3, 1, 11, tzinfo=UTC)
    assert draft.description_html == "<p>Bread</p>"
    assert draft.department == "Ovens"
    assert draft.locations == ("HQ", "Spain")
    assert [(claim.city, claim.country) for claim in draft.addresses] == [
        ("Porto", "Portugal"),
        ("", "Spain"),
    ]


@pytest.mark.parametrize(("status", "remote"), [("fully", "remote"), ("none", "onsite"), ("temporary", None)])
def test_remote_status(status: str, remote: str | None) -> None:
    assert SOURCE.parse(read(RSS.format(status))[0], BOARD).remote == remote


def test_both_feeds_give_one_id_and_what_is_absent_may_be_absent() -> None:
    assert SOURCE.source_id_of(item()) == SOURCE.source_id_of(read(RSS.format("none"))[0])
    bare = {key: item()[key] for key in ("title", "url")}
    draft = SOURCE.parse(bare, BOARD)
    assert (draft.company_name, draft.locations, draft.posted_at, draft.pay) == ("Acme", (), None, None)
    lone = "<rss><channel><item><title>B</title><link>https://jobs.example.com/jobs/7-b</link></item></channel></rss>"
    assert SOURCE.parse(read(lone)[0], BOARD).locations == ()


@pytest.mark.parametrize(
    "changes", [{"url": "https://acme.teamtailor.com/about"}, {"title": None}, {"baseSalary": "much"}]
)
def test_a_broken_item_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_what_is_neither_feed_is_refused() -> None:
    for raw in ("", "gone", "<html></html>", "{}"):
        with pytest.raises(ParseFailed):
            read(raw)


def test_addresses() -> None:
    assert SOURCE.first_request("acme").url == "https://acme.teamtailor.com/jobs.json"
    assert SOURCE.recognise_posting("https://acme.teamtailor.com/jobs/4711-baker/applications/new") == (
        "acme",
        "4711",
    )
    assert SOURCE.recognise_posting("https://acme.na.teamtailor.com/jobs/4711") == ("acme", "4711")
    assert SOURCE.recognise("https://acme.teamtailor.com/") == "acme"
    assert SOURCE.recognise("https://www.teamtailor.com/pricing") is None
