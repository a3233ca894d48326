"""Whether somebody must prove more than a password. `auth/mfa/` registers itself; sign-in asks here.

    second_factor.register(check=has_second_factor, open_challenge=open_challenge)

Sign-in (`sessions.admit`) asks `check(user)` after the first proof of identity, as the system role. Where it says yes,
`open_challenge(user, context)` makes a challenge that is good once, which is answered (202) in place of tokens.
Who then proves the second factor calls `sessions.begin(user, context)` with the context of *that* request; tries at it
are counted by `lockout.take(bucket)` and `lockout.clear(bucket)`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.accounts.auth.requests import RequestContext
    from apps.accounts.models import User


@dataclass(frozen=True, slots=True)
class MfaChallenge:
    """What the client gets in place of tokens: `challenge` is opaque, `methods` as in `totp`, `passkey`,
    `recovery_code`, `expires_in` in seconds."""

    challenge: str
    methods: tuple[str, ...]
    expires_in: int


Check = Callable[["User"], bool]
OpenChallenge = Callable[["User", "RequestContext"], MfaChallenge]

_registered: list[tuple[Check, OpenChallenge]] = []


def register(*, check: Check, open_challenge: OpenChallenge) -> None:
    """Called when the app is ready."""
    if (check, open_challenge) not in _registered:
        _registered.append((check, open_challenge))


def challenge_for(user: User, context: RequestContext) -> MfaChallenge | None:
    """A challenge where the user has a second factor, else None: the password was proof enough."""
    for check, open_challenge in _registered:
        if check(user):
            return open_challenge(user, context)
    return None
