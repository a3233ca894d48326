"""The gate of a host, counted in Valkey for all processes of an installation.

A place is a lease: renewed while its request is under way, free again `LEASE_SECONDS` after its process died. A pause that
a host asked for is one for every process. All times are Valkey's own, so that no two clocks have to agree.

While Valkey is away each process counts alone, as `core.windows` does: then several may together ask more than they should.
The gate of the process is passed first in any case, so that its pauses and places are known when Valkey goes away, and few
threads ask Valkey again and again.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import random
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from apps.core.cached.valkey import Away, Valkey
from apps.core.http.errors import HostBusy
from apps.core.http.gate import HostLimit, LocalHostGate

LEASE_SECONDS = 10.0
# A full host opens when some process is done, which nobody tells: it is asked again after this long.
_LOOK_AGAIN = 0.05

# KEYS: when the host opens (ms), the leases by when they end. ARGV: token, places, lease (ms), gap between two (ms).
# Answers 0 where the place is taken, else how many ms it is still closed, -1 where it is full.
_ENTER = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local closed = tonumber(redis.call('GET', KEYS[1]) or '0') - now
if closed > 0 then return closed end
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[2]) then return -1 end
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
if tonumber(ARGV[4]) > 0 then redis.call('SET', KEYS[1], now + ARGV[4], 'PX', ARGV[4]) end
return 0
"""
# ARGV: token, lease (ms). A lease that ended meanwhile is taken again: its request is under way all the same.
_RENEW = """
local time = redis.call('TIME')
redis.call('ZADD', KEYS[2], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 0
"""
_LEAVE = "return redis.call('ZREM', KEYS[2], ARGV[1])"
# ARGV: how long (ms). A pause is never shortened.
_PAUSE = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if tonumber(redis.call('GET', KEYS[1]) or '0') < now + ARGV[1] then
    redis.call('SET', KEYS[1], now + ARGV[1], 'PX', ARGV[1])
end
return 0
"""


class SharedHostGate:
    """See `HostGate`. `valkey` answers which one is asked; `lease_seconds` outlast a process that died."""

    def __init__(self, valkey: Callable[[], Valkey], *, lease_seconds: float = LEASE_SECONDS) -> None:
        self._valkey = valkey
        self._local = LocalHostGate()
        self._leases = _Leases(self._run, lease_seconds)

    @contextlib.contextmanager
    def slot(self, host: str, *, limit: HostLimit, wait_seconds: float) -> Iterator[None]:
        """See `HostGate`."""
        give_up_at = time.monotonic() + wait_seconds
        here = self._local.slot(host, limit=limit.without_turn(), wait_seconds=wait_seconds)
        with here, self._place(host, limit, give_up_at):
            if limit.turn is not None:
                limit.turn(max(give_up_at - time.monotonic(), 0.0))
            yield

    def pause(self, host: str, seconds: float) -> None:
        """See `HostGate`."""
        self._local.pause(host, seconds)
        if seconds > 0:
            with contextlib.suppress(Away):
                self._run(_PAUSE, host, math.ceil(seconds * 1000))

    def _place(self, host: str, limit: HostLimit, give_up_at: float) -> AbstractContextManager[None]:
        try:
            token = self._wait(host, limit, give_up_at)
        except Away:
            return contextlib.nullcontext()
        return self._leases.held(host, token)

    def _wait(self, host: str, limit: HostLimit, give_up_at: float) -> str:
        """The token of a lease that was taken. Raises HostBusy, or Away."""
        token = secrets.token_hex(8)
        gap = math.ceil(1000 / limit.requests_per_second) if limit.requests_per_second < 1000 else 0
        while closed := self._run(_ENTER, host, token, limit.concurrency, self._leases.milliseconds, gap):
            now, pause = time.monotonic(), max(closed, 0) / 1000
            if now + pause > give_up_at or now >= give_up_at:
                raise HostBusy(max(math.ceil(pause), 1))
            # All who wait for a pause are told the same moment.
            rest = (pause or _LOOK_AGAIN) + random.uniform(0.0, 0.01)  # noqa: S311 - no secret
            time.sleep(min(rest, max(give_up_at - now, 0.001)))
        return token

    def _run(self, script: str, host: str, *arguments: str | int) -> int:
        # One hash tag: both keys lie in one slot of a cluster. Hosts are of any length: Valkey sees a digest.
        name = hashlib.blake2b(host.encode(), digest_size=16).hexdigest()
        return self._valkey().run(script, (f"gate:{{{name}}}:opens", f"gate:{{{name}}}:held"), arguments)


class _Leases:
    """The places this process holds, renewed from a thread of its own while there are any."""

    def __init__(self, run: Callable[..., int], seconds: float) -> None:
        self._run = run
        self._every = seconds / 3
        self.milliseconds = math.ceil(seconds * 1000)
        self._held: dict[str, str] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None

    @contextlib.contextmanager
    def held(self, host: str, token: str) -> Iterator[None]:
        with self._changed:
            self._held[token] = host
            if self._thread is None:
                self._thread = threading.Thread(target=self._renew, name="host-leases", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._changed:
                del self._held[token]
                # Under the lock: a renewal that is on its way must not bring it back.
                with contextlib.suppress(Away):
                    self._run(_LEAVE, host, token)

    def _renew(self) -> None:
        while True:
            time.sleep(self._every)
            with self._changed:
                if not self._held:
                    self._thread = None
                    return
                with contextlib.suppress(Away):
                    for token, host in self._held.items():
                        self._run(_RENEW, host, token, self.milliseconds)
