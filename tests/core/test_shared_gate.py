"""The gate that all processes share: real processes, a real Valkey, a server that counts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as live
from redis import Redis

from apps.core.cached.valkey import Valkey
from apps.core.http import HostBusy, HostGate, HostLimit
from apps.core.shared_gate import SharedHostGate
from tests.core.misbehaving import Server, serving

ROOT = Path(__file__).resolve().parents[2]
ONE = HostLimit(requests_per_second=1e9, concurrency=1)
HOST = "jobs.example.com"
# Threads of a process of its own, which call as fast as they are let: `url`, calls, rate, at once.
CALLER = """
import sys
from concurrent.futures import ThreadPoolExecutor
import django
django.setup()
from apps.core import http
url, calls, rate, at_once = sys.argv[1], *map(float, sys.argv[2:])
limit = http.HostLimit(requests_per_second=rate, concurrency=int(at_once))
policy = http.Policy(robots=False, attempts=1, total_seconds=30, limit=limit)
def call(_):
    try:
        with http.fetch(http.Outgoing(url), policy=policy):
            return 1
    except (http.HostBusy, http.UpstreamStatus):
        return 0
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(6) as crowd:
    print(sum(crowd.map(call, range(int(calls)))), flush=True)
"""


@pytest.fixture
def server(engines: None) -> Iterator[Server]:
    Redis.from_url(live.REDIS_URL).flushdb()
    with serving() as server:
        yield server


def process(url: str, calls: int, rate: float, at_once: int) -> subprocess.Popen[str]:
    endpoint = url.removeprefix("http://").partition("/")[0]
    told = {"VAR_DIR": str(live.VAR_DIR), "REDIS_URL": live.REDIS_URL, "OUTBOUND_ALLOW": endpoint}
    arguments = [sys.executable, "-c", CALLER, url, str(calls), str(rate), str(at_once)]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        arguments, cwd=ROOT, env={**os.environ, **told}, stdin=pipe, stdout=pipe, text=True
    )


def run(*processes: subprocess.Popen[str]) -> list[int]:
    """How many calls of each were answered; all begin when all are there."""
    for each in processes:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    answered = []
    for each in processes:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()
    for each in processes:
        answered.append(int(each.communicate(timeout=60)[0]))
    return answered


def gate(lease_seconds: float = 10.0) -> SharedHostGate:
    """As one of another process: nothing of it is shared but Valkey."""
    valkey = Valkey(live.REDIS_URL)
    return SharedHostGate(lambda: valkey, lease_seconds=lease_seconds)


def enter(through: HostGate, limit: HostLimit = ONE, wait_seconds: float = 0.0) -> None:
    with through.slot(HOST, limit=limit, wait_seconds=wait_seconds):
        pass


def test_two_processes_share_the_places_of_a_host(server: Server) -> None:
    url = server.url("/crowded")
    assert run(*(process(url, 12, 1e9, 2) for _ in range(2))) == [12, 12]
    assert server.most_at_once == 2, "no more, and as many: one process did not wait for the other"


def test_two_processes_share_the_rate_of_a_host(server: Server) -> None:
    arrivals: list[float] = []

    class Clocked(list[tuple[str, str, dict[str, str], bytes]]):
        def append(self, value: tuple[str, str, dict[str, str], bytes]) -> None:
            arrivals.append(time.monotonic())
            super().append(value)

    server.requests = Clocked()
    assert run(*(process(server.url("/"), 10, 20.0, 9) for _ in range(2))) == [10, 10]
    # What is sent 50 ms apart may arrive a little closer; over all of them that evens out.
    assert arrivals[-1] - arrivals[0] >= 19 * 0.05 - 0.04


def test_a_pause_that_one_process_was_asked_for_is_kept_by_the_other(server: Server) -> None:
    server.answers["/busy"] = [(429, {"Retry-After": "900"}, b"")]
    url = server.url("/busy")
    assert run(process(url, 1, 1e9, 2)) == [0]
    assert run(process(url, 3, 1e9, 2)) == [0]
    assert len(server.seen("/busy")) == 1


def test_a_place_is_renewed_while_its_holder_lives(server: Server) -> None:
    first, second = gate(lease_seconds=0.3), gate(lease_seconds=0.3)
    with first.slot(HOST, limit=ONE, wait_seconds=0):
        for _ in range(5):
            time.sleep(0.2)
            with pytest.raises(HostBusy):
                enter(second)
    enter(second)


def test_a_place_whose_holder_was_killed_is_free_again_after_one_lease(server: Server) -> None:
    holder = process(server.url("/silence"), 1, 1e9, 1)
    assert holder.stdin is not None
    assert holder.stdout is not None
    assert holder.stdout.readline() == "ready\n"
    holder.stdin.write("go\n")
    holder.stdin.flush()
    while not server.seen("/silence"):
        time.sleep(0.01)
    other = gate()
    with pytest.raises(HostBusy), other.slot(server.endpoint, limit=ONE, wait_seconds=0):
        pass
    holder.kill()
    holder.wait()
    # As if the lease's time had passed: what its end means is Valkey's to say, not this test's to wait for.
    valkey: Any = Redis.from_url(live.REDIS_URL)  # its types know no client that waits from one that does not
    (held,) = valkey.keys("gate:*:held")
    (token,) = valkey.zrange(held, 0, -1)
    assert 0 < valkey.pttl(held) <= 10_000
    valkey.zadd(held, {token: 1})
    with other.slot(server.endpoint, limit=ONE, wait_seconds=0):
        assert valkey.zrange(held, 0, -1) != [token]


def test_a_pause_is_never_shortened(server: Server) -> None:
    first, second = gate(), gate()
    first.pause(HOST, 900)
    second.pause(HOST, 5)
    with pytest.raises(HostBusy) as caught:
        enter(gate())
    assert 890 < caught.value.retry_after <= 900


def test_hosts_do_not_hold_each_other_up(server: Server) -> None:
    here = gate()
    with here.slot("other.example.com", limit=ONE, wait_seconds=0):
        here.pause("third.example.com", 900)
        with gate().slot(HOST, limit=ONE, wait_seconds=0):
            valkey: Any = Redis.from_url(live.REDIS_URL)
            assert len(valkey.keys("gate:*:held")) == 2


def test_without_valkey_each_process_keeps_its_own_count() -> None:
    away = Valkey("redis://127.0.0.1:1/0")
    here = SharedHostGate(lambda: away)
    enter(here)
    with here.slot(HOST, limit=ONE, wait_seconds=0), pytest.raises(HostBusy):
        enter(here)
    here.pause(HOST, 60)
    with pytest.raises(HostBusy):
        enter(here)


def test_a_turn_is_asked_for_behind_the_gate(server: Server) -> None:
    asked: list[float] = []
    enter(gate(), HostLimit(requests_per_second=1e9, concurrency=1, turn=asked.append), wait_seconds=5.0)
    assert len(asked) == 1
    assert 0 < asked[0] <= 5.0
