"""Invitations as clients see them."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.models import Invitation, Role
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer

# An owner is made by a present owner, never by mail.
INVITED_ROLES = [choice for choice in Role.choices if choice[0] != Role.OWNER]

# What was taken back shows nowhere but in the audit log.
SHOWN_STATUSES = [choice for choice in Invitation.Status.choices if choice[0] != Invitation.Status.REVOKED]


class InvitationSerializer(StrictModelSerializer[Invitation]):
    """Somebody asked to join."""

    role = serializers.ChoiceField(choices=INVITED_ROLES, read_only=True)
    status = serializers.ChoiceField(choices=SHOWN_STATUSES, read_only=True)
    invited_by_id = serializers.UUIDField(read_only=True)
    invited_by_name = serializers.CharField(
        read_only=True, allow_null=True, help_text="Null for one who is no longer in the workspace."
    )

    class Meta:
        model = Invitation
        fields = (
            "id",
            "email",
            "role",
            "status",
            "invited_by_id",
            "invited_by_name",
            "expires_at",
            "accepted_at",
            "created_at",
            "updated_at",
        )
        read_only_fields = fields


class CreateInvitationRequest(StrictSerializer):
    email = serializers.EmailField(max_length=254)
    role = serializers.ChoiceField(choices=INVITED_ROLES, required=False, default=Role.MEMBER.value)


class InvitationTokenRequest(StrictSerializer):
    token = serializers.CharField(max_length=4096, help_text="As it stands in the mail.")


class PreviewInvitationRequest(InvitationTokenRequest):
    pass


class AcceptInvitationRequest(InvitationTokenRequest):
    pass


class InvitationPreviewSerializer(StrictSerializer):
    """What an invitation asks somebody into."""

    workspace_id = serializers.UUIDField()
    workspace_name = serializers.CharField(source="workspace.name")
    email = serializers.EmailField(help_text="Sign in with this address, or register it, to accept.")
    role = serializers.ChoiceField(choices=INVITED_ROLES)
    invited_by_name = serializers.CharField(allow_null=True)
    expires_at = serializers.DateTimeField()
