"""Sliding windows: at most so many in any span of so many seconds, counted in Valkey for all processes at once.

A Valkey that is lost, slow or full never opens the door and never makes a 500: each process then counts for itself,
with the same limit, and asks Valkey again after `PAUSE_SECONDS`. How long one request waits for it stands in
`settings.WINDOW_PATIENCE_SECONDS`.
"""

from __future__ import annotations

import hashlib
import logging
import time
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from django.conf import settings

from apps.core.local_windows import LocalWindows

log = logging.getLogger(__name__)

# How long nobody asks Valkey again after it was lost.
PAUSE_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Window:
    """`remaining` of `limit` are left. `resets_in`: seconds until the oldest hit no longer counts (0: none does)."""

    limit: int
    remaining: int
    resets_in: float
    allowed: bool


def hit(name: str, limit: int, seconds: int, *, cost: int = 1) -> Window:
    """Count `cost` under `name` if it fits, in one step for all processes; nothing is counted when it does not fit.

    A name always has the same `seconds`; its `limit` may change from hit to hit, and is felt at once.
    """
    return _counted(name, limit, seconds, cost)


def look(name: str, limit: int, seconds: int) -> Window:
    """The window as it stands, without counting; `allowed` says whether one more would fit."""
    return _counted(name, limit, seconds, 0)


def forget(name: str) -> None:
    """As if `name` had never been hit."""
    key = _key(name)
    store = _store(settings.REDIS_URL)
    store.local.forget(key)
    if store.may_ask():
        try:
            store.shared.clear(key)
        except store.faults as fault:
            store.lose(fault)
        else:
            store.found()


def _key(name: str) -> str:
    """Names hold addresses of people and of machines, of any length: Valkey sees a digest."""
    return hashlib.blake2b(name.encode(), digest_size=16).hexdigest()


def _counted(name: str, limit: int, seconds: int, cost: int) -> Window:
    key = _key(name)
    store = _store(settings.REDIS_URL)
    if store.may_ask():
        try:
            fits, oldest, count = store.count(key, limit, seconds, cost)
        except store.faults as fault:
            store.lose(fault)
        else:
            store.found()
            # Valkey's Lua writes a time with 14 digits, which may round it up: no wait is longer than the window.
            resets_in = min(oldest + seconds - time.time(), seconds)
            return _window(fits if cost else count < limit, count, resets_in, limit)
    now = time.monotonic()
    fits, count, oldest = store.local.hit(key, limit, seconds, cost=cost, now=now)
    return _window(fits if cost else count < limit, count, oldest + seconds - now, limit)


def _window(allowed: bool, count: int, resets_in: float, limit: int) -> Window:
    return Window(limit, max(limit - count, 0), max(resets_in, 0.0) if count else 0.0, allowed)


# What `limits` does in two scripts, acquire and look, in one round trip; its keys and their form are the library's. A
# window is a list of times, the newest first; the oldest that still counts is found by halving.
_HIT = """
local now, limit, seconds, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local fits = 0
if cost <= limit then
    local last = redis.call('lindex', KEYS[1], limit - cost)
    if not (last and tonumber(last) >= now - seconds) then
        fits = 1
        for _ = 1, cost do
            redis.call('lpush', KEYS[1], ARGV[1])
        end
        if cost > 0 then
            redis.call('ltrim', KEYS[1], 0, limit - 1)
            redis.call('expire', KEYS[1], seconds)
        end
    end
end
local low, high, oldest = 0, math.max(limit, 1) - 1, -1
while low <= high do
    local middle = math.floor((low + high) / 2)
    local time = tonumber(redis.call('lindex', KEYS[1], middle) or nil)
    if time and time >= now - seconds then
        oldest, low = middle, middle + 1
    else
        high = middle - 1
    end
end
if oldest < 0 then
    return {fits, '', 0}
end
return {fits, redis.call('lindex', KEYS[1], oldest), oldest + 1}
"""
_HIT_DIGEST = hashlib.sha1(_HIT.encode(), usedforsecurity=False).hexdigest()


class _Store:
    """One Valkey, and what this process counts while it is away."""

    def __init__(self, url: str) -> None:
        # The clients of Valkey are for who counts: a command of `manage.py` never does.
        from limits.storage import RedisStorage
        from redis import ConnectionPool
        from redis.backoff import NoBackoff
        from redis.exceptions import NoScriptError, RedisError
        from redis.retry import Retry

        from apps.core.valkey_line import Line

        self.faults: tuple[type[Exception], ...] = (RedisError, OSError)
        self._unknown_script: type[Exception] = NoScriptError
        pool = ConnectionPool.from_url(
            url,
            socket_timeout=settings.WINDOW_PATIENCE_SECONDS,
            socket_connect_timeout=settings.WINDOW_PATIENCE_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )
        self.shared = RedisStorage(url, connection_pool=pool, key_prefix="window")
        self._line = Line(pool)
        self.local = LocalWindows()
        self._lock = Lock()
        self._is_lost = False
        self._asks_again_at = 0.0

    def count(self, key: str, limit: int, seconds: int, cost: int) -> tuple[bool, float, int]:
        """Count `cost` if it fits: whether it did, when the oldest hit of the window was, and how many there are."""
        now = time.time()
        asked = (1, self.shared.prefixed_key(key), now, limit, seconds, cost)
        try:
            answer = self._line.ask("EVALSHA", _HIT_DIGEST, *asked)
        except self._unknown_script:
            # A Valkey that was started since: it keeps the script from here on.
            answer = self._line.ask("EVAL", _HIT, *asked)
        return bool(answer[0]), float(answer[1] or now), int(answer[2])

    def may_ask(self) -> bool:
        """While Valkey is lost, one request per pause finds out whether it is back; the others do not wait."""
        with self._lock:
            if not self._is_lost:
                return True
            now = time.monotonic()
            if now < self._asks_again_at:
                return False
            self._asks_again_at = now + PAUSE_SECONDS
            return True

    def lose(self, fault: Exception) -> None:
        with self._lock:
            was_lost, self._is_lost = self._is_lost, True
            self._asks_again_at = time.monotonic() + PAUSE_SECONDS
        if not was_lost:
            log.warning("Valkey is away (%s): each process counts its own limits", type(fault).__name__)

    def found(self) -> None:
        with self._lock:
            was_lost, self._is_lost = self._is_lost, False
            if was_lost:
                self.local = LocalWindows()
        if was_lost:
            log.warning("Valkey is back: limits are counted for all processes again")


_making = Lock()
_made = lru_cache(maxsize=4)(_Store)


def _store(url: str) -> _Store:
    """One for all threads: two that are first at once would each count by themselves while Valkey is away."""
    with _making:
        return _made(url)
