"""`make run` for real: what it shows, what it survives, and that it leaves nothing behind."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import celery
import psycopg
import pytest
import redis

from project import embedded
from project.engines.processes import command_of
from project.engines.site import Account
from project.launch import remains
from project.launcher import main as launcher_main
from tests.e2e.stack import free_port, wait_for

ROOT = Path(__file__).resolve().parents[2]
OURS = (
    "DATABASE_",
    "REDIS_URL",
    "DJANGO_SETTINGS_MODULE",
    "PYTEST",
    "SECRET_KEY",
    "FIELD_KEYS",
    remains.MARK,
)


class Launch:
    """One VAR_DIR and PORT, on which the launcher is started as often as a test likes."""

    def __init__(self, var_dir: Path, *, user: int | None = None) -> None:
        self.var_dir, self.user, self.port = var_dir, user, free_port()
        self.python, self.packages = sys.executable, ""
        self.process: subprocess.Popen[str] | None = None
        self.lines: list[str] = []

    def start(self) -> subprocess.Popen[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        environment |= {"VAR_DIR": str(self.var_dir), "PORT": str(self.port), "WEB_WORKERS": "1"}
        environment |= {"PYTHONPATH": self.packages}
        self.lines = []
        self.process = subprocess.Popen(
            [self.python, "-m", "project.launcher", "run"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            user=self.user,
            group=self.user,
            extra_groups=None if self.user is None else [],
        )
        threading.Thread(target=self._read, args=[self.process], daemon=True).start()
        return self.process

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.lines.extend(process.stdout)

    @property
    def shown(self) -> str:
        return "".join(self.lines)

    def start_ready(self) -> None:
        process = self.start()
        wait_for(lambda: "Foothold is ready" in self.shown or process.poll() is not None, "it is never ready")
        assert process.poll() is None, self.shown

    def get(self, path: str) -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            status: int = answer.status
            return status

    def answers(self) -> bool:
        try:
            return self.get("/health/ready/") == 200
        except OSError:
            return False

    def pids(self, *words: str) -> list[int]:
        """Processes of this launch whose command line holds all the words."""
        lines = {pid: command_of(pid) or "" for pid in sorted(remains.marked(self.var_dir))}
        return [pid for pid, line in lines.items() if all(word in line for word in words)]

    def engine(self, name: str) -> int:
        file = {"postgres": "postgres/postmaster.pid", "valkey": "valkey/valkey.pid"}[name]
        return int((self.var_dir / file).read_text().split()[0])

    def servers_answer(self) -> bool:
        at = embedded.endpoints(self.var_dir)
        try:
            assert at is not None
            psycopg.connect(at.superuser_url).close()
            with redis.from_url(at.redis_url) as client:
                return client.ping() is True
        except (AssertionError, psycopg.OperationalError, redis.RedisError, ValueError):
            return False

    def nothing_runs(self) -> bool:
        return not remains.marked(self.var_dir) and not embedded.running(self.var_dir)

    def interrupt(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(timeout=60) == 0, self.shown
        assert self.nothing_runs()

    def end(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=60)
            self.process.kill()
            self.process.wait()
        remains.sweep(self.var_dir)
        embedded.stop(self.var_dir)
        shutil.rmtree(Path("/tmp") / remains.mark_of(self.var_dir)[remains.MARK], ignore_errors=True)


@pytest.fixture
def launch(tmp_path: Path) -> Iterator[Launch]:
    made = Launch(tmp_path / "var")
    yield made
    made.end()


def keep_something(launch: Launch) -> Callable[[], None]:
    """Commit a row and queue a message; the returned check fails when either is lost."""
    at = embedded.endpoints(launch.var_dir)
    assert at is not None
    with psycopg.connect(at.superuser_url) as connection:
        connection.execute("CREATE SCHEMA IF NOT EXISTS proof")
        connection.execute("CREATE TABLE IF NOT EXISTS proof.kept (a int)")
        connection.execute("INSERT INTO proof.kept VALUES (1)")
        row = connection.execute("SELECT count(*) FROM proof.kept").fetchone()
    with redis.from_url(at.redis_url) as client:
        queued = client.rpush("proof", "message")

    def check() -> None:
        now = embedded.endpoints(launch.var_dir)
        assert now is not None
        with psycopg.connect(now.superuser_url) as connection:
            assert connection.execute("SELECT count(*) FROM proof.kept").fetchone() == row
        with redis.from_url(now.redis_url) as client:
            assert client.llen("proof") == queued

    return check


@pytest.mark.stack
def test_run_shows_where_things_are_and_ctrl_c_leaves_nothing(
    launch: Launch, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    launch.start_ready()
    for label in ("/api/v1/", "/api/docs/", "/admin/", str(launch.var_dir), "Ctrl-C"):
        assert label in launch.shown
    for path in ("/health/ready/", "/api/docs/", "/api/v1/schema/", "/admin/login/"):
        assert launch.get(path) == 200
    assert all(launch.pids(word) for word in ("granian", "worker", "beat", "sentinel"))

    monkeypatch.setenv("PORT", str(launch.port))
    monkeypatch.setenv("VAR_DIR", str(launch.var_dir))
    assert launcher_main(["run"]) == 1
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "other"))
    assert launcher_main(["run"]) == 1
    twice, taken = capsys.readouterr().out.splitlines()
    assert "already runs" in twice
    assert f"port {launch.port} on 127.0.0.1 can't be used" in taken

    launch.interrupt()


@pytest.mark.prove
@pytest.mark.stack
def test_what_is_killed_comes_back_by_itself(launch: Launch) -> None:
    launch.start_ready()
    check = keep_something(launch)
    victims: dict[str, Callable[[], list[int]]] = {
        "postgres": lambda: [launch.engine("postgres")],
        "valkey": lambda: [launch.engine("valkey")],
        "web": lambda: launch.pids("granian")[:1],
        "web child": lambda: launch.pids("granian")[1:],
        "worker": lambda: launch.pids("celery", "worker"),
        "beat": lambda: launch.pids("celery", "beat"),
        "sentinel": lambda: launch.pids("sentinel"),
    }
    for name, find in victims.items():
        kill_one(launch, name, find)
        check()
    launch.interrupt()


def kill_one(launch: Launch, name: str, find: Callable[[], list[int]]) -> None:
    """kill -9 the first process found, and wait until another stands in its place and all is well."""
    wait_for(find, f"{name} does not run")
    before = find()
    os.kill(before[0], signal.SIGKILL)
    wait_for(lambda: command_of(before[0]) is None, f"{name} is not dead")
    wait_for(lambda: set(_or_nothing(find)) - set(before), f"{name} does not come back")
    wait_for(launch.servers_answer, f"no servers after {name}")
    wait_for(launch.answers, f"not ready again after {name}")
    assert f"{name} ended" in launch.shown or name == "web child"  # the web server itself replaces that one


def _or_nothing(find: Callable[[], list[int]]) -> list[int]:
    try:
        return find()
    except (FileNotFoundError, IndexError):  # a pid file between two servers
        return []


@pytest.mark.prove
@pytest.mark.stack
def test_a_killed_launcher_leaves_no_orphans_and_the_next_start_works(launch: Launch) -> None:
    launch.start_ready()
    check = keep_something(launch)
    assert launch.process is not None
    launch.process.kill()
    launch.process.wait()
    wait_for(launch.nothing_runs, "orphans stay", patience=60)
    assert "tables …" in launch.shown
    launch.start_ready()
    assert "tables …" not in launch.shown  # the database says it has them
    check()
    launch.interrupt()


@pytest.mark.prove
@pytest.mark.stack
def test_everything_killed_but_the_servers_is_cleared_by_the_next_start(launch: Launch) -> None:
    launch.start_ready()
    check = keep_something(launch)
    assert launch.process is not None
    workers = launch.pids("celery")
    for pid in [launch.process.pid, *launch.pids("sentinel")]:
        os.kill(pid, signal.SIGKILL)
    launch.process.wait()
    assert any(command_of(pid) for pid in workers)
    launch.start_ready()
    assert "an earlier start had left" in launch.shown
    assert not any(command_of(pid) for pid in workers)
    check()
    launch.interrupt()


@pytest.mark.prove
@pytest.mark.stack
def test_everything_killed_at_once_is_mended_by_the_next_start(launch: Launch) -> None:
    launch.start_ready()
    check = keep_something(launch)
    assert launch.process is not None
    servers = [launch.engine(name) for name in embedded.ENGINES]
    for pid in [launch.process.pid, *launch.pids("sentinel"), *servers, *launch.pids()]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    launch.process.wait()
    launch.start_ready()
    check()
    launch.interrupt()


@pytest.mark.prove
@pytest.mark.stack
def test_a_first_start_cut_short_anywhere_is_mended_by_the_next(launch: Launch) -> None:
    for after in (0.3, 0.8, 1.3, 2.0, 3.5, 6.0):
        process = launch.start()
        time.sleep(after)
        process.kill()
        process.wait()
    launch.start_ready()
    keep_something(launch)()
    launch.interrupt()


@pytest.mark.prove
@pytest.mark.stack
def test_stop_from_another_terminal(launch: Launch, monkeypatch: pytest.MonkeyPatch) -> None:
    launch.start_ready()
    monkeypatch.setenv("VAR_DIR", str(launch.var_dir))
    assert launcher_main(["stop"]) == 0
    assert launch.process is not None
    assert launch.process.wait(timeout=5) == 0
    assert launch.nothing_runs()
    assert launcher_main(["stop"]) == 0


@pytest.mark.prove
@pytest.mark.stack
@pytest.mark.skipif(os.geteuid() != 0, reason="not root: the other tests here run as a plain user already")
def test_a_plain_user_can_run_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    user = pwd.getpwnam("nobody").pw_uid
    home = Path("/tmp") / f"foothold-plain-{os.getpid()}"
    home.mkdir(mode=0o755)
    os.chown(home, user, user)
    launch = Launch(home / "var", user=user)
    # The interpreter may lie in root's closed home; the system's then serves, on the same packages.
    account, version = Account(user, user), f"{sys.version_info.major}.{sys.version_info.minor}"
    pythons = (sys.executable, f"/usr/bin/python{version}", f"/usr/local/bin/python{version}")
    launch.python = next((python for python in pythons if account.runs(python, "-c", "")), "")
    launch.packages = str(Path(celery.__file__).parents[1])
    if not (
        launch.python and account.runs("/bin/ls", launch.packages) and account.runs("/bin/ls", str(ROOT))
    ):
        home.rmdir()
        pytest.skip("no Python, or no checkout, that another user can read")
    try:
        launch.start_ready()
        keep_something(launch)()
        owners = {Path(f"/proc/{pid}").stat().st_uid for pid in remains.marked(launch.var_dir)}
        assert owners == {user}
        assert Path(f"/proc/{launch.engine('postgres')}").stat().st_uid == user
        launch.interrupt()
        launch.start_ready()
        launch.interrupt()
    finally:
        launch.end()
        shutil.rmtree(home)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("PORT", "http", "PORT holds a value"),
        ("PORT", "70000", "between 1 and 65535"),
        ("VAR_DIR", "/proc/x", "/proc/x"),
    ],
)
def test_a_wrong_setting_is_one_line(
    name: str,
    value: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))
    monkeypatch.setenv(name, value)
    assert launcher_main(["run"]) == 1
    shown = capsys.readouterr().out
    assert words in shown
    assert shown.count("\n") == 1
    assert not embedded.running(tmp_path / "var")


def test_an_unknown_command_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert launcher_main(["fly"]) == 1
    assert capsys.readouterr().out == "foothold │ fly is not one of run, stop\n"


def test_an_old_python_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13"):
        (tmp_path / "bin" / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / "bin" / name).chmod(0o755)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    done = subprocess.run(
        [tmp_path / "scripts" / "venv.sh"],
        env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("foothold: no Python 3.11 or newer on the PATH")
    assert (done.stdout + done.stderr).count("\n") == 1
    assert not (tmp_path / ".venv").exists()
