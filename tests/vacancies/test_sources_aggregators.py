"""Arbeitnow, Jobicy, Himalayas and The Muse: pages, escaped lists, names that are none, trailers."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources.arbeitnow import Arbeitnow
from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.himalayas import Himalayas
from apps.vacancies.sources.jobicy import Jobicy
from apps.vacancies.sources.themuse import TheMuse

BOARD = Board(slug="all")


def arbeitnow(**changes: object) -> dict[str, object]:
    return {
        "slug": "baker-porto-17",
        "company_name": "Acme GmbH",
        "title": "Baker",
        "description": "&lt;p&gt;Bread &amp;amp; cake&lt;/p&gt;",
        "remote": False,
        "url": "https://www.arbeitnow.com/jobs/companies/acme-gmbh/baker-porto-17",
        "tags": ["Food", "Ovens"],
        "job_types": ["berufserfahren", "Vollzeit", "professional / experienced"],
        "location": "Porto",
        "created_at": 1772366400,
    } | changes


def test_arbeitnow_reads_every_field() -> None:
    draft = Arbeitnow().parse(arbeitnow(), BOARD)
    assert draft.description_html == "<p>Bread &amp; cake</p>"
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (draft.employment_type, draft.seniority) == (
        "Vollzeit",
        "berufserfahren, professional / experienced",
    )
    assert (draft.remote, draft.department, draft.locations) == (None, "Food", ("Porto",))
    assert Arbeitnow().parse(arbeitnow(remote=True, tags=[]), BOARD).remote == "remote"
    with pytest.raises(PostingInvalid):
        Arbeitnow().parse(arbeitnow(job_types="Vollzeit"), BOARD)


def test_arbeitnow_pages_are_built_until_an_empty_one() -> None:
    source = Arbeitnow()
    assert source.first_request("all").url == "https://www.arbeitnow.com/api/job-board-api?page=1"
    following = source.next_request("all", Page(number=0, items=73), {"a"})
    assert following is not None
    assert following.url.endswith("?page=2")
    assert source.next_request("all", Page(number=5, items=0), set()) is None
    for url in (str(arbeitnow()["url"]), source.posting_url("all", "baker-porto-17")):
        assert source.recognise_posting(url) == ("all", "baker-porto-17")


def jobicy(**changes: object) -> dict[str, object]:
    return {
        "id": 17,
        "url": "https://jobicy.com/jobs/17-baker",
        "jobTitle": "Baker &#8211; Night &amp; Day",
        "companyName": "Acme &amp; Co",
        "companyLogo": "https://example.com/logo.png",
        "jobIndustry": ["Food &amp; Drink"],
        "jobType": ["Full-Time", "Contract"],
        "jobGeo": "Europe",
        "jobLevel": "Senior",
        "jobDescription": "<p>Bread</p>",
        "pubDate": "2026-03-01T12:00:00+00:00",
        "salaryMin": 30000,
        "salaryMax": 40000,
        "salaryCurrency": "EUR",
        "salaryPeriod": "yearly",
    } | changes


def test_jobicy_reads_every_field() -> None:
    draft = Jobicy().parse(jobicy(), BOARD)
    assert (draft.title, draft.company_name) == ("Baker – Night & Day", "Acme & Co")
    assert (draft.department, draft.employment_type) == ("Food & Drink", "Full-Time, Contract")
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.period, draft.pay.currency) == (Decimal(30000), "yearly", "EUR")


def test_jobicy_reads_the_former_shape_of_pay() -> None:
    former = jobicy(
        salaryMin=None, salaryMax=None, salaryPeriod=None, annualSalaryMin="50000", annualSalaryMax="60000"
    )
    draft = Jobicy().parse(former, BOARD)
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.period) == (
        Decimal(50000),
        Decimal(60000),
        "per year",
    )
    with pytest.raises(PostingInvalid):
        Jobicy().parse(jobicy(jobIndustry="Food"), BOARD)


def test_jobicy_requests() -> None:
    source = Jobicy()
    assert source.first_request("all").url == "https://jobicy.com/api/v2/remote-jobs?count=50"
    assert source.first_request("hr").url.endswith("?count=50&industry=hr")
    assert source.recognise_posting("https://jobicy.com/jobs/17-baker") == ("all", "17")
    assert source.recognise_posting(source.posting_url("all", "17")) == ("all", "17")


def himalayas(**changes: object) -> dict[str, object]:
    address = "https://himalayas.app/companies/acme-bakery/jobs/baker-17"
    return {
        "title": "Baker",
        "companyName": "Acme Bakery",
        "companySlug": "acme-bakery",
        "companyLogo": "https://example.com/logo.png",
        "employmentType": "Full Time",
        "minSalary": None,
        "maxSalary": None,
        "currency": None,
        "salaryPeriod": "annual",
        "seniority": ["Senior", "Manager"],
        "locationRestrictions": ["Portugal", "Spain"],
        "timezoneRestrictions": [-3.5, 0, 1],
        "categories": ["Baking"],
        "parentCategories": ["Food"],
        "description": '<p>Bread</p><p>Originally posted on <a href="https://himalayas.app">Himalayas</a></p>',
        "pubDate": 1772366400,
        "expiryDate": 1775044800,
        "applicationLink": address,
        "guid": address,
    } | changes


def test_himalayas_reads_every_field() -> None:
    draft = Himalayas().parse(himalayas(), BOARD)
    assert draft.source_id == "acme-bakery/jobs/baker-17"
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert draft.application_deadline == date(2026, 4, 1)
    assert (draft.description_html, draft.pay) == ("<p>Bread</p>", None)
    assert (draft.locations, draft.seniority) == (("Portugal", "Spain"), "Senior, Manager")
    assert draft.time_zones == (-3.5, 0.0, 1.0)
    assert Himalayas().parse(himalayas(timezoneRestrictions=None), BOARD).time_zones == ()
    with pytest.raises(PostingInvalid):
        Himalayas().parse(himalayas(timezoneRestrictions=["UTC"]), BOARD)
    paid = Himalayas().parse(himalayas(minSalary=20.5, currency="USD", salaryPeriod="hourly"), BOARD)
    assert paid.pay is not None
    assert (paid.pay.minimum, paid.pay.maximum, paid.pay.period) == (Decimal("20.5"), None, "hourly")


@pytest.mark.parametrize("name", ["name", "Name", "", None])
def test_himalayas_takes_the_slug_for_a_name_that_is_none(name: str | None) -> None:
    assert Himalayas().parse(himalayas(companyName=name), BOARD).company_name == "Acme Bakery"


def test_himalayas_pages_of_twenty_and_addresses() -> None:
    source = Himalayas()
    following = source.next_request("all", Page(number=1, items=20), {"a"})
    assert following is not None
    assert following.url == "https://himalayas.app/jobs/api?limit=20&offset=40"
    assert source.next_request("all", Page(number=2, items=19), {"a"}) is None
    assert source.recognise_posting(str(himalayas()["guid"])) == ("all", "acme-bakery/jobs/baker-17")
    assert source.posting_url("all", "acme-bakery/jobs/baker-17") == himalayas()["guid"]
    assert source.source_id_of(himalayas(guid="abc")) == "abc"
    with pytest.raises(PostingInvalid):
        source.parse(himalayas(guid=None), BOARD)


def themuse(**changes: object) -> dict[str, object]:
    return {
        "id": 17,
        "name": "Baker ",
        "contents": "<p>Bread</p>",
        "type": "external",
        "publication_date": "2026-03-01T12:00:00Z",
        "locations": [{"name": "Porto, Portugal"}, {"name": "Flexible / Remote"}],
        "levels": [{"name": "Senior Level", "short_name": "senior"}],
        "categories": [{"name": "Food"}],
        "refs": {"landing_page": "https://www.themuse.com/jobs/acme/baker-17"},
        "company": {"id": 1, "name": "Acme Bakery", "short_name": "acme"},
    } | changes


def test_themuse_reads_every_field() -> None:
    draft = TheMuse().parse(themuse(), BOARD)
    assert (draft.remote, draft.pay, draft.title) == ("remote", None, "Baker")
    assert draft.locations == ("Porto, Portugal", "Flexible / Remote")
    assert (draft.company_name, draft.seniority, draft.department) == ("Acme Bakery", "Senior Level", "Food")
    bare = TheMuse().parse(themuse(locations=[], levels=[], categories=[]), BOARD)
    assert (bare.remote, bare.locations, bare.seniority) == (None, (), "")
    with pytest.raises(PostingInvalid):
        TheMuse().parse(themuse(refs={}), BOARD)


def test_themuse_pages() -> None:
    source = TheMuse()
    raw = json.dumps({"page": 0, "page_count": 1, "results": [themuse()]}).encode()
    assert list(source.iter_items(io.BytesIO(raw))) == [themuse()]
    assert source.first_request("all").url == "https://www.themuse.com/api/public/jobs?page=0"
    following = source.next_request("Data Science", Page(number=0, items=20), {"1"})
    assert following is not None
    assert following.url.endswith("?page=1&category=Data%20Science")
    assert source.recognise_posting("https://www.themuse.com/jobs/acme/baker-17") == ("all", "")
