"""Windows: exact under a crowd, counted by every process alike, and closed when Valkey is away."""

from __future__ import annotations

import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as live
from pytest_django.fixtures import Settings
from redis import Redis

from apps.core import windows
from apps.core.local_windows import SWEPT_FROM, LocalWindows
from project.engines.binaries import VALKEY

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def name(engines: None) -> str:
    return f"test:{uuid4()}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def silent_server() -> Iterator[int]:
    """Takes connections, and never says a word."""
    kept: list[socket.socket] = []
    with closing(socket.create_server(("127.0.0.1", 0), backlog=64)) as server:

        def take() -> None:
            while True:
                try:
                    kept.append(server.accept()[0])
                except OSError:
                    return

        threading.Thread(target=take, daemon=True).start()
        yield int(server.getsockname()[1])
    for connection in kept:
        connection.close()


@contextmanager
def own_valkey(port: int, folder: Path) -> Iterator[None]:
    """A Valkey of this test's own, to be taken away."""
    with subprocess.Popen(
        [str(VALKEY.folder / VALKEY.program), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)],
        stdout=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            while True:
                with closing(socket.socket()) as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert process.poll() is None
                time.sleep(0.02)
            yield
        finally:
            process.kill()


def hits(name: str, times: int, limit: int = 50) -> int:
    with ThreadPoolExecutor(40) as crowd:
        return sum(w.allowed for w in crowd.map(lambda _: windows.hit(name, limit, 60), range(times)))


def test_crowd_gets_exactly_the_limit(name: str) -> None:
    assert hits(name, 200) == 50
    after = windows.hit(name, 50, 60)
    assert (after.allowed, after.remaining) == (False, 0)
    assert 0 < after.resets_in <= 60


_OTHER = """
import sys
import django
django.setup()
from django.conf import settings
from concurrent.futures import ThreadPoolExecutor
from apps.core import windows
settings.REDIS_URL = sys.argv[1]
windows.look(sys.argv[2], 50, 60)
print("ready", flush=True)
sys.stdin.readline()
with ThreadPoolExecutor(20) as crowd:
    print(sum(w.allowed for w in crowd.map(lambda _: windows.hit(sys.argv[2], 50, 60), range(100))), flush=True)
"""


def test_two_processes_share_one_limit(name: str) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", _OTHER, live.REDIS_URL, name],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    shares = [int(process.communicate(timeout=60)[0]) for process in processes]
    assert sum(shares) == 50


def test_refused_hits_do_not_count(name: str) -> None:
    assert windows.hit(name, 1, 1).allowed
    refused = windows.hit(name, 1, 1)
    assert not refused.allowed
    deadline = time.monotonic() + 30
    while not windows.hit(name, 1, 1).allowed:  # Each refusal would push the end away if it counted.
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_look_counts_nothing_and_forget_forgets(name: str) -> None:
    assert windows.look(name, 2, 60) == windows.Window(2, 2, 0.0, True)
    assert windows.hit(name, 2, 60, cost=2).remaining == 0
    assert [windows.look(name, 2, 60).allowed for _ in range(3)] == [False] * 3
    assert not windows.hit(name, 2, 60).allowed
    windows.forget(name)
    assert windows.hit(name, 2, 60).remaining == 1


def test_cost_that_does_not_fit_leaves_the_rest(name: str) -> None:
    assert windows.hit(name, 5, 60, cost=3).remaining == 2
    assert windows.hit(name, 5, 60, cost=3).allowed is False
    assert windows.hit(name, 5, 60, cost=2).remaining == 0


def test_changed_limit_is_felt_at_once(name: str) -> None:
    assert hits(name, 10, limit=5) == 5
    assert windows.hit(name, 10, 60).remaining == 4
    assert not windows.hit(name, 5, 60).allowed


def test_limit_of_nothing_is_closed(name: str) -> None:
    assert not windows.hit(name, 0, 60).allowed


def test_names_are_not_written_down(name: str) -> None:
    windows.hit(f"login:sara@example.com:{name}", 5, 60)
    found = Redis.from_url(live.REDIS_URL).keys("*sara*")
    assert found == []


@pytest.mark.parametrize("kind", ["dead", "silent"])
def test_lost_valkey_means_a_local_window(
    kind: str, name: str, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.WINDOW_PATIENCE_SECONDS = 0.15
    with silent_server() as silent, caplog.at_level(logging.WARNING, "apps.core.windows"):
        settings.REDIS_URL = f"redis://127.0.0.1:{silent if kind == 'silent' else free_port()}/0"
        assert hits(name, 200) == 50
        assert not windows.look(name, 50, 60).allowed
        windows.forget(name)
        assert windows.hit(name, 50, 60).remaining == 49
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 1 and "away" in said[0]


def test_requests_do_not_queue_behind_a_silent_valkey(name: str, settings: Settings) -> None:
    settings.WINDOW_PATIENCE_SECONDS = 0.15
    with silent_server() as silent:
        settings.REDIS_URL = f"redis://127.0.0.1:{silent}/0"
        windows.hit(name, 5, 60)
        store = windows._store(settings.REDIS_URL)
        asked = [store.may_ask() for _ in range(50)]
    assert asked == [False] * 50


def test_one_asks_whether_it_is_back(name: str, settings: Settings) -> None:
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    windows.hit(name, 5, 60)
    store = windows._store(settings.REDIS_URL)
    store._asks_again_at = 0.0
    with ThreadPoolExecutor(20) as crowd:
        assert sum(crowd.map(lambda _: store.may_ask(), range(200))) == 1


def test_valkey_is_used_again_when_it_comes_back(
    name: str, settings: Settings, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    port = free_port()
    settings.REDIS_URL = f"redis://127.0.0.1:{port}/0"
    with caplog.at_level(logging.WARNING, "apps.core.windows"):
        with own_valkey(port, tmp_path):
            assert hits(name, 60) == 50
            store = windows._store(settings.REDIS_URL)
        assert windows.hit(name, 50, 60).remaining == 49  # Killed: counted here from now on.
        with own_valkey(port, tmp_path):
            deadline = time.monotonic() + 60
            while store._is_lost:
                assert time.monotonic() < deadline
                windows.look(name, 50, 60)
                time.sleep(0.1)
            assert windows.hit(name, 50, 60).remaining == 49
            assert Redis.from_url(settings.REDIS_URL).keys("window:*")
    assert [word for r in caplog.records for word in ("away", "back") if word in r.getMessage()] == [
        "away",
        "back",
    ]


def test_local_windows_slide() -> None:
    local = LocalWindows()
    assert local.hit("a", 2, 60, cost=1, now=0) == (True, 1, 0)
    assert local.hit("a", 2, 60, cost=1, now=50) == (True, 2, 0)
    assert local.hit("a", 2, 60, cost=1, now=59.9) == (False, 2, 0)
    assert local.hit("a", 2, 60, cost=1, now=60) == (True, 2, 50)


def test_local_windows_forget_names_that_have_passed() -> None:
    local = LocalWindows()
    for number in range(SWEPT_FROM):
        local.hit(str(number), 1, 60, cost=1, now=0)
    assert not local.hit("0", 1, 60, cost=1, now=59)[0]
    local.hit("another", 1, 60, cost=1, now=61)
    assert len(local) == 1


def test_no_wait_is_longer_than_its_window(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Valkey's Lua rounds a time to 14 digits: one that ends in .00009 comes back as later than it was."""
    moment = 1_795_252_345.000099
    monkeypatch.setattr(time, "time", lambda: moment)
    windows.hit(name, 1, 60)
    assert windows.look(name, 1, 60).resets_in <= 60
