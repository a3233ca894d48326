"""Members of a workspace as clients see them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.accounts import roles
from apps.accounts.models import Membership, Role
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer


class MemberSerializer(StrictModelSerializer[Membership]):
    """A person's place in a workspace, and what the caller may do with it."""

    email = serializers.EmailField(read_only=True)
    full_name = serializers.CharField(read_only=True)
    abilities = serializers.SerializerMethodField(
        help_text="What the caller may do with this member; `remove` on oneself is leaving."
    )
    joined_at = serializers.DateTimeField(source="created_at", read_only=True)

    class Meta:
        model = Membership
        fields = ("id", "user_id", "email", "full_name", "role", "abilities", "joined_at", "updated_at")
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(choices=roles.MEMBER_ABILITIES)))
    def get_abilities(self, member: Membership) -> list[str]:
        caller = self.context["view"].caller
        return roles.abilities_on(
            caller.role,
            member.role,
            is_self=member.user_id == caller.user_id,
            is_last_owner=member.role == Role.OWNER and not member.has_other_owner,  # type: ignore[attr-defined]  # annotated
        )


class UpdateMemberRequest(StrictSerializer):
    role = serializers.ChoiceField(choices=Role.choices, required=False)
