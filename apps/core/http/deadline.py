"""One deadline for a whole call, felt by every read of a socket beneath it. Pure.

A time-out per read does not bound a call: a server that drips one byte at a time never trips it. httpcore has
no other clock, and its streams outlive a call, so the deadline travels in a context variable.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator
from contextvars import ContextVar

_ends_at: ContextVar[float] = ContextVar("outbound_deadline", default=math.inf)


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Everything inside ends `seconds` from now, or at the deadline around it if that comes first."""
    token = _ends_at.set(min(_ends_at.get(), time.monotonic() + seconds))
    try:
        yield
    finally:
        _ends_at.reset(token)


def remaining() -> float:
    """Seconds left, 0 at least; infinite outside of `within`."""
    return max(_ends_at.get() - time.monotonic(), 0.0)


def bounded(timeout: float | None) -> float | None:
    """The shorter of `timeout` and what is left, in seconds; None when neither bounds."""
    shortest = min(math.inf if timeout is None else timeout, remaining())
    return None if shortest == math.inf else shortest
