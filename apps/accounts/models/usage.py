"""What a workspace has used: a counter a meter and period, a record a unit of work, and what staff granted on top."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils import timezone

from apps.accounts.models.plans import Meter
from apps.core.models import OwnedModel


class UsageCounter(OwnedModel):
    """The running sum of one meter in one period. `reserved` is under way and not yet known to be used."""

    meter = models.CharField(max_length=32, choices=Meter.choices)
    period_start = models.DateField()
    used = models.PositiveBigIntegerField(default=0)
    reserved = models.PositiveBigIntegerField(default=0)
    # US dollars, as the providers of models charged for it.
    cost = models.DecimalField(max_digits=14, decimal_places=6, default=Decimal(0))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "meter", "period_start"], name="usage_counter_once"),
            models.CheckConstraint(condition=models.Q(meter__in=Meter.values), name="usage_counter_meter"),
        ]

    def __str__(self) -> str:
        return f"{self.meter} from {self.period_start}: {self.used}"


class UsageRecord(OwnedModel):
    """One reservation and what became of it. `key` makes it once, whatever crashes or is sent again."""

    class State(models.TextChoices):
        RESERVED = "reserved"
        SETTLED = "settled"
        REFUNDED = "refunded"

    meter = models.CharField(max_length=32, choices=Meter.choices)
    period_start = models.DateField()
    key = models.CharField(max_length=128)
    amount = models.PositiveBigIntegerField(default=1)
    cost = models.DecimalField(max_digits=14, decimal_places=6, default=Decimal(0))
    state = models.CharField(max_length=8, choices=State.choices, default=State.RESERVED)
    # Bare: who asked, and the work that ends it.
    user_id = models.UUIDField()
    task_id = models.UUIDField(null=True, blank=True)
    reserved_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "meter", "key"], name="usage_record_once"),
            models.CheckConstraint(condition=models.Q(meter__in=Meter.values), name="usage_record_meter"),
            models.CheckConstraint(
                condition=models.Q(state__in=["reserved", "settled", "refunded"]), name="usage_record_state"
            ),
        ]
        indexes = [
            models.Index(
                fields=["reserved_at"], condition=models.Q(state="reserved"), name="usage_record_open"
            ),
            models.Index(fields=["task_id"], name="usage_record_task"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.meter}: {self.state}"


class UsageGrant(OwnedModel):
    """More of a meter than the plan holds, given by staff, until it ends."""

    meter = models.CharField(max_length=32, choices=Meter.choices)
    amount = models.PositiveBigIntegerField()
    reason = models.CharField(max_length=300)
    granted_by_id = models.UUIDField()
    starts_at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(meter__in=Meter.values), name="usage_grant_meter")
        ]
        indexes = [models.Index(fields=["workspace", "meter"], name="usage_grant_by_workspace")]

    def __str__(self) -> str:
        return f"{self.amount} {self.meter}"
