"""Single commands to Valkey: one connection for whoever asks, another where it was lost."""

from __future__ import annotations

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from redis import ConnectionPool, Redis
from redis.exceptions import NoScriptError, RedisError

from apps.core import windows
from apps.core.valkey_line import RESTED_SECONDS, Line

pytestmark = pytest.mark.usefixtures("database")


def line() -> Line:
    return Line(ConnectionPool.from_url(settings.REDIS_URL))


def other() -> Redis:
    client: Redis = Redis.from_url(settings.REDIS_URL)
    return client


def test_one_after_the_other_share_a_connection() -> None:
    asked = line()
    first = asked.ask("CLIENT", "ID")
    asked.ask("SET", "line:one", "a")
    assert asked.ask("MGET", "line:one", "line:none") == [b"a", None]
    assert asked.ask("CLIENT", "ID") == first


def test_a_refusal_leaves_the_connection_as_it_was() -> None:
    asked = line()
    first = asked.ask("CLIENT", "ID")
    with pytest.raises(NoScriptError):
        asked.ask("EVALSHA", "0" * 40, 0)
    assert asked.ask("CLIENT", "ID") == first


def test_those_who_ask_at_once_get_their_own_answers() -> None:
    asked = line()
    with ThreadPoolExecutor(8) as pool:
        words = [str(number) for number in range(400)]
        assert list(pool.map(lambda word: asked.ask("ECHO", word), words)) == [
            word.encode() for word in words
        ]


def test_a_connection_that_was_closed_while_it_rested_is_replaced() -> None:
    asked = line()
    first = asked.ask("CLIENT", "ID")
    other().client_kill_filter(_id=str(first))
    time.sleep(RESTED_SECONDS + 0.05)
    assert asked.ask("CLIENT", "ID") != first


def test_one_that_is_lost_at_work_is_said_to_be_and_not_used_again() -> None:
    asked = line()
    first = asked.ask("CLIENT", "ID")
    other().client_kill_filter(_id=str(first))
    with pytest.raises((RedisError, OSError)):
        asked.ask("PING")
    assert asked.ask("PING") == b"PONG"


def test_a_child_makes_connections_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = line()
    first = asked.ask("CLIENT", "ID")
    monkeypatch.setattr(os, "getpid", lambda: -1)
    assert asked.ask("CLIENT", "ID") != first


def test_a_valkey_that_knows_no_script_is_told_it() -> None:
    other().script_flush()
    assert [windows.hit("line:script", 1, 60).allowed for _ in range(2)] == [True, False]
