"""NEOGOV: elements in a namespace of its own, times with a part too many."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources.base import Board, PostingDraft, PostingInvalid
from apps.vacancies.sources.neogov import Neogov

SOURCE = Neogov()
BOARD = Board(slug="acmecounty")
FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:job="http://www.neogov.com/namespaces/JobListing">
<channel><title>Acme County</title><item><guid>g</guid><title>Baker</title>
<link>https://www.governmentjobs.com/careers/acmecounty/jobs/17</link><pubDate>Sun, 01 Mar 2026 23:10:38 GMT</pubDate>
<description>&lt;p&gt;Bread&lt;/p&gt;</description><job:jobId>17</job:jobId>{0}</item></channel></rss>"""
REST = """<job:advertiseFromDateUTC>Sun, 01 Mar 2026 05:00:00:0</job:advertiseFromDateUTC>
<job:advertiseToDateTimeUTC>Wed, 01 Apr 2026 04:59:00:0</job:advertiseToDateTimeUTC>
<job:minimumSalary>21.50</job:minimumSalary><job:maximumSalary>30</job:maximumSalary>
<job:salaryCurrency>USD</job:salaryCurrency><job:salaryInterval>Hour</job:salaryInterval>
<job:location>Acmeville, Ohio</job:location><job:qualifications>&lt;p&gt;Flour&lt;/p&gt;</job:qualifications>
<job:categories><job:category>Food</job:category><job:category>Trades</job:category></job:categories>"""


def parse(rest: str) -> PostingDraft:
    (item,) = SOURCE.iter_items(io.BytesIO(FEED.format(rest).encode()))
    return SOURCE.parse(item, BOARD)


def test_parse_reads_every_field() -> None:
    draft = parse(REST)
    assert (draft.source_id, draft.company_name, draft.department) == ("17", "Acme County", "Food")
    assert draft.posted_at == datetime(2026, 3, 1, 5, tzinfo=UTC)
    # 04:59 UTC is the last minute of the day before, where the county is.
    assert draft.application_deadline == date(2026, 3, 31)
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.period) == (
        Decimal("21.50"),
        Decimal(30),
        "per hour",
    )
    assert draft.description_html == "<p>Bread</p>\n<h3>Qualifications</h3><p>Flour</p>"
    assert draft.locations == ("Acmeville, Ohio",)


def test_what_may_be_absent_may_be_absent() -> None:
    draft = parse("<job:categories/>")
    assert draft.posted_at == datetime(2026, 3, 1, 23, 10, 38, tzinfo=UTC)
    assert (draft.pay, draft.application_deadline, draft.locations, draft.department) == (None, None, (), "")


@pytest.mark.parametrize(
    "rest",
    [
        "<job:minimumSalary>DOE</job:minimumSalary>",
        "<job:advertiseToDateTimeUTC>soon</job:advertiseToDateTimeUTC>",
        "<job:jobId>18</job:jobId>",
    ],
)
def test_a_broken_job_is_refused(rest: str) -> None:
    with pytest.raises(PostingInvalid):
        parse(rest)


def test_addresses() -> None:
    assert SOURCE.first_request("acmecounty").url == (
        "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=acmecounty"
    )
    assert SOURCE.recognise_posting("https://www.governmentjobs.com/careers/acmecounty/jobs/17-1/apply") == (
        "acmecounty",
        "17",
    )
    assert SOURCE.recognise("https://www.schooljobs.com/careers/acmecounty") == "acmecounty"
    assert SOURCE.recognise("https://www.governmentjobs.com/") is None
