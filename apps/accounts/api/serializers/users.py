"""People as clients see them."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.api.serializers.workspaces import WorkspaceSummarySerializer
from apps.accounts.models import Role, User, Workspace
from apps.core import features
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer


class UserSerializer(StrictModelSerializer[User]):
    """The person behind a token."""

    email_verified = serializers.BooleanField(source="is_email_verified", read_only=True)

    class Meta:
        model = User
        fields = ("id", "email", "full_name", "email_verified", "created_at")
        read_only_fields = ("id", "email", "created_at")


class MeSerializer(UserSerializer):
    """The caller: who they are, where they act, and what they may do there."""

    workspace = serializers.SerializerMethodField()
    role = serializers.SerializerMethodField()
    abilities = serializers.SerializerMethodField()
    features = serializers.SerializerMethodField()
    is_staff = serializers.BooleanField(read_only=True)

    class Meta(UserSerializer.Meta):
        fields = (  # type: ignore[assignment]
            *UserSerializer.Meta.fields,
            "is_staff",
            "deletion_due_at",
            "workspace",
            "role",
            "abilities",
            "features",
        )
        read_only_fields = (*UserSerializer.Meta.read_only_fields, "deletion_due_at")  # type: ignore[assignment]

    def get_workspace(self, user: User) -> WorkspaceSummarySerializer:
        workspace = Workspace.objects.get(pk=self.context["view"].caller.workspace_id)
        return WorkspaceSummarySerializer(workspace).data  # type: ignore[return-value]

    def get_role(self, user: User) -> Role:
        return Role(self.context["view"].caller.role)

    def get_abilities(self, user: User) -> list[str]:
        return sorted(self.context["view"].caller.abilities)

    def get_features(self, user: User) -> list[str]:
        return sorted(features.all_of(self.context["view"].caller))


class UpdateMeRequest(StrictSerializer):
    full_name = serializers.CharField(max_length=200, required=False)
