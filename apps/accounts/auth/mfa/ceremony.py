"""The part of a web request that allauth's WebAuthn functions look at, made of what we keep ourselves."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from allauth.core.context import request_context
from django.core.exceptions import ValidationError

from apps.core.errors import TokenInvalid


class PasskeyRefused(TokenInvalid):
    """Forged, of another site or account, not for this challenge, or no credential at all: not said which."""

    title = "This passkey was not accepted"


@cache
def _unreadable() -> tuple[type[Exception], ...]:
    """What the readers of CBOR, COSE and client data raise for bytes that are none."""
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    return (
        ValidationError, InvalidSignature, UnsupportedAlgorithm, NotImplementedError, AssertionError, AttributeError,
        IndexError, KeyError, OverflowError, RecursionError, TypeError, ValueError, struct.error,
    )  # fmt: skip


class _Request:
    """`session` is the state of one ceremony, and nothing else of the request is read."""

    def __init__(self, session: dict[str, Any]) -> None:
        self.session = session


@contextmanager
def ceremony(session: dict[str, Any] | None = None) -> Iterator[dict[str, Any]]:
    """Inside, allauth reads and writes its state in the dict that comes out. Raises PasskeyRefused for what it refuses."""
    state: dict[str, Any] = dict(session or {})
    with request_context(_Request(state)):
        try:
            yield state
        except _unreadable() as fault:
            raise PasskeyRefused() from fault
