"""What a workspace may use, and how much of it. Plans are data."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from apps.core.models import CatalogueModel


class Meter(models.TextChoices):
    """What is counted. A stock is what exists now; the rest is used up and comes back with the period."""

    ACTIVE_APPLICATIONS = "active_applications"
    SOURCES = "sources"
    SAVED_SEARCHES = "saved_searches"
    PARSES = "parses"
    GENERATIONS = "generations"
    TOKENS = "tokens"
    API_CALLS = "api_calls"

    @property
    def is_stock(self) -> bool:
        return self.value in STOCKS


# In this order: it stands in a constraint of the database.
STOCKS = (Meter.ACTIVE_APPLICATIONS.value, Meter.SOURCES.value, Meter.SAVED_SEARCHES.value)


class Plan(CatalogueModel):
    """A set of features and limits with a name. `rate_factor` multiplies the buckets of the rate limits."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=64)
    description = models.CharField(max_length=300, blank=True, default="")
    features = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    rate_factor = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(rate_factor__gte=1), name="plan_rate_factor_positive")
        ]

    def __str__(self) -> str:
        return self.name


class PlanLimit(CatalogueModel):
    """How much of one meter a plan holds. No row, or no amount: as much as you like."""

    class Period(models.TextChoices):
        DAY = "day"
        MONTH = "month"
        STOCK = "stock"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="limits", to_field="code")
    meter = models.CharField(max_length=32, choices=Meter.choices)
    amount = models.PositiveBigIntegerField(null=True, blank=True, help_text="Empty: unlimited.")
    period = models.CharField(max_length=8, choices=Period.choices, default=Period.MONTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "meter"], name="plan_limit_once"),
            models.CheckConstraint(condition=models.Q(meter__in=Meter.values), name="plan_limit_meter"),
            models.CheckConstraint(
                condition=models.Q(period__in=["day", "month", "stock"]), name="plan_limit_period"
            ),
            models.CheckConstraint(
                condition=models.Q(meter__in=STOCKS, period="stock")
                | ~models.Q(meter__in=STOCKS) & ~models.Q(period="stock"),
                name="plan_limit_stock",
                violation_error_message="Applications, sources and saved searches are counted as they stand; the rest by day or month.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.amount} {self.meter} a {self.period}"
