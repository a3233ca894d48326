"""Greenhouse: content escaped once more, places that are none, ids that are numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.greenhouse import Greenhouse

SOURCE = Greenhouse()
BOARD = Board(slug="acmebakery", company_name="Acme Bakery")


def item(**changes: object) -> dict[str, object]:
    return {
        "id": 4711,
        "title": " Head Baker  ",
        "absolute_url": "https://job-boards.greenhouse.io/acmebakery/jobs/4711",
        "location": {"name": "Lisbon, Portugal "},
        "content": "&lt;p&gt;Bread &amp;amp; cake&amp;nbsp;daily&lt;/p&gt;",
        "company_name": "Acme Bakery Ltd",
        "first_published": "2026-03-01T12:30:00-04:00",
        "updated_at": "2026-03-02T00:00:00Z",
        "departments": [{"id": 1, "name": "Ovens", "child_ids": [], "parent_id": None}],
        "offices": [
            {"id": 2, "name": "Lisbon", "location": "Lisbon, Portugal", "child_ids": [], "parent_id": None}
        ],
        "requisition_id": "R-9",
        "language": "en",
        "application_deadline": "2026-04-01T23:59:00-04:00",
    } | changes


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.source_id == "4711"
    assert draft.title == "Head Baker"
    assert draft.company_name == "Acme Bakery Ltd"
    assert draft.description_html == "<p>Bread &amp; cake&nbsp;daily</p>"
    assert draft.posted_at == datetime(2026, 3, 1, 16, 30, tzinfo=UTC)
    assert draft.application_deadline == date(2026, 4, 1)
    assert (draft.department, draft.requisition_id, draft.locations) == (
        "Ovens",
        "R-9",
        ("Lisbon, Portugal",),
    )


@pytest.mark.parametrize("name", ["N/A", "Hybrid", "", "LOCATION", "In-Office"])
def test_offices_say_where_when_the_location_does_not(name: str) -> None:
    assert SOURCE.parse(item(location={"name": name}), BOARD).locations[-1] == "Lisbon, Portugal"


def test_fillers_are_not_data() -> None:
    draft = SOURCE.parse(item(requisition_id="See Opening ID", content=None, company_name=None), BOARD)
    assert (draft.requisition_id, draft.description_html, draft.company_name) == ("", "", "Acme Bakery")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"id": None}, "id is missing"),
        ({"title": ""}, "title is missing"),
        ({"title": {"en": "Baker"}}, "title is not text"),
        ({"absolute_url": None}, "absolute_url is missing"),
        ({"first_published": "soon"}, "first_published is not a time"),
        ({"offices": "Lisbon"}, None),
        ({"location": "Lisbon"}, "location is not an object"),
        ({"departments": [1]}, "departments is not a list of objects"),
    ],
)
def test_a_broken_posting_is_refused_with_its_reason(changes: dict[str, object], reason: str | None) -> None:
    if reason is None:  # a field that isn't needed here does not spoil the posting
        assert SOURCE.parse(item(**changes), BOARD).locations == ("Lisbon, Portugal",)
        return
    with pytest.raises(PostingInvalid) as caught:
        SOURCE.parse(item(**changes), BOARD)
    assert caught.value.reason == reason


def test_one_request_reads_a_board() -> None:
    request = SOURCE.first_request("acmebakery")
    assert request.url == "https://boards-api.greenhouse.io/v1/boards/acmebakery/jobs?content=true"
    assert SOURCE.first_request("a b", "http://127.0.0.1:9").url.startswith(
        "http://127.0.0.1:9/v1/boards/a%20b/"
    )
    assert SOURCE.next_request("acmebakery", Page(number=0, items=500), {"1"}) is None


@pytest.mark.parametrize("slug", ["", "..", "a/b", "a?b", "a#b", "a\nb"])
def test_a_slug_cannot_lead_elsewhere(slug: str) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.first_request(slug)


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://boards.greenhouse.io/acme/jobs/12?gh_src=x", ("acme", "12")),
        ("https://job-boards.eu.greenhouse.io/acme", ("acme", "")),
        ("https://boards.greenhouse.io/embed/job_app?for=acme&token=12", ("acme", "12")),
        ("https://boards-api.greenhouse.io/v1/boards/acme/jobs/12", ("acme", "12")),
        ("https://jobs.example.com/careers?gh_jid=12", None),
        ("https://greenhouse.io.example.com/acme/jobs/12", None),
        ("https://[broken", None),
    ],
)
def test_recognise(url: str, found: tuple[str, str] | None) -> None:
    assert SOURCE.recognise_posting(url) == found
    assert SOURCE.recognise(url) == (found[0] if found else None)
