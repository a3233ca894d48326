"""Secrets at rest: Fernet with key rotation. The first key of `settings.FIELD_KEYS` locks, all of them open."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.conf import settings

# Fields that are locked are declared by every process; the library is for who opens one.
if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class SecretUnreadable(Exception):
    """The key that locked a secret is not among FIELD_KEYS, or the text was changed."""


@lru_cache(maxsize=4)
def _ring(keys: tuple[str, ...]) -> MultiFernet:
    from cryptography.fernet import Fernet, MultiFernet

    return MultiFernet([Fernet(key) for key in keys])


def _keys() -> MultiFernet:
    return _ring(tuple(settings.FIELD_KEYS))


def encrypt(text: str) -> str:
    """Printable ciphertext with its time; "" stays "", for nothing is no secret."""
    return _keys().encrypt(text.encode()).decode() if text else ""


def decrypt(locked: str) -> str:
    """Raises SecretUnreadable."""
    from cryptography.fernet import InvalidToken

    try:
        return _keys().decrypt(locked.encode()).decode() if locked else ""
    except InvalidToken as fault:
        raise SecretUnreadable("a secret was locked with a key that is not in FIELD_KEYS") from fault


def relock(locked: str) -> str:
    """The same secret under the first key. Raises SecretUnreadable."""
    from cryptography.fernet import InvalidToken

    try:
        return _keys().rotate(locked.encode()).decode() if locked else ""
    except InvalidToken as fault:
        raise SecretUnreadable("a secret was locked with a key that is not in FIELD_KEYS") from fault
