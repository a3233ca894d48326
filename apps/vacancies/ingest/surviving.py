"""Work that outlives a moment without PostgreSQL: a restart, a failover, a deadlock."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, close_old_connections

from apps.jobs.running import LeaseLost, Running

log = logging.getLogger(__name__)

# Seconds that a database may stay away before the work is left to the reaper; between two tries; and after which a
# try has worked before it lost its database anew (longer than the pool waits for a connection).
PATIENCE = 60.0
PAUSE = 1.0
STEADY = 15.0


def work(running: Running, step: Callable[[], None], *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Call `step`, which takes up where its own rows say, until it gets through.

    Raises LeaseLost when the database stays away: then nobody marks the task as failed, and whoever finds it without a
    living worker goes on with it.
    """
    began = time.monotonic()
    while True:
        tried = time.monotonic()
        try:
            return step()
        except (OperationalError, InterfaceError) as fault:
            if time.monotonic() - tried > STEADY:
                began = time.monotonic()
            if time.monotonic() - began > PATIENCE:
                raise LeaseLost from fault
            log.warning("%s %s waits for PostgreSQL", running.task.kind, running.task.pk)
            close_old_connections()
            sleep(PAUSE)
