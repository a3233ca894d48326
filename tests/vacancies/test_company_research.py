"""What a company's postings tell: each figure by hand, with the number it rests on. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from apps.vacancies import ghost
from apps.vacancies.companies.research import FEWEST, Figure, Mix, Opening, Share, research

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


def opening(days: float, closed: float | None = None, **more: Any) -> Opening:
    """Listed and seen so many days ago; closed so many days ago."""
    listed = NOW - timedelta(days=days)
    closed_at = None if closed is None else NOW - timedelta(days=closed)
    return Opening(**{"listed_at": listed, "first_seen_at": listed, "closed_at": closed_at, **more})


def test_of_nothing_everything_is_zero_or_unknown() -> None:
    found = research([], NOW)
    assert (found.vacancies, found.open_vacancies, found.observed_since) == (0, 0, None)
    assert [(month.opened, month.closed, month.open_at_end) for month in found.months] == [(0, 0, 0)] * 12
    nothing = Figure(n=0, value=None)
    assert (
        found.opened_per_month == found.repost_rate == found.median_days_open == found.ghost_share == nothing
    )
    assert found.skills == found.seniority == found.remote == found.countries == Mix(n=0, shares=None)
    assert (found.pay, found.budgets) == ((), ())


def test_months_are_calendar_months_and_the_present_one_is_now() -> None:
    found = research([opening(5), opening(30, 2), opening(300)], NOW)
    assert [month.month for month in found.months][:2] == [date(2025, 12, 1), date(2026, 1, 1)]
    last, before = found.months[-1], found.months[-2]
    assert (last.month, last.opened, last.closed, last.open_at_end) == (date(2026, 11, 1), 1, 1, 2)
    assert (before.month, before.opened, before.closed, before.open_at_end) == (date(2026, 10, 1), 1, 0, 2)
    assert found.months[0].open_at_end == 0


def test_shares_want_five() -> None:
    four = [opening(9, skills=("baking",), repost_count=1)] * 4
    found = research(four, NOW)
    assert found.skills == Mix(n=4, shares=None)
    assert found.repost_rate == Figure(n=4, value=None)
    found = research([*four, opening(9, skills=("baking", "haccp")), opening(9)], NOW)
    assert found.skills == Mix(
        n=5, shares=(Share(value="baking", n=5, share=1.0), Share(value="haccp", n=1, share=0.2))
    )
    assert found.repost_rate == Figure(n=6, value=0.6667)


def test_pay_by_currency_for_all_and_by_seniority() -> None:
    rows = [
        opening(9, currency="EUR", seniority="senior" if n < 5 else "", pay_min=Decimal(40_000 + 1000 * n), pay_max=Decimal(50_000))
        for n in range(6)
    ]  # fmt: skip
    rows.append(opening(9, currency="USD", seniority="junior", pay_max=Decimal(90_000)))
    found = {(one.currency, one.group): one for one in research(rows, NOW).pay}
    everyone, senior = found["EUR", ""], found["EUR", "senior"]
    assert (everyone.n, everyone.minimum, everyone.median, everyone.maximum) == (
        6, Decimal(40_000), Decimal("46250.00"), Decimal(50_000),
    )  # fmt: skip
    assert (senior.n, senior.median) == (5, Decimal("46000.00"))
    dollars = found["USD", ""]
    assert (dollars.n, dollars.minimum, dollars.median, dollars.maximum) == (1, None, None, None)


def test_budgets_by_kind() -> None:
    rows = [opening(9, budget_type="hourly", budget_min=Decimal(20), budget_max=Decimal(30))] * 5
    found = {one.group: one for one in research(rows, NOW).budgets}
    assert (found["hourly"].n, found["hourly"].median) == (5, Decimal("25.00"))


def test_days_open_are_of_closed_ones() -> None:
    rows = [opening(30 + n, 20) for n in range(5)] + [opening(500)] * 3
    assert research(rows, NOW).median_days_open == Figure(n=5, value=12.0)


def test_the_pace_leaves_out_what_was_there_before_us() -> None:
    since = NOW - timedelta(days=61)
    old = [opening(200 + n, first_seen_at=since) for n in range(40)]
    assert research(old, NOW).opened_per_month == Figure(n=0, value=None)
    new = [opening(10 + n) for n in range(6)]
    assert research([*old, *new], NOW).opened_per_month == Figure(n=6, value=2.99)


def test_ghosts_are_of_open_ones() -> None:
    def facts(days: float) -> ghost.Facts:
        return ghost.Facts(is_open=True, listed_at=NOW - timedelta(days=days))

    rows = [opening(n * 100, signal=facts(n * 100)) for n in range(1, 6)]
    rows.append(opening(900, 1, signal=facts(900)))
    # At 400 and 500 days the level is medium.
    assert research(rows, NOW).ghost_share == Figure(n=5, value=0.4)


OPENINGS = st.lists(
    st.builds(
        lambda days, open_for, **more: opening(
            days, None if open_for is None else max(days - open_for, 0), **more
        ),
        st.integers(0, 700),
        st.none() | st.integers(0, 300),
        seniority=st.sampled_from(["", "senior", "junior"]),
        countries=st.lists(st.sampled_from(["DE", "NL"]), max_size=2).map(tuple),
        currency=st.sampled_from(["", "EUR"]),
        pay_min=st.none() | st.integers(1, 10**6).map(Decimal),
        pay_max=st.none() | st.integers(1, 10**6).map(Decimal),
    ),
    max_size=12,
)


@given(OPENINGS)
def test_figures_agree_with_each_other(openings: list[Opening]) -> None:
    found = research(openings, NOW)
    assert found.months[-1].open_at_end == found.open_vacancies
    for earlier, later in pairwise(found.months):
        assert later.open_at_end == earlier.open_at_end + later.opened - later.closed
    for one in found.pay:
        if one.n >= FEWEST:
            assert one.minimum is not None and one.median is not None and one.maximum is not None
            assert one.minimum <= one.median <= one.maximum
        else:
            assert one.median is None
    for mix in (found.seniority, found.countries):
        assert (mix.shares is None) == (mix.n < FEWEST)
        assert all(0 < share.share <= 1 for share in mix.shares or ())
