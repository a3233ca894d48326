"""One kind of answer, kept in layers, and computed once however many ask for it."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import time
from collections import Counter
from collections.abc import Callable, Sequence
from threading import Event, Lock

import orjson

from apps.core.cached import generations
from apps.core.cached.recent import Recent
from apps.core.cached.valkey import Away, Kept, valkey

Compute = Callable[[], bytes]

# How often one who waits for another process looks, at first and at last.
_LOOKS = (0.005, 0.05)
# What is larger is not kept in the process: `most` of these are what one kind of answer may cost it.
LARGEST = 256 * 1024


class _Flight:
    """A computation of this process that others may wait for."""

    def __init__(self) -> None:
        self.landed = Event()
        self.value: bytes | None = None


class Cached:
    """A kind of answer called `name`, shown for at most `seconds` after it was begun to be computed.

    `shape` is the version of what the bytes mean: code that reads them otherwise has another. The process keeps `most` of
    them. Who finds another computing the same answer waits `patience` seconds for it, then computes it, too.
    """

    def __init__(
        self, name: str, *, seconds: float, shape: int = 1, most: int = 256, patience: float = 2.0
    ) -> None:
        self.name, self.seconds, self.shape, self.patience = name, seconds, shape, patience
        self._kept: Recent[str, tuple[bytes, float]] = Recent(most)
        self._flights: dict[str, _Flight] = {}
        self._lock = Lock()
        self._counts: Counter[str] = Counter()

    def get(self, arguments: object, compute: Compute, *, depends_on: Sequence[str]) -> bytes:
        """The answer for these arguments (anything that JSON can say), kept or computed.

        `depends_on` names the namespaces it is read from; one that shows what a workspace has of its own names the
        workspace's, by which no other workspace ever meets it. What `compute` raises is raised, and not kept.
        """
        try:
            tokens = generations.current(depends_on)
        except Away:
            # Nobody can say what is still true: only who asks at the same time shares an answer.
            tokens = []
        key = self._key(arguments, depends_on, tokens)
        if tokens and (kept := self._in_process(key)) is not None:
            return self._counted("process", kept)
        return self._once(key, compute, is_shared=bool(tokens))

    def counts(self) -> dict[str, int]:
        """Answers of this process so far by where they came from: `process`, `shared`, `waited`, `computed`."""
        with self._lock:
            return dict(self._counts)

    def _key(self, arguments: object, depends_on: Sequence[str], tokens: list[str]) -> str:
        said = orjson.dumps([arguments, depends_on, tokens], default=str, option=orjson.OPT_SORT_KEYS)
        return f"cached:{self.name}:{self.shape}:{hashlib.blake2b(said, digest_size=16).hexdigest()}"

    def _once(self, key: str, compute: Compute, *, is_shared: bool) -> bytes:
        """By the first thread that asks; the others wait for it."""
        with self._lock:
            flight = self._flights.get(key)
            is_first = flight is None
            if flight is None:
                flight = self._flights[key] = _Flight()
        if not is_first:
            flight.landed.wait(self.patience)
            if flight.value is not None:
                return self._counted("waited", flight.value)
            return self._computed(key, compute, is_shared=is_shared)
        try:
            flight.value = (
                self._shared(key, compute) if is_shared else self._computed(key, compute, is_shared=False)
            )
            return flight.value
        finally:
            with self._lock:
                del self._flights[key]
            flight.landed.set()

    def _shared(self, key: str, compute: Compute) -> bytes:
        """By the first process that asks; the others wait for it, and one of them takes over where it died."""
        lock, token = f"{key}:lock", secrets.token_hex(8)
        until, pause = time.monotonic() + self.patience, _LOOKS[0]
        is_taken = False
        try:
            while True:
                found = valkey().look(key, lock, token, seconds=self.patience)
                if isinstance(found, Kept):
                    return self._counted("shared", self._keep(key, found))
                is_taken = found
                if is_taken or time.monotonic() >= until:
                    break
                time.sleep(pause)
                pause = min(2 * pause, _LOOKS[1])
            return self._computed(key, compute, is_shared=True)
        except Away:
            return self._computed(key, compute, is_shared=False)
        finally:
            if is_taken:
                self._release(lock, token)

    def _computed(self, key: str, compute: Compute, *, is_shared: bool) -> bytes:
        began = time.monotonic()
        value = compute()
        left = self.seconds - (time.monotonic() - began)
        if is_shared and left > 0:
            self._keep(key, Kept(value, left))
            with contextlib.suppress(Away):
                valkey().put(key, value, seconds=left)
        return self._counted("computed", value)

    def _in_process(self, key: str) -> bytes | None:
        kept = self._kept.get(key)
        return kept[0] if kept is not None and time.monotonic() < kept[1] else None

    def _keep(self, key: str, kept: Kept) -> bytes:
        if len(kept.value) <= LARGEST:
            self._kept.put(key, (kept.value, time.monotonic() + kept.seconds))
        return kept.value

    def _counted(self, layer: str, value: bytes) -> bytes:
        with self._lock:
            self._counts[layer] += 1
        return value

    @staticmethod
    def _release(lock: str, token: str) -> None:
        with contextlib.suppress(Away):
            valkey().release(lock, token)
