"""Ashby: two years' shapes, pay that is not to be shown, jobs that are not to be listed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from apps.vacancies.sources.ashby import Ashby
from apps.vacancies.sources.base import Board, PostingInvalid, PostingSkipped

SOURCE = Ashby()
BOARD = Board(slug="acme", company_name="Acme Bakery")
SALARY = {
    "compensationType": "Salary",
    "interval": "1 HOUR",
    "currencyCode": "USD",
    "minValue": 20.5,
    "maxValue": 31,
}
EQUITY = {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 0.1, "maxValue": 0.2}


def item(**changes: object) -> dict[str, object]:
    return {
        "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        "title": " Baker\u00a0",
        "department": "Ovens",
        "team": "Night",
        "employmentType": "PartTime",
        "location": "Brooklyn Office",
        "secondaryLocations": [{"location": "Remote - US", "address": None}],
        "address": {
            "postalAddress": {"addressLocality": "Brooklyn", "addressRegion": "NY", "addressCountry": "USA"}
        },
        "publishedAt": "2026-03-01T12:00:00.000+00:00",
        "isListed": True,
        "isRemote": None,
        "jobUrl": "https://jobs.ashbyhq.com/acme/7c9e6679-7425-40de-944b-e07fc1f90ae7",
        "applyUrl": "https://jobs.ashbyhq.com/acme/7c9e6679-7425-40de-944b-e07fc1f90ae7/application",
        "descriptionHtml": "<p>Bread</p>",
        "shouldDisplayCompensationOnJobPostings": True,
        "compensation": {"compensationTierSummary": "$20.50 – $31", "summaryComponents": [EQUITY, SALARY]},
    } | changes


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.locations == ("Brooklyn Office", "Remote - US")
    assert [(claim.text, claim.city, claim.country) for claim in draft.addresses] == [
        ("Brooklyn Office", "Brooklyn", "USA")
    ]
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.period) == (
        Decimal("20.5"),
        Decimal(31),
        "1 HOUR",
    )
    assert (draft.department, draft.employment_type, draft.title) == ("Ovens", "PartTime", "Baker")


@pytest.mark.parametrize(
    ("changes", "remote"),
    [
        ({"isRemote": True}, "remote"),
        ({"isRemote": False}, None),
        ({"isRemote": True, "workplaceType": "OnSite"}, "onsite"),
        ({"isRemote": False, "workplaceType": "Hybrid"}, "hybrid"),
        ({"isRemote": True, "location": "New York (Hybrid)"}, None),
    ],
)
def test_the_workplace_type_beats_the_flag(changes: dict[str, object], remote: str | None) -> None:
    assert SOURCE.parse(item(**changes), BOARD).remote == remote


def test_pay_that_is_not_to_be_shown_is_not_read() -> None:
    assert SOURCE.parse(item(shouldDisplayCompensationOnJobPostings=False), BOARD).pay is None


def test_equity_is_no_salary() -> None:
    draft = SOURCE.parse(
        item(compensation={"compensationTierSummary": "", "summaryComponents": [EQUITY]}), BOARD
    )
    assert draft.pay is None
    assert SOURCE.parse(item(compensation=None, address=None, secondaryLocations=None), BOARD).pay is None


def test_an_unlisted_job_is_skipped_not_broken() -> None:
    with pytest.raises(PostingSkipped) as caught:
        SOURCE.parse(item(isListed=False), BOARD)
    assert caught.value.source_id == item()["id"]


@pytest.mark.parametrize(
    "changes", [{"jobUrl": None}, {"isRemote": "yes"}, {"compensation": []}, {"secondaryLocations": {}}]
)
def test_a_broken_posting_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_slugs_with_spaces() -> None:
    assert SOURCE.recognise_posting("https://jobs.ashbyhq.com/Acme%20Bakery/1-2/application") == (
        "Acme Bakery",
        "1-2",
    )
    assert SOURCE.board_url("Acme Bakery") == "https://jobs.ashbyhq.com/Acme%20Bakery"
    assert "job-board/Acme%20Bakery?includeCompensation=true" in SOURCE.first_request("Acme Bakery").url
