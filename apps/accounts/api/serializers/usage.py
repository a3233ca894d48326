"""What is used of a plan, as clients see it."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.models import Meter, PlanLimit
from apps.core.api.serializers import StrictSerializer


class MeterUsageSerializer(StrictSerializer):
    """One meter of the workspace."""

    meter = serializers.ChoiceField(choices=Meter.choices)
    used = serializers.IntegerField(help_text="In this period; of a `stock`, how many there are.")
    reserved = serializers.IntegerField(help_text="Held by work under way; it is used, or comes back.")
    limit = serializers.IntegerField(allow_null=True, help_text="The plan's. Null: unlimited.")
    granted = serializers.IntegerField(help_text="On top of the limit, for now.")
    remaining = serializers.IntegerField(allow_null=True, help_text="Null: unlimited.")
    period = serializers.ChoiceField(choices=PlanLimit.Period.choices)
    resets_at = serializers.DateTimeField(allow_null=True, help_text="Null for a `stock`.")


class UsageSerializer(StrictSerializer):
    """What the workspace has used of its plan."""

    plan = serializers.CharField()
    meters = MeterUsageSerializer(many=True)
    tokens = serializers.IntegerField(help_text="What models have read and written in this period.")
    cost = serializers.DecimalField(
        max_digits=14,
        decimal_places=6,
        min_value=0,
        help_text="US dollars that providers of models charged for them.",
    )
