"""Keeping the snapshot of this host current. Whoever runs it, one at a time does; what is written is whole or not there."""

from __future__ import annotations

import subprocess  # nosec B404
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

import numpy as np
from django.conf import settings
from django.db import connections, transaction
from django.utils import timezone

from apps.core.db import current_alias
from apps.matching.ids import as_ids, uuids
from apps.matching.snapshot import reading
from apps.matching.snapshot.files import FORMAT, SnapshotFiles, Stand
from apps.matching.snapshot.standing import Snapshot
from apps.matching.snapshot.words import Mask
from apps.matching.snapshot.writing import Row, SegmentWriter
from apps.vacancies.models.writes import CatalogueWrite

# A tail is written anew each time: when it is longer than this and a tenth of the rest, all is.
LONGEST_TAIL = 20_000
OLDEST_MAIN = timedelta(days=1)
# What a snapshot lacks is known for so long; an older one is written anew, and not asked any more.
KEPT = timedelta(days=2)


def files() -> SnapshotFiles:
    return SnapshotFiles(Path(settings.SNAPSHOT_ROOT))


class Due(StrEnum):
    """What a host's snapshot lacked."""

    NOTHING = "nothing"
    TAIL = "tail"
    ALL = "all"


def bring_up_to_date() -> bool:
    """Write what this host's snapshot lacks. False where nothing is lacking, or another process is at it."""
    return _bring_up_to_date(may_write_all=True) != Due.NOTHING


def follow() -> None:
    """The same for a process that answers requests: what was written since is added here, but to read all of the catalogue is a
    minute's work for a process of its own, and for hundreds of thousands of vacancies many."""
    if _bring_up_to_date(may_write_all=False) == Due.ALL:
        subprocess.run([sys.executable, settings.BASE_DIR / "manage.py", "keep_snapshot"], check=False)  # nosec B603  # noqa: S603 - our own command


def _bring_up_to_date(*, may_write_all: bool) -> Due:
    held = files()
    with held.writing() as is_mine:
        if not is_mine:
            return Due.NOTHING
        stand, snapshot = held.stand(), held.open()
        with _standing_still():
            changed = _changed(stand, snapshot)
            if stand is not None and snapshot is not None and changed is not None:
                if changed:
                    _write_tail(held, stand, snapshot, changed)
                return Due.TAIL if changed else Due.NOTHING
            if may_write_all:
                _write_all(held)
    return Due.ALL


def _changed(stand: Stand | None, snapshot: Snapshot | None) -> list[bytes] | None:
    """Ids of all that changed since the main part was written, none where nothing was written since the snapshot; None where all is
    to be written anew."""
    if stand is None or snapshot is None or _is_old(stand) or not reading.is_known(snapshot.seen):
        return None
    written = reading.written_since(snapshot.seen)
    if not written:
        return []
    changed = sorted({*written, *(pk.bytes for pk in uuids(snapshot.tail.ids))})
    return changed if len(changed) <= max(LONGEST_TAIL, len(snapshot.main) // 10) else None


def forget_old() -> None:
    """Drop what no snapshot asks for any more."""
    CatalogueWrite.objects.filter(at__lt=timezone.now() - KEPT).delete()


@contextmanager
def _standing_still() -> Iterator[None]:
    """One view of the database for all that is read within."""
    with transaction.atomic(using=current_alias()):
        with connections[current_alias()].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _is_old(stand: Stand) -> bool:
    return timezone.now() - datetime.fromisoformat(stand["built"]) > OLDEST_MAIN


def _write_all(held: SnapshotFiles) -> None:
    seen, now = reading.seen(), timezone.now().isoformat()
    main, size = _write(held, reading.everything())
    tail, _ = _write(held, ())
    stand: Stand = {"format": FORMAT, "main": main, "tail": tail, "seen": seen, "built": now, "until": now}
    held.point_at(stand, np.zeros(size, dtype=bool))


def _write_tail(held: SnapshotFiles, stand: Stand, snapshot: Snapshot, ids: list[bytes]) -> None:
    """`ids` are of all that changed since the main part was written."""
    seen, now = reading.seen(), timezone.now().isoformat()
    tail, _ = _write(held, reading.some(ids))
    gone: Mask = snapshot.gone.copy()
    gone[snapshot.main.rows_of(as_ids(b"".join(ids)))] = True
    held.point_at({**stand, "format": FORMAT, "tail": tail, "seen": seen, "until": now}, gone)


def _write(held: SnapshotFiles, batches: Iterable[list[Row]]) -> tuple[str, int]:
    """The new segment's folder, and how many rows it has."""
    folder, size = held.part(), 0
    writer = SegmentWriter(folder)
    for rows in batches:
        writer.add(rows)
        size += len(rows)
    writer.finish()
    return folder.name, size
