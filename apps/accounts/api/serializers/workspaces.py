"""Workspaces as clients see them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.accounts.models import Role, Workspace
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.core.caller import ABILITIES

ABILITY_NAMES = ("read", "write", "manage", "own")
# One line that shows: what ends a line or a string stands in no name, for names stand in lists and mails.
_CONTROLS = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
_ONE_LINE = rf"^[^{_CONTROLS}]*[^\s{_CONTROLS}][^{_CONTROLS}]*$"


class OneLineField(serializers.RegexField):
    """A name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(_ONE_LINE, **kwargs)
        self.error_messages["invalid"] = "One line, without control characters."


class WorkspaceSummarySerializer(StrictModelSerializer[Workspace]):
    """Where the caller acts."""

    plan = serializers.CharField(source="plan_id", read_only=True)

    class Meta:
        model = Workspace
        fields: tuple[str, ...] = ("id", "name", "kind", "plan")
        read_only_fields = fields


class WorkspaceSerializer(WorkspaceSummarySerializer):
    """A workspace the caller is in, and what they may do there."""

    role = serializers.ChoiceField(choices=Role.choices, read_only=True)
    abilities = serializers.SerializerMethodField()
    membership_id = serializers.UUIDField(
        read_only=True, help_text="The caller's own row among the members: what they leave by."
    )
    is_current = serializers.SerializerMethodField(help_text="Whether the token acts here.")
    member_count = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="Null where a list shows other workspaces than the current.",
    )

    class Meta:
        model = Workspace
        fields = (
            *WorkspaceSummarySerializer.Meta.fields,
            "role",
            "abilities",
            "membership_id",
            "is_current",
            "member_count",
            "deletion_due_at",
            "created_at",
            "updated_at",
        )
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=ABILITY_NAMES)))
    def get_abilities(self, workspace: Workspace) -> list[str]:
        held = ABILITIES.get(workspace.role, frozenset())  # type: ignore[attr-defined]  # annotated
        return [name for name in ABILITY_NAMES if name in held]

    def get_is_current(self, workspace: Workspace) -> bool:
        current: UUID = self.context["view"].current_workspace_id
        return workspace.pk == current


class CreateWorkspaceRequest(StrictSerializer):
    name = OneLineField(max_length=120)


class UpdateWorkspaceRequest(StrictSerializer):
    name = OneLineField(max_length=120, required=False)
