"""What changes an account."""

from __future__ import annotations

from typing import Any

from apps.accounts.models import User
from apps.core.caller import Caller
from apps.core.db import atomic
from apps.events.services import publish


def update_user(*, user: User, changes: dict[str, Any], caller: Caller) -> User:
    """Change a locked user's own fields; nothing is written or told where nothing differs."""
    changed = [name for name, value in changes.items() if getattr(user, name) != value]
    if not changed:
        return user
    with atomic():
        for name in changed:
            setattr(user, name, changes[name])
        user.save()
        publish(
            "user.updated",
            workspace_id=caller.workspace_id,
            actor_id=caller.user_id,
            subject_type="user",
            subject_id=user.pk,
            changed=changed,
        )
    return user
