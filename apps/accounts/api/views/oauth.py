"""`auth/oauth/`"""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers import oauth as serializers
from apps.accounts.api.serializers.auth import MfaChallengeSerializer, TokenPairSerializer
from apps.accounts.api.sign_in import context_of, signed_in
from apps.accounts.auth.oauth import flow
from apps.accounts.models import OAuthLink
from apps.accounts.services import second_factors as services
from apps.core.api.viewsets import FootholdViewSet, operation


class OAuthViewSet(FootholdViewSet):
    """Signing in with Google or GitHub. State and PKCE verifier stay on the server."""

    tags = ("auth",)
    bucket = "auth"
    queryset = OAuthLink.objects.none()

    @operation(id="listOAuthProviders", response=serializers.OAuthProvidersSerializer, public=True)
    def providers(self, request: Request) -> dict[str, Any]:
        """Which providers this server signs in with."""
        return {"providers": list(flow.providers().values())}

    @operation(
        id="startOAuth",
        response=serializers.OAuthDepartureSerializer,
        public=True,
        problems=(502, 504),
    )
    def start(self, request: Request, *, provider: str) -> Response:
        """Begin a sign-in: send the browser to `authorization_url`, keep `state` until it comes back."""
        found = serializers.OAuthDepartureSerializer(flow.depart(provider))
        return Response(found.data, headers={"Cache-Control": "no-store"})

    @operation(
        id="completeOAuth",
        request=serializers.CompleteOAuthRequest,
        response=TokenPairSerializer,
        also=((202, MfaChallengeSerializer),),
        public=True,
        problems=(401, 403, 409, 502, 504),
    )
    def complete(self, request: Request, *, provider: str, data: dict[str, Any]) -> Response:
        """Sign in with what the provider sent back, or make an account. A state is good once, for ten minutes.

        An address links an account here only where both sides have proven it; a second factor is asked for (202).
        """
        context = context_of(request, session=data.pop("session"))
        return signed_in(self, flow.arrive(provider, **data, context=context))

    @operation(id="unlinkOAuth", status=204, session_only=True, problems=(409,))
    def unlink(self, request: Request, *, provider: str) -> None:
        """No longer sign in with this provider. Refused where it is the only way in."""
        services.unlink_provider(provider=provider, caller=self.caller)
