"""The cookie of a device on which somebody has signed in: signed, HttpOnly, good for a year.

It opens nothing. It gives its owner a bucket of their own among the limits, so that a stranger's guesses fill
another one; whoever steals it gains ten guesses, and no word of the owner's.
"""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

NAME = "foothold_device"
_SALT = "accounts.device"
_SECONDS = 365 * 86_400
# People who share a browser: the latest are kept.
_MOST = 5

Devices = tuple[tuple[UUID, UUID], ...]


def read(request: HttpRequest) -> Devices:
    """(user id, device id) of who signed in here, the latest first; nothing for a cookie that is not ours."""
    try:
        pairs = signing.loads(request.COOKIES.get(NAME, ""), salt=_SALT, max_age=_SECONDS)
        return tuple((UUID(user), UUID(device)) for user, device in pairs[:_MOST])
    except (signing.BadSignature, ValueError, TypeError, AttributeError):
        return ()


def remember(request: HttpRequest, response: HttpResponseBase, *, user_id: UUID, device_id: UUID) -> None:
    """Set the cookie on the answer of a sign-in."""
    others = [pair for pair in read(request) if pair[0] != user_id]
    pairs = [(str(user), str(device)) for user, device in [(user_id, device_id), *others][:_MOST]]
    response.set_cookie(
        NAME,
        signing.dumps(pairs, salt=_SALT),
        max_age=_SECONDS,
        path="/api/v1/auth/",
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def rate_subject(request: HttpRequest) -> str | None:
    """Whose bucket of the `auth` rate limit this is, whatever the address: None where nobody signed in before.

    By person and not by device: who signs in a thousand times has one bucket still.
    """
    devices = read(request)
    return f"device of {devices[0][0]}" if devices else None
