"""Breezy, Rippling and Jobvite: small feeds, each with its one oddity."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest

from apps.vacancies.sources.base import Board, PostingInvalid
from apps.vacancies.sources.breezy import Breezy
from apps.vacancies.sources.jobvite import Jobvite
from apps.vacancies.sources.rippling import Rippling

BOARD = Board(slug="acme", company_name="Acme Bakery")
UUID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


def position(**changes: object) -> dict[str, object]:
    return {
        "id": "0123456789ab",
        "friendly_id": "0123456789ab-baker",
        "name": "Baker",
        "url": "https://acme.breezy.hr/p/0123456789ab-baker",
        "published_date": "2026-03-01T12:00:00.000Z",
        "type": {"id": "fullTime", "name": "Full-Time"},
        "location": {
            "name": "Porto, PT", "city": "Porto", "state": {"name": "Norte"}, "country": {"name": "Portugal"},
            "is_remote": True,
        },
        "department": "Ovens",
        "salary": "€30,000 - €40,000 / yr",
        "company": {"name": "Acme Bakery Ltd", "logo_url": "https://example.com/logo.png"},
    } | changes  # fmt: skip


def test_breezy_reads_every_field() -> None:
    draft = Breezy().parse(position(), BOARD)
    assert (draft.company_name, draft.employment_type, draft.remote) == (
        "Acme Bakery Ltd",
        "Full-Time",
        "remote",
    )
    assert draft.locations == ("Porto, PT",)
    assert [(claim.region, claim.country) for claim in draft.addresses] == [("Norte", "Portugal")]
    assert draft.pay is not None
    assert draft.pay.text == "€30,000 - €40,000 / yr"
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    bare = Breezy().parse(position(type=None, location=None, company=None, salary=""), BOARD)
    assert (bare.company_name, bare.locations, bare.pay, bare.description_html) == (
        "Acme Bakery",
        (),
        None,
        "",
    )


def test_breezy_takes_states_and_countries_as_texts_too() -> None:
    draft = Breezy().parse(position(location={"city": "Porto", "state": "Norte", "country": None}), BOARD)
    assert draft.locations == ("Porto, Norte",)
    with pytest.raises(PostingInvalid):
        Breezy().parse(position(location={"state": ["Norte"]}), BOARD)


def test_breezy_addresses() -> None:
    source = Breezy()
    assert source.first_request("acme").url == "https://acme.breezy.hr/json"
    assert source.recognise_posting(str(position()["url"]) + "/apply") == ("acme", "0123456789ab")
    assert source.posting_url("acme", "0123456789ab") == "https://acme.breezy.hr/p/0123456789ab"
    assert source.recognise("https://app.breezy.hr/json") is None


def row(label: str, **changes: object) -> dict[str, object]:
    return {
        "uuid": UUID,
        "name": "Baker",
        "department": {"label": "Ovens"},
        "url": f"https://ats.rippling.com/acme/jobs/{UUID}",
        "workLocation": {"label": label},
    } | changes


def test_rippling_rows_are_joined_and_the_detail_brings_the_text() -> None:
    source = Rippling()
    raw = json.dumps([row("Porto"), row("Lyon", uuid="other"), row("Remote (EU)")]).encode()
    first, _ = source.iter_items(io.BytesIO(raw))
    draft = source.parse(first, BOARD)
    assert draft.locations == ("Porto", "Remote (EU)")
    assert (draft.department, draft.company_name, draft.description_html) == ("Ovens", "Acme Bakery", "")
    detail = {
        "description": {"company": "<p>We bake</p>", "role": "<p>Bread</p>"},
        "employmentType": {"label": "SALARIED_FT"},
        "createdOn": "2026-03-01T12:00:00Z",
        "companyName": "Acme Bakery Ltd",
        "workLocations": ["Porto"],
    }
    whole = source.parse(source.merge_detail(row("", workLocation=None), detail), BOARD)
    assert whole.description_html == "<p>We bake</p>\n<p>Bread</p>"
    assert (whole.company_name, whole.locations) == ("Acme Bakery Ltd", ("Porto",))
    assert whole.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    plain = source.parse(source.merge_detail(row("Porto"), {"description": "<p>Bread</p>"}), BOARD)
    assert plain.description_html == "<p>Bread</p>"


def test_rippling_addresses() -> None:
    source = Rippling()
    listed = "https://api.rippling.com/platform/api/ats/v1/board/acme/jobs"
    assert source.first_request("acme").url == listed
    assert source.detail_request("acme", row("Porto")).url == f"{listed}/{UUID}"
    assert source.recognise_posting(f"https://ats.rippling.com/en-GB/acme/jobs/{UUID}/apply") == (
        "acme",
        UUID,
    )
    assert source.recognise("https://ats.rippling.com/acme/jobs") == "acme"
    with pytest.raises(PostingInvalid):
        source.parse(row("Porto", url=None), BOARD)


JOB = """<job><id>oAbc12</id><title>Baker</title><category>Ovens</category><location>Porto, Portugal</location>
<date>{0}</date><detail-url>https://jobs.jobvite.com/acme/job/oAbc12</detail-url><jobtype>Full-Time</jobtype>
<apply-url>https://jobs.jobvite.com/acme/job/oAbc12/apply</apply-url><requisitionid>R-9</requisitionid>
<description>&amp;lt;p&amp;gt;Bread&amp;lt;/p&amp;gt;</description></job>"""


@pytest.mark.parametrize("date", ["3/1/2026", "2026-03-01"])
def test_jobvite_reads_every_field(date: str) -> None:
    source = Jobvite()
    (item,) = source.iter_items(io.BytesIO(f"<result>{JOB.format(date)}</result>".encode()))
    draft = source.parse(item, BOARD)
    assert draft.posted_at == datetime(2026, 3, 1, tzinfo=UTC)
    assert (draft.description_html, draft.locations) == ("<p>Bread</p>", ("Porto, Portugal",))
    assert (draft.department, draft.employment_type, draft.requisition_id) == ("Ovens", "Full-Time", "R-9")
    assert draft.apply_url.endswith("/apply")


@pytest.mark.parametrize("date", ["31/31/2026", "soon"])
def test_jobvite_refuses_a_broken_job(date: str) -> None:
    (item,) = Jobvite().iter_items(io.BytesIO(f"<result>{JOB.format(date)}</result>".encode()))
    with pytest.raises(PostingInvalid):
        Jobvite().parse(item, BOARD)


def test_jobvite_addresses_and_terms() -> None:
    source = Jobvite()
    assert source.first_request("qAb9").url == "https://app.jobvite.com/CompanyJobs/Xml.aspx?c=qAb9"
    assert source.recognise_posting("https://jobs.jobvite.com/careers/acme/job/oAbc12?x=1") == ("", "oAbc12")
    assert source.recognise("https://jobs.jobvite.com/acme/job/oAbc12") is None
    assert source.recognise_posting(source.posting_url("qAb9", "oAbc12")) == ("", "oAbc12")
    assert source.terms.requests_per_second <= 0.1
