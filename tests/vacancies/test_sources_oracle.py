"""Oracle Recruiting Cloud: a list within a list of one, details bare or in a list, boards named by host and site."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.oracle import Oracle

SOURCE = Oracle()
NAME = "abcd.fa.us2/CX_1"
BOARD = Board(slug=NAME, company_name="Acme Bakery")
DETAIL = {
    "Id": "17",
    "ExternalDescriptionStr": "<p>Bread</p>",
    "ExternalResponsibilitiesStr": "<p>Dough</p>",
    "ExternalQualificationsStr": "",
    "ShortDescriptionStr": "<p>Short</p>",
    "PrimaryLocationCountry": "PT",
    "WorkplaceType": "On-site",
    "ExternalPostedStartDate": "2026-03-01T08:00:00+01:00",
}


def item(**changes: object) -> dict[str, object]:
    return {
        "Id": 17,
        "Title": "Baker",
        "PostedDate": "2026-03-01",
        "PrimaryLocation": "PORTO, Portugal",
        "ShortDescriptionStr": "<p>Teaser</p>",
        "secondaryLocations": [{"Name": "LYON, France", "CountryCode": "FR"}],
    } | changes


def test_parse_reads_list_and_detail() -> None:
    bare = SOURCE.parse(item(), BOARD)
    assert bare.url == "https://abcd.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/17"
    assert bare.locations == ("PORTO, Portugal", "LYON, France")
    assert (bare.description_html, bare.posted_at) == ("<p>Teaser</p>", datetime(2026, 3, 1, tzinfo=UTC))
    for detail in (DETAIL, {"items": [DETAIL]}):
        draft = SOURCE.parse(SOURCE.merge_detail(item(), detail), BOARD)
        assert draft.description_html == "<p>Bread</p>\n<h3>Responsibilities</h3><p>Dough</p>"
        assert draft.posted_at == datetime(2026, 3, 1, 7, tzinfo=UTC)
        assert (draft.remote, draft.addresses[0].country) == ("onsite", "PT")


def test_the_list_stands_in_a_list_of_one() -> None:
    raw = json.dumps({"items": [{"TotalJobsCount": 1, "requisitionList": [item()]}], "count": 1})
    assert list(SOURCE.iter_items(io.BytesIO(raw.encode()))) == [item()]
    empty = json.dumps({"items": [{"TotalJobsCount": 0, "requisitionList": []}], "count": 1})
    assert list(SOURCE.iter_items(io.BytesIO(empty.encode()))) == []


def test_pages_and_details() -> None:
    first = SOURCE.first_request(NAME).url
    assert first.startswith(
        "https://abcd.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions?"
    )
    assert "finder=findReqs;siteNumber=CX_1,limit=25,offset=0," in first
    following = SOURCE.next_request(NAME, Page(number=1, items=25), {"1"}, "http://127.0.0.1:9")
    assert following is not None
    assert following.url.startswith("http://127.0.0.1:9/hcm")
    assert ",offset=50," in following.url
    assert 'ById;Id=%2217%22,siteNumber=CX_1' in SOURCE.detail_request(NAME, item()).url  # fmt: skip


@pytest.mark.parametrize("name", ["abcd", "abcd.fa/CX_1/..", "a@b/CX_1", "abcd.fa.us2/", "x.example.com?/CX"])
def test_names_that_are_none(name: str) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.first_request(name)


@pytest.mark.parametrize("changes", [{"Title": None}, {"secondaryLocations": "LYON"}, {"PostedDate": "soon"}])
def test_a_broken_requisition_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_recognise() -> None:
    page = "https://abcd.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1"
    assert SOURCE.recognise_posting(f"{page}/job/17/?location=x") == (NAME, "17")
    assert SOURCE.recognise_posting(f"{page}/requisitions/preview/17") == (NAME, "17")
    assert SOURCE.recognise(f"{page}/requisitions") == NAME
    assert SOURCE.recognise("https://www.oracle.com/careers") is None


@pytest.mark.shared
def test_the_recorded_detail_is_merged(shared_data: Path) -> None:
    detail = json.loads((shared_data / "feeds" / "oracle_orc" / "detail.json").read_text())
    draft = SOURCE.parse(SOURCE.merge_detail(item(), detail), BOARD)
    assert draft.remote == "hybrid"
    assert draft.description_html.count("<h3>") == 2
    known = {name.removeprefix("detail.") for name in SOURCE.used_fields | SOURCE.ignored_fields}
    assert set(detail) <= known
