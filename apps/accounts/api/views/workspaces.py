"""`workspaces/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts import querysets
from apps.accounts.api.serializers import workspaces as serializers
from apps.accounts.api.serializers.auth import TokenPairSerializer
from apps.accounts.api.sign_in import signed_in
from apps.accounts.api.views.erasure import DeletesWorkspace
from apps.accounts.api.views.scoped import InWorkspace
from apps.accounts.auth import sessions
from apps.accounts.models import Workspace
from apps.accounts.services import workspaces as services
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation

Serializer = serializers.WorkspaceSerializer


class WorkspacesViewSet(Listed, FootholdViewSet):
    """All that the caller is in."""

    noun = "Workspace"
    tags = ("workspaces",)
    queryset = Workspace.objects.all()
    serializer_class = Serializer
    scoped_by_workspace = False
    ordering = "created_at"
    ordering_fields = ("created_at", "name")

    @property
    def current_workspace_id(self) -> UUID:
        return self.caller.workspace_id

    def narrow_queryset(self, queryset: QuerySet[Workspace]) -> QuerySet[Workspace]:
        rows = querysets.workspaces_of(self.caller.user_id, acting_in=self.caller.workspace_id)
        # A key is good for one of them, and tells of no other.
        return rows.filter(pk=self.caller.workspace_id) if self.caller.api_key_id else rows

    @operation(
        request=serializers.CreateWorkspaceRequest,
        response=Serializer,
        status=201,
        verified=True,
        session_only=True,
        idempotent=True,
        problems=(409,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Make a team's workspace, with the caller as its owner. `switch` to act in it."""
        made = services.create_workspace(caller=self.caller, **data)
        return Response(
            self.present(self.get_queryset().get(pk=made.pk)),
            status=201,
            headers={"Location": f"/api/v1/workspaces/{made.pk}/"},
        )


class WorkspaceViewSet(DeletesWorkspace, Retrieved, InWorkspace):
    """One of them, whichever the token acts in."""

    noun = "Workspace"
    tags = ("workspaces",)
    queryset = Workspace.objects.all()
    serializer_class = Serializer
    scoped_by_workspace = False
    workspace_kwarg = "pk"

    def narrow_queryset(self, queryset: QuerySet[Workspace]) -> QuerySet[Workspace]:
        rows = querysets.workspaces_of(self.caller.user_id, acting_in=self.caller.workspace_id)
        return rows.filter(pk=self.caller.workspace_id)

    @operation(
        request=serializers.UpdateWorkspaceRequest, response=Serializer, ability="manage", concurrent=True
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Rename it."""
        self.locked_and_matched()
        services.update_workspace(changes=data, caller=self.caller)
        return Response(self.present(self.get_object()))

    @operation(id="switchWorkspace", response=TokenPairSerializer, session_only=True)
    def switch(self, request: Request, *, pk: UUID) -> Response:
        """Act in this workspace: new tokens for the same session. The refresh token used so far is good no longer."""
        return signed_in(self, sessions.move(caller=self.caller))
