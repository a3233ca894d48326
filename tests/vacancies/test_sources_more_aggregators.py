"""RemoteJobs.org, Working Nomads, Torre and We Work Remotely."""

from __future__ import annotations

import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from apps.vacancies.sources.base import Board, Page, PostingDraft, PostingInvalid, PostingSkipped
from apps.vacancies.sources.remotejobsorg import RemoteJobsOrg
from apps.vacancies.sources.torre import Torre
from apps.vacancies.sources.weworkremotely import WeWorkRemotely
from apps.vacancies.sources.workingnomads import WorkingNomads

BOARD = Board(slug="all")


def remotejobs(**changes: object) -> dict[str, object]:
    return {
        "id": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        "title": "Baker",
        "url": "https://remotejobs.org/remote-jobs/baker-acme",
        "apply_url": "https://jobs.example.com/17",
        "company": {"name": "Acme Bakery", "logo_url": None, "website": None},
        "category": {"name": "Food", "slug": "food"},
        "location": "Remote, ",
        "salary_min": 30000,
        "salary_max": 40000,
        "salary_text": "EUR 30,000 - 40,000",
        "type": "Full-time",
        "description": "Bread <daily>\n\n- flour\n- salt",
        "posted_at": "2026-03-01T12:00:00+00:00",
        "is_translated": False,
        "original_language": "pt",
    } | changes


def test_remotejobs_reads_every_field() -> None:
    draft = RemoteJobsOrg().parse(remotejobs(), BOARD)
    assert draft.description_html == "<p>Bread &lt;daily&gt;</p>\n<p>- flour<br>- salt</p>"
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.currency, draft.pay.text) == (
        Decimal(30000),
        "EUR",
        "EUR 30,000 - 40,000",
    )
    assert (draft.locations, draft.language, draft.company_logo_url) == (("Remote",), "pt", "")
    assert RemoteJobsOrg().parse(remotejobs(is_translated=True), BOARD).language == ""
    assert (
        RemoteJobsOrg().parse(remotejobs(salary_min=None, salary_max=None, salary_text=None), BOARD).pay
        is None
    )
    with pytest.raises(PostingInvalid):
        RemoteJobsOrg().parse(remotejobs(company="Acme"), BOARD)


def test_remotejobs_requests() -> None:
    source = RemoteJobsOrg()
    following = source.next_request("programming", Page(number=0, items=50), {"1"})
    assert following is not None
    assert following.url == "https://remotejobs.org/api/v1/jobs?limit=50&offset=50&category=programming"
    assert source.recognise_posting(str(remotejobs()["url"])) == ("all", "")


def nomad(**changes: object) -> dict[str, object]:
    return {
        "url": "https://www.workingnomads.com/job/go/17/",
        "title": "Baker",
        "description": "<p>Bread</p>",
        "company_name": "Acme Bakery",
        "category_name": "Food",
        "tags": "bread,cake",
        "location": "Europe",
        "pub_date": "2026-03-01T12:00:00-05:00",
    } | changes


def test_workingnomads_reads_every_field() -> None:
    source = WorkingNomads()
    draft = source.parse(nomad(), BOARD)
    assert (draft.source_id, draft.remote, draft.department) == ("17", "remote", "Food")
    assert draft.posted_at == datetime(2026, 3, 1, 17, tzinfo=UTC)
    assert source.recognise_posting(source.posting_url("all", "17")) == ("all", "17")
    for changes in ({"url": "https://www.workingnomads.com/jobs"}, {"url": None}, {"title": ""}):
        with pytest.raises(PostingInvalid):
            source.parse(nomad(**changes), BOARD)


def torre(**changes: object) -> dict[str, object]:
    return {
        "id": "aBcDeF12",
        "objective": "Baker",
        "slug": "acme-baker",
        "tagline": "Bread & cake",
        "type": "full-time-employment",
        "organizations": [{"name": "Acme Bakery", "picture": "https://example.com/logo.png"}],
        "locations": ["Portugal"],
        "remote": True,
        "deadline": "2026-04-01T01:00:00.000Z",
        "created": "2026-03-01T12:00:00.000Z",
        "status": "open",
        "commitment": "full-time",
        "externalApplicationUrl": "https://jobs.example.com/17",
        "compensation": {
            "visible": True,
            "data": {"code": "range", "currency": "EUR", "minAmount": 1.5e4, "maxAmount": 2e4, "periodicity": "yearly"},
        },
    } | changes  # fmt: skip


