"""How much of each meter a workspace may use, as its plan and the grants say at this moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from apps.accounts.models import Meter, PlanLimit, UsageGrant
from apps.accounts.usage import periods


@dataclass(frozen=True, slots=True)
class Allowance:
    """`limit` is the plan's (None: unlimited), `granted` comes on top of it."""

    limit: int | None
    granted: int
    period: str

    @property
    def most(self) -> int | None:
        return None if self.limit is None else self.limit + self.granted


def active_grants(now: datetime) -> QuerySet[UsageGrant]:
    """Those that have begun and not ended."""
    return UsageGrant.objects.filter(Q(ends_at=None) | Q(ends_at__gt=now), starts_at__lte=now)


def allowances(*, workspace_id: UUID, meters: Iterable[Meter], now: datetime) -> dict[Meter, Allowance]:
    """One query. A meter that the plan says nothing of is unlimited, by the month or as it stands."""
    granted = (
        active_grants(now)
        .filter(workspace_id=workspace_id, meter=OuterRef("meter"))
        .order_by()
        .values("meter")
        .annotate(total=Sum("amount"))
        .values("total")
    )
    wanted = list(meters)
    rows = (
        PlanLimit.objects.filter(plan__workspaces=workspace_id, meter__in=wanted)
        .annotate(granted=Coalesce(Subquery(granted), 0))
        .values_list("meter", "amount", "period", "granted")
    )
    found = {Meter(meter): Allowance(amount, int(given), period) for meter, amount, period, given in rows}
    return {
        meter: found.get(meter, Allowance(None, 0, periods.STOCK if meter.is_stock else periods.MONTH))
        for meter in wanted
    }


def allowance(*, workspace_id: UUID, meter: Meter, now: datetime) -> Allowance:
    return allowances(workspace_id=workspace_id, meters=[meter], now=now)[meter]
