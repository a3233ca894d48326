"""Thin: see `relay.py`."""

from __future__ import annotations

from celery import shared_task
from django.db import connections

from apps.core.db import as_system, current_alias
from apps.events.relay import relay as deliver


@shared_task(name="events.relay")
def relay() -> int:
    return deliver()


@shared_task(name="events.prepare_partitions")
def prepare_partitions() -> None:
    """Make the partitions of the months ahead; the function belongs to the owner of the tables."""
    with as_system(), connections[current_alias()].cursor() as cursor:
        cursor.execute("SELECT events_prepare_partitions(now(), 3)")
