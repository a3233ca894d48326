"""USAJobs, Adzuna and Reed: keys in their place, predicted pay, ids of two kinds, days as people write them."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources.adzuna import MOST_PAGES, Adzuna
from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.capabilities import CredentialsMissing, KeyedSource
from apps.vacancies.sources.reed import Reed
from apps.vacancies.sources.usajobs import USAJobs

BOARD = Board(slug="all")
GB = Board(slug="gb")
SECRETS = {"email": "someone@example.com", "api_key": "s3cret", "app_id": "an-id", "app_key": "s3cret"}


@pytest.mark.parametrize(("source", "board"), [(USAJobs(), "all"), (Adzuna(), "gb"), (Reed(), "all")])
def test_without_a_key_nothing_is_asked_and_no_value_is_told(source: KeyedSource, board: str) -> None:
    partial = dict.fromkeys(source.credential_names[1:], "s3cret")
    for credentials in (None, {}, partial, dict.fromkeys(source.credential_names, "")):
        with pytest.raises(CredentialsMissing) as caught:
            source.first_request(board, credentials=credentials)
        assert source.credential_names[0] in caught.value.detail
        assert "s3cret" not in caught.value.detail
    page = Page(number=0, items=500)
    with pytest.raises(CredentialsMissing):
        source.next_request(board, page, {"1"})
    following = source.next_request(board, page, {"1"}, None, SECRETS)
    assert following is not None
    assert ("s3cret" in following.url) == bool(source.secret_parameters)
    assert source.next_request(board, Page(number=0, items=3), {"1"}, None, SECRETS) is None
    assert source.next_request(board, page, set(), None, SECRETS) is None
    assert source.terms.grade == "C"
    assert not source.terms.default_on


def announcement(**changes: object) -> dict[str, object]:
    descriptor: dict[str, object] = {
        "PositionID": "ST-17",
        "PositionTitle": "Baker",
        "PositionURI": "https://www.usajobs.gov:443/job/17",
        "ApplyURI": ["https://www.usajobs.gov:443/GetJob/ViewDetails/17?PostingChannelID=RESTAPI"],
        "PositionLocation": [
            {"LocationName": "Acmeville, Ohio", "CityName": "Acmeville, Ohio", "CountrySubDivisionCode": "Ohio",
             "CountryCode": "United States"}
        ],
        "OrganizationName": "Bureau of Bread",
        "DepartmentName": "Department of Ovens",
        "PositionSchedule": [{"Name": "Full-time", "Code": "1"}],
        "PositionRemuneration": [{"MinimumRange": "50000.0", "MaximumRange": "60000.0", "RateIntervalCode": "PA"}],
        "PublicationStartDate": "2026-03-01T00:00:00.0000",
        "ApplicationCloseDate": "2026-04-01T23:59:59.9970",
        "QualificationSummary": "Flour & salt",
        "UserArea": {"Details": {
            "JobSummary": "Bread", "MajorDuties": ["Dough", "Ovens"], "Requirements": "", "RemoteIndicator": True,
        }},
    }  # fmt: skip
    return {"MatchedObjectId": "17", "MatchedObjectDescriptor": descriptor | changes}


def test_usajobs_reads_every_field() -> None:
    draft = USAJobs().parse(announcement(), BOARD)
    assert (draft.url, draft.source_id) == ("https://www.usajobs.gov/job/17", "17")
    assert ":443" not in draft.apply_url
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.period, draft.pay.currency) == (
        Decimal("50000.0"),
        "per year",
        "USD",
    )
    assert (draft.posted_at, draft.application_deadline) == (
        datetime(2026, 3, 1, tzinfo=UTC),
        date(2026, 4, 1),
    )
    assert draft.description_html == (
        "<p>Bread</p>\n<h3>Duties</h3><p>Dough</p>\n<p>Ovens</p>\n<h3>Qualifications</h3><p>Flour &amp; salt</p>"
    )
    assert (draft.remote, draft.addresses[0].city, draft.company_name) == (
        "remote",
        "Acmeville",
        "Bureau of Bread",
    )
    bare = USAJobs().parse(
        announcement(UserArea=None, PositionRemuneration=None, PositionLocation=None), BOARD
    )
    assert (bare.remote, bare.pay, bare.locations) == (None, None, ())
    for changes in ({"PositionURI": None}, {"UserArea": {"Details": {"MajorDuties": {"a": "b"}}}}):
        with pytest.raises(PostingInvalid):
            USAJobs().parse(announcement(**changes), BOARD)


def test_usajobs_key_is_a_header_and_the_cap_is_kept() -> None:
    source = USAJobs()
    request = source.first_request("baker", None, SECRETS)
    assert request.url == "https://data.usajobs.gov/api/search?Keyword=baker&Page=1&ResultsPerPage=500"
    assert (request.headers["Authorization-Key"], request.headers["User-Agent"]) == (
        "s3cret",
        "someone@example.com",
    )
    assert source.next_request("all", Page(number=18, items=500), {"1"}, None, SECRETS) is not None
    assert source.next_request("all", Page(number=19, items=500), {"1"}, None, SECRETS) is None
    raw = json.dumps(
        {"SearchResult": {"SearchResultCount": 1, "SearchResultItems": [announcement()]}}
    ).encode()
    assert list(source.iter_items(io.BytesIO(raw))) == [announcement()]
    assert source.recognise_posting("https://www.usajobs.gov/GetJob/ViewDetails/17?x=1") == ("all", "17")


def result(**changes: object) -> dict[str, object]:
    return {
        "id": 4711,
        "title": "Baker",
        "description": "Bread & cake…",
        "created": "2026-03-01T12:00:00Z",
        "redirect_url": "https://www.adzuna.co.uk/jobs/land/ad/4711?se=x",
        "company": {"display_name": "Acme Bakery"},
        "location": {"display_name": "Acmeton, Kent", "area": ["UK", "Kent", "Acmeton"]},
        "category": {"tag": "food-jobs", "label": "Food"},
        "salary_min": 30000.5,
        "salary_max": 30000.5,
        "salary_is_predicted": "1",
        "contract_time": "full_time",
        "contract_type": "permanent",
    } | changes


@pytest.mark.parametrize(
    ("said", "is_predicted"), [("1", True), (1, True), (True, True), ("0", False), (None, False)]
)
def test_adzuna_predicted_pay_is_marked(said: object, is_predicted: bool) -> None:
    draft = Adzuna().parse(result(salary_is_predicted=said), GB)
    assert draft.pay is not None
    assert (draft.pay.is_predicted, draft.pay.currency, draft.pay.period) == (is_predicted, "GBP", "per year")


def test_adzuna_reads_every_field_and_ids_of_two_kinds() -> None:
    draft = Adzuna().parse(result(), GB)
    assert draft.source_id == Adzuna().parse(result(id="4711"), GB).source_id == "4711"
    assert (draft.description_html, draft.employment_type) == (
        "<p>Bread &amp; cake…</p>",
        "full time permanent",
    )
    assert (draft.locations, draft.department) == (("Acmeton, Kent",), "Food")
    assert Adzuna().parse(result(location={"area": ["UK", "Kent"]}), GB).locations == ("Kent, UK",)
    with pytest.raises(PostingInvalid):
        Adzuna().parse(result(redirect_url=None), GB)


def test_adzuna_requests() -> None:
    source = Adzuna()
    request = source.first_request("gb/it-jobs", None, SECRETS)
    assert request.url == (
        "https://api.adzuna.com/v1/api/jobs/gb/search/1?results_per_page=50&sort_by=date&category=it-jobs"
        "&app_id=an-id&app_key=s3cret"
    )
    assert source.next_request("gb", Page(number=MOST_PAGES - 1, items=50), {"1"}, None, SECRETS) is None
    assert source.recognise_posting(str(result()["redirect_url"])) == ("all", "4711")
    for name in ("all", "gb/", "GB", "gb/../x", "gb?x"):
        with pytest.raises(PostingInvalid):
            source.first_request(name, None, SECRETS)


def advert(**changes: object) -> dict[str, object]:
    return {
        "jobId": 17,
        "employerName": "Acme Bakery",
        "jobTitle": "Baker",
        "locationName": "Acmeton",
        "minimumSalary": 30000.0,
        "maximumSalary": None,
        "currency": "GBP",
        "date": "01/03/2026",
        "expirationDate": "12/04/2026",
        "jobDescription": "Bread & cake…",
        "jobUrl": "https://www.reed.co.uk/jobs/baker/17",
    } | changes


def test_reed_reads_every_field() -> None:
    draft = Reed().parse(advert(), BOARD)
    assert (draft.posted_at, draft.application_deadline) == (
        datetime(2026, 3, 1, tzinfo=UTC),
        date(2026, 4, 12),
    )
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.currency) == (Decimal("30000.0"), None, "GBP")
    assert Reed().parse(advert(date="2026-03-01", expirationDate=None), BOARD).posted_at == draft.posted_at
    with pytest.raises(PostingInvalid):
        Reed().parse(advert(date="03/31/2026"), BOARD)


def test_reed_key_is_the_user_of_basic() -> None:
    request = Reed().first_request("baker", None, SECRETS)
    assert (
        request.url
        == "https://www.reed.co.uk/api/1.0/search?keywords=baker&resultsToTake=100&resultsToSkip=0"
    )
    assert request.headers["Authorization"] == "Basic czNjcmV0Og=="
    assert Reed().recognise_posting(Reed().posting_url("all", "17")) == ("all", "17")
    assert Reed().recognise_posting("https://www.reed.co.uk/jobs/baker/17?source=x") == ("all", "17")
