"""What background work holds: what was asked for and what came of it."""

from __future__ import annotations

from typing import Any

from apps.core.holdings import NOBODY, holds
from apps.jobs.models import IdempotencyRecord, Status, Task
from apps.jobs.services import tell


def _call_off(keys: list[Any]) -> None:
    """What waits for the work hears that it will not be done."""
    for task in Task.objects.filter(pk__in=keys, status__in=[Status.QUEUED, Status.RUNNING]):
        # In nobody's name: what it says must still be there when it is delivered.
        task.status, task.user_id = Status.CANCELLED, NOBODY
        tell(task)


# First: its worker finds the row gone, and keeps nothing of what it did.
holds(Task, first=True, hides=("lease", "lease_until"), about="Background work.", on_erase=_call_off)
holds(
    IdempotencyRecord,
    unexported="An answer kept a day for whoever repeats a request; its rows are given out.",
)
