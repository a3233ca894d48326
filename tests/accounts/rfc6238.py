"""TOTP as RFC 6238 and RFC 4226 write it down, by another hand than the product's."""

from __future__ import annotations

import base64
import hmac
import time

STEP = 30


def totp(secret: str, *, at: float | None = None, digits: int = 6) -> str:
    """The code of a base32 secret at a moment (Unix seconds, now unless said)."""
    step = int(time.time() if at is None else at) // STEP
    mac = hmac.digest(base64.b32decode(secret), step.to_bytes(8, "big"), "sha1")
    start = mac[19] & 15
    number = int.from_bytes(mac[start : start + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).rjust(digits, "0")
