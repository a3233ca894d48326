"""What a company's postings tell of how it hires. Pure: postings in, figures out, each with the number it rests on.

A share or a median of fewer than `FEWEST` postings is None: it would tell more of chance than of the company.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import Final

from apps.vacancies import ghost

FEWEST: Final = 5
MONTHS: Final = 12
MOST_SHARES: Final = 20
_CENT: Final = Decimal("0.01")
# Signals from this level on count as ghosts.
_GHOSTLY: Final = frozenset({"medium", "high"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One posting as research sees it. Money is a year's, or a budget's as it was said; times are aware."""

    listed_at: datetime
    first_seen_at: datetime
    closed_at: datetime | None = None
    repost_count: int = 0
    seniority: str = ""
    remote: str = ""
    countries: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    currency: str = ""
    pay_min: Decimal | None = None
    pay_max: Decimal | None = None
    budget_type: str = ""
    budget_min: Decimal | None = None
    budget_max: Decimal | None = None
    signal: ghost.Facts | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value and how many postings it rests on."""

    n: int
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    value: str
    n: int
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mix:
    """How often which value is said, of the `n` postings that say one."""

    n: int
    shares: tuple[Share, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """Postings that were listed and closed in a calendar month (UTC), and were open at its end (or are now)."""

    month: date
    opened: int
    closed: int
    open_at_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """What is paid. `group` is a seniority or a kind of budget, "" for all; of each posting the middle counts."""

    currency: str
    group: str
    n: int
    minimum: Decimal | None
    median: Decimal | None
    maximum: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Research:
    """Everything. `observed_since` is when we first saw one of its postings: before, only what lasted is known."""

    vacancies: int
    open_vacancies: int
    observed_since: datetime | None
    opened_per_month: Figure
    months: tuple[Month, ...]
    pay: tuple[Range, ...]
    budgets: tuple[Range, ...]
    skills: Mix
    seniority: Mix
    remote: Mix
    countries: Mix
    repost_rate: Figure
    median_days_open: Figure
    ghost_share: Figure


def research(openings: Sequence[Opening], now: datetime) -> Research:
    """What these postings of one company tell at `now` (aware)."""
    months = _months(openings, now)
    days = [(each.closed_at - each.listed_at).total_seconds() / 86_400 for each in openings if each.closed_at]
    # Whoever was reposted only to be seen twice has been judged by its facts already.
    levels = [ghost.judge(each.signal, now).level for each in openings if each.signal and not each.closed_at]
    return Research(
        vacancies=len(openings),
        open_vacancies=sum(each.closed_at is None for each in openings),
        observed_since=min((each.first_seen_at for each in openings), default=None),
        opened_per_month=_pace(openings, months, now),
        months=months,
        pay=_ranges(openings, _pay),
        budgets=_ranges(openings, _budget),
        skills=_mix(each.skills for each in openings),
        seniority=_mix((each.seniority,) for each in openings),
        remote=_mix((each.remote,) for each in openings),
        countries=_mix(each.countries for each in openings),
        repost_rate=_share_of([each.repost_count > 0 for each in openings]),
        median_days_open=_figure(len(days), lambda: round(max(median(days), 0.0), 1)),
        ghost_share=_share_of([level in _GHOSTLY for level in levels]),
    )


def _months(openings: Sequence[Opening], now: datetime) -> tuple[Month, ...]:
    """The last twelve, the present one last."""
    starts = [_month_before(now, back) for back in range(MONTHS - 1, -2, -1)]
    opened = Counter(_month_of(each.listed_at) for each in openings)
    closed = Counter(_month_of(each.closed_at) for each in openings if each.closed_at)
    return tuple(
        Month(
            month=start,
            opened=opened[start],
            closed=closed[start],
            open_at_end=_open_at(openings, min(_midnight(end), now)),
        )
        for start, end in pairwise(starts)
    )


def _open_at(openings: Sequence[Opening], moment: datetime) -> int:
    return sum(
        each.listed_at <= moment and (each.closed_at is None or each.closed_at > moment) for each in openings
    )


def _pace(openings: Sequence[Opening], months: tuple[Month, ...], now: datetime) -> Figure:
    """Listed per month of those twelve in which we were there to see it."""
    since = min((each.first_seen_at for each in openings), default=now)
    start = max(_midnight(months[0].month), since)
    count = sum(each.listed_at >= start for each in openings)
    span = (now - start).total_seconds() / 86_400 / 30.44
    # What was there when we first looked says nothing of the pace; a month at least has to have passed.
    return _figure(count if span >= 1 else 0, lambda: round(count / span, 2))


def _mix(said: Iterable[Sequence[str]]) -> Mix:
    """Each posting counts once for each value it says."""
    values = [{value for value in each if value} for each in said]
    saying = [each for each in values if each]
    n = len(saying)
    if n < FEWEST:
        return Mix(n=n, shares=None)
    counts = Counter(value for each in saying for value in each)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_SHARES]
    return Mix(
        n=n, shares=tuple(Share(value=value, n=count, share=round(count / n, 4)) for value, count in ranked)
    )


_Paid = tuple[str, str, Decimal | None, Decimal | None]


def _pay(each: Opening) -> _Paid:
    return each.currency, each.seniority, each.pay_min, each.pay_max


def _budget(each: Opening) -> _Paid:
    return each.currency, each.budget_type, each.budget_min, each.budget_max


def _ranges(openings: Iterable[Opening], paid: Callable[[Opening], _Paid]) -> tuple[Range, ...]:
    """By currency, for all and for each group; the largest first."""
    groups: dict[tuple[str, str], list[tuple[Decimal, Decimal]]] = defaultdict(list)
    for each in openings:
        currency, group, low, high = paid(each)
        bounds = [bound for bound in (low, high) if bound is not None]
        if not bounds:
            continue
        for name in {group, ""}:
            groups[currency, name].append((min(bounds), max(bounds)))
    ranges = [_range(*key, bounds) for key, bounds in groups.items()]
    return tuple(sorted(ranges, key=lambda one: (-one.n, one.currency, one.group)))


def _range(currency: str, group: str, bounds: list[tuple[Decimal, Decimal]]) -> Range:
    known = len(bounds) >= FEWEST
    return Range(
        currency=currency,
        group=group,
        n=len(bounds),
        minimum=min(low for low, _ in bounds) if known else None,
        median=median((low + high) / 2 for low, high in bounds).quantize(_CENT) if known else None,
        maximum=max(high for _, high in bounds) if known else None,
    )


def _share_of(flags: Sequence[bool]) -> Figure:
    return _figure(len(flags), lambda: round(sum(flags) / len(flags), 4))


def _figure(n: int, value: Callable[[], float]) -> Figure:
    return Figure(n=n, value=value() if n >= FEWEST else None)


def _month_of(moment: datetime) -> date:
    return moment.astimezone(UTC).date().replace(day=1)


def _month_before(now: datetime, back: int) -> date:
    """The first day of the month so many before that of `now`; -1 is the next."""
    this = _month_of(now)
    index = this.year * 12 + this.month - 1 - back
    return date(index // 12, index % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
