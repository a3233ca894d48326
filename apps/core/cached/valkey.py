"""The shared layer. A Valkey that is lost, slow or full makes nothing wrong and nothing fail: there is no shared layer then."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import NamedTuple, TypeVar, cast

from django.conf import settings

log = logging.getLogger(__name__)
T = TypeVar("T")

# How long nobody asks Valkey again after it was lost.
PAUSE_SECONDS = 2.0
# What is kept under a key and for how long still, or whether the lock could be taken: at one moment, so that nothing comes between.
_LOOK = """
local kept = redis.call('GET', KEYS[1])
if kept then return {kept, redis.call('PTTL', KEYS[1])} end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return 1 end
return 0
"""
_RELEASE = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"


class Away(Exception):
    """Valkey does not answer, or did not a moment ago."""


class Kept(NamedTuple):
    """`seconds` are left until nobody may show it any more."""

    value: bytes
    seconds: float


class Valkey:
    """What the layers need of one Valkey. Every method raises Away, never anything of the client's."""

    def __init__(self, url: str) -> None:
        # The client is for who asks: a command of `manage.py` never does.
        from redis import Redis
        from redis.backoff import NoBackoff
        from redis.exceptions import RedisError
        from redis.retry import Retry

        from apps.core.valkey_line import Line

        self._faults: tuple[type[Exception], ...] = (RedisError, OSError)
        self._client = Redis.from_url(
            url,
            socket_timeout=settings.WINDOW_PATIENCE_SECONDS,
            socket_connect_timeout=settings.WINDOW_PATIENCE_SECONDS,
            retry=Retry(NoBackoff(), 0),
        )
        # For what nearly every request asks.
        self._line = Line(self._client.connection_pool)
        self._lock = Lock()
        self._asks_again_at = 0.0

    def texts(self, keys: Sequence[str]) -> list[str | None]:
        found = self._asked(lambda: cast("list[bytes | None]", self._line.ask("MGET", *keys)))
        return [None if value is None else value.decode() for value in found]

    def put_text(self, key: str, value: str, *, seconds: int, only_new: bool = False) -> None:
        self._asked(lambda: self._client.set(key, value, ex=seconds, nx=only_new))

    def look(self, key: str, lock: str, token: str, *, seconds: float) -> Kept | bool:
        """What is kept; where nothing is, whether `lock` could be taken, which frees itself after `seconds`: False while somebody else
        has it."""
        until = max(1, int(seconds * 1000))
        found = self._asked(lambda: self._line.ask("EVAL", _LOOK, 2, key, lock, token, until))
        return Kept(found[0], found[1] / 1000) if isinstance(found, list) else bool(found)

    def put(self, key: str, value: bytes, *, seconds: float) -> None:
        self._asked(lambda: self._line.ask("SET", key, value, "PX", max(1, int(seconds * 1000))))

    def release(self, key: str, token: str) -> None:
        """Free a lock, if it is still the one that was taken with `token`."""
        self._asked(lambda: self._line.ask("EVAL", _RELEASE, 1, key, token))

    def run(self, script: str, keys: Sequence[str], arguments: Sequence[str | int]) -> int:
        """The number that a script answers; it is sent once, and then called by its digest."""
        return self._asked(lambda: int(self._client.register_script(script)(keys=keys, args=arguments)))

    def _asked(self, ask: Callable[[], T]) -> T:
        now = time.monotonic()
        with self._lock:
            was_lost = self._asks_again_at > 0
            if now < self._asks_again_at:
                raise Away
            if was_lost:
                # One finds out whether it is back; the others do not wait for it.
                self._asks_again_at = now + PAUSE_SECONDS
        try:
            answer = ask()
        except self._faults as fault:
            with self._lock:
                self._asks_again_at = time.monotonic() + PAUSE_SECONDS
            if not was_lost:
                log.warning(
                    "Valkey is away (%s): processes share neither answers nor the gates of hosts",
                    type(fault).__name__,
                )
            raise Away from fault
        if was_lost:
            with self._lock:
                self._asks_again_at = 0.0
            log.warning("Valkey is back: answers and gates are shared again")
        return answer


@lru_cache(maxsize=4)
def _at(url: str) -> Valkey:
    return Valkey(url)


def valkey() -> Valkey:
    """The one of the settings."""
    return _at(settings.REDIS_URL)
