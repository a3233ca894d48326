"""Sliding windows of one process. Pure: the clock is given.

`limits` has a window in memory too, but each hit may start a thread that walks over every name there is: with 100,000
names, 200 hits took 1.8 s of processor time, just when many addresses knock.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from threading import Lock

# So many names are kept before those whose hits have all passed are looked for.
SWEPT_FROM = 10_000


@dataclass(slots=True)
class _Hits:
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def drop_old(self, now: float) -> None:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()


class LocalWindows:
    """Exact counts per name. Thread-safe: one lock, held for the count of one name."""

    def __init__(self) -> None:
        self._names: dict[str, _Hits] = {}
        self._lock = Lock()
        self._sweep_at = SWEPT_FROM

    def __len__(self) -> int:
        return len(self._names)

    def hit(self, name: str, limit: int, seconds: float, *, cost: int, now: float) -> tuple[bool, int, float]:
        """Count `cost` if it fits: whether it did, the hits within the window, and when (`now`'s clock) the oldest was."""
        with self._lock:
            hits = self._names.get(name)
            if hits is None:
                self._sweep(now)
                hits = self._names[name] = _Hits(seconds)
            hits.drop_old(now)
            fits = len(hits.times) + cost <= limit
            if fits:
                hits.times.extend([now] * cost)
            return fits, len(hits.times), hits.times[0] if hits.times else now

    def forget(self, name: str) -> None:
        with self._lock:
            self._names.pop(name, None)

    def _sweep(self, now: float) -> None:
        if len(self._names) < self._sweep_at:
            return
        for hits in self._names.values():
            hits.drop_old(now)
        self._names = {name: hits for name, hits in self._names.items() if hits.times}
        # Twice as many as are left: a sweep costs no more than what was added since the last.
        self._sweep_at = max(SWEPT_FROM, 2 * len(self._names))
