"""What is half way for ten minutes: gone to a provider, asked for a second factor, about to add one.

What the client holds is a random token; its SHA-256 is kept, with the purpose in it: a token is good for what it was
given for and nothing else. What waits for a signed-in user instead is found by their id, one of each purpose.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.accounts.models import SignInAttempt
from apps.core.db import as_system, atomic
from apps.core.errors import AppError, Conflict, TokenInvalid

LIFETIME = timedelta(minutes=10)
MOST_FAILURES = 5
# What is past its time goes whenever something new comes, a few rows each time.
_SWEPT = 50

Kind = SignInAttempt.Kind


class Purpose(StrEnum):
    OAUTH = "oauth"
    CHALLENGE = "challenge"
    NEW_TOTP = "new-totp"
    NEW_PASSKEY = "new-passkey"
    PASSKEY_SIGN_IN = "passkey-sign-in"


_KINDS = {
    Purpose.OAUTH: Kind.OAUTH,
    Purpose.CHALLENGE: Kind.MFA,
    Purpose.NEW_TOTP: Kind.MFA,
    Purpose.NEW_PASSKEY: Kind.PASSKEY,
    Purpose.PASSKEY_SIGN_IN: Kind.PASSKEY,
}


class AttemptGone(TokenInvalid):
    """Unknown, used, of another purpose, failed too often, or more than ten minutes old: not said which."""

    title = "This has expired or was used already; start again"


class NothingBegun(Conflict):
    """The same of somebody signed in, whose token is good: not a 401."""

    title = "Nothing is waiting for this, or no longer: begin again"


def _hash(purpose: Purpose, token: str) -> str:
    return hashlib.sha256(f"{purpose}:{token}".encode()).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(32)


def open_attempt(
    purpose: Purpose,
    *,
    state: Mapping[str, Any],
    user_id: UUID | None = None,
    provider: str = "",
    token: str = "",
) -> str:
    """Keep `state` and answer the token that finds it again: `token`, or a new one."""
    token = token or new_token()
    _keep(purpose, token, state=state, user_id=user_id, provider=provider)
    return token


def keep_for(purpose: Purpose, user_id: UUID, *, state: Mapping[str, Any]) -> None:
    """Keep `state` for a signed-in user, in place of what they began before."""
    _keep(purpose, str(user_id), state=state, user_id=user_id, provider="")


def _keep(
    purpose: Purpose, token: str, *, state: Mapping[str, Any], user_id: UUID | None, provider: str
) -> None:
    with as_system(), atomic():
        _sweep()
        SignInAttempt.objects.update_or_create(
            token_hash=_hash(purpose, token),
            defaults={
                "kind": _KINDS[purpose],
                "user_id": user_id,
                "provider": provider,
                "state": dumped(state),
                "failures": 0,
                "expires_at": timezone.now() + LIFETIME,
            },
        )


def _sweep() -> None:
    over = SignInAttempt.objects.filter(expires_at__lt=timezone.now()).select_for_update(skip_locked=True)
    SignInAttempt.objects.filter(pk__in=list(over.values_list("pk", flat=True)[:_SWEPT])).delete()


def forget_old() -> int:
    """Delete what is past its time; answers how many."""
    with as_system():
        return SignInAttempt.objects.filter(expires_at__lt=timezone.now()).delete()[0]


def locked(purpose: Purpose, token: str, *, gone: type[AppError] = AttemptGone) -> SignInAttempt:
    """The attempt, locked to the end of the caller's transaction as the system. Raises `gone`."""
    found = SignInAttempt.objects.select_for_update().filter(token_hash=_hash(purpose, token)).first()
    if found is None or found.expires_at <= timezone.now():
        raise gone()
    return found


def take(purpose: Purpose, token: str, *, gone: type[AppError] = AttemptGone) -> SignInAttempt:
    """The attempt, and it is gone, whatever comes of it: of two who ask at once, one gets it. Raises `gone`."""
    with as_system(), atomic():
        found = locked(purpose, token, gone=gone)
        SignInAttempt.objects.filter(pk=found.pk).delete()
        return found


def failed(attempt: SignInAttempt) -> None:
    """Count a failure of a locked attempt; the fifth ends it."""
    if attempt.failures + 1 >= MOST_FAILURES:
        attempt.delete()
        return
    attempt.failures += 1
    attempt.save(update_fields=["failures", "updated_at"])


def dumped(state: Mapping[str, Any]) -> str:
    return json.dumps(state)


def state_of(attempt: SignInAttempt) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(attempt.state)
    return found
