"""What a piece of work holds while it runs: its arguments, its progress, its lease."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections
from django.utils import timezone

from apps.core.caller import Caller
from apps.core.db import acting, as_system, atomic
from apps.jobs.models import AbstractTask, Status, Task
from apps.jobs.services import tell

log = logging.getLogger(__name__)


class Cancelled(Exception):
    """Somebody called the work off; whatever is uncommitted goes."""


class LeaseLost(Exception):
    """Another worker holds the work now; this one stops, and changes nothing more."""


def lease_time() -> timedelta:
    return timedelta(seconds=settings.JOB_LEASE_SECONDS)


class Running:
    """One claimed task. `lease` is the mark this worker set on the row when it claimed it."""

    def __init__(self, task: AbstractTask, lease: UUID) -> None:
        self.task = task
        self.lease = lease
        self.model = type(task)
        self.arguments: dict[str, Any] = task.arguments
        self._reported = 0.0

    @property
    def caller(self) -> Caller:
        """For whom: the user as they were when they asked."""
        if not isinstance(self.task, Task):
            raise TypeError("work of no workspace has no caller")
        return Caller(
            user_id=self.task.user_id,
            workspace_id=self.task.workspace_id,
            role=self.task.role,
            plan=self.task.plan,
        )

    @contextmanager
    def acting(self) -> Iterator[Caller]:
        """A transaction as the task's workspace."""
        with acting(self.caller) as caller:
            yield caller

    def progress(self, done: int, total: int | None = None, message: str = "") -> None:
        """Say how far it is (at most twice a second). Raises Cancelled or LeaseLost where work should end."""
        now = time.monotonic()
        if now - self._reported < 0.5 and done != total:
            return
        self._reported = now
        with as_system():
            mine = self.model._default_manager.filter(
                pk=self.task.pk, lease=self.lease, status=Status.RUNNING
            )
            if not mine.update(
                done=done, total=total, message=message[:200], lease_until=timezone.now() + lease_time()
            ):
                raise LeaseLost()
            if mine.filter(cancel_asked=True).exists():
                raise Cancelled()

    def finish(self, result: dict[str, Any] | None = None) -> None:
        """Mark it succeeded, in the transaction of its effect: both are committed, or neither. Call it last."""
        with atomic():
            task = (
                self.model._default_manager.select_for_update()
                .filter(pk=self.task.pk, lease=self.lease, status=Status.RUNNING)
                .first()
            )
            if task is None:
                raise LeaseLost()
            task.status, task.result, task.finished_at = Status.SUCCEEDED, result or {}, timezone.now()
            task.lease = task.lease_until = None
            if task.total is not None:
                task.done = task.total
            task.save()
            tell(task)


class Heartbeat:
    """Renews the lease from a thread of its own while the work runs."""

    def __init__(self, running: Running) -> None:
        self.running = running
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> Heartbeat:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopped.set()
        self.thread.join(timeout=5)

    def _beat(self) -> None:
        every = lease_time().total_seconds() / 3
        while not self.stopped.wait(every):
            close_old_connections()
            try:
                with as_system():
                    self.running.model._default_manager.filter(
                        pk=self.running.task.pk, lease=self.running.lease, status=Status.RUNNING
                    ).update(lease_until=timezone.now() + lease_time())
            except (DatabaseError, InterfaceError) as fault:
                # The database is away for a moment: the next beat is to find it back.
                log.warning("no heartbeat of %s: %s", self.running.task.pk, type(fault).__name__)
        close_old_connections()
