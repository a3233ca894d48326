"""BambooHR: text in the detail, and a web page in place of a list where the tenant is gone."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest

from apps.core.errors import ParseFailed
from apps.vacancies.sources.bamboohr import BambooHR
from apps.vacancies.sources.base import Board, FeedBroken, PostingInvalid

SOURCE = BambooHR()
BOARD = Board(slug="acme", company_name="Acme Bakery")
DETAIL = {
    "meta": {},
    "result": {
        "jobOpening": {
            "jobOpeningName": "Baker",
            "description": "<p>Bread</p>",
            "datePosted": "2026-03-01",
            "jobOpeningShareUrl": "https://acme.bamboohr.com/careers/17",
            "minimumExperience": "Mid-level",
        }
    },
}


def item(**changes: object) -> dict[str, object]:
    return {
        "id": "17",
        "jobOpeningName": "Baker",
        "departmentLabel": "Ovens",
        "employmentStatusLabel": "Full-Time",
        "location": {"city": None, "state": None},
        "atsLocation": {"country": "Portugal", "state": "Norte", "city": "Porto"},
        "isRemote": None,
        "locationType": "2",
    } | changes


def test_parse_reads_the_list_alone() -> None:
    draft = SOURCE.parse(item(id=17), BOARD)
    assert (draft.source_id, draft.url) == ("17", "https://acme.bamboohr.com/careers/17")
    assert (draft.company_name, draft.department, draft.remote) == ("Acme Bakery", "Ovens", "hybrid")
    assert draft.locations == ("Porto, Norte, Portugal",)
    assert (draft.description_html, draft.posted_at) == ("", None)


def test_parse_reads_the_detail() -> None:
    request = SOURCE.detail_request("acme", item())
    assert request.url == "https://acme.bamboohr.com/careers/17/detail"
    draft = SOURCE.parse(SOURCE.merge_detail(item(), DETAIL), BOARD)
    assert (draft.description_html, draft.seniority) == ("<p>Bread</p>", "Mid-level")
    assert draft.posted_at == datetime(2026, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "remote"),
    [
        ({"locationType": "0"}, "onsite"),
        ({"locationType": "1"}, "remote"),
        ({"locationType": None, "isRemote": True}, "remote"),
        ({"locationType": None}, None),
    ],
)
def test_location_types(changes: dict[str, object], remote: str | None) -> None:
    assert SOURCE.parse(item(**changes), BOARD).remote == remote


def test_the_page_behind_a_redirect_is_no_list() -> None:
    with pytest.raises(ParseFailed) as caught:
        list(SOURCE.iter_items(io.BytesIO(b"<!DOCTYPE html><html><body>Payroll software</body></html>")))
    assert not isinstance(caught.value, FeedBroken)
    raw = json.dumps({"meta": {"totalCount": 1}, "result": [item()]}).encode()
    assert list(SOURCE.iter_items(io.BytesIO(raw))) == [item()]


@pytest.mark.parametrize(
    "changes", [{"jobOpeningName": ""}, {"isRemote": "1", "locationType": None}, {"location": "Porto"}]
)
def test_a_broken_opening_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)
    with pytest.raises(PostingInvalid):
        SOURCE.merge_detail(item(), {"result": []})


def test_recognise() -> None:
    assert SOURCE.recognise_posting("https://acme.bamboohr.com/careers/17?source=x") == ("acme", "17")
    assert SOURCE.recognise("https://acme.bamboohr.com/careers") == "acme"
    assert SOURCE.recognise("https://www.bamboohr.com/careers") is None
