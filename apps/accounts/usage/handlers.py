"""The end of a task ends what was reserved for it, whatever kind of work it is. Imported when the app is ready."""

from __future__ import annotations

from uuid import UUID

from apps.core.caller import Caller
from apps.core.db import acting
from apps.core.holdings import NOBODY
from apps.events.registry import Happened, handles
from apps.jobs.models import OVER, Status


@handles("task.updated", name="accounts.end_usage_with_task")
def end_usage_with_task(event: Happened) -> None:
    from apps.accounts.usage import services

    status = event.payload["status"]
    if status not in OVER:
        return
    # As the workspace, in a transaction of its own. Delivered again, it finds nothing open.
    caller = Caller(user_id=event.actor_id or NOBODY, workspace_id=event.workspace_id, role="member")
    with acting(caller):
        services.end_with_task(
            caller=caller, task_id=UUID(event.payload["task_id"]), succeeded=status == Status.SUCCEEDED
        )
