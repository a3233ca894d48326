"""How often somebody may guess. Asked before any password is hashed: a flood must not cost Argon2.

An account has one bucket for all devices that never signed in to it, and one for each that did: a stranger fills the
first and the owner keeps theirs. After ten failures a bucket opens for one try at a time, after 1, 2, 4 … 60 minutes.
A try is counted before the password is looked at, so that a crowd of parallel guesses gets no more than one after
another would; a success takes the counts of its bucket back. The limit of an address is across all accounts, and no
success takes it back: an account of one's own would else buy guesses at others.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from uuid import UUID

from apps.accounts.auth.requests import RequestContext
from apps.core import windows
from apps.core.errors import Throttled

FREE_TRIES = 10
DAY = 86_400
# Seconds until the next try, after the tenth failure and each one more.
WAITS = tuple(60 * min(2**step, 60) for step in range(7))
ADDRESS_FAILURES, ADDRESS_SECONDS = 30, 15 * 60


def refuse(seconds: float) -> Throttled:
    wait = max(1, math.ceil(seconds))
    return Throttled(
        f"Too many failed attempts; try again in {wait} seconds.", headers={"Retry-After": str(wait)}
    )


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that was let through. One of the two must be said of it."""

    bucket: str
    # None from a device that signed in before: it has its own bucket, and no address counts against it.
    network: str | None

    def failed(self) -> None:
        if self.network is not None:
            windows.hit(_address(self.network), ADDRESS_FAILURES, ADDRESS_SECONDS)

    def succeeded(self) -> None:
        clear(self.bucket)


def enter(*, email: str, user_id: UUID | None, context: RequestContext) -> Attempt:
    """Let a try at a password through, or raise Throttled. The same for an address that nobody has."""
    device = context.device_of(user_id) if user_id else None
    if device is not None:
        bucket, network = f"sign-in:device:{user_id}:{device}", None
    else:
        bucket, network = f"sign-in:account:{email}", context.network
        seen = windows.look(_address(network), ADDRESS_FAILURES, ADDRESS_SECONDS)
        if not seen.allowed:
            raise refuse(seen.resets_in)
    take(bucket)
    return Attempt(bucket, network)


def take(bucket: str) -> None:
    """Count a try at the secret behind `bucket` and let it through, or raise Throttled. `clear` after a success."""
    # The tenth goes through the first gate, which it closes behind itself.
    if windows.hit(f"{bucket}:free", FREE_TRIES - 1, DAY).allowed:
        return
    steps = windows.look(f"{bucket}:steps", len(WAITS), DAY)
    step = steps.limit - steps.remaining
    if step:
        gate = windows.look(f"{bucket}:gate:{step}", 1, WAITS[step - 1])
        if not gate.allowed:
            raise refuse(gate.resets_in)
    # Of those who find a gate open together, one closes the next, and only that one goes through.
    following = min(step + 1, len(WAITS))
    closed = windows.hit(f"{bucket}:gate:{following}", 1, WAITS[following - 1])
    if not closed.allowed:
        raise refuse(closed.resets_in)
    windows.hit(f"{bucket}:steps", len(WAITS), DAY)


def clear(bucket: str) -> None:
    """The secret was known: its failures are forgotten."""
    for name in ("free", "steps", *(f"gate:{step}" for step in range(1, len(WAITS) + 1))):
        windows.forget(f"{bucket}:{name}")


def _address(network: str) -> str:
    return f"sign-in:address:{network}"
