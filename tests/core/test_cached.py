"""Kept answers: computed once for all who ask, shown no more once what they depend on has changed, and no harm without Valkey.

Two `Cached` of one name are two processes' layers over the same Valkey; the tests that need real processes start some.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as live
from pytest_django.fixtures import Settings
from redis import Redis

from apps.core.cached import CATALOGUE, Cached, of_workspace, outdate
from apps.core.cached.valkey import Away
from tests.core.test_windows import free_port, own_valkey

ROOT = Path(__file__).resolve().parents[2]


class Computation:
    """Answers how often it was asked; takes `seconds`."""

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds, self.times = seconds, 0
        self._lock = threading.Lock()

    def __call__(self) -> bytes:
        with self._lock:
            self.times += 1
            number = self.times
        time.sleep(self.seconds)
        return str(number).encode()


@pytest.fixture
def name(engines: None) -> str:
    return f"test-{uuid4()}"


@pytest.fixture
def namespace(engines: None) -> str:
    return f"test:{uuid4()}"


def test_answer_is_kept_in_the_process_and_behind_it_for_all(name: str, namespace: str) -> None:
    one, other, compute = Cached(name, seconds=60), Cached(name, seconds=60), Computation()
    answers = [
        cached.get({"q": "welder"}, compute, depends_on=[namespace]) for cached in (one, one, other, other)
    ]
    assert answers == [b"1"] * 4
    assert one.counts() == {"computed": 1, "process": 1}
    assert other.counts() == {"shared": 1, "process": 1}


def test_other_arguments_shape_and_name_are_other_answers(name: str, namespace: str) -> None:
    compute = Computation()
    Cached(name, seconds=60).get({"q": "welder"}, compute, depends_on=[namespace])
    Cached(name, seconds=60).get({"q": "nurse"}, compute, depends_on=[namespace])
    Cached(name, seconds=60, shape=2).get({"q": "welder"}, compute, depends_on=[namespace])
    Cached(f"{name}-other", seconds=60).get({"q": "welder"}, compute, depends_on=[namespace])
    assert compute.times == 4


def test_order_of_keys_is_no_difference(name: str, namespace: str) -> None:
    cached, compute = Cached(name, seconds=60), Computation()
    cached.get({"a": 1, "b": 2}, compute, depends_on=[namespace])
    assert cached.get({"b": 2, "a": 1}, compute, depends_on=[namespace]) == b"1"


def test_outdated_answer_is_shown_by_nobody(name: str, namespace: str) -> None:
    one, other, compute = Cached(name, seconds=60), Cached(name, seconds=60), Computation()
    for cached in (one, other):
        cached.get("q", compute, depends_on=[CATALOGUE, namespace])
    outdate(namespace)
    assert [cached.get("q", compute, depends_on=[CATALOGUE, namespace]) for cached in (one, other)] == [
        b"2"
    ] * 2


def test_no_workspace_meets_the_answer_of_another(name: str) -> None:
    cached, compute = Cached(name, seconds=60), Computation()
    first, second = (of_workspace(uuid4()) for _ in range(2))
    assert cached.get("q", compute, depends_on=[CATALOGUE, first]) == b"1"
    assert cached.get("q", compute, depends_on=[CATALOGUE, second]) == b"2"
    outdate(second)
    assert cached.get("q", compute, depends_on=[CATALOGUE, first]) == b"1"


def test_answer_that_was_begun_before_a_change_is_not_shown_after_it(name: str, namespace: str) -> None:
    """It read the rows as they were, and is ready only when they have changed."""
    cached = Cached(name, seconds=60)

    def slow() -> bytes:
        outdate(namespace)
        return b"old"

    assert cached.get("q", slow, depends_on=[namespace]) == b"old"
    assert cached.get("q", lambda: b"new", depends_on=[namespace]) == b"new"


def test_valkey_that_forgot_everything_brings_nothing_back(name: str, namespace: str) -> None:
    cached, compute = Cached(name, seconds=60), Computation()
    cached.get("q", compute, depends_on=[namespace])
    Redis.from_url(live.REDIS_URL).flushdb()
    outdate(namespace)
    Redis.from_url(live.REDIS_URL).flushdb()
    assert cached.get("q", compute, depends_on=[namespace]) == b"2"


def test_answer_ends_in_every_layer_at_the_same_time(name: str, namespace: str) -> None:
    """The second process takes it over late, and may not show it longer for that."""
    one, other, compute = Cached(name, seconds=1.2), Cached(name, seconds=1.2), Computation()
    one.get("q", compute, depends_on=[namespace])
    time.sleep(0.7)
    assert other.get("q", compute, depends_on=[namespace]) == b"1"
    time.sleep(0.7)
    assert other.get("q", compute, depends_on=[namespace]) == b"2"


def test_what_the_computation_raises_is_raised_and_not_kept(name: str, namespace: str) -> None:
    cached = Cached(name, seconds=60)

    def fail() -> bytes:
        raise LookupError("no such thing")

    with pytest.raises(LookupError):
        cached.get("q", fail, depends_on=[namespace])
    assert cached.get("q", lambda: b"fine", depends_on=[namespace]) == b"fine"


def test_process_keeps_no_more_than_it_may(name: str, namespace: str) -> None:
    cached, compute = Cached(name, seconds=60, most=3), Computation()
    for number in range(10):
        cached.get(number, compute, depends_on=[namespace])
    assert len(cached._kept) == 3
    assert cached.get(0, compute, depends_on=[namespace]) == b"1", "Valkey still has the first"


def test_large_answer_is_kept_by_valkey_alone(name: str, namespace: str) -> None:
    cached = Cached(name, seconds=60)
    large = b"x" * 300_000
    assert cached.get("q", lambda: large, depends_on=[namespace]) == large
    assert cached.get("q", lambda: b"again", depends_on=[namespace]) == large
    assert cached.counts() == {"computed": 1, "shared": 1}


def _crowd(count: int, ask: Callable[[int], bytes]) -> list[bytes]:
    """All at once."""
    start = threading.Barrier(count)

    def one(number: int) -> bytes:
        start.wait()
        return ask(number)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


def test_hundred_threads_compute_once(name: str, namespace: str) -> None:
    cached, compute = Cached(name, seconds=60, patience=20), Computation(0.3)
    answers = _crowd(100, lambda _: cached.get("q", compute, depends_on=[namespace]))
    assert (set(answers), compute.times) == ({b"1"}, 1)


def test_hundred_threads_of_ten_processes_compute_once(name: str, namespace: str) -> None:
    several = [Cached(name, seconds=60, patience=20) for _ in range(10)]
    compute = Computation(0.3)
    answers = _crowd(100, lambda number: several[number % 10].get("q", compute, depends_on=[namespace]))
    assert (set(answers), compute.times) == ({b"1"}, 1)


def test_who_waited_long_enough_computes(name: str, namespace: str) -> None:
    one, other = (Cached(name, seconds=60, patience=0.3) for _ in range(2))
    held, freed = threading.Event(), threading.Event()

    def stuck() -> bytes:
        held.set()
        freed.wait(20)
        return b"late"

    with ThreadPoolExecutor(1) as thread:
        late = thread.submit(one.get, "q", stuck, depends_on=[namespace])
        assert held.wait(20)
        began = time.monotonic()
        assert other.get("q", lambda: b"own", depends_on=[namespace]) == b"own"
        assert one.get("q", lambda: b"again", depends_on=[namespace]) in {b"own", b"again"}
        assert time.monotonic() - began < 15, "nobody waits for the one who is stuck"
        freed.set()
        assert late.result(20) == b"late"


_OTHER = """
import os, sys, time
import django
django.setup()
from django.conf import settings
settings.REDIS_URL = sys.argv[1]
from redis import Redis
from apps.core.cached import Cached
counter = Redis.from_url(sys.argv[1])

