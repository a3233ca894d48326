"""Who does a thing that must not be done twice at once, where there is no row yet to lock."""

from __future__ import annotations

from django.db import connections

from apps.core.db.context import current_alias

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 7))"
_TRY = "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 7))"


def wait_for_turn(name: str) -> None:
    """Wait until nobody else holds `name`, and hold it to the end of the transaction."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_LOCK, [name])


def take_turn(name: str) -> bool:
    """Hold `name` to the end of the transaction; False at once where somebody else does."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_TRY, [name])
        return bool(cursor.fetchone()[0])
