"""Work on this host's files, aside from any request: where no worker of the host does it, somebody must."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connections

from apps.core.db import as_system

log = logging.getLogger(__name__)


class Follower:
    """`work` (of the system role) in a thread of its own, at most every `SEMANTIC_FOLLOW_SECONDS`."""

    def __init__(self, name: str, work: Callable[[], object]) -> None:
        self._name, self._work = name, work
        self._lock = threading.Lock()
        self._last = -1e9

    def now_and_then(self) -> None:
        """Returns at once."""
        every, now = settings.SEMANTIC_FOLLOW_SECONDS, time.monotonic()
        with self._lock:
            if not every or now - self._last < every:
                return
            self._last = now
        threading.Thread(target=self._follow, name=self._name, daemon=True).start()

    def _follow(self) -> None:
        try:
            with as_system():
                self._work()
        except (DatabaseError, InterfaceError) as fault:
            log.warning("%s: %s", self._name, type(fault).__name__)
        finally:
            connections.close_all()
