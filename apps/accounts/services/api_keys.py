"""What changes an API key."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from apps.accounts.auth import api_keys
from apps.accounts.models import ApiKey
from apps.accounts.services.workspaces import lock_as
from apps.core import features
from apps.core.caller import ABILITIES, Caller
from apps.core.db import atomic
from apps.core.errors import Conflict, FieldError, PlanLimitReached, ValidationFailed
from apps.events.services import publish

# Every key ends: one that was forgotten somewhere is worth nothing a year later.
LONGEST_LIFE: Final = timedelta(days=365)
USUAL_LIFE: Final = timedelta(days=90)
# Alive at a time, of one person in one workspace.
MOST_KEYS: Final = 50


def create_api_key(
    *,
    name: str,
    scopes: list[str],
    caller: Caller,
    expires_at: datetime | None = None,
    public_key: str = "",
) -> ApiKey:
    """A key that acts as the caller, in this workspace and within `scopes`. `public_key`: PEM, checked.

    Its `key` is what its holder sends, here and never again.

    Raises ValidationFailed (a scope beyond the caller's role, a date that is past or too far), Conflict (too many
    keys), PlanLimitReached (signing is not in the plan).
    """
    if public_key and not features.has(caller, "request_signing"):
        raise PlanLimitReached(
            f"Your plan ({caller.plan}) does not hold this; it needs the feature 'request_signing'."
        )
    expires_at = expires_at or timezone.now() + USUAL_LIFE
    _check_end(expires_at)
    minted = api_keys.mint(is_signed=bool(public_key))
    with atomic():
        # With the workspace locked nobody is taken out of it, and no twin is counted past, before the key stands.
        _, role = lock_as(caller)
        _check_scopes(scopes, role)
        _check_count(caller)
        row = ApiKey.objects.create(
            workspace_id=caller.workspace_id,
            user_id=caller.user_id,
            name=name,
            prefix=minted.prefix,
            secret_hash=minted.secret_hash,
            scopes=sorted(set(scopes)),
            public_key=public_key,
            expires_at=expires_at,
        )
        _tell("api_key.created", row, caller, ("name", "scopes", "expires_at", "public_key"))
    row.key = minted.value
    return row


def update_api_key(*, row: ApiKey, changes: dict[str, Any], caller: Caller) -> ApiKey:
    """Rename a locked key, or let it end sooner. Raises ValidationFailed, Conflict for one that is over already."""
    changed = [name for name, value in changes.items() if getattr(row, name) != value]
    if not changed:
        return row
    if row.status is not ApiKey.Status.ACTIVE:
        raise Conflict(f"This key is {row.status}, and can't be changed any more.")
    if "expires_at" in changed:
        _check_end(changes["expires_at"], latest=row.expires_at)
    with atomic():
        for name in changed:
            setattr(row, name, changes[name])
        row.save(update_fields=[*changed, "updated_at"])
        _tell("api_key.updated", row, caller, changed)
    return row


def revoke_api_key(*, row: ApiKey, caller: Caller) -> None:
    """End a locked key for good. The row stays, for whoever asks later what it was."""
    if row.revoked_at is not None:
        return
    with atomic():
        row.revoked_at = timezone.now()
        row.save(update_fields=["revoked_at", "updated_at"])
        _tell("api_key.revoked", row, caller, ("revoked_at",))


def _check_end(expires_at: datetime, latest: datetime | None = None) -> None:
    now = timezone.now()
    if expires_at <= now:
        raise _fault("expires_at", "Must lie in the future.", "min_value")
    if expires_at > now + LONGEST_LIFE:
        raise _fault("expires_at", f"Must lie within {LONGEST_LIFE.days} days.", "max_value")
    if latest is not None and expires_at > latest:
        raise _fault("expires_at", "A key can be made to end sooner, not later.", "max_value")


def _check_scopes(scopes: list[str], role: str) -> None:
    """A key goes no further than the role of whoever makes it."""
    beyond = [
        FieldError(
            f"scopes.{place}", "invalid_choice", f"Your role ({role}) does not reach as far as {scope}."
        )
        for place, scope in enumerate(scopes)
        if scope.partition(":")[2] not in ABILITIES.get(role, frozenset())
    ]
    if beyond:
        raise ValidationFailed(f"{beyond[0].attr}: {beyond[0].detail}", errors=beyond)


def _check_count(caller: Caller) -> None:
    alive = ApiKey.objects.filter(
        Q(expires_at=None) | Q(expires_at__gt=timezone.now()),
        workspace_id=caller.workspace_id,
        user_id=caller.user_id,
        revoked_at=None,
    )
    if alive.count() >= MOST_KEYS:
        raise Conflict(f"You have {MOST_KEYS} keys in this workspace; revoke one that is not used any more.")


def _fault(attr: str, detail: str, code: str) -> ValidationFailed:
    return ValidationFailed(f"{attr}: {detail}", errors=[FieldError(attr, code, detail)])


def _tell(event_type: str, row: ApiKey, caller: Caller, changed: tuple[str, ...] | list[str]) -> None:
    publish(
        event_type,
        workspace_id=row.workspace_id,
        actor_id=caller.user_id,
        subject_type="api_key",
        subject_id=row.pk,
        changed=changed,
        # Whose key it is: an admin may end anyone's.
        payload={"user_id": str(row.user_id)},
    )
