"""How often, and how many at once, one host is called. Pure.

`HostGate` is the seam: the gate here counts for one process, `core.shared_gate` for all of them.
"""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Protocol

from apps.core.http.errors import HostBusy

_PRUNE_ABOVE_HOSTS = 1024


@dataclass(frozen=True, slots=True)
class HostLimit:
    """Requests started per second, and requests in flight, for one host.

    `turn` is asked just before each request is sent, retries too, with the seconds it may wait: for a count that other
    processes share. It raises HostBusy when the request is not to be sent.
    """

    requests_per_second: float = 2.0
    concurrency: int = 2
    turn: Callable[[float], None] | None = None

    def slowed_to(self, seconds: float) -> HostLimit:
        """With at least so many seconds between two requests."""
        rate = min(self.requests_per_second, 1 / seconds) if seconds else self.requests_per_second
        return replace(self, requests_per_second=rate)

    def without_turn(self) -> HostLimit:
        """The same, for a gate behind which somebody else asks for the turn."""
        return replace(self, turn=None)


class HostGate(Protocol):
    """Lets calls through one by one. Implementations are shared between threads."""

    def slot(self, host: str, *, limit: HostLimit, wait_seconds: float) -> AbstractContextManager[None]:
        """Held while a request is under way. Raises HostBusy when none comes free within `wait_seconds`."""

    def pause(self, host: str, seconds: float) -> None:
        """No new request to `host` for so long: it has asked for it."""


@dataclass(slots=True)
class _Host:
    in_flight: int = 0
    opens_at: float = 0.0


class LocalHostGate:
    """The gate of one process. `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._changed = threading.Condition()

    @contextlib.contextmanager
    def slot(self, host: str, *, limit: HostLimit, wait_seconds: float) -> Iterator[None]:
        give_up_at = self._clock() + wait_seconds
        with self._changed:
            state = self._wait_until_open(host, limit, give_up_at)
            state.in_flight += 1
            state.opens_at = max(state.opens_at, self._clock() + 1 / limit.requests_per_second)
        try:
            if limit.turn is not None:
                limit.turn(max(give_up_at - self._clock(), 0.0))
            yield
        finally:
            with self._changed:
                state.in_flight -= 1
                self._changed.notify_all()

    def pause(self, host: str, seconds: float) -> None:
        with self._changed:
            state = self._state(host)
            state.opens_at = max(state.opens_at, self._clock() + seconds)

    def _wait_until_open(self, host: str, limit: HostLimit, give_up_at: float) -> _Host:
        while True:
            state, now = self._state(host), self._clock()
            pause = max(state.opens_at - now, 0.0)
            is_full = state.in_flight >= limit.concurrency
            if not pause and not is_full:
                return state
            if now + pause > give_up_at or now >= give_up_at:
                raise HostBusy(max(math.ceil(pause), 1))
            # A full host opens when a call ends, which is notified; a paused one by the clock alone.
            self._changed.wait(give_up_at - now if is_full else pause)

    def _state(self, host: str) -> _Host:
        """Looked up anew after each wait: an idle host may have been forgotten meanwhile."""
        if len(self._hosts) > _PRUNE_ABOVE_HOSTS:
            now = self._clock()
            self._hosts = {
                name: state for name, state in self._hosts.items() if state.in_flight or state.opens_at > now
            }
        return self._hosts.setdefault(host, _Host())
