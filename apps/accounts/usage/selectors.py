"""What a workspace has used, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from apps.accounts.models import Meter, UsageCounter, Workspace
from apps.accounts.usage import counting, periods, stocks
from apps.accounts.usage.allowances import Allowance, allowance, allowances
from apps.core.caller import Caller


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterUsage:
    """One meter now. `limit` None: unlimited. `resets_at` None: a stock, which has room again when something goes."""

    meter: Meter
    used: int
    reserved: int
    limit: int | None
    granted: int
    period: str
    resets_at: datetime | None

    @property
    def remaining(self) -> int | None:
        if self.limit is None:
            return None
        return max(0, self.limit + self.granted - self.used - self.reserved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """`tokens` and `cost` (US dollars) are those of the present period of the meter `tokens`."""

    plan: str
    meters: list[MeterUsage]
    tokens: int
    cost: Decimal


def usage_of(caller: Caller) -> Usage:
    """The caller's workspace, by the plan it has now: a constant number of queries."""
    now = timezone.now()
    plan = Workspace.objects.values_list("plan_id", flat=True).get(pk=caller.workspace_id)
    allowed = allowances(workspace_id=caller.workspace_id, meters=Meter, now=now)
    counters = _counters(caller.workspace_id, allowed, now)
    tokens = counters.get(Meter.TOKENS)
    return Usage(
        plan=str(plan),
        meters=[
            _usage(
                meter,
                given,
                counters.get(meter),
                stocks.present(meter, caller) if meter.is_stock else None,
                now,
            )
            for meter, given in allowed.items()
        ],
        tokens=tokens.used if tokens else 0,
        cost=tokens.cost if tokens else Decimal(0),
    )


def meter_usage(*, workspace_id: UUID, meter: Meter, now: datetime) -> MeterUsage:
    """One meter that is used up, in its present period."""
    given = allowance(workspace_id=workspace_id, meter=meter, now=now)
    start = periods.start_of(given.period, now)
    row = counting.counter(workspace_id, meter, start).first() if start else None
    return _usage(meter, given, row, None, now)


def _counters(
    workspace_id: UUID, allowed: dict[Meter, Allowance], now: datetime
) -> dict[Meter, UsageCounter]:
    """Those of the present periods, in one query."""
    starts = {meter: periods.start_of(given.period, now) for meter, given in allowed.items()}
    rows = UsageCounter.objects.filter(
        workspace_id=workspace_id, period_start__in={start for start in starts.values() if start}
    )
    counted = {(Meter(row.meter), row.period_start): row for row in rows}
    return {
        meter: counted[meter, start] for meter, start in starts.items() if start and (meter, start) in counted
    }


def _usage(
    meter: Meter, given: Allowance, row: UsageCounter | None, present: int | None, now: datetime
) -> MeterUsage:
    return MeterUsage(
        meter=meter,
        used=present if present is not None else row.used if row else 0,
        reserved=row.reserved if row else 0,
        limit=given.limit,
        granted=given.granted,
        period=given.period,
        resets_at=periods.resets_at(given.period, now),
    )
