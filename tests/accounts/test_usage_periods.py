"""When a count begins anew, and how a refusal says it. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.accounts.usage import periods
from apps.accounts.usage.refusals import limit_reached

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@pytest.mark.parametrize(
    ("period", "now", "start", "reset"),
    [
        ("day", datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC), date(2026, 11, 30), "2026-12-01"),
        ("month", datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC), date(2026, 11, 1), "2026-12-01"),
        ("month", datetime(2026, 12, 31, tzinfo=UTC), date(2026, 12, 1), "2027-01-01"),
        ("month", datetime(2028, 2, 29, tzinfo=UTC), date(2028, 2, 1), "2028-03-01"),
        # Already March there, still February in UTC.
        (
            "month",
            datetime(2026, 3, 1, 5, tzinfo=timezone(timedelta(hours=9))),
            date(2026, 2, 1),
            "2026-03-01",
        ),
    ],
)
def test_start_and_reset(period: str, now: datetime, start: date, reset: str) -> None:
    assert periods.start_of(period, now) == start
    assert periods.resets_at(period, now) == datetime.fromisoformat(reset).replace(tzinfo=UTC)


def test_a_stock_never_resets() -> None:
    now = datetime(2026, 11, 21, tzinfo=UTC)
    assert (periods.start_of("stock", now), periods.resets_at("stock", now)) == (None, None)


@given(MOMENTS, st.sampled_from([periods.DAY, periods.MONTH]))
def test_every_moment_lies_in_its_period(now: datetime, period: str) -> None:
    start, end = periods.start_of(period, now), periods.resets_at(period, now)
    assert start is not None
    assert end is not None
    assert datetime(start.year, start.month, start.day, tzinfo=UTC) <= now < end
    assert periods.start_of(period, end) == end.date()


def test_a_refusal_says_what_how_much_and_when() -> None:
    now = datetime(2026, 11, 30, 23, 59, 0, 500_000, tzinfo=UTC)
    fault = limit_reached(meter="generations", taken=20, most=20, amount=1, period="month", now=now)
    assert fault.detail == "generations: 20 of 20 used this month; resets 2026-12-01T00:00:00Z"
    assert [(error.attr, error.code) for error in fault.errors] == [("generations", "plan_limit_reached")]
    assert fault.headers == {"Retry-After": "60"}


def test_waiting_is_not_advised_where_it_does_not_help() -> None:
    now = datetime(2026, 11, 30, tzinfo=UTC)
    stock = limit_reached(meter="sources", taken=3, most=3, amount=1, period="stock", now=now)
    assert (stock.detail, stock.headers) == ("sources: 3 of 3 in use", {})
    too_much = limit_reached(meter="tokens", taken=0, most=10, amount=11, period="day", now=now)
    assert too_much.detail == "tokens: 0 of 10 used today, 11 more asked for; resets 2026-12-01T00:00:00Z"
    assert too_much.headers == {}
