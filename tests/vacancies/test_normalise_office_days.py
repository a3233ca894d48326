"""Days in an office, and offices without days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.office_days import office_model
from apps.vacancies.sources.base import PostingDraft


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("You will be in the office 3 days a week.", "hybrid"),
        ("Expect 2-3 days per week in our Lisbon office.", "hybrid"),
        ("Bakers work from the bakery; in-office presence is asked three days per week.", "hybrid"),
        ("Lisbon (5 days in-office) | Full-time", "onsite"),
        ("On-site five days a week.", "onsite"),
        ("This is a fully in-office role.", "onsite"),
        ("We are an on-site, in-person team.", "onsite"),
        ("All full-time roles are in person in Lisbon.", "onsite"),
        ("In-office lunch (5 days per week)", None),
        ("Many people are in the office five days a week, others are not.", None),
        ("The interview takes 1/2 day on-site.", None),
        ("We travel to the office 3 days a quarter.", None),
        ("You accept in-person payments and work on site reliability.", None),
        ("Bread.", None),
    ],
)
def test_office_model(text: str, model: str | None) -> None:
    assert office_model(f"About us\n{text}\nThank you") == model


DRAFT = PostingDraft(
    source="test", board="acme", source_id="1", url="https://jobs.example.com/1", title="Baker", company_name="Acme",
    locations=("Lisbon Office",), remote="remote", payload={},
    description_html="<p>This role asks for 3 days a week in our office.</p>",
)  # fmt: skip
NOW = datetime(2026, 8, 1, tzinfo=UTC)


def test_a_flag_alone_gives_way_to_days_in_an_office() -> None:
    posting = normalise(DRAFT, NOW)
    assert (posting.remote, posting.field_sources["remote"]) == ("hybrid", "text")


def test_a_place_that_says_remote_as_well_does_not() -> None:
    assert normalise(replace(DRAFT, locations=("Remote - Portugal",)), NOW).remote == "remote"
    assert normalise(replace(DRAFT, title="Baker (Remote)"), NOW).remote == "remote"


def test_a_model_that_a_field_names_stays() -> None:
    assert normalise(replace(DRAFT, remote="onsite"), NOW).remote == "onsite"
