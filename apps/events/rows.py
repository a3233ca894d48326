"""Events as the chain takes them."""

from __future__ import annotations

from typing import Any

from apps.events.chain import Header, Sealed

HEADER = (
    "id", "type", "occurred_at", "workspace_id", "actor_id", "request_id", "subject_type", "subject_id", "changed",
)  # fmt: skip
SEALED = (*HEADER, "seq", "hash", "digest", "salt", "payload", "erased_at")


def header_of(values: tuple[Any, ...]) -> Header:
    """From the columns of HEADER, in their order."""
    return Header(**{**dict(zip(HEADER, values, strict=True)), "changed": tuple(values[-1])})


def sealed_of(values: tuple[Any, ...]) -> Sealed:
    """From the columns of SEALED, in their order."""
    seq, hash_, digest, salt, payload, erased_at = values[len(HEADER) :]
    return Sealed(
        header=header_of(values[: len(HEADER)]),
        seq=seq,
        hash=hash_ or "",
        digest=digest or "",
        salt=None if salt is None else bytes(salt),
        payload=payload,
        is_erased=erased_at is not None,
    )
