"""The snapshot of this process, opened from the host's files, and again when newer ones lie there."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from django.utils import timezone

from apps.matching.following import Follower
from apps.matching.snapshot.services import files, follow
from apps.matching.snapshot.standing import Snapshot

# What was written since is known for two days: an older one says too much.
_LASTS = timedelta(hours=36)
_Stamp = tuple[int, int]
_opened: dict[str, tuple[_Stamp, Snapshot]] = {}
_lock = threading.Lock()
_follower = Follower("snapshot-follow", follow)


def current() -> Snapshot | None:
    """None where there is none yet, or none that is young enough. One look at a file's date a call."""
    _follower.now_and_then()
    held = files()
    try:
        found = held.sign.stat()
    except FileNotFoundError:
        return None
    stamp, name = (found.st_mtime_ns, found.st_ino), str(held.folder)
    known = _opened.get(name)
    # Who has an older one need not wait for whoever opens the newer.
    if (known is None or known[0] != stamp) and _lock.acquire(blocking=known is None):
        try:
            known = _opened.get(name)
            if known is None or known[0] != stamp:
                snapshot = held.open(known[1] if known else None)
                if snapshot is None:
                    return None
                known = _opened[name] = (stamp, snapshot)
        finally:
            _lock.release()
    if known is None:
        return None
    is_young = timezone.now() - datetime.fromisoformat(known[1].until) < _LASTS
    return known[1] if is_young else None
