"""Time zones in location fields and titles."""

from __future__ import annotations

import pytest

from apps.vacancies.normalise.time_zones import believable_offsets, read_time_zones


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("UTC-5 to UTC+1", (-5, -4, -3, -2, -1, 0, 1)),
        ("Remote (UTC -5 to +1)", (-5, -4, -3, -2, -1, 0, 1)),
        ("Remote, GMT-1 – GMT+1", (-1, 0, 1)),
        ("between UTC+3 and UTC+1", (1, 2, 3)),
        ("UTC−3", (-3,)),
        ("GMT+2 ±3h", (-1, 0, 1, 2, 3, 4, 5)),
        ("CET +/- 2 hours", (-1, 0, 1, 2, 3)),
        ("Remote (±3 hours from UTC+8)", (5, 6, 7, 8, 9, 10, 11)),
        ("UTC+13 ±3", (10, 11, 12, 13, 14)),
        ("EST/PST hours", (-8, -5)),
        ("Barista (Eastern or Pacific time)", (-8, -5)),
        ("Remote - CET time zone", (1,)),
        ("CET to EET", (1, 2)),
        ("Hong Kong | UTC+8", (8,)),
        ("Remote, UTC+5:30", (5.5,)),
        ("UTC+5.5", (5.5,)),
        ("IST working hours", (5.5,)),
    ],
)
def test_what_is_asked_for(text: str, offsets: tuple[float, ...]) -> None:
    assert read_time_zones(text) == offsets


@pytest.mark.parametrize(
    "text",
    [
        "", "Berlin, Germany", "Part-time baker, est. 1990", "Full time", "Central office hours", "Pacific Grove, CA",
        "Mountain View", "Central and Eastern Europe", "CENTRAL AND EASTERN EUROPE", "Directeur et chef - est", "MT", "PT instructor", "UTC", "UTC+99", "Best hours in town", "Physical therapist (PT)",
    ],
)  # fmt: skip
def test_what_is_no_time_zone(text: str) -> None:
    assert read_time_zones(text) == ()


def test_offsets_that_no_place_has_are_left_out() -> None:
    assert believable_offsets([14, -13, 1.5, 1.5, -12, 15]) == (-12, 1.5, 14)
