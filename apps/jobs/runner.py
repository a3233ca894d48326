"""Claims a task's row and runs its work: exactly one worker at a time, again after a crash, finished once."""

from __future__ import annotations

import logging
from uuid import UUID

from django.utils import timezone

from apps.core import errors
from apps.core.api.problems import as_app_error, problem_body
from apps.core.db import as_system, atomic
from apps.core.models import uuid7
from apps.core.request_id import current_request_id
from apps.jobs.models import AbstractTask, GlobalTask, Status, Task
from apps.jobs.registry import Kind, kind_called
from apps.jobs.running import Cancelled, Heartbeat, LeaseLost, Running, lease_time
from apps.jobs.services import tell

log = logging.getLogger(__name__)


def claim(task_id: UUID, *, is_global: bool) -> Running | None:
    """Take the row if nobody alive has it. None when it is over, gone, or held by a living worker."""
    model: type[AbstractTask] = GlobalTask if is_global else Task
    now = timezone.now()
    with as_system(), atomic():
        task = model._default_manager.select_for_update(skip_locked=True).filter(pk=task_id).first()
        if task is None or task.is_over or (task.lease_until and task.lease_until > now):
            return None
        kind = kind_called(task.kind)
        if task.attempts >= kind.most_attempts:
            _end(task, Status.FAILED, errors.AppError("This work failed each time it was tried."))
            return None
        task.status, task.lease, task.lease_until = Status.RUNNING, uuid7(), now + lease_time()
        task.attempts += 1
        task.started_at = task.started_at or now
        task.save()
        return Running(task, task.lease)


def run(task_id: UUID, *, is_global: bool) -> bool:
    """Run a task to its end. False when there was nothing to do."""
    running = claim(task_id, is_global=is_global)
    if running is None:
        return False
    run_claimed(running)
    return True


def run_claimed(running: Running) -> None:
    """The work of a claimed task; every fault is written to the row."""
    task = running.task
    token = current_request_id.set(getattr(task, "request_id", ""))
    try:
        with Heartbeat(running):
            _work(kind_called(task.kind), running)
    except LeaseLost:
        log.warning("%s %s went on elsewhere", task.kind, task.pk)
    except Cancelled:
        _close(running, Status.CANCELLED, None)
    except Exception as fault:
        error = as_app_error(fault)
        if error is None:
            log.exception("%s %s failed", task.kind, task.pk)
            error = errors.AppError()
        _close(running, Status.FAILED, error)
    finally:
        current_request_id.reset(token)


def _work(kind: Kind, running: Running) -> None:
    if kind.is_global:
        with as_system():
            kind.work(running)
    else:
        kind.work(running)


def _close(running: Running, status: Status, error: errors.AppError | None) -> None:
    with as_system(), atomic():
        task = (
            running.model._default_manager.select_for_update()
            .filter(pk=running.task.pk, lease=running.lease, status=Status.RUNNING)
            .first()
        )
        if task is not None:
            _end(task, status, error)


def _end(task: AbstractTask, status: Status, error: errors.AppError | None) -> None:
    task.status, task.finished_at = status, timezone.now()
    task.lease = task.lease_until = None
    task.problem = problem_body(error, f"/api/v1/tasks/{task.pk}/") if error else None
    task.save()
    tell(task)
