"""The snapshot of this process, opened from the host's files, and again when newer ones lie there."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from django.utils import timezone

from apps.matching.following import Follower
from apps.matching.snapshot.services import bring_up_to_date, files
from apps.matching.snapshot.standing import Snapshot

# What was written since is known for two days: an older one says too much.
_LASTS = timedelta(hours=36)
_Stamp = tuple[int, int]
_opened: dict[str, tuple[_Stamp, Snapshot]] = {}
_lock = threading.Lock()
_follower = Follower("snapshot-follow", bring_up_to_date)


def current() -> Snapshot | None:
    """None where there is none yet, or none that is young enough. One look at a file's date a call."""
    _follower.now_and_then()
    held = files()
    try:
        found = held.sign.stat()
    except FileNotFoundError:
        return None
    stamp, name = (found.st_mtime_ns, found.st_ino), str(held.folder)
    with _lock:
        known = _opened.get(name)
        if known is None or known[0] != stamp:
            snapshot = held.open(known[1] if known else None)
            if snapshot is None:
                return None
            known = _opened[name] = (stamp, snapshot)
    is_young = timezone.now() - datetime.fromisoformat(known[1].until) < _LASTS
    return known[1] if is_young else None
