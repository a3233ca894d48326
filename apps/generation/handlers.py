"""A generation whose work ended without a draft ends with it. The work is imported at first need: boot stays light."""

from __future__ import annotations

from uuid import UUID

from apps.events.registry import Happened, handles
from apps.generation.jobs import GENERATE


@handles("task.updated", name="generation.end_with_task")
def end_with_task(event: Happened) -> None:
    from apps.generation import services

    if event.payload["kind"] == GENERATE and event.payload["status"] in ("failed", "cancelled"):
        services.end_with_task(
            task_id=UUID(event.payload["task_id"]), cancelled=event.payload["status"] == "cancelled"
        )
