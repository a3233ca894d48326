"""Workable: a row for each place, flat flags, empty cities."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest

from apps.vacancies.sources.base import Board, FeedBroken, Page, PostingInvalid
from apps.vacancies.sources.workable import Workable

SOURCE = Workable()
BOARD = Board(slug="acme", company_name="Acme Bakery")


def item(**changes: object) -> dict[str, object]:
    return {
        "title": "Baker",
        "shortcode": "AB12CD34EF",
        "code": "R-9",
        "url": "https://apply.workable.com/j/AB12CD34EF",
        "application_url": "https://apply.workable.com/j/AB12CD34EF/apply",
        "department": "Ovens",
        "telecommuting": True,
        "employment_type": "Full-time",
        "experience": "Associate",
        "published_on": "2026-03-05",
        "created_at": "2026-03-01",
        "description": "<p>Bread</p>",
        "city": "",
        "state": "",
        "country": "Spain",
        "locations": [
            {"country": "Spain", "countryCode": "ES", "city": "", "region": None, "hidden": False},
            {"country": "France", "countryCode": "FR", "city": "Lyon", "region": "", "hidden": True},
        ],
    } | changes


def read(items: list[object], cut: int = 0) -> list[object]:
    raw = json.dumps({"name": "Acme", "jobs": items}).encode()
    return list(SOURCE.iter_items(io.BytesIO(raw[: len(raw) - cut])))


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.posted_at == datetime(2026, 3, 5, tzinfo=UTC)
    assert (draft.company_name, draft.remote, draft.requisition_id) == ("Acme Bakery", "remote", "R-9")
    assert draft.locations == ("Spain",)
    assert (draft.department, draft.employment_type, draft.seniority) == ("Ovens", "Full-time", "Associate")
    assert draft.apply_url.endswith("/apply")


def test_rows_of_one_posting_are_joined_into_its_places() -> None:
    other = item(locations=None, city="Faro", country="Portugal", telecommuting=False)
    found = read([item(), item(shortcode="OTHER"), other])
    assert len(found) == 2
    assert isinstance(found[0], dict)
    draft = SOURCE.parse(found[0], BOARD)
    assert draft.locations == ("Spain", "Faro, Portugal")
    assert [claim.city for claim in draft.addresses] == ["", "Faro"]


def test_rows_without_a_code_stay_visible_and_a_break_comes_last() -> None:
    assert len(read([item(), {"title": "no code"}, "text"])) == 3
    raw = json.dumps({"jobs": [item(), item()]}).encode()
    found: list[object] = []
    with pytest.raises(FeedBroken) as caught:
        for one in SOURCE.iter_items(io.BytesIO(raw[:-1])):
            found.append(one)
    assert len(found) == caught.value.items == 1


def test_what_may_be_absent_may_be_absent() -> None:
    draft = SOURCE.parse({key: item()[key] for key in ("title", "shortcode", "url", "created_at")}, BOARD)
    assert (draft.locations, draft.remote, draft.apply_url) == ((), None, draft.url)
    assert draft.posted_at == datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize("changes", [{"url": ""}, {"telecommuting": "yes"}, {"locations": ["Spain"]}])
def test_a_broken_posting_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_one_request_and_its_terms() -> None:
    assert SOURCE.first_request("acme").url.endswith("/api/v1/widget/accounts/acme?details=true")
    assert SOURCE.next_request("acme", Page(number=0, items=100), {"a"}) is None
    assert SOURCE.terms.requests_per_second < 1


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://apply.workable.com/acme/j/AB12CD34EF/", ("acme", "AB12CD34EF")),
        ("https://apply.workable.com/j/AB12CD34EF/apply", ("", "AB12CD34EF")),
        ("https://apply.workable.com/acme/", ("acme", "")),
        ("https://apply.workable.com/api/v1/widget/accounts/acme", ("acme", "")),
        ("https://apply.workable.com/", None),
        ("https://www.workable.com/acme", None),
    ],
)
def test_recognise(url: str, found: tuple[str, str] | None) -> None:
    assert SOURCE.recognise_posting(url) == found
    assert SOURCE.recognise(url) == (found[0] or None if found else None)
    assert SOURCE.posting_url("acme", "AB12CD34EF") == item()["url"]
