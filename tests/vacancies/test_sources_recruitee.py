"""Recruitee: amounts as texts, three flags for the work model, texts in translations."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from apps.vacancies.sources.base import Board, PostingInvalid, PostingSkipped
from apps.vacancies.sources.recruitee import Recruitee

SOURCE = Recruitee()
BOARD = Board(slug="acme", company_name="Acme")


def item(**changes: object) -> dict[str, object]:
    return {
        "id": 4711,
        "slug": "baker",
        "status": "published",
        "title": "Baker",
        "careers_url": "https://acme.recruitee.com/o/baker",
        "careers_apply_url": "https://acme.recruitee.com/o/baker/c/new",
        "company_name": "Acme Bakery",
        "location": "Porto, Portugal",
        "city": "Porto",
        "state_name": "Norte",
        "country": "Portugal",
        "locations": [{"name": "Portugal/Remote", "city": "Porto", "state": "Norte", "country": "Portugal"}],
        "remote": False,
        "hybrid": True,
        "on_site": True,
        "description": "<p>Bread</p>",
        "requirements": "<p>Flour</p>",
        "translations": {"en": {"title": "Baker", "description": "<p>Told</p>", "requirements": None}},
        "employment_type_code": "fulltime_fixed_term",
        "experience_code": "mid_level",
        "department": "Ovens",
        "salary": {"min": "30000", "max": "40000.50", "currency": "EUR", "period": "year"},
        "published_at": "2026-03-01 12:30:00 UTC",
        "created_at": "2026-02-01 12:30:00 UTC",
        "updated_at": "2026-03-02 00:00:00 UTC",
        "close_at": "2026-04-01 00:00:00 UTC",
    } | changes


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.posted_at == datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    assert draft.application_deadline == date(2026, 4, 1)
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.period) == (
        Decimal(30000),
        Decimal("40000.50"),
        "per year",
    )
    assert draft.description_html == "<p>Bread</p>\n<p>Flour</p>"
    assert draft.locations == ("Portugal/Remote",)
    assert (draft.remote, draft.company_name, draft.language) == ("hybrid", "Acme Bakery", "en")
    assert (draft.employment_type, draft.seniority) == ("fulltime fixed term", "mid level")


@pytest.mark.parametrize(
    ("flags", "remote"),
    [((True, True, True), "remote"), ((False, False, True), "onsite"), ((None,) * 3, None)],
)
def test_three_flags_are_one_work_model(flags: tuple[bool | None, ...], remote: str | None) -> None:
    changes = dict(zip(("remote", "hybrid", "on_site"), flags, strict=True))
    assert SOURCE.parse(item(**changes), BOARD).remote == remote


def test_translations_and_flat_fields_stand_in() -> None:
    draft = SOURCE.parse(
        item(description=None, requirements=None, title=None, locations=[], salary=None), BOARD
    )
    assert (draft.title, draft.description_html, draft.pay) == ("Baker", "<p>Told</p>", None)
    assert draft.locations == ("Porto, Portugal",)
    two = {"en": {"title": "Baker"}, "pt": {"title": "Padeiro"}}
    assert SOURCE.parse(item(translations=two), BOARD).language == ""


@pytest.mark.parametrize("status", ["draft", "closed", "internal"])
def test_only_published_offers_are_read(status: str) -> None:
    with pytest.raises(PostingSkipped):
        SOURCE.parse(item(status=status), BOARD)


@pytest.mark.parametrize("changes", [{"careers_url": None}, {"salary": {"min": "much"}}, {"remote": 1}])
def test_a_broken_offer_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_hosts() -> None:
    assert SOURCE.first_request("acme").url == "https://acme.recruitee.com/api/offers/"
    own = SOURCE.first_request("acme", "https://jobs.example.com")
    assert own.url == "https://jobs.example.com/api/offers/"
    assert SOURCE.recognise_posting("https://acme.recruitee.com/o/baker") == ("acme", "")
    assert SOURCE.recognise("https://www.recruitee.com/pricing") is None
    for slug in ("acme.example.com/x", "a/b", "", "acme#"):
        with pytest.raises(PostingInvalid):
            SOURCE.first_request(slug)
