"""Thin: see `relay.py`, `sealing.py` and `checkpoints.py`."""

from __future__ import annotations

from celery import shared_task
from django.db import connections

from apps.core.db import as_system, current_alias
from apps.events import checkpoints, sealing
from apps.events.relay import relay as deliver


@shared_task(name="events.relay")
def relay() -> int:
    return deliver()


@shared_task(name="events.prepare_partitions")
def prepare_partitions() -> None:
    """Make the partitions of the months ahead; the function belongs to the owner of the tables."""
    with as_system(), connections[current_alias()].cursor() as cursor:
        cursor.execute("SELECT events_prepare_partitions(now(), 3)")


@shared_task(name="events.seal")
def seal() -> int:
    return sealing.seal()


@shared_task(name="events.checkpoint_heads")
def checkpoint_heads() -> int:
    return checkpoints.checkpoint_heads()


@shared_task(name="events.drop_old_months")
def drop_old_months() -> list[str]:
    return checkpoints.drop_old_months()
