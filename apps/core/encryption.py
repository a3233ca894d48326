"""Secrets at rest: Fernet with key rotation. The first key of `settings.FIELD_KEYS` locks, all of them open."""

from __future__ import annotations

from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class SecretUnreadable(Exception):
    """The key that locked a secret is not among FIELD_KEYS, or the text was changed."""


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def _keys() -> MultiFernet:
    return _ring(tuple(settings.FIELD_KEYS))


def encrypt(text: str) -> str:
    """Printable ciphertext with its time; "" stays "", for nothing is no secret."""
    return _keys().encrypt(text.encode()).decode() if text else ""


def decrypt(locked: str) -> str:
    """Raises SecretUnreadable."""
    try:
        return _keys().decrypt(locked.encode()).decode() if locked else ""
    except InvalidToken as fault:
        raise SecretUnreadable("a secret was locked with a key that is not in FIELD_KEYS") from fault


def relock(locked: str) -> str:
    """The same secret under the first key. Raises SecretUnreadable."""
    try:
        return _keys().rotate(locked.encode()).decode() if locked else ""
    except InvalidToken as fault:
        raise SecretUnreadable("a secret was locked with a key that is not in FIELD_KEYS") from fault
