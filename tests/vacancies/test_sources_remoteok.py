"""Remote OK and Remotive: notices, spam, mended texts, traps and pixels, pay in free text, dates without a zone."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources.base import Board, Page, PostingInvalid
from apps.vacancies.sources.remoteok import RemoteOK
from apps.vacancies.sources.remotive import Remotive

BOARD = Board(slug="all")
NOTICE = {"last_updated": 1772366400, "legal": "Please link back."}


def entry(**changes: object) -> dict[str, object]:
    return {
        "slug": "remote-baker-acme-17",
        "id": "17",
        "epoch": 1772366400,
        "date": "2026-03-01T12:00:00+00:00",
        "company": "Acme Bakery",
        "company_logo": "https://example.com/logo.png",
        "logo": "",
        "position": "Baker",
        "tags": ["bread"],
        "description": "You donâ\x80\x99t sleep.<br/><br/>Please mention the word **CRUMB** and tag QUJD when applying.",
        "location": "Porto, ",
        "apply_url": "https://remoteOK.com/l/17",
        "salary_min": 30000,
        "salary_max": 0,
        "url": "https://remoteOK.com/remote-jobs/remote-baker-acme-17",
    } | changes


def test_remoteok_reads_every_field() -> None:
    draft = RemoteOK().parse(entry(), BOARD)
    assert draft.description_html == "You don’t sleep."
    assert (draft.locations, draft.remote, draft.company_name) == (("Porto",), "remote", "Acme Bakery")
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum) == (Decimal(30000), None)
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert (draft.confidence, draft.apply_url) == (1.0, "https://remoteOK.com/l/17")
    assert RemoteOK().parse(entry(position="Café à la é"), BOARD).title == "Café à la é"


def test_remoteok_notice_is_no_job_and_a_job_without_an_id_is_seen() -> None:
    raw = json.dumps([NOTICE, entry(), {"position": "no id"}]).encode()
    assert list(RemoteOK().iter_items(io.BytesIO(raw))) == [entry(), {"position": "no id"}]


def test_remoteok_zero_is_no_pay_and_the_nameless_is_doubted() -> None:
    draft = RemoteOK().parse(entry(salary_min=0, company_logo="", location=""), BOARD)
    assert (draft.pay, draft.confidence, draft.locations) == (None, 0.5, ())


def test_remoteok_addresses() -> None:
    source = RemoteOK()
    assert source.first_request("all").url == "https://remoteok.com/api"
    assert source.next_request("all", Page(number=0, items=100), {"1"}) is None
    for url in (
        str(entry()["url"]),
        source.posting_url("all", "17"),
        "https://www.remoteok.io/remote-jobs/17",
    ):
        assert source.recognise_posting(url) == ("all", "17")
    assert not source.lists_everything
    with pytest.raises(PostingInvalid):
        source.parse(entry(url=None), BOARD)


def job(**changes: object) -> dict[str, object]:
    return {
        "id": 17,
        "url": "https://remotive.com/remote-jobs/food/baker-17",
        "title": "Baker",
        "company_name": "Acme Bakery",
        "company_logo": "https://remotive.com/job/17/logo",
        "category": "Food",
        "tags": ["bread"],
        "job_type": "",
        "publication_date": "2026-03-01T12:00:00",
        "candidate_required_location": "Europe, USA",
        "salary": "$18 - $22/hr",
        "description": '<p>Bread</p>\n<img src="https://remotive.com/job/track/17/blank.gif?source=public_api" alt=""/>',
    } | changes


def test_remotive_reads_every_field() -> None:
    draft = Remotive().parse(job(), BOARD)
    assert draft.description_html == "<p>Bread</p>"
    assert draft.posted_at == datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert draft.pay is not None
    assert (draft.pay.text, draft.pay.minimum) == ("$18 - $22/hr", None)
    assert (draft.employment_type, draft.department, draft.locations) == ("", "Food", ("Europe, USA",))
    assert Remotive().parse(job(salary=""), BOARD).pay is None
    with pytest.raises(PostingInvalid):
        Remotive().parse(job(publication_date="yesterday"), BOARD)


def test_remotive_is_asked_four_times_a_day_at_most() -> None:
    source = Remotive()
    assert source.terms.min_interval >= 6 * 3600
    assert source.terms.attribution
    assert source.first_request("all").url == "https://remotive.com/api/remote-jobs"
    assert source.first_request("software-dev").url.endswith("?category=software-dev")
    assert source.recognise_posting(str(job()["url"])) == ("all", "17")
    assert source.recognise_posting(source.posting_url("all", "17")) == ("all", "17")
    assert source.recognise_posting("https://remotive.com/remote-jobs/food") == ("all", "")
