"""What changes a person's preferences."""

from __future__ import annotations

from typing import Any

from apps.accounts.models import Preferences
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.core.errors import FieldError, ValidationFailed
from apps.events.services import publish


def locked_preferences(caller: Caller) -> Preferences:
    """The caller's row, locked, for a write; made with what holds for everyone where there is none yet."""
    Preferences.objects.get_or_create(user_id=caller.user_id)
    return Preferences.objects.select_for_update(of=("self",)).get(user_id=caller.user_id)


def update_preferences(*, row: Preferences, changes: dict[str, Any], caller: Caller) -> Preferences:
    """Change a locked row. Raises ValidationFailed where the whole makes no sense, though each value would."""
    changed = [name for name, value in changes.items() if getattr(row, name) != value]
    if not changed:
        return row
    with atomic():
        for name in changed:
            setattr(row, name, changes[name])
        _check(row)
        row.save()
        publish(
            "user.preferences_updated",
            workspace_id=caller.workspace_id,
            actor_id=caller.user_id,
            subject_type="user",
            subject_id=caller.user_id,
            changed=changed,
        )
    return row


def _check(row: Preferences) -> None:
    if (row.quiet_from is None) != (row.quiet_until is None):
        lacks = "quiet_from" if row.quiet_from is None else "quiet_until"
        raise _incomplete(lacks, "Quiet hours have a beginning and an end, or neither.")
    if row.salary_min is not None and not (row.salary_currency and row.salary_period):
        lacks = "salary_period" if row.salary_currency else "salary_currency"
        raise _incomplete(lacks, "An amount needs its currency and its period.")


def _incomplete(attr: str, detail: str) -> ValidationFailed:
    return ValidationFailed(f"{attr}: {detail}", errors=[FieldError(attr, "required", detail)])
