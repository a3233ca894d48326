"""Workspaces as clients see them."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.models import Workspace
from apps.core.api.serializers import StrictModelSerializer


class WorkspaceSummarySerializer(StrictModelSerializer[Workspace]):
    """Where the caller acts."""

    plan = serializers.CharField(source="plan_id", read_only=True)

    class Meta:
        model = Workspace
        fields = ("id", "name", "kind", "plan")
        read_only_fields = fields
