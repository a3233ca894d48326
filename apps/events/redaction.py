"""What may not stand in an event: the names of secrets. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

_SECRET = frozenset({"password", "passwords", "passphrase", "token", "secret", "secrets", "authorization", "cookie",
                     "cookies", "key", "apikey", "credential", "credentials"})  # fmt: skip
# What says something of a secret, and not the secret.
_HARMLESS = ("_id", "_ids", "_count", "_at", "_prefix")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


class SecretInEvent(ValueError):
    """A payload has a key that is named like a secret: a fault of the code that publishes it."""


def refuse_secrets(payload: object, path: str = "payload") -> None:
    """Raises SecretInEvent, naming the path. Values are never looked at, nor shown."""
    if isinstance(payload, Mapping):
        for name, value in payload.items():
            if _is_secret(str(name)):
                raise SecretInEvent(f"{path}.{name} is named like a secret")
            refuse_secrets(value, f"{path}.{name}")
    elif isinstance(payload, list | tuple):
        for index, value in enumerate(payload):
            refuse_secrets(value, f"{path}.{index}")


def _is_secret(name: str) -> bool:
    if name.lower().endswith(_HARMLESS):
        return False
    return not _SECRET.isdisjoint(word.lower() for word in _WORDS.findall(name))
