"""The keys that sign tokens. The first of `settings.JWT_KEYS` signs, all of them verify; a token names its own (`kid`).

To rotate: put a new key first, wait until the last token of the old one has expired, take the old one away.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from functools import lru_cache
from typing import Any

import jwt
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import TokenBackendError, TokenBackendExpiredToken

ALGORITHM = "HS256"
# RFC 7518 §3.2: a key of the hash's size at least.
SHORTEST = 32


def parse_keys(words: tuple[str, ...]) -> dict[str, str]:
    """`kid:secret` words as {kid: secret}, in their order. Raises ImproperlyConfigured."""
    keys: dict[str, str] = {}
    for word in words:
        kid, colon, secret = word.partition(":")
        if not colon or not kid or kid in keys:
            raise ImproperlyConfigured("JWT_KEYS: a comma list of kid:secret, every kid once")
        if len(secret) < SHORTEST:
            raise ImproperlyConfigured(
                f"JWT_KEYS: the secret of {kid!r} is shorter than {SHORTEST} characters"
            )
        keys[kid] = secret
    return keys


def derived_key(secret_key: str) -> dict[str, str]:
    """The one key of an installation that names none: made from SECRET_KEY, called by a hash of itself."""
    secret = hmac.new(secret_key.encode(), b"foothold.jwt", hashlib.sha256).hexdigest()
    return {hashlib.sha256(secret.encode()).hexdigest()[:12]: secret}


class Keyring(TokenBackend):
    """Signs with the first key and verifies with the one a token names: HS256, and nothing a token may ask for."""

    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__(ALGORITHM)
        self.keys = keys
        self.signs = next(iter(keys))
        self._secret = secrets.token_bytes(32)

    def digest(self, token: str) -> bytes:
        """What this ring calls a token: nothing that could be sent as one, and no other ring calls it so."""
        return hashlib.blake2b(token.encode(), key=self._secret, digest_size=32).digest()

    def encode(self, payload: dict[str, Any]) -> str:
        return jwt.encode(payload, self.keys[self.signs], algorithm=ALGORITHM, headers={"kid": self.signs})

    def decode(self, token: Any, verify: bool = True) -> dict[str, Any]:
        """Raises TokenBackendError, for an unknown `kid` too; TokenBackendExpiredToken."""
        try:
            key = self.keys[str(jwt.get_unverified_header(token).get("kid"))]
            found: dict[str, Any] = jwt.decode(
                token, key, algorithms=[ALGORITHM], options={"require": ["exp"]}
            )
        except jwt.ExpiredSignatureError as fault:
            raise TokenBackendExpiredToken("Token is expired") from fault
        except (jwt.InvalidTokenError, KeyError) as fault:
            raise TokenBackendError("Token is invalid") from fault
        return found


def keyring() -> Keyring:
    """The ring as the settings say now."""
    return _ring(tuple(settings.JWT_KEYS), settings.SECRET_KEY)


@lru_cache(maxsize=4)
def _ring(words: tuple[str, ...], secret_key: str) -> Keyring:
    return Keyring(parse_keys(words) or derived_key(secret_key))
