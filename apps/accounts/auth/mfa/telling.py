"""Events of somebody who changes how their own account is entered."""

from __future__ import annotations

from collections.abc import Iterable

from apps.accounts.models import User
from apps.core.caller import Caller
from apps.events.services import publish


def tell(event_type: str, *, user: User, caller: Caller, changed: Iterable[str]) -> None:
    """In the caller's workspace: within `acting()` no other can be written to."""
    publish(
        event_type,
        workspace_id=caller.workspace_id,
        actor_id=caller.user_id,
        subject_type="user",
        subject_id=user.pk,
        changed=changed,
    )
