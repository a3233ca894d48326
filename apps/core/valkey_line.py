"""Single commands to Valkey, over connections that are kept open.

What redis-py's client does around a command that every request sends (a pool under two locks, a look at the socket before
each command, retries, figures for telemetry) took three times what the command itself takes. Its connections, which connect,
sign in, write, read and give up in time, stay.
"""

from __future__ import annotations

import os
import time
from typing import Any, Final, Protocol, cast

from redis import ConnectionPool
from redis.exceptions import RedisError, ResponseError

# A connection that rested longer may have been closed by the other end meanwhile: it is looked at before it is used.
RESTED_SECONDS: Final = 0.1


class _Connection(Protocol):
    """One of redis-py's, which have no types."""

    def send_command(self, *words: str | bytes | float) -> None: ...
    def read_response(self) -> Any: ...
    def can_read(self, timeout: float) -> bool: ...
    def disconnect(self) -> None: ...


class Line:
    """As many connections as threads that ask at the same time; `pool` says how one is made. Safe between threads."""

    def __init__(self, pool: ConnectionPool) -> None:
        self._pool = pool
        self._process = os.getpid()
        self._idle: list[tuple[_Connection, float]] = []

    def ask(self, *words: str | bytes | float) -> Any:
        """The answer to one command, texts as bytes. Raises redis-py's errors; nothing is sent twice."""
        connection = self._taken()
        try:
            connection.send_command(*words)
            answer = connection.read_response()
        except ResponseError:
            self._idle.append((connection, time.monotonic()))
            raise
        except BaseException:
            # What is still to come on it would be taken for the answer to another question.
            connection.disconnect()
            raise
        self._idle.append((connection, time.monotonic()))
        return answer

    def _taken(self) -> _Connection:
        if self._process != os.getpid():
            # A fork: those are the parent's.
            self._process, self._idle = os.getpid(), []
        try:
            connection, since = self._idle.pop()
        except IndexError:
            return cast(_Connection, self._pool.make_connection())
        if time.monotonic() - since > RESTED_SECONDS and not _is_quiet(connection):
            connection.disconnect()
        return connection


def _is_quiet(connection: _Connection) -> bool:
    """Whether it is open, and nothing is on its way that nobody asked for. One that is not connects anew when used."""
    try:
        return not connection.can_read(0)
    except (OSError, RedisError):
        return False
