"""Thin: see `sweeping.py`."""

from __future__ import annotations

from celery import shared_task

from apps.documents import sweeping


@shared_task(name="documents.sweep_orphans")
def sweep_orphans() -> int:
    return sweeping.sweep_orphans()


@shared_task(name="documents.sweep_exports")
def sweep_exports() -> int:
    return sweeping.sweep_exports()
