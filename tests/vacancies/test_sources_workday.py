"""Workday: totals that lie, a cap, relative dates, "3 Locations"."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from apps.vacancies.sources.base import Board, FeedBroken, Page, PostingInvalid, PostingSkipped
from apps.vacancies.sources.workday import Workday, boards_by_facet

SOURCE = Workday()
NAME = "acme/wd5/Careers"
BOARD = Board(slug=NAME, company_name="Acme Bakery")
DETAIL = {
    "jobPostingInfo": {
        "title": "Baker",
        "jobDescription": "<p>Bread</p>",
        "location": "Porto",
        "additionalLocations": ["Lyon, France"],
        "timeType": "Full time",
        "remoteType": "Partially Remote",
        "startDate": "2026-03-01",
        "endDate": "2026-04-01",
        "jobReqId": "R-17",
        "externalUrl": "https://acme.wd5.myworkdayjobs.com/Careers/job/Porto/Baker_R-17-1",
        "country": {"descriptor": "Portugal"},
        "canApply": True,
    },
    "hiringOrganization": {"name": "Acme Bakery Ltd"},
}


def item(**changes: object) -> dict[str, object]:
    return {
        "title": "Baker",
        "externalPath": "/job/Porto/Baker_R-17-1",
        "locationsText": "3 Locations",
        "postedOn": "Posted 3 Days Ago",
        "bulletFields": ["R-17"],
    } | changes


def test_the_list_alone_says_little_and_invents_nothing() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert (draft.source_id, draft.requisition_id, draft.company_name) == ("R-17-1", "R-17", "Acme Bakery")
    assert draft.url == "https://acme.wd5.myworkdayjobs.com/Careers/job/Porto/Baker_R-17-1"
    assert (draft.locations, draft.posted_at, draft.description_html) == ((), None, "")
    assert SOURCE.parse(item(locationsText="Porto"), BOARD).locations == ("Porto",)
    assert SOURCE.parse(item(bulletFields=None), Board(slug=NAME)).company_name == "acme"


def test_a_day_later_it_is_the_same_item() -> None:
    days = ("Posted Today", "Posted Yesterday", "Posted 30+ Days Ago")
    answers = [{"total": 1, "jobPostings": [item(postedOn=day)]} for day in days]
    read = [list(SOURCE.iter_items(io.BytesIO(json.dumps(answer).encode()))) for answer in answers]
    assert read[0] == read[1] == read[2]
    assert SOURCE.source_id_of(read[0][0]) == "R-17-1"


def test_the_detail_says_the_rest() -> None:
    draft = SOURCE.parse(SOURCE.merge_detail(item(), DETAIL), BOARD)
    assert draft.locations == ("Porto", "Lyon, France")
    assert [(claim.text, claim.country) for claim in draft.addresses] == [("Porto", "Portugal")]
    assert (draft.remote, draft.employment_type, draft.company_name) == (
        "hybrid",
        "Full time",
        "Acme Bakery Ltd",
    )
    assert (draft.posted_at, draft.application_deadline) == (
        datetime(2026, 3, 1, tzinfo=UTC),
        date(2026, 4, 1),
    )


def test_what_takes_no_applications_is_skipped() -> None:
    closed = {"jobPostingInfo": {"canApply": False}}
    with pytest.raises(PostingSkipped):
        SOURCE.parse(SOURCE.merge_detail(item(), closed), BOARD)
    for changes in ({"title": ""}, {"externalPath": None}, {"bulletFields": "R-17"}):
        with pytest.raises(PostingInvalid):
            SOURCE.parse(item(**changes), BOARD)


def test_requests() -> None:
    request = SOURCE.first_request(f"{NAME}/jobFamilyGroup=ab12")
    assert (request.method, request.url) == (
        "POST",
        "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/jobs",
    )
    assert request.body is not None
    asked = json.loads(request.body)
    assert asked == {
        "appliedFacets": {"jobFamilyGroup": ["ab12"]},
        "limit": 20,
        "offset": 0,
        "searchText": "",
    }
    detail = SOURCE.detail_request(NAME, item(), "http://127.0.0.1:9")
    assert detail.url == "http://127.0.0.1:9/wday/cxs/acme/Careers/job/Porto/Baker_R-17-1"
    for name in ("acme", "acme/wd5", "acme/wd5/x/y", "acme.example/wd5/x", "acme/wd5/../x"):
        with pytest.raises(PostingInvalid):
            SOURCE.first_request(name)


def test_pages_end_by_what_they_hold_and_break_at_the_cap() -> None:
    following = SOURCE.next_request(NAME, Page(number=0, items=20), {"1"})
    assert following is not None
    assert following.body is not None
    assert json.loads(following.body)["offset"] == 20
    assert SOURCE.next_request(NAME, Page(number=3, items=19), {"1"}) is None
    assert SOURCE.next_request(NAME, Page(number=3, items=20), set()) is None
    assert SOURCE.next_request(NAME, Page(number=99, items=7), {"1"}) is None
    with pytest.raises(FeedBroken):
        SOURCE.next_request(NAME, Page(number=99, items=20), {"1"})
    with pytest.raises(FeedBroken):
        SOURCE.next_request(NAME, Page(number=99, items=20), set())


def test_a_capped_board_is_cut_by_the_facet_that_cuts_it_finest() -> None:
    facets = [
        {"facetParameter": "timeType", "values": [{"id": "a", "count": 2100}, {"id": "b", "count": 3}]},
        {"facetParameter": "group", "values": [{"id": "c", "count": 900}, {"id": "d", "count": 1200}]},
        {"facetParameter": "site", "values": [{"id": "e", "count": 1900}]},
        {"facetParameter": "places", "values": [{"facetParameter": "country", "values": []}]},
    ]
    assert boards_by_facet(NAME, {"total": 2000, "facets": facets}) == (f"{NAME}/group=c", f"{NAME}/group=d")
    assert boards_by_facet(NAME, {"total": 1999, "facets": facets}) == ()
    assert boards_by_facet(NAME, {"total": 2000, "facets": facets[:1]}) == ()


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (
            "https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/Porto/Baker_R-17-1/apply?x=1",
            (NAME, "R-17-1"),
        ),
        ("https://acme.wd5.myworkdayjobs.com/Careers/job/_R-17-1", (NAME, "R-17-1")),
        ("https://acme.wd5.myworkdayjobs.com/Careers", (NAME, "")),
        ("https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/Careers/job/Porto/Baker_R-17-1", (NAME, "R-17-1")),
        (
            "https://wd5.myworkdaysite.com/en-US/recruiting/acme/Careers/job/Porto/Baker_R-17-1",
            (NAME, "R-17-1"),
        ),
        ("https://wd5.myworkdaysite.com/recruiting", None),
        ("https://acme.wd5.myworkdayjobs.com/", None),
        ("https://www.workday.com/careers", None),
    ],
)
def test_recognise(url: str, found: tuple[str, str] | None) -> None:
    assert SOURCE.recognise_posting(url) == found


@pytest.mark.shared
def test_the_recorded_board_is_at_the_cap_and_can_be_cut(shared_data: Path) -> None:
    answer = json.loads((shared_data / "feeds" / "workday" / "nvidia_cxs_list.json").read_text())
    boards = boards_by_facet(NAME, answer)
    assert len(boards) > 1
    assert all(SOURCE.first_request(board).body for board in boards)
