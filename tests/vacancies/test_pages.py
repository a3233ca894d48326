"""A page with a vacancy on it: what it says for machines first, what it shows else, and how sure that is."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from apps.vacancies.normalise import normalise
from apps.vacancies.pages.markup import NotAPage
from apps.vacancies.pages.reading import Reading, read

URL = "https://careers.example.com/jobs/42"
JOB: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Lighthouse Keeper",
    "description": "<p>You keep the light.</p>",
    "datePosted": "2026-10-01",
    "validThrough": "2026-12-31T23:59:00Z",
    "employmentType": ["FULL_TIME"],
    "hiringOrganization": {"@type": "Organization", "name": "Skerry Lights", "logo": {"url": "https://example.com/l.png"}},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Stornoway", "addressCountry": "GB"}},
    "baseSalary": {"currency": "GBP", "value": {"minValue": 31000, "maxValue": 34000, "unitText": "YEAR"}},
    "identifier": {"@type": "PropertyValue", "value": "SL-42"},
}  # fmt: skip


def page(*scripts: str, body: str = "<h1>A job</h1>", head: str = "") -> bytes:
    tags = "".join(f'<script type="application/ld+json">{script}</script>' for script in scripts)
    return f"<!doctype html><html><head><title>Jobs</title>{head}{tags}</head><body>{body}</body></html>".encode()


def ld(value: object) -> Reading:
    return read(page(json.dumps(value)), url=URL)


def test_all_that_a_job_posting_says() -> None:
    found = ld(JOB)
    draft = found.draft
    assert (found.how, found.doubts, draft.confidence) == ("json_ld", (), 0.95)
    assert (draft.title, draft.company_name, draft.source_id, draft.url) == (
        "Lighthouse Keeper", "Skerry Lights", "SL-42", URL,
    )  # fmt: skip
    assert draft.locations == ("Stornoway, GB",)
    assert draft.application_deadline == date(2026, 12, 31)
    assert draft.company_logo_url == "https://example.com/l.png"
    assert draft.pay is not None and (draft.pay.minimum, draft.pay.currency) == (Decimal(31000), "GBP")
    posting = normalise(draft)
    assert (posting.salary_year_max, posting.employment_type) == (Decimal(34000), "full_time")


@pytest.mark.parametrize(
    "script",
    [
        json.dumps([{"@type": "WebSite"}, JOB]),
        json.dumps({"@graph": [{"@type": "Organization"}, JOB]}),
        json.dumps({**JOB, "@type": ["Thing", "JobPosting"]}),
        json.dumps({"@type": "WebPage", "mainEntity": JOB}),
        json.dumps(JOB).replace('"', "&quot;"),
        f"<!--{json.dumps(JOB)}-->",
        f"/*<![CDATA[*/{json.dumps(JOB)}/*]]>*/",
        json.dumps({**JOB, "description": "one\ntwo"}).replace("\\n", "\n"),
    ],
    ids=["list", "graph", "two types", "main entity", "escaped", "comment", "cdata", "raw line break"],
)
def test_the_ways_that_sites_write_it(script: str) -> None:
    assert read(page("{broken", script), url=URL).draft.title == "Lighthouse Keeper"


def test_the_same_job_twice_is_one_and_two_are_a_list() -> None:
    twice = [JOB, {**JOB, "jobLocation": []}]
    assert ld(twice).draft.title == "Lighthouse Keeper"
    with pytest.raises(NotAPage, match="lists 2 vacancies"):
        ld([JOB, {**JOB, "title": "Boatswain"}])


def test_what_has_a_shape_of_its_own_is_left_out_and_named() -> None:
    odd = {**JOB, "datePosted": "yesterday", "baseSalary": {"value": {"minValue": []}}, "jobLocation": [{"address": {"addressLocality": []}}]}  # fmt: skip
    found = ld(odd)
    assert set(found.doubts) == {"posted_at", "salary", "locations"}
    assert found.draft.title == "Lighthouse Keeper" and found.draft.posted_at is None
    assert found.draft.confidence == 0.5


def test_one_address_copied_to_every_place() -> None:
    address = {"addressLocality": "Oban", "addressCountry": {"name": ["UK", "UK"]}}
    places = [{"name": "Oban, UK", "address": address}, {"name": "Mallaig, UK", "address": address}]
    assert ld({**JOB, "jobLocation": places}).draft.locations == ("Oban, UK", "Mallaig, UK")


def test_microdata() -> None:
    body = """
    <div itemscope itemtype="https://schema.org/JobPosting">
      <h1 itemprop="title">Net Mender</h1>
      <meta itemprop="datePosted" content="2026-10-02">
      <div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
        <span itemprop="name">Herring &amp; Sons</span></div>
      <div itemprop="jobLocation" itemscope><div itemprop="address" itemscope>
        <span itemprop="addressLocality">Peterhead</span></div></div>
      <div itemprop="description"><p>You mend <b>nets</b>.</p><script>track()</script></div>
    </div>"""
    found = read(page(body=body), url=URL)
    assert (found.how, found.draft.confidence) == ("microdata", 0.9)
    assert (found.draft.title, found.draft.company_name, found.draft.locations) == (
        "Net Mender", "Herring & Sons", ("Peterhead",),
    )  # fmt: skip
    assert "<b>nets</b>" in found.draft.description_html and "track" not in found.draft.description_html


PROSE = (
    "<h2>Responsibilities</h2><p>You bake bread and cakes at night, and look after two ovens and three people.</p>"
    "<h2>Requirements</h2><p>Two years of experience with sourdough, and a driving licence. We offer a free lunch, "
    "a pension and eight weeks of holiday a year for everybody. Apply by mail with what you are proud of.</p>"
    * 2
)


def test_a_page_that_says_nothing_for_machines() -> None:
    head = '<meta property="og:site_name" content="Crumb Bakery">'
    body = (
        '<header><nav><a href="/">Home</a></nav></header><main><h1>Night Baker | Crumb Bakery</h1>'
        f"<p>Location: Ghent, Belgium</p><p>Salary: 2,900 EUR per month</p><article>{PROSE}</article></main>"
        "<footer>All rights reserved, and a long list of things that no baker ever reads.</footer>"
    )
    found = read(page(body=body, head=head), url=URL)
    assert found.how == "text" and "title" in found.doubts
    assert 0.5 <= found.draft.confidence <= 0.75
    posting = normalise(found.draft)
    assert (posting.title, posting.company_name) == ("Night Baker", "Crumb Bakery")
    assert [place.country for place in posting.locations] == ["BE"]
    assert (posting.salary_min, posting.salary_currency, posting.salary_period) == (
        Decimal(2900),
        "EUR",
        "month",
    )
    assert "two ovens" in posting.description_text
    assert "rights reserved" not in posting.description_text and "Home" not in posting.description_text


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        page(body="<p>Please enable JavaScript.</p>"),
        page(body="<h1>Cookies</h1><p>" + "We value your privacy and that of others. " * 30 + "</p>"),
        b"<div>" * 5000,
    ],
    ids=["nothing", "bytes", "a shell", "another text", "deep"],
)
def test_what_is_no_vacancy_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(NotAPage):
        read(data, url=URL)


def test_charsets() -> None:
    job = {**JOB, "title": "Förster in Köln"}
    script = json.dumps(job, ensure_ascii=False)
    latin = page(script).decode().encode("latin-1")
    assert read(latin, url=URL, charset="iso-8859-1").draft.title == "Förster in Köln"
    named = page(script, head='<meta charset="latin-1">').decode().encode("latin-1")
    assert read(named, url=URL).draft.title == "Förster in Köln"
    assert read(page(script), url=URL, charset="no-such-charset").draft.title == "Förster in Köln"


@pytest.mark.shared
def test_recorded_pages(shared_data: Path) -> None:
    """Each page as a person would describe it: how it is read, and where it is; a list of vacancies is refused."""
    expected = {
        "ayuda_en_accion_talentclue_jobpage_coord": ("text", "SV"),
        "decathlon_talentclue_jobpage": ("text", "ES"),
        "decathlon_talentclue_jobpage_taller": ("text", "ES"),
        "jsonld_meta_software_engineer": ("json_ld", "US"),
        "icims_wipfli": None,
        "phenom": None,
    }
    for name, wanted in expected.items():
        data = (shared_data / "feeds" / "html" / f"{name}.html").read_bytes()
        if wanted is None:
            with pytest.raises(NotAPage):
                read(data, url=URL)
            continue
        found = read(data, url=URL)
        posting = normalise(found.draft)
        assert (found.how, posting.locations[0].country) == wanted, name
        assert len(posting.description_text) > 1000, name
