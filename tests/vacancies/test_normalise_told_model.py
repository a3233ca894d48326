"""Work models that a text tells in words: of the role plainly, of the employer by the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from apps.vacancies.normalise import normalise
from apps.vacancies.normalise.office_days import office_model
from apps.vacancies.normalise.told_model import hinted_model, told_model
from apps.vacancies.sources.base import PostingDraft


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("#LI-Hybrid", "hybrid"),
        ("Apply now! #XY-remote #LI-DNI", "remote"),
        ("Location: Lisbon (Hybrid)", "hybrid"),
        ("Location: Lisbon or remote in Portugal", "remote"),
        ("📍 Where: In-person in Porto", "onsite"),
        ("Location: Porto [Mill Lane] (no remote/hybrid please)", "onsite"),
        ("Work mode: Hybrid; early mornings", "hybrid"),
        ("Type: Remote", "remote"),
        ("Location: Porto, able to come on-site as needed", None),
        ("On-site in Lisbon", "onsite"),
        ("Baker: Full-time, onsite. Small team.", "onsite"),
        ("Baker | Full-time, Onsite or Remote | Lisbon", "remote"),
        ("📍 Lisbon (On-site) · Two shifts", "onsite"),
        ("Bake with us. This role is hybrid, based at our Lisbon mill.", "hybrid"),
        ("This role can be hybrid out of our Lisbon mill, or fully remote.", "remote"),
        ("Both positions are onsite in Lisbon.", "onsite"),
        ("This is a fully remote position.", "remote"),
        ("You report to the miller and this is designated as an in-office role.", "onsite"),
        # Two trades in one, other things that are hybrid, remote or in person, and what the employer says of itself.
        ("This is a hybrid role that blends baking and milling.", None),
        (
            "Onsite Event Execution: you bake bread at the flagship event of the year in front of everybody.",
            None,
        ),
        ("You accept in-person payments and run a hybrid oven.", None),
        ("We are a remote-first company.", None),
        ("Our remote team bakes together twice a year.", None),
    ],
)
def test_told_model(text: str, model: str | None) -> None:
    assert told_model(f"About us\n{text}\nThank you") == model


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Lisbon only - no remote.", "onsite"),
        ("Remote or hybrid work will not be considered.", "onsite"),
        ("- Baker, jobs.example.com/1 (Lisbon or remote)", "remote"),
        ("- Hybrid work environment", "hybrid"),
        ("You may alternate between office days and remote work.", "hybrid"),
        ("- Fully remote work, and bread", "remote"),
        ("Whether you bake from our Lisbon office or remotely, you belong.", "remote"),
        ("- In-person team in Lisbon", "onsite"),
        ("- Must be able to work on-site in Lisbon", "onsite"),
        # Two that differ decide nothing.
        ("- Hybrid work environment\n- In-person team in Lisbon", None),
        ("While we're not quite fully-remote, we bake flexibly.", None),
        ("- Remote workspace stipend", None),
        ("We work onsite with customers.", None),
    ],
)
def test_hinted_model(text: str, model: str | None) -> None:
    assert hinted_model(f"About us\n{text}\nThank you") == model


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("Work from our sunny Harbour Street, Lisbon office 4 days/week.", "hybrid"),
        (
            "This position requires presence in our Porto mill or Lisbon office location 4 days per week.",
            "hybrid",
        ),
        ("A minimum of 3 days per week in our Lisbon HQ.", "hybrid"),
        ("Office-first culture (4 days/week).", "hybrid"),
        ("Hybrid: 3-5 Tage pro Woche am Standort", "hybrid"),
        ("Télétravail : 2 jours par semaine", "hybrid"),
        ("1 day working from home per week", "hybrid"),
        ("Be in the office on Tuesday, Wednesday, and Thursday.", "hybrid"),
        ("Spend at least 60% of your work time in the assigned office.", "hybrid"),
        ("Spend 100% of your work time in the assigned office.", None),
        ("Based in Lisbon, in person 6 days per week.", "onsite"),
        ("Willing to work 5 days a week in our Baixa, Lisbon office!", "onsite"),
        ("Join us for trial work lasting 1-2 days remote or on-site.", None),
        ("Work remotely from anywhere 60 days a year.", None),
    ],
)
def test_days_said_in_other_ways(text: str, model: str | None) -> None:
    assert office_model(f"About us\n{text}\nThank you") == model


DRAFT = PostingDraft(
    source="test", board="acme", source_id="1", url="https://jobs.example.com/1", title="Baker", company_name="Acme",
    locations=("Lisbon",), payload={},
)  # fmt: skip
NOW = datetime(2026, 8, 1, tzinfo=UTC)


def _model(text: str, **changes: object) -> str | None:
    return normalise(replace(DRAFT, description_html=f"<p>{text}</p>", **changes), NOW).remote  # type: ignore[arg-type] # fields of a draft


def test_days_say_more_than_the_word_on_site() -> None:
    assert _model("This is an in-person role. Expect 3 days a week in our office.") == "hybrid"


def test_a_flag_alone_gives_way_to_what_is_said_of_the_role() -> None:
    assert _model("This is a hybrid role based in Lisbon.", remote="remote") == "hybrid"
    assert _model("We offer hybrid work.", remote="remote") == "remote"
    assert _model("Bread.", remote="remote", title="Onsite Baker") == "onsite"


def test_the_header_of_a_comment_is_no_flag() -> None:
    text = "This is an onsite role for now."
    assert _model(text, remote="remote", confidence=0.6) == "remote"


@pytest.mark.parametrize(
    ("field", "model"), [("Full-time (hybrid)", "hybrid"), ("Homeoffice", "remote"), ("Full-time", None)]
)
def test_a_field_for_the_kind_of_employment_may_say_where_one_works(field: str, model: str | None) -> None:
    assert _model("Bread.", employment_type=field) == model
