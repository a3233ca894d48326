"""`workspaces/{id}/invitations/` and `invitations/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts import querysets, selectors
from apps.accounts.api.filters import InvitationFilterSet
from apps.accounts.api.serializers import invitations as serializers
from apps.accounts.api.serializers.workspaces import WorkspaceSerializer
from apps.accounts.api.views.scoped import InWorkspace
from apps.accounts.invitation_tokens import read_invitation
from apps.accounts.models import Invitation, Workspace
from apps.accounts.services import invitations as services
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation
from apps.core.errors import NotFound


class InvitationViewSet(Listed, Retrieved, InWorkspace):
    """Who is asked to join a workspace. Asked by people: a key, whatever its scopes, only reads."""

    noun = "Invitation"
    tags = ("workspaces",)
    queryset = querysets.invitations()
    serializer_class = serializers.InvitationSerializer
    filterset_class = InvitationFilterSet
    ordering_fields = ("created_at", "expires_at", "email")
    overrides = {"list": {"ability": "manage"}, "retrieve": {"ability": "manage"}}

    @operation(
        request=serializers.CreateInvitationRequest,
        response=serializers.InvitationSerializer,
        status=201,
        ability="manage",
        verified=True,
        session_only=True,
        feature=services.FEATURE,
        idempotent=True,
        problems=(409, 429),
    )
    def create(self, request: Request, *, workspace_id: UUID, data: dict[str, Any]) -> Response:
        """Ask somebody to join, by mail. Good for seven days."""
        made = services.create_invitation(caller=self.caller, **data)
        return Response(
            self.present(self.get_queryset().get(pk=made.pk)),
            status=201,
            headers={"Location": f"/api/v1/workspaces/{workspace_id}/invitations/{made.pk}/"},
        )

    @operation(status=204, ability="manage", session_only=True, concurrent=True, problems=(409,))
    def destroy(self, request: Request, *, workspace_id: UUID, pk: UUID) -> None:
        """Take it back: its token is good for nothing from then on."""
        self.locked_and_matched()
        services.revoke_invitation(invitation_id=pk, caller=self.caller)

    @operation(
        id="resendInvitation",
        response=serializers.InvitationSerializer,
        ability="manage",
        verified=True,
        session_only=True,
        feature=services.FEATURE,
        idempotent=True,
        problems=(409, 429),
    )
    def resend(self, request: Request, *, workspace_id: UUID, pk: UUID) -> Response:
        """Send the mail again, good for another seven days."""
        services.resend_invitation(invitation_id=pk, caller=self.caller)
        return Response(self.present(self.get_object()))


class MailedInvitationViewSet(FootholdViewSet):
    """An invitation by the token in its mail: whoever holds it is in no workspace of it yet."""

    tags = ("workspaces",)
    queryset = Workspace.objects.none()
    serializer_class = WorkspaceSerializer
    scoped_by_workspace = False

    @property
    def current_workspace_id(self) -> UUID:
        return self.caller.workspace_id

    @operation(
        id="previewInvitation",
        request=serializers.PreviewInvitationRequest,
        response=serializers.InvitationPreviewSerializer,
        public=True,
        bucket="auth",
        problems=(404, 409),
    )
    def preview(self, request: Request, *, data: dict[str, Any]) -> Invitation:
        """What the token in the mail asks into, by whom, and which address may accept it."""
        claims = read_invitation(data["token"])
        found = selectors.invitation_as_sent(
            workspace_id=claims.workspace_id, invitation_id=claims.invitation_id
        )
        if found is None:
            raise NotFound()
        services.refuse_unusable(found)
        return found

    @operation(
        id="acceptInvitation",
        request=serializers.AcceptInvitationRequest,
        response=WorkspaceSerializer,
        verified=True,
        session_only=True,
        idempotent=True,
        bucket="auth",
        problems=(404, 409),
    )
    def accept(self, request: Request, *, data: dict[str, Any]) -> Workspace:
        """Join the workspace. Signed in with the address that was invited; `switch` to act there."""
        workspace_id = services.accept_invitation(claims=read_invitation(data["token"]), caller=self.caller)
        rows = querysets.workspaces_of(self.caller.user_id, acting_in=self.caller.workspace_id)
        return rows.get(pk=workspace_id)
