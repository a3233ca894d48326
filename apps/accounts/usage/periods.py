"""When the count of a meter begins and starts anew, in UTC. Pure: no Django."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Final

DAY: Final = "day"
MONTH: Final = "month"
STOCK: Final = "stock"


def start_of(period: str, now: datetime) -> date | None:
    """The first day of the period that `now` (aware) lies in; None for a stock, which is counted as it stands."""
    today = now.astimezone(UTC).date()
    if period == STOCK:
        return None
    return today if period == DAY else today.replace(day=1)


def resets_at(period: str, now: datetime) -> datetime | None:
    """The moment at which the period of `now` is over and its count begins at 0; None for a stock."""
    start = start_of(period, now)
    if start is None:
        return None
    # From any day of a month, 32 days on lies in the next.
    following = start + timedelta(days=1) if period == DAY else (start + timedelta(days=32)).replace(day=1)
    return datetime(following.year, following.month, following.day, tzinfo=UTC)
