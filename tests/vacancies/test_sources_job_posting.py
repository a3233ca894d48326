"""schema.org's JobPosting: one or several, texts or objects."""

from __future__ import annotations

from decimal import Decimal

from apps.vacancies.sources.job_posting import base_salary, employment, job_places, named, remote_claim

PORTO = {"@type": "Place", "address": {"addressLocality": "Porto", "addressRegion": "Norte", "addressCountry": {"name": "Portugal"}}}  # fmt: skip


def texts(posting: dict[str, object], *, with_region: bool = True) -> list[str]:
    return [claim.text for claim in job_places(posting, with_region=with_region) if claim]


def test_places_come_alone_or_in_lists() -> None:
    assert texts({"jobLocation": PORTO}) == ["Porto, Norte, Portugal"]
    assert texts({"jobLocation": [PORTO, "Lyon", {"address": None}]}, with_region=False) == [
        "Porto, Portugal"
    ]
    assert texts({}) == []


def test_names_are_texts_or_objects() -> None:
    assert named({"hiringOrganization": {"name": "Acme"}}, "hiringOrganization") == "Acme"
    assert named({"hiringOrganization": "Acme"}, "hiringOrganization") == "Acme"
    assert named({}, "hiringOrganization") == ""


def test_kinds_and_remote() -> None:
    assert employment({"employmentType": "FULL_TIME"}) == "FULL_TIME"
    assert employment({"employmentType": ["FULL_TIME", None, "INTERN"]}) == "FULL_TIME, INTERN"
    assert (
        remote_claim({"jobLocationType": "TELECOMMUTE"})
        == remote_claim({"jobLocationType": ["TELECOMMUTE"]})
        == "remote"
    )
    assert remote_claim({"jobLocationType": None}) is None


def test_salaries_are_ranges_or_one_value() -> None:
    found = base_salary(
        {"baseSalary": {"currency": "EUR", "value": {"minValue": 1, "maxValue": "2.5", "unitText": "HOUR"}}}
    )
    assert found is not None
    assert (found.minimum, found.maximum, found.period) == (Decimal(1), Decimal("2.5"), "per hour")
    one = base_salary({"baseSalary": {"currency": "EUR", "value": {"value": 9}, "unitText": "DAY"}})
    assert one is not None
    assert (one.minimum, one.maximum, one.period) == (Decimal(9), Decimal(9), "per day")
    assert base_salary({}) is None
