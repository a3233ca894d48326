"""What every way of signing in shares: where a request comes from, and how tokens are answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rest_framework.request import Request
from rest_framework.response import Response

from apps.accounts.api.serializers.auth import MfaChallengeSerializer, TokenPairSerializer
from apps.accounts.auth import cookies, devices
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.second_factor import MfaChallenge
from apps.accounts.auth.tokens import Issued
from apps.core.api.client import client_address, client_network

if TYPE_CHECKING:
    from apps.core.api.viewsets import FootholdViewSet


def context_of(request: Request, *, session: str = "token") -> RequestContext:
    """Where a request comes from. `session` as the body said: with "cookie", only our own pages may ask for it."""
    plain = request._request
    if session == "cookie":
        cookies.require_own_origin(plain)
    return RequestContext(
        user_agent=request.headers.get("User-Agent", ""),
        address=client_address(plain),
        network=client_network(plain),
        devices=devices.read(plain),
        in_cookie=session == "cookie",
    )


def signed_in(view: FootholdViewSet, result: Issued | MfaChallenge) -> Response:
    """The answer that holds tokens, with their cookies; or 202 with the challenge that comes before them."""
    context = view.get_serializer_context()
    uncached = {"Cache-Control": "no-store"}
    if isinstance(result, MfaChallenge):
        return Response(MfaChallengeSerializer(result, context=context).data, status=202, headers=uncached)
    response = Response(TokenPairSerializer(result, context=context).data, headers=uncached)
    if result.device_id is not None:
        devices.remember(view.request._request, response, user_id=result.user.pk, device_id=result.device_id)
    if result.in_cookie:
        cookies.keep(response, result)
    return response
