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
from typing import TypeVar

T = TypeVar("T")

_ends_at: ContextVar[float] = ContextVar("outbound_deadline", default=math.inf)


def after(seconds: float) -> float:
    """The moment `seconds` from now, to be given to `until`."""
    return time.monotonic() + seconds


@contextlib.contextmanager
def until(moment: float) -> Iterator[None]:
    """Everything inside ends at `moment`, or at the deadline around it if that comes first."""
    token = _ends_at.set(min(_ends_at.get(), moment))
    try:
        yield
    finally:
        _ends_at.reset(token)


def each_until(moment: float, items: Iterator[T]) -> Iterator[T]:
    """`items`, each produced under the deadline, which does not reach into what is done between them."""
    while True:
        with until(moment):
            item = next(items, None)
        if item is None:
            return
        yield item


def remaining() -> float:
    """Seconds left, 0 at least; infinite outside of `until`."""
    return max(_ends_at.get() - time.monotonic(), 0.0)


def bounded(timeout: float | None) -> float | None:
    """The shorter of `timeout` and what is left, in seconds; None when neither bounds."""
    shortest = min(math.inf if timeout is None else timeout, remaining())
    return None if shortest == math.inf else shortest
