"""When somebody may be told: quiet hours and digests by the clock on their wall. Pure.

A wall clock may skip an hour or show one twice: a time that does not exist is the moment at which clocks jump over it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

DIGEST_AT: Final = time(8, 0)
MONDAY: Final = 0
Rhythm = Literal["daily", "weekly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Somebody's clock. `quiet_from` and `quiet_until` are both set or both None; equal ones are no quiet at all."""

    zone: str = "UTC"
    quiet_from: time | None = None
    quiet_until: time | None = None

    @property
    def clock(self) -> ZoneInfo:
        """UTC where the zone is one that this machine does not know (any more)."""
        try:
            return ZoneInfo(self.zone)
        except (KeyError, ValueError, OSError):
            return ZoneInfo("UTC")


def moments_of(day: date, wall: time, clock: ZoneInfo) -> tuple[datetime, ...]:
    """When the wall shows `wall` on `day`: one moment, two where clocks are set back, the jump where they skip it. UTC."""
    shown = datetime.combine(day, wall.replace(tzinfo=None))
    first, second = (shown.replace(tzinfo=clock, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first <= second:
        return (first,) if first == second else (first, second)
    jump = second.replace(second=0, microsecond=0)
    while jump.astimezone(clock).replace(tzinfo=None) < shown:
        jump += timedelta(minutes=1)
    return (jump,)


def is_quiet(moment: datetime, hours: Hours) -> bool:
    """Whether the wall shows a time within the quiet hours; they may lie across midnight."""
    begin, end = hours.quiet_from, hours.quiet_until
    if begin is None or end is None or begin == end:
        return False
    shown = moment.astimezone(hours.clock).time()
    return begin <= shown < end if begin < end else shown >= begin or shown < end


def when_free(moment: datetime, hours: Hours) -> datetime:
    """`moment` itself, or the end of the quiet hours that it lies in. UTC."""
    # Where clocks are set back into quiet hours, their end comes a second time.
    for _ in range(3):
        if not is_quiet(moment, hours):
            break
        moment = _end_of_quiet(moment, hours)
    return moment.astimezone(UTC)


def _end_of_quiet(moment: datetime, hours: Hours) -> datetime:
    assert hours.quiet_until is not None
    today = moment.astimezone(hours.clock).date()
    days = (today + timedelta(days=ahead) for ahead in range(3))
    ends = (end for day in days for end in moments_of(day, hours.quiet_until, hours.clock))
    return next(end for end in ends if end > moment)


def next_digest(after: datetime, rhythm: Rhythm, hours: Hours) -> datetime:
    """When the next digest is due behind `after`: eight in the morning, on Mondays where it is weekly, or as soon after
    as it is not quiet. One a day of the wall, one a week of it. UTC."""
    day = after.astimezone(hours.clock).date()
    # From yesterday on: quiet hours may push yesterday's eight o'clock to today.
    for ahead in range(-1, 15):
        on = day + timedelta(days=ahead)
        if rhythm == "weekly" and on.weekday() != MONDAY:
            continue
        due = when_free(moments_of(on, DIGEST_AT, hours.clock)[0], hours)
        if due > after:
            return due
    raise AssertionError("two weeks have a Monday")
