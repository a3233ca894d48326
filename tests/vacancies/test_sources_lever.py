"""Lever: pages without a total, a body in parts, times in milliseconds."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.lever import Lever

SOURCE = Lever()
BOARD = Board(slug="acme", company_name="Acme Bakery")


def item(**changes: object) -> dict[str, object]:
    return {
        "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
        "text": "Baker",
        "hostedUrl": "https://jobs.lever.co/acme/0f8fad5b-d9cb-469f-a165-70867728950e",
        "applyUrl": "https://jobs.lever.co/acme/0f8fad5b-d9cb-469f-a165-70867728950e/apply",
        "createdAt": 1772366400000,
        "country": "PT",
        "workplaceType": "on-site",
        "categories": {
            "location": "Lisbon",
            "allLocations": ["Lisbon", "Porto"],
            "team": "Ovens",
            "commitment": "Full-time",
        },
        "opening": "<div>Opening</div>",
        "descriptionBody": "<div>Body</div>",
        "description": "<div>Opening</div><div>Body</div>",
        "lists": [{"text": "You & us", "content": "<li>Flour</li>"}],
        "additional": "<div>More</div>",
        "salaryRange": {"min": 30000.5, "max": "40000", "currency": "EUR", "interval": "per-year-salary"},
    } | changes


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (draft.company_name, draft.remote, draft.department) == ("Acme Bakery", "onsite", "Ovens")
    assert draft.locations == ("Lisbon", "Porto")
    assert [(claim.text, claim.country) for claim in draft.addresses] == [("Lisbon", "PT")]
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum) == (Decimal("30000.5"), Decimal(40000))
    assert draft.apply_url.endswith("/apply")


def test_the_body_is_put_together_once() -> None:
    body = SOURCE.parse(item(), BOARD).description_html
    assert body.count("Opening") == body.count("Body") == 1
    assert "<h3>You &amp; us</h3><ul><li>Flour</li></ul>" in body
    assert body.endswith("<div>More</div>")
    old = SOURCE.parse(item(opening=None, descriptionBody=None), BOARD).description_html
    assert old.count("Opening") == old.count("Body") == 1


def test_what_may_be_absent_may_be_absent() -> None:
    bare = {key: item()[key] for key in ("id", "text", "hostedUrl")}
    draft = SOURCE.parse(bare, Board(slug="acme%20bakery"))
    assert (draft.pay, draft.posted_at, draft.locations, draft.remote) == (None, None, (), None)
    assert draft.company_name == "acme bakery"
    assert draft.apply_url == draft.url


@pytest.mark.parametrize(
    "changes", [{"hostedUrl": ""}, {"createdAt": []}, {"categories": []}, {"salaryRange": {"min": "a lot"}}]
)
def test_a_broken_posting_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_pages_go_on_until_a_short_or_a_repeated_one() -> None:
    assert SOURCE.first_request("acme").url.endswith("/v0/postings/acme?mode=json&skip=0&limit=100")
    following = SOURCE.next_request("acme", Page(number=0, items=100), {"a"}, "https://api.eu.lever.co")
    assert following is not None
    assert following.url == "https://api.eu.lever.co/v0/postings/acme?mode=json&skip=100&limit=100"
    assert following.headers["Accept"] == "application/json"
    assert SOURCE.next_request("acme", Page(number=1, items=99), {"b"}) is None
    assert SOURCE.next_request("acme", Page(number=1, items=100), set()) is None


def test_recognise_both_regions() -> None:
    assert SOURCE.recognise_posting("https://jobs.eu.lever.co/acme%26co/1-2/apply") == ("acme&co", "1-2")
    assert SOURCE.recognise("https://jobs.lever.co/acme?team=Ovens") == "acme"
    assert SOURCE.recognise("https://jobs.lever.co/") is None
