"""Months worked, counted once: two jobs at the same time are not twice the experience."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

_DATE = re.compile(r"^(\d{4})(?:-(\d{2}))?")


class Period(NamedTuple):
    """Months since year 0, both ends inside."""

    first: int
    last: int


def month_of(text: str, *, end: bool = False) -> int | None:
    """`2021-03` as a count of months. A bare year is taken as its middle, so that years add up on average."""
    matched = _DATE.match(text.strip())
    if matched is None:
        return None
    year, month = int(matched[1]), int(matched[2] or 0)
    if not month:
        month = 6 if end else 7
    return year * 12 + min(month, 12) - 1


def period(start: str, end: str, *, is_current: bool, today: date) -> Period | None:
    """The months of one entry, never beyond `today`; None where the dates don't say."""
    now = today.year * 12 + today.month - 1
    first = month_of(start)
    last = now if is_current else month_of(end, end=True)
    if first is None or last is None or first > now:
        return None
    if start.strip() == end.strip() and len(start.strip()) == 4:
        first, last = first - 6, last + 6  # "2016 – 2016": the year itself, not one month of it
    return Period(first, min(max(first, last), now))


def years_covered(periods: Iterable[Period]) -> float:
    """Years in the union of `periods`, to a tenth."""
    months, reached = 0, -1
    for first, last in sorted(periods):
        months += max(0, last - max(first, reached + 1) + 1)
        reached = max(reached, last)
    return round(months * 10 / 12) / 10
