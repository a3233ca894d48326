"""The two tokens: a short access JWT that says who acts where, and a refresh JWT that names its session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rest_framework_simplejwt.exceptions import ExpiredTokenError, TokenError
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken, Token

from apps.accounts.models import Membership, Session
from apps.core.errors import TokenExpired, TokenInvalid


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
    """A TokenPair before it is serialised."""

    access_token: str
    refresh_token: str
    expires_in: int
    user: Any
    token_type: str = "bearer"  # noqa: S105 - the name of a kind of token


def issue(session: Session, membership: Membership) -> Issued:
    """Tokens for a session, as the membership is now."""
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
    return Issued(str(access), str(refresh), int(access.lifetime.total_seconds()), user)


def _read(kind: type[Token], raw: str) -> Token:
    try:
        return kind(raw)  # type: ignore[arg-type]
    except ExpiredTokenError as fault:
        raise TokenExpired() from fault
    except TokenError as fault:
        raise TokenInvalid() from fault


def read_access(raw: str) -> Claims:
    """Raises TokenExpired or TokenInvalid."""
    token = _read(AccessToken, raw)
    try:
        return Claims(UUID(token["sub"]), UUID(token["workspace"]), UUID(token["sid"]), int(token["ver"]))
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise TokenInvalid() from fault


def read_refresh(raw: str) -> RefreshClaims:
    """Raises TokenExpired or TokenInvalid."""
    token = _read(RefreshToken, raw)
    try:
        return RefreshClaims(UUID(token["sid"]), UUID(token["jti"]))
    except (KeyError, ValueError, TypeError, AttributeError) as fault:
        raise TokenInvalid() from fault
