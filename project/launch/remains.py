"""Processes of a launch that outlived it. They are known by a mark in their environment, which their own
children inherit: no list of pids that a kill -9 could leave half written, or that numbers used again make false."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

from project.engines.site import Site

MARK = "FOOTHOLD_LAUNCH"


def mark_of(var_dir: Path) -> dict[str, str]:
    """The variable that every process started for this VAR_DIR carries."""
    return {MARK: Site(var_dir.resolve()).name}


def marked(var_dir: Path) -> list[int]:
    """Live processes with the mark of this VAR_DIR, this one left out."""
    mark = f"{MARK}={mark_of(var_dir)[MARK]}"
    return [pid for pid, environment in _environments() if mark in environment and pid != os.getpid()]


def sweep(var_dir: Path, *, patience: float = 5.0) -> int:
    """Ask every marked process to end, then make it. Returns how many there were."""
    found = marked(var_dir)
    _signal(found, signal.SIGTERM)
    deadline = time.monotonic() + patience
    left = found
    while left and time.monotonic() < deadline:
        time.sleep(0.1)
        left = marked(var_dir)
    while left := marked(var_dir):
        _signal(left, signal.SIGKILL)
        time.sleep(0.05)
    return len(found)


def _signal(pids: list[int], number: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue


def _environments() -> list[tuple[int, list[str]]]:
    """(pid, environment) of the processes this user may look into; a zombie has none."""
    if Path("/proc/self/environ").exists():
        return [
            (int(folder.name), _read(folder / "environ").split("\0"))
            for folder in Path("/proc").iterdir()
            if folder.name.isdecimal()
        ]
    shown = subprocess.run(
        ["/bin/ps", "-axEww", "-o", "pid=,command="], capture_output=True, text=True, check=True
    )
    rows = (line.split() for line in shown.stdout.splitlines())
    return [(int(words[0]), words[1:]) for words in rows if words]


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode(errors="replace")
    except OSError:  # ended meanwhile, or another user's
        return ""
