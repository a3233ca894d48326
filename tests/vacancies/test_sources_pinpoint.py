"""Pinpoint: paths in place of addresses, pay that is hidden, departments in two places."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from apps.vacancies.sources.base import Board, PostingInvalid
from apps.vacancies.sources.pinpoint import Pinpoint

SOURCE = Pinpoint()
BOARD = Board(slug="acme", company_name="Acme Bakery")


def item(**changes: object) -> dict[str, object]:
    return {
        "id": 17,
        "title": "Baker",
        "url": "https://acme.pinpointhq.com/en/postings/17",
        "path": "/en/postings/17",
        "description": "<p>Bread</p>",
        "key_responsibilities_header": "Your day",
        "key_responsibilities": "<p>Dough</p>",
        "skills_knowledge_expertise_header": None,
        "skills_knowledge_expertise": "<p>Flour</p>",
        "benefits_header": "Benefits",
        "benefits": "",
        "workplace_type": "onsite",
        "employment_type": "part_time",
        "compensation": "€15 - €20 / hour",
        "compensation_minimum": 15.0,
        "compensation_maximum": 20,
        "compensation_currency": "EUR",
        "compensation_frequency": "hour",
        "compensation_visible": True,
        "deadline_at": "2026-03-31T23:59:59-04:00",
        "job": {"requisition_id": "R-9", "department": {"name": "Ovens"}, "division": {"name": "Bread"}},
        "location": {"name": "Porto HQ", "city": "Porto", "province": "Norte"},
    } | changes


def test_parse_reads_every_field() -> None:
    draft = SOURCE.parse(item(), BOARD)
    assert draft.description_html == "<p>Bread</p>\n<h3>Your day</h3><p>Dough</p>\n<p>Flour</p>"
    assert draft.pay is not None
    assert (draft.pay.minimum, draft.pay.maximum, draft.pay.period) == (
        Decimal("15.0"),
        Decimal(20),
        "per hour",
    )
    assert draft.application_deadline == date(2026, 3, 31)
    assert (draft.remote, draft.employment_type, draft.requisition_id) == ("onsite", "part time", "R-9")
    assert (draft.locations, draft.addresses[0].city, draft.department) == (("Porto HQ",), "Porto", "Ovens")


def test_pay_that_is_not_to_be_shown_is_not_read() -> None:
    assert SOURCE.parse(item(compensation_visible=False), BOARD).pay is None


def test_a_path_stands_in_for_the_address() -> None:
    draft = SOURCE.parse(item(url=None, path="/postings/17"), BOARD)
    assert draft.url == "https://acme.pinpointhq.com/postings/17"


def test_departments_in_two_places() -> None:
    assert SOURCE.parse(item(job=None, department={"name": "Cakes"}), BOARD).department == "Cakes"
    assert SOURCE.parse(item(job={"division": {"name": "Bread"}}), BOARD).department == "Bread"
    assert SOURCE.parse(item(job=None), BOARD).department == ""


@pytest.mark.parametrize(
    "changes", [{"url": None, "path": None}, {"compensation_visible": 1}, {"location": []}]
)
def test_a_broken_posting_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(PostingInvalid):
        SOURCE.parse(item(**changes), BOARD)


def test_addresses() -> None:
    assert SOURCE.first_request("acme").url == "https://acme.pinpointhq.com/postings.json"
    for url in (
        "https://acme.pinpointhq.com/en/postings/17",
        "https://acme.pinpointhq.com/postings/17/applications/new",
    ):
        assert SOURCE.recognise_posting(url) == ("acme", "17")
    assert SOURCE.recognise_posting("https://acme.pinpointhq.com/postings.json") == ("acme", "")
    assert SOURCE.recognise("https://www.pinpointhq.com/") is None
