"""Upwork's postings, read: each field in its place, errors told from postings, pages to the end. Pure."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from graphql import parse, validate

from apps.core.errors import ParseFailed
from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import Board, FeedBroken, Page, PostingInvalid
from apps.vacancies.sources.graphql import GraphqlRefused, RateRefused, TokenRefused
from apps.vacancies.sources.offers import BudgetClaim, ClientClaim
from apps.vacancies.sources.upwork import MOST_PAGES, Upwork
from apps.vacancies.sources.upwork_client import client_of
from apps.vacancies.sources.upwork_queries import CLIENT, SEARCH, SUBMIT
from tests.upwork_server import SCHEMA, posting, profile

UPWORK, BOARD = Upwork(), Board(slug="harbour crane")
KEY = {"access_token": "s3cret"}


def edge(**changes: Any) -> dict[str, object]:
    return {"node": posting(1, **changes)}


def items(answer: object) -> list[Any]:
    return list(UPWORK.iter_items(io.BytesIO(json.dumps(answer).encode())))


def found(*edges: object, **more: Any) -> dict[str, Any]:
    return {
        "data": {"marketplaceJobPostingsSearch": {"totalCount": len(edges), "edges": list(edges)}},
        **more,
    }


@pytest.mark.parametrize("query", [SEARCH, CLIENT, SUBMIT])
def test_every_query_is_one_of_the_documented_schema(query: str) -> None:
    assert validate(SCHEMA, parse(query)) == []


def test_the_whole_posting() -> None:
    draft = UPWORK.parse(edge(), BOARD)
    assert (draft.source, draft.board, draft.source_id) == ("upwork", "harbour crane", "900001")
    assert draft.url == draft.apply_url == "https://www.upwork.com/jobs/~02900001"
    assert (draft.title, draft.company_name) == ("Repair of harbour crane 1", "Quayside 1")
    assert (draft.remote, draft.employment_type) == ("remote", "contract")
    assert draft.description_html == (
        "<p>The crane is old.</p>\n<p>You know welding.</p>\n<h3>Skills</h3><p>Welding, Crane Operation</p>"
    )
    assert draft.posted_at == datetime(2026, 11, 1, 8, tzinfo=UTC)
    assert draft.application_deadline == date(2026, 12, 24)
    assert draft.budget == BudgetClaim(type="fixed", minimum=Decimal("400.0"), maximum=Decimal("600.0"))
    assert draft.client == ClientClaim(
        platform="upwork", platform_id="c1", name="Quayside 1", location="Norway", currency="USD",
        total_spent=Decimal("12500.00"), hire_rate=0.8,
    )  # fmt: skip


def test_what_is_not_said_is_none() -> None:
    draft = UPWORK.parse({"node": {"id": "~01ab", "title": "Crane"}}, BOARD)
    assert (draft.budget, draft.client, draft.posted_at, draft.company_name) == (None, None, None, "")
    assert draft.url == "https://www.upwork.com/jobs/~01ab"
    with pytest.raises(PostingInvalid):
        UPWORK.parse({"node": {"id": "1"}}, BOARD)
    with pytest.raises(PostingInvalid):
        UPWORK.source_id_of({"node": {}})


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ({"min": 20, "max": 35, "type": "HOURLY"}, BudgetClaim(type="hourly", minimum=Decimal(20), maximum=Decimal(35))),
        ({"min": 0, "max": 500, "type": "fixed-price"}, BudgetClaim(type="fixed", maximum=Decimal(500))),
        ({"min": 0, "max": 0, "type": "HOURLY"}, None),
        ({"min": 9, "type": "RETAINER"}, BudgetClaim(minimum=Decimal(9))),
        (None, None),
    ],
)  # fmt: skip
def test_budgets(said: Any, claim: BudgetClaim | None) -> None:
    assert UPWORK.parse(edge(budget=said), BOARD).budget == claim


def test_a_budget_is_made_fit_for_a_row() -> None:
    posted = normalise(UPWORK.parse(edge(budget={"min": 900, "max": 100.005, "type": "FIXED"}), BOARD))
    assert posted.budget == BudgetClaim(type="fixed", minimum=Decimal("100.00"), maximum=Decimal("900.00"))
    assert posted.client is not None and posted.client.platform_id == "c1"
    assert "welding" in posted.description_text.casefold()
    assert normalise(UPWORK.parse(edge(budget={"max": 1e15}), BOARD)).budget is None


def test_a_profile_says_more_than_a_search() -> None:
    claim = client_of(profile(reviews=[{"rating": 5, "comment": "Good.", "date": "yesterday"}]), "c1")
    assert claim is not None
    assert (claim.hire_rate, claim.rating, claim.jobs_posted, claim.active_jobs) == (0.9, 4.9, 31, 2)
    assert claim.reviews is not None and claim.reviews[0].date is None
    odd = client_of(profile(hireRate=-1, avgRating=11, totalSpent=-5, jobsPosted=None), "c1")
    assert odd is not None
    assert (odd.hire_rate, odd.rating, odd.total_spent, odd.jobs_posted) == (None, None, None, None)


def test_a_search_goes_page_by_page() -> None:
    first = UPWORK.first_request("harbour  crane", None, KEY)
    assert (first.url, first.method) == ("https://api.upwork.com/graphql", "POST")
    assert first.headers["Authorization"] == "Bearer s3cret"
    asked = json.loads(first.body or b"")["variables"]["filter"]
    assert asked == {
        "searchExpression_eq": "harbour crane",
        "pagination_eq": {"after": "0", "first": 50},
    }
    second = UPWORK.next_request("harbour crane", Page(number=0, items=50), {"1"}, None, KEY)
    assert second is not None
    assert json.loads(second.body or b"")["variables"]["filter"]["pagination_eq"]["after"] == "50"
    assert UPWORK.next_request("x", Page(number=0, items=49), {"1"}, None, KEY) is None
    assert UPWORK.next_request("x", Page(number=MOST_PAGES - 1, items=50), {"1"}, None, KEY) is None
    with pytest.raises(PostingInvalid):
        UPWORK.first_request("  ", None, KEY)


def test_items_are_edges() -> None:
    assert [UPWORK.source_id_of(item) for item in items(found(edge(), edge(id="900002")))] == [
        "900001",
        "900002",
    ]
    assert items(found()) == []


@pytest.mark.parametrize(
    ("errors", "kind"),
    [
        ([{"message": "Field is unknown"}], GraphqlRefused),
        ([{"message": "No", "extensions": {"code": "UNAUTHENTICATED"}}], TokenRefused),
        ([{"message": "Odd"}, {"message": "No", "extensions": {"classification": "Unauthorized"}}], TokenRefused),
        ([{"message": "Slow down", "extensions": {"code": "RATE_LIMITED"}}], RateRefused),
    ],
)  # fmt: skip
@pytest.mark.parametrize("data", [None, {"marketplaceJobPostingsSearch": None}])
def test_errors_in_an_answer_of_status_200_are_errors(
    errors: Any, kind: type[GraphqlRefused], data: Any
) -> None:
    with pytest.raises(GraphqlRefused) as caught:
        items({"errors": errors, "data": data})
    assert type(caught.value) is kind
    assert caught.value.detail == errors[-1 if kind is TokenRefused else 0]["message"]


def test_postings_beside_errors_are_kept_and_the_crawl_is_partial() -> None:
    read = []
    with pytest.raises(FeedBroken, match="Half is missing") as caught:
        for item in UPWORK.iter_items(
            io.BytesIO(json.dumps(found(edge(), errors=[{"message": "Half is missing"}])).encode())
        ):
            read.append(item)
    assert (len(read), caught.value.items) == (1, 1)


@pytest.mark.parametrize("raw", [b"<html>busy</html>", b"{}", b'{"data": {}}', b""])
def test_what_is_no_answer_is_refused(raw: bytes) -> None:
    with pytest.raises(ParseFailed):
        list(UPWORK.iter_items(io.BytesIO(raw)))


def test_a_cut_answer_gives_what_was_whole() -> None:
    raw = json.dumps(found(edge(), edge(id="2"))).encode()
    with pytest.raises(FeedBroken) as caught:
        list(UPWORK.iter_items(io.BytesIO(raw[:-40])))
    assert caught.value.items == 1


def test_it_is_off_and_unverified_and_says_its_limits() -> None:
    assert not Upwork.terms.verified
    assert not Upwork.terms.default_on
    assert Upwork.terms.per_key == ((10, 1), (40_000, 86_400))


def test_addresses() -> None:
    assert UPWORK.recognise_posting("https://www.upwork.com/jobs/Repair-crane_~021234567890/") == (
        "all",
        "1234567890",
    )
    assert UPWORK.recognise_posting("https://www.upwork.com/freelance-jobs/apply/Repair_~021234567890") == ("all", "1234567890")  # fmt: skip
    assert UPWORK.recognise_posting("https://www.upwork.com/freelancers/~01abc") is None
