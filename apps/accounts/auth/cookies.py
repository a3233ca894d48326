"""Cookie mode: the refresh token in a cookie no script can read, and the check that our own page sent it.

Double submit: a second cookie, which scripts of our origin can read, holds a value signed for the session; it must
come back in the header `X-CSRF-Token`. A page on another origin can't read it, nor can it make one up.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import constant_time_compare, salted_hmac

from apps.accounts.auth.tokens import Issued, RefreshClaims, read_refresh
from apps.core.errors import NotAuthenticated, PermissionRefused

REFRESH, CSRF, HEADER = "foothold_refresh", "foothold_csrf", "X-CSRF-Token"
REFRESH_PATH = "/api/v1/auth/"


def csrf_token(session_id: UUID) -> str:
    return salted_hmac("accounts.csrf", str(session_id), algorithm="sha256").hexdigest()


def keep(response: HttpResponseBase, issued: Issued) -> None:
    """Put the refresh token of an answer into its cookie, and the token that must come with it beside it."""
    secure, expires = settings.SESSION_COOKIE_SECURE, issued.refresh_expires_at
    csrf = csrf_token(issued.session_id)
    response.set_cookie(
        REFRESH,
        issued.refresh_token,
        expires=expires,
        path=REFRESH_PATH,
        httponly=True,
        secure=secure,
        samesite="Strict",
    )
    response.set_cookie(CSRF, csrf, expires=expires, path="/", secure=secure, samesite="Strict")
    # For an app on another origin of our list, whose scripts can't read our cookies.
    response.headers[HEADER] = csrf


def drop(response: HttpResponseBase) -> None:
    response.delete_cookie(REFRESH, path=REFRESH_PATH, samesite="Strict")
    response.delete_cookie(CSRF, path="/", samesite="Strict")


def refresh_claims(request: HttpRequest, given: str | None) -> RefreshClaims:
    """What the refresh token of the body says, else the cookie's. Raises NotAuthenticated, TokenInvalid, TokenExpired,
    and PermissionRefused for a cookie that another site's page sent.
    """
    if given:
        return read_refresh(given)
    raw = request.COOKIES.get(REFRESH)
    if not raw:
        raise NotAuthenticated("There is no refresh token, neither in the body nor in a cookie.")
    require_own_origin(request)
    claims = read_refresh(raw)
    expected = csrf_token(claims.session_id)
    sent = request.headers.get(HEADER, "")
    cookie = request.COOKIES.get(CSRF, "")
    if not (constant_time_compare(sent, expected) and constant_time_compare(cookie, expected)):
        raise PermissionRefused(f"Send the value of the cookie {CSRF} in the header {HEADER}.")
    return claims


def require_own_origin(request: HttpRequest) -> None:
    """Refuse a page of another site; who sends no `Origin` is no page."""
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.get_host()}"
    if origin is not None and origin != own and origin not in settings.CORS_ALLOWED_ORIGINS:
        raise PermissionRefused("Requests with cookies are taken from our own pages only.")
