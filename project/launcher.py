"""`make run` and `make stop`: `python -m project.launcher [run|stop]`."""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from project import embedded, env
from project.launch import remains
from project.launch.output import Terminal
from project.launch.plan import LaunchError, Plan
from project.launch.serving import serve

LOCK = "launcher.lock"
PATIENCE = 60.0


def run(terminal: Terminal) -> None:
    """Serve until a signal comes. One launch at a time for a VAR_DIR, and none over the remains of another."""
    plan = Plan.read()
    with _hold(plan.var_dir):
        swept = remains.sweep(plan.var_dir)
        if swept:
            terminal.say(f"ended {swept} processes that an earlier start had left")
        _check_port(plan.host, plan.port)
        asyncio.run(serve(plan, terminal))


def stop(terminal: Terminal) -> None:
    """End the launch of VAR_DIR from another terminal, and whatever a killed one has left."""
    var_dir = env.folder("VAR_DIR", env.ROOT / "var")
    pid = _holder(var_dir)
    if pid is not None:
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    while _holder(var_dir) is not None:
        if time.monotonic() > deadline:
            raise LaunchError(f"process {pid} does not stop")
        time.sleep(0.1)
    remains.sweep(var_dir)
    embedded.stop(var_dir)
    terminal.say(f"nothing runs for {var_dir}")


@contextmanager
def _hold(var_dir: Path) -> Iterator[None]:
    """Hold the lock of a VAR_DIR, with our pid in it. The kernel drops it with us, kill -9 included."""
    var_dir.mkdir(parents=True, exist_ok=True)
    with (var_dir / LOCK).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LaunchError(
                f"Foothold already runs for {var_dir} (process {_pid_in(var_dir)}): end it with `make stop`, "
                "or give this one another VAR_DIR and PORT"
            ) from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def _holder(var_dir: Path) -> int | None:
    """The pid of the launcher that holds a VAR_DIR; None when nobody does."""
    try:
        with (var_dir / LOCK).open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return None
    except BlockingIOError:
        return _pid_in(var_dir)
    return None


def _pid_in(var_dir: Path) -> int | None:
    text = (var_dir / LOCK).read_text().strip()
    return int(text) if text.isdecimal() else None


def _check_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            raise LaunchError(
                f"port {port} on {host} can't be used ({error.strerror}): try `make run PORT={port + 1}`"
            ) from error


def main(arguments: list[str]) -> int:
    commands = {"run": run, "stop": stop}
    terminal = Terminal(colour=sys.stdout.isatty() and not env.text("NO_COLOR", ""))
    name = arguments[0] if arguments else "run"
    try:
        if name not in commands:
            raise LaunchError(f"{name} is not one of {', '.join(commands)}")
        commands[name](terminal)
    except (LaunchError, env.Missing, embedded.EngineFailed) as error:
        terminal.say(str(error))
        return 1
    except OSError as error:
        terminal.say(f"{error.filename or 'the system'}: {error.strerror}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
