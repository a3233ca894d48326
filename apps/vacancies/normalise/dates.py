"""Dates as far as they can be believed: no posting was published tomorrow, or before there were boards."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
_CLOCK_SKEW = timedelta(hours=36)  # a vendor's clock, and local times taken for UTC
_FURTHEST_DEADLINE = timedelta(days=366 * 5)


def believable(moment: datetime | None, now: datetime) -> datetime | None:
    """The time in UTC; at most `now` when it lies a little ahead, None when it can't be true."""
    if moment is None:
        return None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if moment < _FIRST or moment > now + _CLOCK_SKEW:
        return None
    return min(moment, now)


def believable_deadline(day: date | None, now: datetime) -> date | None:
    """A deadline may lie ahead, within five years."""
    if day is None or day < _FIRST.date() or day > (now + _FURTHEST_DEADLINE).date():
        return None
    return day
