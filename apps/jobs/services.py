"""Asking for work, and calling it off."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from apps.core.caller import NO_WORKSPACE, Caller
from apps.core.db import atomic, on_commit
from apps.core.errors import Conflict, NotFound
from apps.core.queue import send
from apps.core.request_id import current_request_id
from apps.events.services import publish
from apps.jobs.models import AbstractTask, GlobalTask, Status, Task
from apps.jobs.registry import kind_called


def enqueue(*, kind: str, caller: Caller, arguments: dict[str, Any]) -> Task:
    """A task of the caller's workspace; a worker is woken after commit."""
    task = Task.objects.create(
        kind=kind,
        arguments=arguments,
        workspace_id=caller.workspace_id,
        user_id=caller.user_id,
        role=caller.role,
        plan=caller.plan,
        request_id=current_request_id.get(),
    )
    _record(task, "queued")
    on_commit(lambda: wake(task))
    return task


def enqueue_global(
    *, kind: str, arguments: dict[str, Any], start: bool = True, command: str = ""
) -> GlobalTask:
    """Work of no workspace, as system. With `start=False` the maker runs it itself and the reaper is its net.

    `command` is the management command that asked, where one did.
    """
    with atomic():
        task = GlobalTask.objects.create(kind=kind, arguments=arguments)
        _record(task, "queued", command=command)
    if start:
        on_commit(lambda: wake(task))
    return task


def wake(task: AbstractTask) -> None:
    """Send the message that makes a worker look at the row."""
    send("jobs.run", str(task.pk), isinstance(task, GlobalTask), queue=kind_called(task.kind).queue)


def cancel(*, task_id: UUID, caller: Caller) -> Task:
    """Queued work is over at once; running work is asked, and ends at its next step."""
    with atomic():
        task = Task.objects.select_for_update().filter(pk=task_id, workspace_id=caller.workspace_id).first()
        if task is None:
            raise NotFound()
        if task.status == Status.CANCELLED:
            return task
        if task.is_over:
            raise Conflict(f"This task has already {task.status}.")
        if task.status == Status.QUEUED:
            task.status, task.finished_at = Status.CANCELLED, timezone.now()
            _record(task, "updated", actor_id=caller.user_id)
        elif not task.cancel_asked:
            _record(task, "cancel_asked", actor_id=caller.user_id)
        task.cancel_asked = True
        task.save()
    return task


def tell(task: AbstractTask) -> None:
    """Publish where a task stands."""
    _record(task, "updated")


def _record(task: AbstractTask, verb: str, *, actor_id: UUID | None = None, command: str = "") -> None:
    """One event of a task, by the user who asked for it unless somebody else is named."""
    said = {"task_id": str(task.id), "kind": task.kind, "status": task.status}
    if isinstance(task, Task):
        noun, workspace_id, actor_id = "task", task.workspace_id, actor_id or task.user_id
    else:
        noun, workspace_id = "global_task", NO_WORKSPACE
    publish(
        f"{noun}.{verb}",
        workspace_id=workspace_id,
        actor_id=actor_id,
        subject_type=noun,
        subject_id=task.id,
        payload={**said, "command": command} if command else said,
    )
