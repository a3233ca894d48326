"""`connections/` and `connection-kinds/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts import connection_kinds
from apps.accounts.api.serializers import connections as serializers
from apps.accounts.models import Connection
from apps.accounts.services import connections as services
from apps.core.api.listing import FixedListing
from apps.core.api.operations import refuse_unknown_query
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation


class ConnectionViewSet(Listed, Retrieved, FootholdViewSet):
    """The caller's own accounts elsewhere, in this workspace: no colleague sees them, no admin."""

    noun = "Connection"
    tags = ("users",)
    # Nothing here reads a secret: it stays in the database, locked.
    queryset = Connection.objects.defer("secret")
    serializer_class = serializers.ConnectionSerializer
    ordering_fields = ("created_at", "name", "kind", "last_used_at")

    def narrow_queryset(self, queryset: QuerySet[Connection]) -> QuerySet[Connection]:
        return queryset.filter(user_id=self.caller.user_id)

    @operation(
        request=serializers.CreateConnectionRequest,
        response=serializers.ConnectionSerializer,
        status=201,
        ability="write",
        session_only=True,
        idempotent=True,
        problems=(409,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Connection:
        """Connect an account. `listConnectionKinds` says what each kind needs; nothing is tried out yet."""
        return services.create_connection(caller=self.caller, **data)

    @operation(
        request=serializers.ReplaceConnectionRequest,
        response=serializers.ConnectionSerializer,
        ability="write",
        session_only=True,
        concurrent=True,
        problems=(409,),
    )
    def update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Give all of it anew, secrets too. Of what kind it is stays."""
        row = services.replace_connection(row=self.locked_and_matched(), caller=self.caller, **data)
        return Response(self.present(row))

    @operation(
        request=serializers.UpdateConnectionRequest,
        response=serializers.ConnectionSerializer,
        ability="write",
        session_only=True,
        concurrent=True,
        problems=(409,),
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Change parts of it; secrets that are not named stay as they are."""
        row = services.update_connection(row=self.locked_and_matched(), changes=data, caller=self.caller)
        return Response(self.present(row))

    @operation(status=204, session_only=True, concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Forget it with its secret. Whatever their role, people may forget their own."""
        services.delete_connection(row=self.locked_and_matched(), caller=self.caller)


class ConnectionKindViewSet(FootholdViewSet):
    """What can be connected."""

    noun = "ConnectionKind"
    tags = ("users",)
    # No table: kinds are part of the program.
    queryset = Connection.objects.none()
    scoped_by_workspace = False
    serializer_class = serializers.ConnectionKindSerializer

    @operation(many=True, response=serializers.ConnectionKindSerializer)
    def list(self, request: Request) -> Response:
        """Every kind, by title, with what its form asks for."""
        refuse_unknown_query(request, self.known_query_parameters())
        return self.respond_with_page(
            request, FixedListing(connection_kinds.all_kinds(), name=lambda kind: str(kind.code))
        )
