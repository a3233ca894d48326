"""`auth/sessions/`, `auth/password/change/`: for who is signed in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers import auth as serializers
from apps.accounts.api.serializers.sessions import SessionSerializer
from apps.accounts.api.sign_in import signed_in
from apps.accounts.auth import passwords, sessions
from apps.accounts.models import Session
from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, operation


class SessionViewSet(FootholdViewSet):
    """Where the caller is signed in. A program with a key sees and ends none of it."""

    noun = "Session"
    tags = ("auth",)
    queryset = Session.objects.all()
    serializer_class = SessionSerializer
    scoped_by_workspace = False
    ordering_fields = ("created_at", "last_used_at")

    def narrow_queryset(self, queryset: QuerySet[Session]) -> QuerySet[Session]:
        return queryset & sessions.live_sessions(self.caller.user_id)

    @operation(many=True, session_only=True)
    def list(self, request: Request) -> Response:
        """Where one is signed in, the newest first."""
        refuse_unknown_query(request, self.known_query_parameters())
        return self.respond_with_page(request, self.listing())

    @operation(id="revokeSession", status=204, session_only=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Sign out elsewhere: its refresh token and its access tokens are good no longer, at once."""
        sessions.revoke(self.locked())

    @operation(id="revokeOtherSessions", status=204, session_only=True)
    def destroy_others(self, request: Request) -> None:
        """Sign out everywhere but here."""
        sessions.revoke_all(self.caller.user_id, but=self.caller.session_id)

    @operation(
        id="changePassword",
        request=serializers.ChangePasswordRequest,
        response=serializers.TokenPairSerializer,
        session_only=True,
        bucket="auth",
    )
    def change_password(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Set a new password. Signs out everywhere else, and answers new tokens for here."""
        return signed_in(self, passwords.change(caller=self.caller, **data))
