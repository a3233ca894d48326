"""`auth/`: for who is not known yet."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers import auth as serializers
from apps.accounts.api.sign_in import context_of, signed_in
from apps.accounts.auth import cookies, devices, identity, mail, passwords, sessions
from apps.accounts.models import User
from apps.core.api.viewsets import FootholdViewSet, operation
from apps.core.models import uuid7

TokenPair = serializers.TokenPairSerializer
OrChallenge = ((202, serializers.MfaChallengeSerializer),)


class AuthViewSet(FootholdViewSet):
    """Sign-in. Open to all: nobody is known yet."""

    tags = ("auth",)
    bucket = "auth"
    queryset = User.objects.none()

    @operation(
        id="register",
        request=serializers.RegisterRequest,
        response=serializers.RegisteredSerializer,
        status=201,
        public=True,
    )
    def register(self, request: Request, *, data: dict[str, Any]) -> dict[str, Any]:
        """Open an account with a personal workspace. Answers the same whether or not the address is taken."""
        return {"user": identity.register(**data), "verification_sent": True}

    @operation(
        id="login",
        request=serializers.LoginRequest,
        response=TokenPair,
        also=OrChallenge,
        public=True,
        problems=(401, 403),
    )
    def login(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Sign in, before the address is verified too. Who has a second factor gets a challenge (202) for it.

        After ten wrong passwords an account takes one try at a time from devices it does not know, after a wait that
        doubles from a minute to an hour; a device that signed in before has tries of its own.
        """
        context = context_of(request, session=data.pop("session"))
        return signed_in(self, passwords.sign_in(**data, context=context))

    @operation(
        id="refreshToken",
        request=serializers.RefreshTokenRequest,
        response=TokenPair,
        public=True,
        problems=(401, 403),
    )
    def refresh(self, request: Request, *, data: dict[str, Any]) -> Response:
        """New tokens for the newest refresh token. One used twice ends the session it belongs to."""
        claims = cookies.refresh_claims(request._request, data.get("refresh_token"))
        return signed_in(self, sessions.rotate(claims))

    @operation(
        id="logout",
        request=serializers.RefreshTokenRequest,
        status=204,
        public=True,
        problems=(401, 403),
    )
    def logout(self, request: Request, *, data: dict[str, Any]) -> Response:
        """End the session of this refresh token; its access tokens end with it."""
        sessions.close(cookies.refresh_claims(request._request, data.get("refresh_token")))
        response = Response(status=204)
        if cookies.REFRESH in request.COOKIES:
            cookies.drop(response)
        return response

    @operation(
        id="verifyEmail",
        request=serializers.VerifyEmailRequest,
        response=TokenPair,
        also=OrChallenge,
        public=True,
        problems=(401, 403),
    )
    def verify_email(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Confirm an address with the token that was mailed to it, and sign in. Good once."""
        context = context_of(request, session=data["session"])
        return signed_in(self, identity.verify_email(*mail.read_verification(data["token"]), context=context))

    @operation(id="resendVerification", request=serializers.EmailRequest, status=204, public=True)
    def resend_verification(self, request: Request, *, data: dict[str, Any]) -> None:
        """Mail another token, three an hour at most. Answers the same whoever's address it is."""
        identity.resend_verification(**data)

    @operation(id="requestPasswordReset", request=serializers.EmailRequest, status=204, public=True)
    def request_reset(self, request: Request, *, data: dict[str, Any]) -> None:
        """Mail a token for a new password, three an hour at most. Answers the same whoever's address it is."""
        passwords.request_reset(**data)

    @operation(
        id="confirmPasswordReset",
        request=serializers.ConfirmPasswordResetRequest,
        status=204,
        public=True,
        problems=(401,),
    )
    def confirm_reset(self, request: Request, *, data: dict[str, Any]) -> Response:
        """Set a new password with the token that was mailed. Ends every session, and signs nobody in: good once."""
        user = passwords.confirm_reset(data["token"], data["password"])
        response = Response(status=204)
        # Whoever owns the address gets in from here, however many guesses strangers make meanwhile.
        devices.remember(request._request, response, user_id=user.pk, device_id=uuid7())
        return response
