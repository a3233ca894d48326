"""The counter of a meter and period: the one row that decides who gets the last unit."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Literal
from uuid import UUID

from django.db import connections
from django.db.models import F, QuerySet

from apps.accounts.models import Meter, UsageCounter
from apps.accounts.usage import periods
from apps.accounts.usage.allowances import allowance
from apps.accounts.usage.refusals import limit_reached
from apps.core.db import current_alias

Column = Literal["used", "reserved"]

# One statement, so that whoever comes second to the row waits for the first and sees what they left. Limit and
# grants are those of this moment. Written by hand: it is part of every call by key.
_TAKE = """
UPDATE accounts_usagecounter c SET {column} = c.{column} + %(amount)s, updated_at = %(now)s
FROM accounts_workspace w
LEFT JOIN accounts_planlimit l ON l.plan_id = w.plan_id AND l.meter = %(meter)s
WHERE w.id = %(workspace)s AND c.workspace_id = w.id AND c.meter = %(meter)s
  AND c.period_start = CASE l.period WHEN 'day' THEN %(day)s ELSE %(month)s END
  AND (l.amount IS NULL OR c.used + c.reserved + %(amount)s <= l.amount + (
      SELECT coalesce(sum(g.amount), 0) FROM accounts_usagegrant g
      WHERE g.workspace_id = w.id AND g.meter = %(meter)s
        AND g.starts_at <= %(now)s AND (g.ends_at IS NULL OR g.ends_at > %(now)s)
  ))
RETURNING c.period_start
"""


def counter(workspace_id: UUID, meter: str, period_start: date) -> QuerySet[UsageCounter]:
    """The row, once somebody has counted in it."""
    return UsageCounter.objects.filter(workspace_id=workspace_id, meter=meter, period_start=period_start)


def take(*, workspace_id: UUID, meter: Meter, amount: int, column: Column, now: datetime) -> date:
    """Count `amount` if it fits into what the plan and the grants hold now; answers the start of the period.

    Raises PlanLimitReached, and has counted nothing then.
    """
    start = _take(workspace_id, meter, amount, column, now)
    if start is not None:
        return start
    # The first of the period, or there is no room.
    allowed = allowance(workspace_id=workspace_id, meter=meter, now=now)
    row = counter(workspace_id, meter, _make(workspace_id, meter, allowed.period, now))
    start = _take(workspace_id, meter, amount, column, now)
    if start is not None:
        return start
    raise limit_reached(
        meter=meter,
        taken=sum(row.values_list("used", "reserved").get()),
        most=allowed.most or 0,
        amount=amount,
        period=allowed.period,
        now=now,
    )


def add(*, workspace_id: UUID, meter: Meter, amount: int, cost: Decimal, now: datetime) -> date:
    """Count what has been used already, whatever the limit; answers the start of the period."""
    period = allowance(workspace_id=workspace_id, meter=meter, now=now).period
    start = _make(workspace_id, meter, period, now)
    counter(workspace_id, meter, start).update(used=F("used") + amount, cost=F("cost") + cost, updated_at=now)
    return start


def _take(workspace_id: UUID, meter: Meter, amount: int, column: Column, now: datetime) -> date | None:
    values: dict[str, UUID | str | int | date | datetime | None] = {
        "workspace": workspace_id,
        "meter": meter.value,
        "amount": amount,
        "now": now,
        "day": periods.start_of(periods.DAY, now),
        "month": periods.start_of(periods.MONTH, now),
    }
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_TAKE.format(column=column), values)
        found = cursor.fetchone()
    return found[0] if found else None


def _make(workspace_id: UUID, meter: Meter, period: str, now: datetime) -> date:
    """The row of the present period is there; answers its start."""
    start = periods.start_of(period, now)
    if start is None:
        raise TypeError(f"{meter} is a stock: it is counted as it stands, not used up")
    row = UsageCounter(workspace_id=workspace_id, meter=meter, period_start=start)
    UsageCounter.objects.bulk_create([row], ignore_conflicts=True)
    return start
