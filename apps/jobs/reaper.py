"""Finds work that nobody does: its worker died, or its message was lost, or the commit came before a crash."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from apps.core.db import as_system, atomic
from apps.jobs.models import AbstractTask, GlobalTask, Status, Task
from apps.jobs.running import lease_time
from apps.jobs.services import wake


def reap(limit: int = 200) -> int:
    """Wake a worker for every lost task; answers how many. Running it twice is harmless: a row is claimed once."""
    return sum(_reap(model, limit) for model in (Task, GlobalTask))


def _reap(model: type[AbstractTask], limit: int) -> int:
    now = timezone.now()
    lost = Q(status=Status.RUNNING, lease_until__lt=now) | Q(
        status=Status.QUEUED, queued_at__lt=now - max(lease_time(), timedelta(seconds=10))
    )
    with as_system():
        with atomic():
            tasks = list(
                model._default_manager.select_for_update(skip_locked=True)
                .filter(lost)
                .order_by("queued_at")[:limit]
            )
            # Push it back in the queue's order, so that a long queue is not woken again at every tick.
            model._default_manager.filter(pk__in=[task.pk for task in tasks]).update(queued_at=now)
        for task in tasks:
            wake(task)
    return len(tasks)
