"""Signs what is said of a chain, with a key that does not lie in the database.

The first of `settings.AUDIT_KEYS` (else of `FIELD_KEYS`) signs, all of both verify; `kid` says which one it was. A key
stays configured as long as checkpoints that it signed are to be trusted.
"""

from __future__ import annotations

import hmac
from functools import lru_cache
from hashlib import sha256

from django.conf import settings

from apps.events.chain import canonical
from apps.events.models import Checkpoint


@lru_cache(maxsize=4)
def _ring(secrets: tuple[str, ...]) -> dict[str, bytes]:
    """Keys by their kid, the signing one first. A key of its own use is derived from each secret."""
    keys = [hmac.digest(secret.encode(), b"foothold audit checkpoint", "sha256") for secret in secrets]
    return {sha256(key).hexdigest()[:16]: key for key in keys}


def _keys() -> dict[str, bytes]:
    return _ring((*settings.AUDIT_KEYS, *settings.FIELD_KEYS))


def _said(checkpoint: Checkpoint) -> bytes:
    moment = checkpoint.made_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return canonical(
        {
            "workspace_id": str(checkpoint.workspace_id),
            "kind": str(checkpoint.kind),
            "first_seq": checkpoint.first_seq,
            "seq": checkpoint.seq,
            "hash": checkpoint.hash,
            "made_at": moment,
        }
    )


def signed(checkpoint: Checkpoint) -> Checkpoint:
    """The same checkpoint with `kid` and `signature` (HMAC-SHA-256 of its canonical JSON). Written by nobody yet."""
    kid, key = next(iter(_keys().items()))
    checkpoint.kid, checkpoint.signature = kid, hmac.digest(key, _said(checkpoint), "sha256").hex()
    return checkpoint


def fault_of(checkpoint: Checkpoint) -> str:
    """Why a checkpoint may not be trusted; "" where it may."""
    key = _keys().get(checkpoint.kid)
    if key is None:
        return f"signed with the key {checkpoint.kid}, which is not configured"
    expected = hmac.digest(key, _said(checkpoint), "sha256").hex()
    return "" if hmac.compare_digest(expected, checkpoint.signature) else "its signature does not fit"
