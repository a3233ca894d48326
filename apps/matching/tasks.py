"""Thin: see `services.py`."""

from __future__ import annotations

from celery import shared_task

from apps.core.db import as_system
from apps.matching import services


@shared_task(name="matching.keep_current")
def keep_current() -> bool:
    """Beat's net: what no crawl asked for (a restored catalogue, newer code) is read, too."""
    with as_system():
        return services.ask_where_unread()
