"""When a board is left alone, and when what it says is not believed. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

# Failures in a row before a board is left alone, and for how long then.
PATIENCE = 3
FIRST_COOLDOWN = timedelta(hours=6)
LONGEST_COOLDOWN = timedelta(hours=24)
# A board with so many postings does not empty from one crawl to the next …
MANY = 5
# … nor does one with so many fall below this part of them. Smaller boards do shrink by themselves.
MORE = 20
FEW = 0.1
_MOST_FAILURES = 1000  # more are not worth counting


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How reading a board has gone lately. `failures` are in a row; until `cooldown_until` it is left alone."""

    failures: int = 0
    cooldown_until: datetime | None = None


def after(
    outcome: str,
    health: Health,
    now: datetime,
    *,
    retry_after: float | None = None,
    is_busy: bool = False,
) -> Health:
    """The health after a run that ended so (a `RunOutcome`). `retry_after`: seconds that the host asked for; `is_busy`:
    it asked for nothing else, or our own limit for it is used up.

    A partial run is no failure of the board: its postings came. Nor is a busy host: it may be busy with other boards.
    Neither is a success, and the count stays.
    """
    if outcome in ("complete", "unchanged"):
        return Health()
    asked = now + timedelta(seconds=math.ceil(retry_after)) if retry_after else None
    if outcome == "partial" or is_busy:
        return replace(health, cooldown_until=_latest(asked, health.cooldown_until))
    failures = min(health.failures + 1, _MOST_FAILURES)
    return Health(failures=failures, cooldown_until=_latest(asked, _cooldown(failures, now)))


def _cooldown(failures: int, now: datetime) -> datetime | None:
    if failures < PATIENCE:
        return None
    doublings: int = min(failures - PATIENCE, 8)
    return now + min(FIRST_COOLDOWN * (1 << doublings), LONGEST_COOLDOWN)


def _latest(*moments: datetime | None) -> datetime | None:
    return max((moment for moment in moments if moment), default=None)


def alarm(*, before: int, listed: int, seen: int, refused: int) -> str:
    """Why a complete crawl is not believed, "" where it is. `before` postings stood open at the end of the last one, of
    which and of new ones `listed` were met in this; `seen` counts its items, `refused` those that could not be read."""
    if not listed and before >= MANY:
        return f"The board fell from {before} postings to none; nothing was closed."
    if before >= MORE and listed < before * FEW:
        return f"The board fell from {before} postings to {listed}; nothing was closed."
    if seen >= MANY and refused == seen:
        return f"None of {seen} postings could be read; nothing was closed."
    return ""
