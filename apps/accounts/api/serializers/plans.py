"""Plans as anybody sees them."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.models import Plan, PlanLimit
from apps.core.api.serializers import StrictModelSerializer


class PlanLimitSerializer(StrictModelSerializer[PlanLimit]):
    """How much of one meter. A `stock` is what there may be at a time; the rest comes back with the period."""

    class Meta:
        model = PlanLimit
        fields = ("meter", "amount", "period")
        read_only_fields = fields
        extra_kwargs = {"amount": {"help_text": "Null: unlimited."}}


class PlanSerializer(StrictModelSerializer[Plan]):
    """What a workspace may use. A meter without a limit is unlimited."""

    features = serializers.ListField(child=serializers.CharField(), read_only=True)
    limits = PlanLimitSerializer(many=True, read_only=True)

    class Meta:
        model = Plan
        fields = ("code", "name", "description", "features", "rate_factor", "limits")
        read_only_fields = fields
        extra_kwargs = {"rate_factor": {"help_text": "Times the usual requests a minute."}}
