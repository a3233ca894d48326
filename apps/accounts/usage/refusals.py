"""The refusal of a plan: what, how much of how much, and when it resets. Pure: no Django."""

from __future__ import annotations

import math
from datetime import datetime

from apps.accounts.usage import periods
from apps.core.errors import FieldError, PlanLimitReached

_WHEN = {periods.DAY: "used today", periods.MONTH: "used this month", periods.STOCK: "in use"}


def limit_reached(
    *, meter: str, taken: int, most: int, amount: int, period: str, now: datetime
) -> PlanLimitReached:
    """`taken` of `most` are gone, and `amount` more were asked for. `Retry-After` (s) where waiting helps."""
    detail = f"{meter}: {taken} of {most} {_WHEN[period]}"
    if amount > 1:
        detail += f", {amount} more asked for"
    resets_at = periods.resets_at(period, now)
    headers = {}
    if resets_at is not None:
        detail += f"; resets {resets_at:%Y-%m-%dT%H:%M:%SZ}"
        if amount <= most:
            headers["Retry-After"] = str(max(1, math.ceil((resets_at - now).total_seconds())))
    return PlanLimitReached(
        detail, errors=[FieldError(meter, PlanLimitReached.code, detail)], headers=headers
    )
