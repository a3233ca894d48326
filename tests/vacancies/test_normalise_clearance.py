"""Security clearances that a job asks for, and the clearances of mechanics, doctors and lawyers."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.clearance import find_security_clearance


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("You must hold an active DoD security clearance.", True),
        ("Required: Top Secret clearance with eligibility for SCI", True),
        ("- Ability to obtain and maintain a U.S. security clearance.", True),
        ("Clearance: Secret clearance or ability to obtain one", True),
        ("Candidates need to be SC cleared.", True),
        ("Ability to get a security clearance is required. An existing clearance is a strong plus.", True),
        ("Eine Sicherheitsüberprüfung nach SÜG ist nötig.", True),
        ("No security clearance is needed for this post.", False),
        ("An active security clearance is beneficial, but not required.", False),
        ("Security clearance preferred.", None),
        ("A Secret clearance is a plus.", None),
        ("Ability to obtain a security clearance if required for the client", None),
        ("Medical clearance is required to wear a mask.", None),
        ("Set depth, seed rate and concave clearance for each field.", None),
        ("You run trademark clearance and customs clearance.", None),
        ("Leave space for service clearances.", None),
        ("We bake bread.", None),
        ("", None),
    ],
)
def test_security_clearance(text: str, asked: bool | None) -> None:
    assert find_security_clearance(f"We bake.\n\n{text}\n\nApply now") is asked


def test_asked_for_beats_waived() -> None:
    text = "No security clearance is needed to start.\n\nYou must obtain a Secret clearance within a year."
    assert find_security_clearance(text) is True
