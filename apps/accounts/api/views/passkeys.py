"""`auth/mfa/passkeys/`, and `auth/passkeys/` to sign in with them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers import mfa as serializers
from apps.accounts.api.serializers.auth import TokenPairSerializer
from apps.accounts.api.sign_in import context_of, signed_in
from apps.accounts.auth.mfa import challenges
from apps.accounts.auth.mfa.challenges import PasskeyQuestion
from apps.accounts.auth.mfa.factors import Type
from apps.accounts.auth.mfa.passkeys import Added
from apps.accounts.services import second_factors as services
from apps.core.api.etag import require_match
from apps.core.api.viewsets import FootholdViewSet, Listed, operation


class PasskeyViewSet(Listed, FootholdViewSet):
    """The caller's own passkeys. Each signs in by itself, and is a second factor beside a password."""

    noun = "Passkey"
    tags = ("auth",)
    bucket = "auth"
    queryset = Authenticator.objects.filter(type=Type.WEBAUTHN)
    serializer_class = serializers.PasskeySerializer
    scoped_by_workspace = False
    ordering_fields = ("created_at", "last_used_at")
    overrides = {"list": {"session_only": True, "bucket": "default"}}

    def narrow_queryset(self, queryset: QuerySet[Authenticator]) -> QuerySet[Authenticator]:
        return queryset.filter(user_id=self.caller.user_id)

    @operation(response=serializers.PasskeySerializer, session_only=True, concurrent=True, bucket="default")
    def retrieve(self, request: Request, *, pk: UUID) -> Authenticator:
        """One of the caller's."""
        return services.passkey_called(caller=self.caller, public_id=pk)

    @operation(
        id="beginPasskey",
        request=serializers.ProofRequest,
        response=serializers.BegunPasskeySerializer,
        session_only=True,
        verified=True,
        shown_once=("options",),
        problems=(409,),
    )
    def begin(self, request: Request, *, data: dict[str, Any]) -> dict[str, Any]:
        """Begin a passkey: what the browser needs to make one, good for ten minutes."""
        options = services.begin_passkey(caller=self.caller, **data)
        return {"options": options, "expires_in": challenges.SECONDS}

    @operation(
        request=serializers.CreatePasskeyRequest,
        response=serializers.CreatedPasskeySerializer,
        status=201,
        session_only=True,
        verified=True,
        shown_once=("recovery_codes",),
        problems=(409,),
    )
    def create(self, request: Request, *, data: dict[str, Any]) -> Added:
        """Keep the passkey that the browser made. With the first factor come recovery codes, shown this once."""
        return services.create_passkey(caller=self.caller, **data)

    @operation(
        request=serializers.UpdatePasskeyRequest,
        response=serializers.PasskeySerializer,
        session_only=True,
        concurrent=True,
    )
    def partial_update(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> Authenticator:
        """Rename it."""
        row = services.passkey_called(caller=self.caller, public_id=pk)
        require_match(request, self.present(row))
        return services.update_passkey(row=row, caller=self.caller, **data)

    @operation(
        id="deletePasskey", request=serializers.ProofRequest, status=204, session_only=True, problems=(409,)
    )
    def remove(self, request: Request, *, pk: UUID, data: dict[str, Any]) -> None:
        """Remove it. A POST, for the proof stands in its body. Refused where it is the only way in."""
        services.delete_passkey(public_id=pk, caller=self.caller, **data)


class PasskeySignInViewSet(FootholdViewSet):
    """Signing in with a passkey alone: it is both factors, for it verified its owner."""

    tags = ("auth",)
    bucket = "auth"
    queryset = Authenticator.objects.none()

    @operation(
        id="beginPasskeySignIn",
        response=serializers.PasskeyQuestionSerializer,
        public=True,
        shown_once=("options",),
    )
    def begin(self, request: Request) -> PasskeyQuestion:
        """What the browser needs to offer the passkeys it has for this server."""
        return challenges.ask_anybody()

    @operation(
        id="completePasskeySignIn",
        request=serializers.CompletePasskeySignInRequest,
        response=TokenPairSerializer,
        public=True,
        problems=(401, 403),
    )
    def complete(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Sign in with what the passkey signed. A challenge is good for one try, within ten minutes."""
        context = context_of(request, session=data.pop("session"))
        return signed_in(self, challenges.enter_by_passkey(**data, context=context))
