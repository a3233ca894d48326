"""`api-keys/`"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.filters import ApiKeyFilterSet
from apps.accounts.api.serializers import api_keys as serializers
from apps.accounts.models import ApiKey
from apps.accounts.services import api_keys as services
from apps.core.api.viewsets import FootholdViewSet, Listed, Retrieved, operation

_FOR_PEOPLE = {"session_only": True}


class ApiKeyViewSet(Listed, Retrieved, FootholdViewSet):
    """How programs get in. Keys are made and ended by people: no key can make another, or see which there are."""

    noun = "ApiKey"
    tags = ("auth",)
    queryset = ApiKey.objects.all()
    serializer_class = serializers.ApiKeySerializer
    filterset_class = ApiKeyFilterSet
    ordering_fields = ("created_at", "name", "expires_at", "last_used_at")
    overrides = {"list": _FOR_PEOPLE, "retrieve": _FOR_PEOPLE}

    def narrow_queryset(self, queryset: QuerySet[ApiKey]) -> QuerySet[ApiKey]:
        """One's own; those who manage the workspace see everyone's."""
        return queryset if self.caller.can("manage") else queryset.filter(user_id=self.caller.user_id)

    @operation(
        request=serializers.CreateApiKeyRequest,
        response=serializers.ApiKeyWithSecretSerializer,
        status=201,
        ability="write",
        session_only=True,
        verified=True,
        feature="api_keys",
        idempotent=True,
        shown_once=("key",),
        problems=(409,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> ApiKey:
        """Make one. The answer alone holds what its holder sends: `key` is shown this once.

        Sent again with the same `Idempotency-Key` it makes no second one, and answers the first without `key`: a
        secret that may be asked for twice would have to be kept. Whoever lost it revokes the key and makes another.
        """
        return services.create_api_key(caller=self.caller, **data)

    @operation(
        request=serializers.UpdateApiKeyRequest,
        response=serializers.ApiKeySerializer,
        ability="write",
        session_only=True,
        concurrent=True,
        problems=(409,),
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Response:
        """Rename it, or let it end sooner. What it may do can't be changed: make another."""
        row = services.update_api_key(row=self.locked_and_matched(), changes=data, caller=self.caller)
        return Response(self.present(row))

    @operation(status=204, session_only=True, concurrent=True)
    def destroy(self, request: Request, *, pk: UUID) -> None:
        """Revoke it, at once and for good. It stays in the list. Whatever their role, people may revoke their own."""
        services.revoke_api_key(row=self.locked_and_matched(), caller=self.caller)
