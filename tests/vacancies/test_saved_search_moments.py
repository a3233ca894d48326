"""Quiet hours and digests by the clock on somebody's wall. Pure."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.vacancies.saved_searches.moments import DIGEST_AT, Hours, is_quiet, next_digest, when_free

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia")
NIGHT = {"quiet_from": time(22, 0), "quiet_until": time(7, 0)}
# Two years with every change of clocks in them, to the minute.
moments = st.integers(0, 2 * 366 * 24 * 60).map(
    lambda m: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=m)
)
walls = st.integers(0, 24 * 60 - 1).map(lambda m: time(m // 60, m % 60))
hours = st.builds(Hours, zone=st.sampled_from(ZONES), quiet_from=walls, quiet_until=walls)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "moment", "free"),
    [
        ("UTC", "2026-03-01T21:59:59Z", "2026-03-01T21:59:59Z"),
        ("UTC", "2026-03-01T22:00:00Z", "2026-03-02T07:00:00Z"),
        ("UTC", "2026-03-01T23:59:59Z", "2026-03-02T07:00:00Z"),
        ("UTC", "2026-03-02T00:00:00Z", "2026-03-02T07:00:00Z"),
        ("UTC", "2026-03-02T06:59:59Z", "2026-03-02T07:00:00Z"),
        ("UTC", "2026-03-02T07:00:00Z", "2026-03-02T07:00:00Z"),
        # Clocks go forward in this night: it is an hour shorter.
        ("Europe/Berlin", "2026-03-28T22:30:00+01:00", "2026-03-29T05:00:00Z"),
        # And back in this one: an hour longer.
        ("Europe/Berlin", "2026-10-24T22:30:00+02:00", "2026-10-25T06:00:00Z"),
        ("America/New_York", "2026-06-01T23:00:00-04:00", "2026-06-02T11:00:00Z"),
        ("Nowhere/At_All", "2026-03-01T23:00:00Z", "2026-03-02T07:00:00Z"),
    ],
)
def test_a_night_ends_when_the_wall_says_so(zone: str, moment: str, free: str) -> None:
    assert when_free(at(moment), Hours(zone=zone, **NIGHT)) == at(free)


@pytest.mark.parametrize(
    ("moment", "free"),
    [
        # 02:30 is skipped: quiet ends when clocks jump over it.
        ("2026-03-29T01:30:00+01:00", "2026-03-29T01:00:00Z"),
        # 02:30 comes twice, and what lies before it is quiet both times.
        ("2026-10-25T02:15:00+02:00", "2026-10-25T00:30:00Z"),
        ("2026-10-25T02:15:00+01:00", "2026-10-25T01:30:00Z"),
    ],
)
def test_quiet_hours_that_end_while_clocks_change(moment: str, free: str) -> None:
    quiet = Hours(zone="Europe/Berlin", quiet_from=time(1, 0), quiet_until=time(2, 30))
    assert when_free(at(moment), quiet) == at(free)


def test_no_quiet_hours_are_never_quiet() -> None:
    moment = at("2026-03-02T00:00:00Z")
    assert when_free(moment, Hours()) == moment
    assert when_free(moment, Hours(quiet_from=time(5), quiet_until=time(5))) == moment


@given(moment=moments, hours=hours)
def test_it_is_told_at_the_first_moment_that_is_not_quiet(moment: datetime, hours: Hours) -> None:
    free = when_free(moment, hours)
    assert free >= moment
    assert not is_quiet(free, hours)
    step = max((free - moment) / 50, timedelta(minutes=1))
    while moment < free:
        assert is_quiet(moment, hours)
        moment += step


@pytest.mark.parametrize(
    ("rhythm", "zone", "after", "due"),
    [
        ("daily", "UTC", "2026-03-01T07:59:59Z", "2026-03-01T08:00:00Z"),
        ("daily", "UTC", "2026-03-01T08:00:00Z", "2026-03-02T08:00:00Z"),
        ("daily", "Asia/Kathmandu", "2026-03-01T02:15:00Z", "2026-03-02T02:15:00Z"),
        ("daily", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T06:00:00Z"),
        ("daily", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T07:00:00Z"),
        # The second of March is a Monday, and begins in Auckland while it is Sunday elsewhere.
        ("weekly", "UTC", "2026-03-01T12:00:00Z", "2026-03-02T08:00:00Z"),
        ("weekly", "UTC", "2026-03-02T08:00:00Z", "2026-03-09T08:00:00Z"),
        ("weekly", "Pacific/Auckland", "2026-03-01T12:00:00Z", "2026-03-01T19:00:00Z"),
        ("weekly", "America/New_York", "2026-03-02T08:00:00Z", "2026-03-02T13:00:00Z"),
    ],
)
def test_a_digest_comes_in_the_morning(rhythm: str, zone: str, after: str, due: str) -> None:
    assert next_digest(at(after), "weekly" if rhythm == "weekly" else "daily", Hours(zone=zone)) == at(due)


def test_a_digest_waits_for_the_end_of_quiet_hours() -> None:
    late = Hours(quiet_from=time(23, 0), quiet_until=time(10, 0))
    assert next_digest(at("2026-03-01T09:00:00Z"), "daily", late) == at("2026-03-01T10:00:00Z")
    assert next_digest(at("2026-03-01T10:00:00Z"), "daily", late) == at("2026-03-02T10:00:00Z")
    # Quiet until past midnight: yesterday's digest is today's first.
    odd = Hours(quiet_from=time(7, 0), quiet_until=time(1, 0))
    assert next_digest(at("2026-03-02T00:30:00Z"), "weekly", odd) == at("2026-03-03T01:00:00Z")


@given(after=moments, hours=hours)
def test_there_is_one_digest_a_day_of_the_wall(after: datetime, hours: Hours) -> None:
    """From one to the next it is never quiet, never earlier, and no day of the wall is told of twice."""
    quiet = hours.quiet_from != hours.quiet_until
    shown = []
    for _ in range(5):
        due = next_digest(after, "daily", hours)
        assert due > after
        assert not is_quiet(due, hours)
        shown.append(due.astimezone(ZoneInfo(hours.zone)))
        after = due
    assert len({moment.date() for moment in shown}) == 5
    if not quiet:
        assert {moment.time() for moment in shown} == {DIGEST_AT}
