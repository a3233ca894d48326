"""`Authorization: Bearer <JWT>` and `Authorization: Api-Key <key>` into a Caller."""

from __future__ import annotations

from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from apps.accounts.auth import api_keys, sessions
from apps.accounts.auth.tokens import read_access
from apps.core.caller import Caller
from apps.core.errors import TokenInvalid


class BearerAuthentication(BaseAuthentication):
    def authenticate(self, request: Request) -> tuple[Caller, None] | None:
        header = request.headers.get("Authorization", "")
        scheme, _, token = header.partition(" ")
        if not header or scheme.lower() != "bearer":
            return None
        if not token.strip():
            raise TokenInvalid()
        return sessions.resolve(read_access(token.strip())), None

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


class ApiKeyAuthentication(BaseAuthentication):
    """`Authorization: Api-Key <key>`, for programs."""

    def authenticate(self, request: Request) -> tuple[Caller, None] | None:
        scheme, _, value = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != api_keys.SCHEME.lower():
            return None
        return api_keys.authenticate(request._request, value.strip()), None

    def authenticate_header(self, request: Request) -> str:
        return api_keys.SCHEME
