"""The whole way from a draft to a posting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from apps.vacancies.normalise import normalise
from apps.vacancies.sources.base import PayClaim, PostingDraft, PostingInvalid

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
DRAFT = PostingDraft(
    source="ashby",
    board="acme",
    source_id="7c9e",
    url="https://jobs.ashbyhq.com/acme/7c9e",
    title=" Sr. Baker (m/w/d)\u00a0",
    company_name="Acme Bakery, Inc.",
    payload={},
    locations=("Remote - Portugal",),
    description_html="<h2>Requirements</h2><ul><li>Two years at an oven</li></ul><p>We cannot sponsor visas.</p>",
    employment_type="PartTime",
    department="Ovens &amp; Dough",
    pay=PayClaim(minimum=Decimal(20), maximum=Decimal("25.5"), currency="EUR", period="1 HOUR"),
    posted_at=datetime(2026, 3, 1, tzinfo=UTC),
    application_deadline=date(2026, 4, 1),
)


def test_every_field_is_filled() -> None:
    posting = normalise(DRAFT, NOW)
    assert (posting.title, posting.title_key, posting.seniority) == ("Sr. Baker", "senior baker", "senior")
    assert (posting.company_name, posting.company_key) == ("Acme Bakery, Inc.", "acme bakery")
    assert [(place.text, place.country, place.remote_scope) for place in posting.locations] == [
        ("Remote - Portugal", "PT", "PT")
    ]
    assert (posting.remote, posting.employment_type, posting.department) == (
        "remote",
        "part_time",
        "Ovens & Dough",
    )
    assert (posting.salary_min, posting.salary_max, posting.salary_currency) == (
        Decimal("20.00"),
        Decimal("25.50"),
        "EUR",
    )
    assert (posting.salary_year_min, posting.salary_year_max) == (Decimal("41600.00"), Decimal("53040.00"))
    assert (posting.requirements, posting.visa_sponsorship) == (("Two years at an oven",), False)
    assert (posting.job_function, posting.time_zones) == ("hospitality", ())
    assert posting.apply_url == posting.url
    assert posting.application_deadline == date(2026, 4, 1)
    assert posting.field_sources["salary"] == posting.field_sources["employment_type"] == "field"
    assert posting.field_sources["remote"] == posting.field_sources["seniority"] == "text"
    assert posting.field_sources["company_key"] == "derived"


def test_fields_of_the_source_beat_texts() -> None:
    fields = replace(DRAFT, title="Baker", remote="hybrid", seniority="Entry level", language="pt-PT")
    posting = normalise(fields, NOW)
    assert (posting.remote, posting.seniority, posting.language) == ("hybrid", "entry", "pt")
    assert (
        posting.field_sources["remote"]
        == posting.field_sources["seniority"]
        == posting.field_sources["language"]
        == "field"
    )


def test_an_intern_is_an_intern_whatever_the_field_says() -> None:
    assert (
        normalise(replace(DRAFT, title="Baking Intern", employment_type="FullTime"), NOW).employment_type
        == "internship"
    )


def test_pay_is_read_from_the_text_when_no_field_has_it() -> None:
    posting = normalise(
        replace(DRAFT, pay=None, description_html="<p>The salary is $50,000 - $60,000 per year.</p>"), NOW
    )
    assert (posting.salary_min, posting.salary_period, posting.field_sources["salary"]) == (
        Decimal("50000.00"),
        "year",
        "text",
    )
    assert "salary" not in normalise(replace(DRAFT, pay=None), NOW).field_sources


def test_the_future_is_not_believed() -> None:
    def posted(moment: datetime) -> datetime | None:
        return normalise(replace(DRAFT, posted_at=moment), NOW).posted_at

    assert posted(NOW + timedelta(hours=5)) == NOW
    assert posted(NOW + timedelta(days=30)) is None
    assert posted(datetime(1970, 1, 1, tzinfo=UTC)) is None
    assert normalise(replace(DRAFT, application_deadline=date(2999, 1, 1)), NOW).application_deadline is None


def test_nothing_postgresql_refuses_comes_through() -> None:
    dirty = "x\x00\ud800\u200by"
    posting = normalise(
        replace(DRAFT, title=dirty, company_name=dirty, locations=(dirty,), department=dirty, source_id=dirty,
                requisition_id=dirty, description_html=f"<p>{dirty}&#0;</p>", seniority=dirty, employment_type=dirty),
        NOW,
    )  # fmt: skip
    texts = [posting.title, posting.company_name, posting.locations[0].text, posting.department, posting.source_id,
             posting.requisition_id, posting.description_html, posting.description_text, posting.snippet]  # fmt: skip
    assert all("x" in text and "y" in text for text in texts)
    assert not any(char in text for text in texts for char in "\x00\ud800\u200b")


@pytest.mark.parametrize(
    "draft",
    [
        replace(DRAFT, title=" \u200b "),
        replace(DRAFT, url="javascript:alert(1)"),
        replace(DRAFT, url=""),
        replace(DRAFT, url="https://[x"),
    ],
)
def test_a_posting_without_title_or_address_is_refused(draft: PostingDraft) -> None:
    with pytest.raises(PostingInvalid):
        normalise(draft, NOW)


def hashed(draft: PostingDraft) -> str:
    return normalise(draft, NOW).content_hash


def test_the_hash_changes_when_a_reader_would_notice() -> None:
    same = hashed(DRAFT)
    assert len(same) == 32
    markup = DRAFT.description_html.replace("<h2>", '<h2 class="big">')
    assert same == hashed(replace(DRAFT, description_html=markup))
    moved = "https://jobs.ashbyhq.com/acme/7c9e?utm_source=x"
    assert same == hashed(replace(DRAFT, url=moved, updated_at=NOW, requisition_id="R-1"))
    seen = {
        hashed(replace(DRAFT, title="Head Baker")),
        hashed(replace(DRAFT, locations=("Lisbon",))),
        hashed(replace(DRAFT, pay=None)),
        hashed(replace(DRAFT, description_html="<p>Other</p>")),
        hashed(replace(DRAFT, remote="onsite")),
        hashed(replace(DRAFT, employment_type="FullTime")),
        hashed(replace(DRAFT, company_name="Acme")),
    }
    assert len(seen | {same}) == 8


def test_a_monstrous_line_is_cut_before_it_is_read() -> None:
    posting = normalise(
        replace(DRAFT, title="Baker" + " - " * 100_000, locations=("Lisbon" + " (" * 100_000,) * 900), NOW
    )
    assert posting.title == "Baker"
    assert len(posting.locations) == 1
    assert len(posting.locations[0].text) <= 1000


def test_a_guess_of_the_source_fills_no_pay() -> None:
    guess = PayClaim(
        minimum=Decimal(40_000), maximum=Decimal(40_000), currency="GBP", period="per year", is_predicted=True
    )
    posting = normalise(replace(DRAFT, pay=guess), NOW)
    assert (posting.salary_min, posting.salary_max, posting.salary_year_min) == (None, None, None)
    assert "salary" not in posting.field_sources
    told = normalise(replace(DRAFT, pay=guess, description_html="<p>Salary: £35,000 a year</p>"), NOW)
    assert (told.salary_min, told.field_sources["salary"]) == (Decimal("35000.00"), "text")


def test_clearance_and_deadline_are_read_from_the_text() -> None:
    html = "<p>You must hold an active Secret clearance.</p><p>Apply by 30 April 2026.</p>"
    posting = normalise(replace(DRAFT, description_html=html, application_deadline=None), NOW)
    assert (posting.security_clearance, posting.application_deadline) == (True, date(2026, 4, 30))
    assert (
        posting.field_sources["security_clearance"] == posting.field_sources["application_deadline"] == "text"
    )
    assert normalise(DRAFT, NOW).field_sources["application_deadline"] == "field"


def test_a_title_that_says_part_time_is_believed_over_the_field() -> None:
    posting = normalise(replace(DRAFT, title="Baker (part-time)", employment_type="FullTime"), NOW)
    assert (posting.employment_type, posting.field_sources["employment_type"]) == ("part_time", "text")
    session = normalise(replace(DRAFT, title="Intervenant vacataire", employment_type="Autre"), NOW)
    assert session.employment_type == "temporary"


def test_time_zones_are_the_source_s_before_those_of_a_text() -> None:
    draft = replace(DRAFT, locations=("Remote (UTC+1)",), title="Baker, EST hours")
    read = normalise(draft, NOW)
    assert (read.time_zones, read.field_sources["time_zones"]) == ((-5, 1), "text")
    stated = normalise(replace(draft, time_zones=(3, 2, 2, 99)), NOW)
    assert (stated.time_zones, stated.field_sources["time_zones"]) == ((2, 3), "field")
