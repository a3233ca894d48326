"""`workspaces/{id}/members/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts import querysets
from apps.accounts.api.filters import MemberFilterSet
from apps.accounts.api.serializers import members as serializers
from apps.accounts.api.views.scoped import InWorkspace
from apps.accounts.services import members as services
from apps.core.api.viewsets import Listed, Retrieved, operation


class MemberViewSet(Listed, Retrieved, InWorkspace):
    """Who is in a workspace, and as what. That is decided by people: a key, whatever its scopes, only reads."""

    noun = "Member"
    tags = ("workspaces",)
    queryset = querysets.members()
    serializer_class = serializers.MemberSerializer
    filterset_class = MemberFilterSet
    ordering = "created_at"
    ordering_fields = ("created_at", "role")

    @operation(
        request=serializers.UpdateMemberRequest,
        response=serializers.MemberSerializer,
        ability="manage",
        session_only=True,
        concurrent=True,
        problems=(409,),
    )
    def partial_update(
        self, request: Request, *, workspace_id: UUID, pk: UUID, data: dict[str, Any]
    ) -> Response:
        """Change a member's role. Nobody raises above themselves; only an owner makes or unmakes owners."""
        self.locked_and_matched()
        if "role" in data:
            services.change_role(membership_id=pk, role=data["role"], caller=self.caller)
        return Response(self.present(self.get_object()))

    @operation(status=204, session_only=True, concurrent=True, problems=(409,))
    def destroy(self, request: Request, *, workspace_id: UUID, pk: UUID) -> None:
        """Remove a member, or leave: anyone may remove themselves, but for the last owner."""
        self.locked_and_matched()
        services.remove_member(membership_id=pk, caller=self.caller)
