"""From rows to the files of this host. Whoever runs it, one at a time does; what is written is whole or not there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
from django.utils import timezone

from apps.matching.models import SemanticFit
from apps.matching.semantic import files, vectors
from apps.matching.semantic.index import Rows, SemanticIndex
from apps.matching.semantic.opening import root

# A row's moment is set before its transaction is committed: what is younger than this may have been missed.
_LATE = timedelta(minutes=5)
# A tail is looked through whole: when it is longer than this, or than a tenth of the rest, all is built anew.
LONGEST_TAIL = 5000
# What was closed goes with the next building: a day later at most.
OLDEST_MAIN = timedelta(days=1)
_EVER = datetime(2000, 1, 1, tzinfo=UTC)


def bring_up_to_date(fit: SemanticFit) -> bool:
    """Write what is missing in this host's index of `fit`. False where another process is at it."""
    held = files.IndexFiles(root(), fit.version)
    with held.writing() as is_mine:
        if not is_mine:
            return False
        now = timezone.now()
        stand = held.stand()
        if stand is None:
            held.write_model(
                bytes(fit.model),
                {"kind": fit.kind, "dimensions": fit.dimensions},
            )
        index = held.open()
        if stand is None or index is None or now - datetime.fromisoformat(stand["built"]) > OLDEST_MAIN:
            _build(held, fit, now)
            return True
        found = vectors.read(fit, datetime.fromisoformat(stand["until"]) - _LATE)
        tail = _behind(index, found)
        if len(tail.ids) > max(LONGEST_TAIL, len(index.main) // 10):
            _build(held, fit, now)
        elif len(found.ids):
            hidden = index.hidden.copy()
            hidden[index.main.rows_of(found.ids)] = True
            held.write_tail(tail, hidden, now.isoformat())
    return True


def _build(held: files.IndexFiles, fit: SemanticFit, now: datetime) -> None:
    held.write_main(vectors.read(fit, _EVER), now.isoformat())


def _behind(index: SemanticIndex, found: Rows) -> Rows:
    """The tail there was, with what was found anew."""
    old = index.tail
    rows = np.flatnonzero(~np.isin(old.ids, found.ids)).astype(np.int32)
    return Rows(
        np.concatenate([old.ids[rows], found.ids]),
        np.concatenate([old.titles.vectors(rows).astype(np.float16), found.titles]),
        np.concatenate([old.bodies.vectors(rows).astype(np.float16), found.bodies]),
    )
