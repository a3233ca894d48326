"""Signed checkpoints, and the only way in which sealed events leave: a month at a time, each row covered by one."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.db import connections
from django.utils import timezone

from apps.core.caller import NO_WORKSPACE
from apps.core.db import as_system, atomic, current_alias
from apps.events import auditing, sealing
from apps.events.models import Checkpoint
from apps.events.services import publish
from apps.events.signing import signed

log = logging.getLogger(__name__)
BATCH = 1000

_MOVED_HEADS = """
SELECT c.workspace_id, c.seq, c.seq, c.hash FROM events_chain c
WHERE c.seq > 0 AND NOT EXISTS (SELECT FROM events_checkpoint k
    WHERE k.workspace_id = c.workspace_id AND k.kind = 'head' AND k.seq = c.seq)
ORDER BY c.workspace_id LIMIT %s
"""
_MONTHS = """
SELECT to_timestamp(right(c.relname, 6) || '01 UTC', 'YYYYMMDD TZ') FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = 'events_event'::regclass AND c.relname ~ '^events_event_[0-9]{6}$' ORDER BY 1
"""
# Runs of numbers without a gap: an event that was committed late stands in the chain among those of the next month.
_RUNS = """
SELECT DISTINCT ON (workspace_id, island) workspace_id, min(seq) OVER w, seq, hash FROM (
    SELECT workspace_id, seq, hash, seq - row_number() OVER (PARTITION BY workspace_id ORDER BY seq) AS island
    FROM events_event WHERE seq IS NOT NULL AND id >= events_first_id(%s) AND id < events_first_id(%s)
) sealed WINDOW w AS (PARTITION BY workspace_id, island) ORDER BY workspace_id, island, seq DESC
"""


def checkpoint_heads() -> int:
    """Sign the head of every chain that has grown since its last checkpoint; answers how many."""
    made = 0
    with as_system():
        while True:
            with atomic(), connections[current_alias()].cursor() as cursor:
                cursor.execute(_MOVED_HEADS, [BATCH])
                heads = cursor.fetchall()
                _keep(Checkpoint.Kind.HEAD, heads)
            made += len(heads)
            if len(heads) < BATCH:
                return made


def _keep(kind: Checkpoint.Kind, places: list[tuple[UUID, int, int, str]]) -> None:
    now = timezone.now()
    Checkpoint.objects.bulk_create(
        [
            signed(
                Checkpoint(workspace_id=chain, kind=kind, first_seq=first, seq=seq, hash=hash_, made_at=now)
            )
            for chain, first, seq, hash_ in places
        ],
        batch_size=BATCH,
        ignore_conflicts=True,
    )


def drop_old_months() -> list[str]:
    """Drop the months older than `EVENT_RETENTION_MONTHS` (0: none ever), the oldest first; answers which.

    Nothing is dropped while any chain was touched: what is wrong must stay to be seen.
    """
    if settings.EVENT_RETENTION_MONTHS <= 0:
        return []
    with as_system():
        months = [month for month in _months() if _is_old(month)]
    if not months:
        return []
    sealing.seal()
    if auditing.verify_chains().touched:
        log.error("events are kept beyond their time: a chain was touched; run `manage.py audit verify`")
        return []
    for month in months:
        _drop(month)
    return [f"{month:%Y-%m}" for month in months]


def _months() -> list[datetime]:
    """The first moments of the months that have a partition, the oldest first."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_MONTHS)
        return [first.astimezone(UTC) for (first,) in cursor.fetchall()]


def _is_old(month: datetime) -> bool:
    now = timezone.now()
    age = (now.year - month.year) * 12 + now.month - month.month
    return bool(age > settings.EVENT_RETENTION_MONTHS)


def _drop(month: datetime) -> None:
    """Checkpoints, the drop and its event in one transaction; refused where a row is not covered."""
    following = month.replace(year=month.year + month.month // 12, month=month.month % 12 + 1)
    with as_system(), atomic(), connections[current_alias()].cursor() as cursor:
        cursor.execute(_RUNS, [month, following])
        _keep(Checkpoint.Kind.DROPPED, cursor.fetchall())
        cursor.execute("SELECT events_drop_month(%s)", [month])
        publish(
            "events.month_dropped",
            workspace_id=NO_WORKSPACE,
            payload={"month": f"{month:%Y-%m}", "task": "events.drop_old_months"},
        )
