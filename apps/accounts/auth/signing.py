"""The two kinds of token as their library makes and reads them, signed by our keys."""

from __future__ import annotations

from rest_framework_simplejwt import tokens as simplejwt
from rest_framework_simplejwt.exceptions import ExpiredTokenError, TokenError

from apps.accounts.auth.keyring import Keyring, keyring
from apps.core.errors import TokenExpired, TokenInvalid


class AccessToken(simplejwt.AccessToken):
    def get_token_backend(self) -> Keyring:
        return keyring()


class RefreshToken(simplejwt.RefreshToken):
    def get_token_backend(self) -> Keyring:
        return keyring()


def read(kind: type[simplejwt.Token], raw: str) -> simplejwt.Token:
    """Raises TokenExpired or TokenInvalid."""
    try:
        return kind(raw)  # type: ignore[arg-type]
    except ExpiredTokenError as fault:
        raise TokenExpired() from fault
    except TokenError as fault:
        raise TokenInvalid() from fault
