"""Processor time out of /proc: seconds of user and system time together."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
# Places behind the name in /proc/<pid>/stat.
_PARENT, _SESSION, _OWN, _DEAD_CHILDREN = 1, 3, (11, 12), (13, 14)


def _processes() -> Iterator[tuple[int, list[int]]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        yield int(folder.name), [0, *(int(field) for field in fields[1:15])]


def _sum(fields: list[int], places: tuple[int, ...]) -> int:
    return sum(fields[place] for place in places)


def of_session(session: int) -> float:
    """Of every process of a session, its dead children's included."""
    found = (_sum(fields, _OWN + _DEAD_CHILDREN) for _, fields in _processes() if fields[_SESSION] == session)
    return sum(found) / _TICKS


def of_family(parent: int) -> float:
    """Of a server and its children, those that have ended included: PostgreSQL's backends and parallel workers."""
    total = 0
    for pid, fields in _processes():
        if pid == parent:
            total += _sum(fields, _OWN + _DEAD_CHILDREN)
        elif fields[_PARENT] == parent:
            total += _sum(fields, _OWN)
    return total / _TICKS


def postgres_of(var_dir: Path) -> int:
    """The process id of the PostgreSQL that runs for a VAR_DIR."""
    (found,) = var_dir.rglob("postmaster.pid")
    return int(found.read_text().split()[0])
