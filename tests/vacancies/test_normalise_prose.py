"""What descriptions say by the way: requirements and visas."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.requirements import find_requirements
from apps.vacancies.normalise.visa import find_visa_sponsorship

DESCRIPTION = """About us

- Founded long ago

What you'll do

- Bake bread

What we're looking for:

A person who gets up early and does not mind the heat of the oven in the summer, or the cold in winter.

- Two years at an oven
- A steady hand

Nice to have

- A driving licence

Benefits

- Free bread"""


def test_requirements_are_the_bullets_under_their_heading() -> None:
    assert find_requirements(DESCRIPTION) == ("Two years at an oven", "A steady hand")


@pytest.mark.parametrize(
    "heading",
    ["Requirements", "Minimum qualifications:", "Who You Are", "You have:", "What you bring", "👋 You", "Dein Profil",
     "Your background includes", "Skills and Experience", "You might be a great fit if", "Required Experience"],
)  # fmt: skip
def test_headings_of_requirements(heading: str) -> None:
    assert find_requirements(f"{heading}\n\n- An oven") == ("An oven",)


@pytest.mark.parametrize(
    "heading",
    [
        "Responsibilities",
        "Nice to have",
        "Preferred qualifications",
        "Benefits",
        "About your application",
        "What you'll do",
    ],
)
def test_other_headings(heading: str) -> None:
    assert find_requirements(f"{heading}\n\n- An oven") == ()


def test_requirements_are_bounded_and_told_once() -> None:
    many = "\n".join(f"- Item {number}" for number in range(99))
    assert len(find_requirements(f"Requirements\n\n{many}")) == 30
    assert find_requirements("Requirements\n\n- Oven\n- Oven\n- " + "x" * 900) == ("Oven", "x" * 500)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("We sponsor visas and cover the move.", True),
        ("- Visa sponsorship", True),
        ("We can sponsor visas to Portugal.", True),
        ("We don’t shy away from sponsoring visas.", True),
        ("Visa sponsorship is available.", True),
        ("Please note we are unable to sponsor work visas at this time.", False),
        ("At this time we cannot offer sponsorship for this role.", False),
        ("We do not currently offer visa sponsorship.", False),
        ("You have the right to work without requiring visa sponsorship.", False),
        ("Must be able to work in the US without sponsorship.", False),
        ("- Sponsorship: Sponsorship not available", False),
        ("We work with Visa and Mastercard.", None),
        ("You act as executive sponsor of the project.", None),
        ("We sponsor visas. We cannot offer visa sponsorship for interns.", None),
        ("Bread.", None),
    ],
)
def test_visa_sponsorship(text: str, offered: bool | None) -> None:
    assert find_visa_sponsorship(text) is offered
