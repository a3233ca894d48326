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


@shared_task(name="matching.gather_words")
def gather_words() -> int:
    """Beat: the words that a better spelling is looked for among follow the catalogue."""
    from apps.matching.search import vocabulary

    with as_system():
        return vocabulary.refresh()


@shared_task(name="matching.keep_meaning")
def keep_meaning() -> str | None:
    """Beat: a new fit where the catalogue has grown, vectors for what has none."""
    from apps.matching.semantic import services as meaning

    with as_system():
        return meaning.ask_where_due()


@shared_task(name="matching.keep_snapshot")
def keep_snapshot() -> bool:
    """Beat: this host's snapshot of the catalogue follows it."""
    from apps.matching.snapshot import services as snapshot

    with as_system():
        snapshot.forget_old()
        return snapshot.bring_up_to_date()
