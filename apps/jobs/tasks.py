"""Thin: see `runner.py`, `reaper.py`, `keys.py`."""

from __future__ import annotations

from uuid import UUID

from celery import shared_task
from django.core.cache import cache

from apps.jobs import keys, reaper, runner


@shared_task(name="jobs.run")
def run(task_id: str, is_global: bool = False) -> bool:
    return runner.run(UUID(task_id), is_global=is_global)


@shared_task(name="jobs.reap")
def reap() -> int:
    # Run by a worker at every tick of beat: its mark tells /health/ that both live.
    cache.set("workers:seen", True, 60)
    return reaper.reap()


@shared_task(name="jobs.forget_old_keys")
def forget_old_keys() -> int:
    return keys.forget_old_keys()