def test_torre_reads_list_and_detail() -> None:
    source = Torre()
    bare = source.parse(torre(), BOARD)
    assert bare.url == "https://torre.ai/post/aBcDeF12-acme-baker"
    assert (bare.time_zones, source.parse(torre(timezones=[-5, -4]), BOARD).time_zones) == ((), (-5.0, -4.0))
    assert bare.description_html == "<p>Bread &amp; cake</p>"
    assert bare.pay is not None
    assert (bare.pay.minimum, bare.pay.period) == (Decimal(15000), "yearly")
    assert bare.application_deadline == date(2026, 4, 1)
    detail = {
        "details": [
            {"code": "responsibilities", "content": "<p>Bake</p>"},
            {"code": "benefits", "content": "-"},
        ]
    }
    whole = source.parse(source.merge_detail(torre(), detail), BOARD)
    assert whole.description_html == "<h3>Responsibilities</h3><p>Bake</p>"
    assert source.detail_request("all", torre()).url == "https://torre.ai/api/suite/opportunities/aBcDeF12"


def test_torre_hides_pay_that_is_hidden_or_to_be_agreed() -> None:
    for compensation in (
        {"visible": False, "data": {"minAmount": 5}},
        {"data": {"code": "to-be-agreed", "minAmount": 5}},
    ):
        assert Torre().parse(torre(compensation=compensation), BOARD).pay is None
    assert (
        Torre().parse(torre(compensation={"data": {"minAmount": 0.0, "maxAmount": 0.0}}), BOARD).pay is None
    )
    with pytest.raises(PostingSkipped):
        Torre().parse(torre(status="closed"), BOARD)
    with pytest.raises(PostingInvalid):
        Torre().parse(torre(organizations=["Acme"]), BOARD)


def test_torre_posts_its_search() -> None:
    request = Torre().first_request("python")
    assert request.method == "POST"
    assert request.body is not None
    assert json.loads(request.body) == {
        "and": [{"status": {"code": "open"}}, {"keywords": {"term": "python", "locale": "en"}}]
    }
    following = Torre().next_request("all", Page(number=0, items=20), {"1"})
    assert following is not None
    assert "offset=20&" in following.url
    assert Torre().recognise_posting("https://torre.ai/post/aBcDeF12-acme-baker") == ("all", "aBcDeF12")


@pytest.mark.shared
def test_torre_recorded_detail_is_merged(shared_data: Path) -> None:
    detail = json.loads((shared_data / "feeds" / "torre" / "detail.json").read_text())
    draft = Torre().parse(Torre().merge_detail(torre(), detail), BOARD)
    assert draft.description_html.startswith("<h3>Responsibilities</h3><p>")
    assert set(detail) == {"details"}


RSS = """<?xml version='1.0'?><rss version="2.0"><channel><title>WWR</title><language>en-US</language><item>
<title>{0}</title><region>Anywhere in the World</region><country /><state /><skills /><category>Sales</category>
<type>Full-Time</type><description>&lt;p&gt;Bread&lt;/p&gt;</description>
<pubDate>Sun, 01 Mar 2026 12:00:00 +0000</pubDate><expires_at>Wed, 01 Apr 2026 07:30:41 +0000</expires_at>
<guid>https://weworkremotely.com/remote-jobs/acme-baker</guid><link>{1}</link></item></channel></rss>"""


def wwr(title: str, link: str = "https://weworkremotely.com/remote-jobs/acme-baker") -> PostingDraft:
    (item,) = WeWorkRemotely().iter_items(io.BytesIO(RSS.format(title, link).encode()))
    return WeWorkRemotely().parse(item, BOARD)


@pytest.mark.parametrize(
    ("title", "company", "role"),
    [
        ("Acme: Baker", "Acme", "Baker"),
        ("Acme : Baker: Night", "Acme", "Baker: Night"),
        ("Acme:Labs: Baker", "Acme:Labs", "Baker"),
        ("Baker", "", "Baker"),
    ],
)
def test_wwr_titles_hold_company_and_role(title: str, company: str, role: str) -> None:
    draft = wwr(title)
    assert (draft.company_name, draft.title) == (company, role)


def test_wwr_reads_every_field_and_is_off() -> None:
    draft = wwr("Acme: Baker")
    assert (draft.locations, draft.remote, draft.language) == (("Anywhere in the World",), "remote", "en-US")
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (draft.application_deadline, draft.description_html) == (date(2026, 4, 1), "<p>Bread</p>")
    assert draft.apply_url == draft.url
    source = WeWorkRemotely()
    assert (source.terms.default_on, source.terms.grade) == (False, "D")
    assert source.first_request("all").url == "https://weworkremotely.com/remote-jobs.rss"
    assert source.first_request("remote-design-jobs").url.endswith("/categories/remote-design-jobs.rss")
    with pytest.raises(PostingInvalid):
        wwr("Acme: Baker", "https://weworkremotely.com/about")
