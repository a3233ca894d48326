"""Starting, recognising and ending server processes."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from project.engines.site import ENVIRONMENT, Account, EngineFailed

LOG_LIMIT = 10 * 1024 * 1024

# Kept so that a server that dies while its starter lives is reaped, and does not linger as a zombie.
_started: list[subprocess.Popen[bytes]] = []


def spawn(argv: Sequence[str], *, cwd: Path, log: Path, account: Account, stdin: bytes = b"") -> int:
    """Start a server in a session of its own, as `account`, with its output appended to `log`; its pid."""
    mode = "wb" if log.exists() and log.stat().st_size > LOG_LIMIT else "ab"
    try:
        with log.open(mode) as output:
            process = subprocess.Popen(  # noqa: S603 - argv is made in `engines`, never from input
                argv,
                cwd=cwd,
                env=ENVIRONMENT,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **account.spawn_options,
            )
    except OSError as error:
        raise EngineFailed(f"{argv[0]} can't be run as uid {account.uid}: {error.strerror}") from error
    _started.append(process)
    if process.stdin is not None:
        try:
            process.stdin.write(stdin)
            process.stdin.close()
        except BrokenPipeError:
            pass  # it died at once; whoever waits for it reads why in the log
    return process.pid


def command_of(pid: int) -> str | None:
    """The command line of a live process; None when there is none, or only a zombie."""
    for child in list(_started):
        if child.poll() is not None:
            _started.remove(child)
    folder = Path("/proc") / str(pid)
    try:
        if folder.parent.joinpath("self").exists():
            state = folder.joinpath("stat").read_text().rpartition(")")[2].split()[0]
            words = folder.joinpath("cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        else:
            shown = subprocess.run(  # noqa: S603 - a number is all that varies
                ["/bin/ps", "-o", "stat=,command=", "-p", str(pid)],
                capture_output=True,
                text=True,
                check=False,
            )
            state, _, words = shown.stdout.strip().partition(" ")
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if state[:1] in ("", "Z", "X") else words


def recognise(pid_file: Path, mark: str) -> int | None:
    """The pid in a server's own pid file, if that process lives and its command line carries the mark:
    a number alone may have gone to somebody else since."""
    try:
        pid = int(pid_file.read_text().split()[0])
    except (FileNotFoundError, ValueError, IndexError):
        return None
    return pid if mark in (command_of(pid) or "") else None


def outlives(pid: int, answers: Callable[[], bool], deadline: float) -> bool:
    """Wait until the process answers: True; False when it ends first or the monotonic clock passes the deadline."""
    while command_of(pid) is not None and time.monotonic() < deadline:
        if answers():
            return True
        time.sleep(0.03)
    return False


def end(pid: int, *steps: tuple[signal.Signals, float]) -> None:
    """Send each signal in turn and wait that many seconds for the process to be gone."""
    for number, patience in steps:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + patience
        while time.monotonic() < deadline:
            if command_of(pid) is None:
                return
            time.sleep(0.02)
    raise EngineFailed(f"process {pid} does not end")


def last_words(log: Path) -> str:
    """The last line a server wrote that says what went wrong."""
    if not log.exists():
        return ""
    lines = log.read_text(errors="replace").splitlines()[-40:]
    telling = [line for line in lines if "FATAL" in line or "PANIC" in line or "rror" in line]
    return (telling or lines or [""])[-1].strip()
