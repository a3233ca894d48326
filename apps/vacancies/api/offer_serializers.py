"""What a vacancy says beyond an employer's posting: a budget, a client, and whether it may not be actively hiring."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rest_framework import serializers

from apps.core.api.fields import NullableChoiceField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.vacancies import ghost
from apps.vacancies.models import MarketplaceClient
from apps.vacancies.models.posting import BudgetType


class BudgetSerializer(StrictSerializer):
    """What a client would spend: in all (`fixed`) or an hour (`hourly`). One bound at least is given."""

    type = NullableChoiceField(BudgetType.choices, default=None)
    min = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=Decimal("0.01"), allow_null=True, default=None,
        coerce_to_string=False,
    )  # fmt: skip
    max = serializers.DecimalField(
        max_digits=12, decimal_places=2, min_value=Decimal("0.01"), allow_null=True, default=None,
        coerce_to_string=False,
    )  # fmt: skip

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        # A budget is given as a whole, in a PATCH too.
        attrs = {"type": None, "min": None, "max": None, **attrs}
        low, high = attrs["min"], attrs["max"]
        if low is None and high is None:
            raise serializers.ValidationError(
                {"min": serializers.ErrorDetail("Give one bound at least, or no budget.", code="required")}
            )
        if low is not None and high is not None and low > high:
            raise serializers.ValidationError(
                {"min": serializers.ErrorDetail("must not exceed max", code="max_value")}
            )
        return attrs


class ClientRefSerializer(StrictModelSerializer[MarketplaceClient]):
    """Who offers work at a marketplace: `getCompany` by this id tells more. What is not known is null."""

    total_spent = serializers.DecimalField(
        max_digits=14, decimal_places=2, allow_null=True, coerce_to_string=False, read_only=True
    )
    hire_rate = serializers.FloatField(allow_null=True, read_only=True, help_text="0 to 1.")
    score = serializers.IntegerField(allow_null=True, read_only=True, help_text="0 to 100.")

    class Meta:
        model = MarketplaceClient
        fields = ("id", "name", "location", "total_spent", "hire_rate", "score")
        read_only_fields = fields


class GhostReasonSerializer(StrictSerializer):
    """One sign, with a code that stays and a sentence for people."""

    code = serializers.CharField()
    sentence = serializers.CharField()


class GhostSignalSerializer(StrictSerializer):
    """Signs that it may not be actively hiring. A signal, not a verdict: each has innocent readings."""

    level = serializers.ChoiceField(choices=ghost.LEVELS)
    score = serializers.FloatField(help_text="0 to 1.")
    reasons = GhostReasonSerializer(many=True, help_text="The gravest first.")
