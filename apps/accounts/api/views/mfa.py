"""`auth/mfa/` but for passkeys: codes of an app, recovery codes, and the challenge that asks for them."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers import mfa as serializers
from apps.accounts.api.serializers.auth import TokenPairSerializer
from apps.accounts.api.sign_in import context_of, signed_in
from apps.accounts.auth.mfa import challenges
from apps.accounts.auth.mfa.challenges import Answer, PasskeyQuestion
from apps.accounts.auth.mfa.factors import Factors
from apps.accounts.auth.mfa.totp import Enrolment
from apps.accounts.services import second_factors as services
from apps.core.api.viewsets import FootholdViewSet, operation


class MfaViewSet(FootholdViewSet):
    """The caller's own second factors. What changes them asks for proof, and is told of by mail."""

    tags = ("auth",)
    bucket = "auth"
    queryset = Authenticator.objects.none()

    @operation(id="getMfa", response=serializers.MfaSerializer, session_only=True, bucket="default")
    def retrieve(self, request: Request) -> Factors:
        """Which second factors are on."""
        return services.factors_of(caller=self.caller)

    @operation(
        id="beginTotp",
        request=serializers.ProofRequest,
        response=serializers.TotpEnrolmentSerializer,
        session_only=True,
        verified=True,
        shown_once=("secret", "otpauth_url", "qr_svg"),
        problems=(409,),
    )
    def begin_totp(self, request: Request, *, data: dict[str, Any]) -> Enrolment:
        """Begin with an authenticator app. Nothing is on until its first code is confirmed, within ten minutes."""
        return services.begin_totp(caller=self.caller, **data)

    @operation(
        id="confirmTotp",
        request=serializers.ConfirmTotpRequest,
        response=serializers.RecoveryCodesSerializer,
        session_only=True,
        verified=True,
        shown_once=("recovery_codes",),
        problems=(409,),
    )
    def confirm_totp(self, request: Request, *, data: dict[str, Any]) -> dict[str, list[str]]:
        """Turn TOTP on with the app's first code. Answers recovery codes, this once. Five wrong codes end it."""
        return {"recovery_codes": services.confirm_totp(caller=self.caller, **data)}

    @operation(
        id="disableTotp", request=serializers.ProofRequest, status=204, session_only=True, problems=(404,)
    )
    def disable_totp(self, request: Request, *, data: dict[str, Any]) -> None:
        """Turn TOTP off. Recovery codes go with the last factor."""
        services.disable_totp(caller=self.caller, **data)

    @operation(
        id="getRecoveryCodes",
        response=serializers.RecoveryCodeCountSerializer,
        session_only=True,
        bucket="default",
    )
    def recovery_codes(self, request: Request) -> Factors:
        """How many are left. The codes themselves were shown once."""
        return services.factors_of(caller=self.caller)

    @operation(
        id="regenerateRecoveryCodes",
        request=serializers.ProofRequest,
        response=serializers.RecoveryCodesSerializer,
        session_only=True,
        shown_once=("recovery_codes",),
        problems=(409,),
    )
    def regenerate(self, request: Request, *, data: dict[str, Any]) -> dict[str, list[str]]:
        """New recovery codes, shown this once; the old ones are no longer good."""
        return {"recovery_codes": services.regenerate_recovery_codes(caller=self.caller, **data)}

    @operation(
        id="beginMfaChallengePasskey",
        request=serializers.MfaChallengeReferenceRequest,
        response=serializers.PasskeyQuestionSerializer,
        public=True,
        shown_once=("options",),
        problems=(401, 409),
    )
    def ask_for_passkey(self, request: Request, *, data: dict[str, Any]) -> PasskeyQuestion:
        """What the browser needs to answer a challenge with a passkey."""
        return challenges.ask_for_passkey(**data)

    @operation(
        id="completeMfaChallenge",
        request=serializers.CompleteMfaChallengeRequest,
        response=TokenPairSerializer,
        public=True,
        problems=(401, 403),
    )
    def complete(self, request: Request, *, data: dict[str, Any]) -> Response:
        """The second half of a sign-in. A challenge is good once, for ten minutes and five failures."""
        context = context_of(request, session=data.pop("session"))
        challenge = data.pop("challenge")
        return signed_in(self, challenges.complete(challenge, Answer(**data), context))
