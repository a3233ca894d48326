"""Deleting an account or a workspace: with grace, at once, and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request

from apps.accounts.api.serializers import erasure as serializers
from apps.accounts.api.views.scoped import InWorkspace
from apps.accounts.models import User, Workspace
from apps.accounts.services import deletion
from apps.core.api.viewsets import FootholdViewSet, operation

Deletion = serializers.DeletionSerializer


class DeletesMe:
    """`DELETE users/me/`"""

    @operation(response=Deletion, status=202, session_only=True, problems=(409,))
    def destroy(self: Any, request: Request) -> User:
        """Delete one's account after 30 days of grace. Asks for a sign-in of the last ten minutes, else 403.

        Other sessions end and API keys are revoked; until then one can sign in and take it back. Workspaces in which
        nobody else is go along; the last owner of one where others are gets a 409 that names it.
        """
        return deletion.request_user_deletion(caller=self.caller)


class DeletesWorkspace:
    """`DELETE workspaces/{id}/`"""

    @operation(response=Deletion, status=202, ability="own", session_only=True, problems=(409,))
    def destroy(self: Any, request: Request, *, pk: UUID) -> Workspace:
        """Delete the workspace after 30 days of grace, in which it works as before. A personal one is a 409."""
        return deletion.request_workspace_deletion(caller=self.caller)


class MyDeletionViewSet(FootholdViewSet):
    """`users/me/deletion/`"""

    noun = "Me"
    tags = ("users",)
    queryset = User.objects.all()
    scoped_by_workspace = False

    @operation(
        id="eraseMe",
        request=serializers.EraseMeRequest,
        response=Deletion,
        status=202,
        session_only=True,
        bucket="auth",
        problems=(409,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> User:
        """Delete one's account at once, without grace. A wrong password is a 403; every session ends."""
        return deletion.erase_user_now(password=data["password"], caller=self.caller)

    @operation(id="keepMe", response=Deletion, session_only=True, problems=(409,))
    def destroy(self, request: Request) -> User:
        """Take the deletion of one's account back. Too late, once it has begun: 409."""
        return deletion.keep_user(caller=self.caller)


class WorkspaceDeletionViewSet(InWorkspace):
    """`workspaces/{id}/erase/`, `workspaces/{id}/restore/`"""

    noun = "Workspace"
    tags = ("workspaces",)
    queryset = Workspace.objects.all()
    scoped_by_workspace = False
    workspace_kwarg = "pk"

    @operation(
        id="eraseWorkspace",
        request=serializers.EraseWorkspaceRequest,
        response=Deletion,
        status=202,
        ability="own",
        session_only=True,
        problems=(409,),
    )
    def erase(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Workspace:
        """Delete the workspace at once, without grace. Asks for its name, typed in again."""
        return deletion.erase_workspace_now(name=data["name"], caller=self.caller)

    @operation(id="restoreWorkspace", response=Deletion, ability="own", session_only=True, problems=(409,))
    def restore(self, request: Request, *, pk: UUID) -> Workspace:
        """Take the deletion of the workspace back. Too late, once it has begun: 409."""
        return deletion.restore_workspace(caller=self.caller)
