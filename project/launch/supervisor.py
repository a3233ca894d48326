"""Keeps a set of processes running, and ends them all."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from project.launch.output import Terminal

LINE_LIMIT = 1024 * 1024
STEADY_SECONDS = 30.0
LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A process to keep. `quiet` ones are not shown; `patience` is how long they may take to end (seconds)."""

    name: str
    argv: tuple[str, ...]
    quiet: bool = False
    patience: float = 8.0


class Supervisor:
    """Starts units, shows their lines, starts again what dies by itself, with growing pauses."""

    def __init__(self, terminal: Terminal, *, folder: Path, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)  # may grow before the units that need it are kept
        self._terminal = terminal
        self._folder = folder
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._keepers: list[asyncio.Task[None]] = []
        self._stopping = False

    def keep(self, unit: Unit) -> None:
        self._keepers.append(asyncio.create_task(self._keep(unit), name=unit.name))

    async def once(self, name: str, argv: Sequence[str]) -> int:
        """Run a step to its end on the terminal itself, so that it can draw its progress; the exit code."""
        if self._stopping:
            return -signal.SIGTERM
        process = await asyncio.create_subprocess_exec(
            *argv,
            cwd=self._folder,
            env=self.environment,
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        self._processes[name] = process
        try:
            return await process.wait()
        finally:
            self._processes.pop(name, None)

    async def stop(self, *, patience: float) -> None:
        """Ask every group to end, kill what has not after `patience` seconds, and wait until all are gone."""
        self._stopping = True
        processes = list(self._processes.values())
        for process in processes:
            _signal_group(process.pid, signal.SIGTERM)
        if processes:
            await asyncio.wait([asyncio.create_task(p.wait()) for p in processes], timeout=patience)
        for process in processes:
            _signal_group(process.pid, signal.SIGKILL)  # also what a leader that ended has left behind
        for keeper in self._keepers:
            keeper.cancel()
        await asyncio.gather(*self._keepers, *(p.wait() for p in processes), return_exceptions=True)

    def kill(self) -> None:
        """End everything at once: somebody pressed Ctrl-C twice."""
        for process in list(self._processes.values()):
            _signal_group(process.pid, signal.SIGKILL)

    async def _keep(self, unit: Unit) -> None:
        pause = 0.5
        while not self._stopping:
            started = time.monotonic()
            code = await self._run(unit)
            if self._stopping:
                return
            pause = 0.5 if time.monotonic() - started > STEADY_SECONDS else min(pause * 2, LONGEST_PAUSE)
            self._terminal.say(f"{unit.name} ended ({_cause(code)}); it starts again in {pause:.0f} s")
            await asyncio.sleep(pause)

    async def _run(self, unit: Unit) -> int:
        process = await asyncio.create_subprocess_exec(
            *unit.argv,
            cwd=self._folder,
            env=self.environment,
            # A pipe that nobody writes to: it ends when the launcher does, and the sentinel waits for that.
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
            limit=LINE_LIMIT,
        )
        self._processes[unit.name] = process
        reader = asyncio.create_task(self._show(unit, process.stdout))
        try:
            code = await process.wait()
            _signal_group(process.pid, signal.SIGKILL)
            with contextlib.suppress(asyncio.TimeoutError):
                await asyncio.wait_for(reader, timeout=1)
            return code
        finally:
            reader.cancel()
            self._processes.pop(unit.name, None)

    async def _show(self, unit: Unit, stream: asyncio.StreamReader | None) -> None:
        while stream is not None:
            try:
                line = await stream.readline()
            except ValueError:  # longer than LINE_LIMIT: asyncio has dropped it
                continue
            if not line:
                return
            if not unit.quiet:
                self._terminal.line(unit.name, line.decode(errors="replace").rstrip())


def _signal_group(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _cause(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name
