"""`auth/`"""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from apps.accounts.api.serializers import auth as serializers
from apps.accounts.auth import identity, mail, sessions
from apps.accounts.auth.tokens import Issued, read_refresh
from apps.accounts.models import User
from apps.core.api.viewsets import FootholdViewSet, operation

TokenPair = serializers.TokenPairSerializer


def _agent(request: Request) -> str:
    return request.headers.get("User-Agent", "")


class AuthViewSet(FootholdViewSet):
    """Sign-in. Open to all: nobody is known yet."""

    tags = ("auth",)
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

    @operation(id="login", request=serializers.LoginRequest, response=TokenPair, public=True, problems=(401,))
    def login(self, request: Request, *, data: dict[str, Any]) -> Issued:
        """Sign in. Works before the address is verified."""
        return sessions.sign_in(**data, user_agent=_agent(request))

    @operation(
        id="refreshToken",
        request=serializers.RefreshTokenRequest,
        response=TokenPair,
        public=True,
        problems=(401,),
    )
    def refresh(self, request: Request, *, data: dict[str, Any]) -> Issued:
        """New tokens for the newest refresh token. One used twice ends the session it belongs to."""
        return sessions.rotate(read_refresh(data["refresh_token"]))

    @operation(id="logout", request=serializers.RefreshTokenRequest, status=204, public=True, problems=(401,))
    def logout(self, request: Request, *, data: dict[str, Any]) -> None:
        """End the session of this refresh token; its access tokens end with it."""
        sessions.close(read_refresh(data["refresh_token"]))

    @operation(
        id="verifyEmail",
        request=serializers.VerifyEmailRequest,
        response=TokenPair,
        public=True,
        problems=(401,),
    )
    def verify_email(self, request: Request, *, data: dict[str, Any]) -> Issued:
        """Confirm an address with the token that was mailed to it, and sign in."""
        return identity.verify_email(*mail.read_verification(data["token"]), user_agent=_agent(request))