def compute():
    number = counter.incr(sys.argv[2] + ":times")
    print("computing", flush=True)
    time.sleep(float(sys.argv[4]))
    return str(number).encode()

cached = Cached(sys.argv[2], seconds=60, patience=float(sys.argv[5]))
print("ready", flush=True)
sys.stdin.readline()
print(cached.get("q", compute, depends_on=[sys.argv[3]]).decode(), flush=True)
"""


@contextmanager
def _process(name: str, namespace: str, seconds: float, patience: float) -> Iterator[subprocess.Popen[str]]:
    words = [live.REDIS_URL, name, namespace, str(seconds), str(patience)]
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER, *words],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield process
        finally:
            process.kill()


def _go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def _said(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    said: str = process.stdout.read()
    return said.split()


def test_two_processes_compute_once(name: str, namespace: str) -> None:
    with _process(name, namespace, 1.0, 20) as one, _process(name, namespace, 1.0, 20) as other:
        _go(one)
        _go(other)
        said = sorted([_said(one), _said(other)])
    assert said == [["1"], ["computing", "1"]]


def test_killed_computation_is_taken_over_by_one(name: str, namespace: str) -> None:
    """Its lock frees itself; of those who wait one computes."""
    cached, compute = Cached(name, seconds=60, patience=3), Computation(0.2)
    others = [cached, *(Cached(name, seconds=60, patience=20) for _ in range(3))]
    with _process(name, namespace, 600, 1.0) as process:
        _go(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "computing\n"
        process.kill()
        process.wait()
        answers = _crowd(8, lambda number: others[number % 4].get("q", compute, depends_on=[namespace]))
    assert (set(answers), compute.times) == ({b"1"}, 1)


def test_without_valkey_everybody_computes_and_nothing_is_kept(
    name: str, namespace: str, settings: Settings, tmp_path: Path
) -> None:
    cached, compute = Cached(name, seconds=60), Computation()
    port = free_port()
    settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
    with own_valkey(port, tmp_path):
        assert [cached.get("q", compute, depends_on=[namespace]) for _ in range(2)] == [b"1", b"1"]
    assert [cached.get("q", compute, depends_on=[namespace]) for _ in range(2)] == [b"2", b"3"]
    with pytest.raises(Away):
        outdate(namespace)


def test_valkey_that_is_back_is_used_again(
    name: str, namespace: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.core.cached.valkey.PAUSE_SECONDS", 0.1)
    cached, compute = Cached(name, seconds=60), Computation()
    port = free_port()
    settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
    assert cached.get("q", compute, depends_on=[namespace]) == b"1"
    with own_valkey(port, tmp_path):
        time.sleep(0.2)
        assert [cached.get("q", compute, depends_on=[namespace]) for _ in range(2)] == [b"2", b"2"]


def test_valkey_that_goes_while_somebody_computes_costs_no_answer(
    name: str, namespace: str, settings: Settings, tmp_path: Path
) -> None:
    cached = Cached(name, seconds=60)
    port = free_port()
    settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
    with own_valkey(port, tmp_path):

        def compute() -> bytes:
            Redis.from_url(settings.REDIS_URL).shutdown(nosave=True)
            return b"computed"

        assert cached.get("q", compute, depends_on=[namespace]) == b"computed"
