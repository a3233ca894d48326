"""The two tokens: a short access JWT that says who acts where, and a refresh JWT that names its session."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from apps.accounts.models import Membership, Session, User
from apps.core.cached.recent import Recent
from apps.core.errors import TokenInvalid

# An access token is sent with every request of its quarter of an hour. That it was signed is found out once.
REMEMBERED: Final = 4096


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says, before the database is asked whether it still holds."""

    user_id: UUID
    workspace_id: UUID
    session_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RefreshClaims:
    session_id: UUID
    refresh_id: UUID


@dataclass(frozen=True, slots=True)
class Issued:
    """A TokenPair before it is serialised, and what the cookies of its answer are made of."""

    access_token: str
    refresh_token: str
    expires_in: int
    user: User
    session_id: UUID
    device_id: UUID | None
    in_cookie: bool
    refresh_expires_at: datetime
    token_type: str = "bearer"  # noqa: S105 - the name of a kind of token

    @property
    def shown_refresh_token(self) -> str | None:
        """None in cookie mode: what stands in no answer, no script can read."""
        return None if self.in_cookie else self.refresh_token


def issue(session: Session, membership: Membership) -> Issued:
    """Tokens for a session, as the membership is now."""
    from apps.accounts.auth.signing import AccessToken, RefreshToken

    user, workspace = membership.user, membership.workspace
    access = AccessToken()
    access["sub"] = str(user.pk)
    access["workspace"] = str(workspace.pk)
    access["role"] = membership.role
    access["tier"] = workspace.plan_id
    access["email_verified"] = user.is_email_verified
    access["ver"] = user.token_version
    access["sid"] = str(session.pk)
    refresh = RefreshToken()
    refresh["sub"] = str(user.pk)
    refresh["sid"] = str(session.pk)
    refresh["jti"] = str(session.refresh_id)
    return Issued(
        access_token=str(access),
        refresh_token=str(refresh),
        expires_in=int(access.lifetime.total_seconds()),
        user=user,
        session_id=session.pk,
        device_id=session.device_id,
        in_cookie=session.in_cookie,
        refresh_expires_at=session.expires_at,
    )


# What was read of a token, by the digest of the ring that verified it, and when it expires.
_read_before: Recent[bytes, tuple[Claims, int]] = Recent(REMEMBERED)


def read_access(raw: str) -> Claims:
    """Raises TokenExpired or TokenInvalid."""
    # Signing loads two libraries of tokens and one of keys: for processes that let somebody in.
    from apps.accounts.auth.keyring import keyring

    digest = keyring().digest(raw)
    known = _read_before.get(digest)
    if known is not None and known[1] > time.time():
        return known[0]
    from apps.accounts.auth.signing import AccessToken, read

    token = read(AccessToken, raw)
    try:
        claims = Claims(UUID(token["sub"]), UUID(token["workspace"]), UUID(token["sid"]), int(token["ver"]))
        _read_before.put(digest, (claims, int(token["exp"])))
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise TokenInvalid() from fault
    return claims


def read_refresh(raw: str) -> RefreshClaims:
    """Raises TokenExpired or TokenInvalid."""
    from apps.accounts.auth.signing import RefreshToken, read

    token = read(RefreshToken, raw)
    try:
        return RefreshClaims(UUID(token["sid"]), UUID(token["jti"]))
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise TokenInvalid() from fault
