"""The caller behind an API key: minted once, kept as a digest, asked of the database at every request."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import F, Q
from django.http import HttpRequest
from django.utils import timezone

from apps.accounts.models import ApiKey
from apps.accounts.usage import api_calls
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import TokenInvalid

SCHEME: Final = "Api-Key"
# A name that scanners for leaked secrets can look for.
PREFIX: Final = "fhk_"
SECRET_BYTES: Final = 32
_PREFIX = re.compile(rf"{PREFIX}[0-9a-f]{{12}}")
# `last_used_at` is written no more often: a busy key is not a busy row.
_USE_NOTED_EVERY = timedelta(minutes=1)
_COLUMNS = (
    "pk",
    "user_id",
    "workspace_id",
    "secret_hash",
    "public_key",
    "scopes",
    "expires_at",
    "revoked_at",
    "last_used_at",
    "user__email_verified_at",
    "user__memberships__role",
    "workspace__plan_id",
    "workspace__plan__features",
    "workspace__plan__rate_factor",
)


@dataclass(frozen=True, slots=True)
class Minted:
    """A new key. `value` is what follows `Authorization: Api-Key `; it is kept nowhere, only `secret_hash` is."""

    prefix: str
    value: str
    secret_hash: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A key with its maker's place in the workspace, as the database says now."""

    id: UUID
    user_id: UUID
    workspace_id: UUID
    secret_hash: str
    public_key: str
    scopes: list[str]
    expires_at: datetime | None
    revoked_at: datetime | None
    last_used_at: datetime | None
    email_verified_at: datetime | None
    role: str
    plan: str
    features: list[str]
    rate_factor: int


class KeyRefused(TokenInvalid):
    """One answer for a key that is unknown, wrong, of a closed account or of somebody who left the workspace."""

    def __init__(self, detail: str = "The API key is not valid.") -> None:
        super().__init__(detail, headers={"WWW-Authenticate": SCHEME})


def mint(*, is_signed: bool) -> Minted:
    """A key of 256 random bits; one that signs its requests has no secret here at all, its value is the prefix."""
    prefix = PREFIX + secrets.token_hex(6)
    if is_signed:
        return Minted(prefix, prefix, "")
    secret = secrets.token_urlsafe(SECRET_BYTES)
    return Minted(prefix, f"{prefix}.{secret}", _digest(secret))


def _digest(secret: str) -> str:
    # 256 random bits can't be guessed, slow hash or fast: a fast one keeps every request fast.
    return hashlib.sha256(secret.encode()).hexdigest()


def authenticate(request: HttpRequest, value: str) -> Caller:
    """The caller of a request that carries `Authorization: Api-Key <value>`; it counts as one call of the plan.

    Raises TokenInvalid, PlanLimitReached.
    """
    prefix, _, secret = value.partition(".")
    with as_system():
        known = _proven(request, prefix, secret)
        # Only whoever has proven to hold the key learns what has become of it.
        now = timezone.now()
        if known.revoked_at is not None:
            raise KeyRefused("This API key was revoked.")
        if known.expires_at is not None and known.expires_at <= now:
            raise KeyRefused("This API key has expired.")
        _note_use(known, now)
        caller = _caller(known)
        # Before anything of the request: a call that is refused costs nothing more.
        api_calls.count(caller)
    return caller


def _caller(known: _Known) -> Caller:
    return Caller(
        user_id=known.user_id,
        workspace_id=known.workspace_id,
        role=known.role,
        plan=str(known.plan),
        features=frozenset(known.features),
        rate_factor=known.rate_factor,
        email_verified=known.email_verified_at is not None,
        # A key never acts as staff, whoever made it.
        is_staff=False,
        api_key_id=known.id,
        scopes=frozenset(known.scopes),
    )


def _known(prefix: str) -> _Known | None:
    if not _PREFIX.fullmatch(prefix):
        return None
    row = (
        ApiKey.objects.filter(
            prefix=prefix, user__is_active=True, user__memberships__workspace_id=F("workspace_id")
        )
        .values_list(*_COLUMNS)
        .first()
    )
    return _Known(*row) if row else None


def _proven(request: HttpRequest, prefix: str, secret: str) -> _Known:
    """The key that the request proves to hold. The same work whether or not there is such a key."""
    # Signatures bring two libraries: for who sends a key.
    from apps.accounts.auth import signatures

    known = _known(prefix)
    if known is not None and known.public_key:
        if secret:
            raise KeyRefused("This API key signs its requests: send its prefix alone, and no secret.")
        try:
            signatures.verify(request, key_id=prefix, public_key=known.public_key)
        except signatures.SignatureRefused as fault:
            raise KeyRefused(str(fault)) from fault
        return known
    matches = hmac.compare_digest(_digest(secret), known.secret_hash if known else _digest(prefix))
    if known is None or not matches:
        raise KeyRefused()
    if signatures.is_signed(request):
        raise KeyRefused("This API key has no public key: its requests can't be signed.")
    return known


def _note_use(known: _Known, now: datetime) -> None:
    """Once a minute, and never waiting: whoever holds the row at this moment is not held up, nor holds us up."""
    idle_since = now - _USE_NOTED_EVERY
    if known.last_used_at is not None and known.last_used_at > idle_since:
        return
    with atomic():
        idle = (
            ApiKey.objects.select_for_update(skip_locked=True)
            .filter(Q(last_used_at=None) | Q(last_used_at__lte=idle_since), pk=known.id)
            .values("pk")
        )
        ApiKey.objects.filter(pk__in=idle).update(last_used_at=now)
