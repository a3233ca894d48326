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
    """A process to keep; the lines of a quiet one are not shown."""

    name: str
    argv: tuple[str, ...]
    quiet: bool = False


class Supervisor:
    """Starts units, shows their lines, starts again what dies by itself, with growing pauses."""

    def __init__(self, terminal: Terminal, *, folder: Path, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)  # may grow before the units that need it are kept
        self._terminal = terminal
        self._folder = folder
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._keepers: list[asyncio.Task[None]] = []
        self._stopping = asyncio.Event()
        # stdin of every unit. Nobody writes to it, and only this process holds the other end, so that it
        # ends when this process does, however that comes about: the sentinel waits for it.
        self._lifeline, self._held_end = os.pipe()

    def keep(self, unit: Unit) -> None:
        self._keepers.append(asyncio.create_task(self._keep(unit), name=unit.name))

    async def once(self, name: str, argv: Sequence[str]) -> int:
        """Run a step to its end on the terminal itself, so that it can draw its progress; the exit code."""
        if self._stopping.is_set():
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

    def renew(self, changes: Mapping[str, str]) -> None:
        """Change the environment; the units that started with another one end, and so start again."""
        if any(self.environment.get(name) != value for name, value in changes.items()):
            self.environment.update(changes)
            for process in list(self._processes.values()):
                _signal_group(process.pid, signal.SIGTERM)

    async def stop(self, *, patience: float) -> None:
        """Ask every group to end, kill what has not after `patience` seconds, and wait until all are gone."""
        self._stopping.set()
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

    def close(self) -> None:
        os.close(self._held_end)
        os.close(self._lifeline)

    def kill(self) -> None:
        """End everything at once: somebody pressed Ctrl-C twice."""
        for process in list(self._processes.values()):
            _signal_group(process.pid, signal.SIGKILL)

    async def _keep(self, unit: Unit) -> None:
        pause = 0.5
        while not self._stopping.is_set():
            started = time.monotonic()
            code = await self._run(unit)
            if self._stopping.is_set():
                return
            pause = 0.5 if time.monotonic() - started > STEADY_SECONDS else min(pause * 2, LONGEST_PAUSE)
            self._terminal.say(f"{unit.name} ended ({_cause(code)}); it starts again in {pause:.0f} s")
            await asyncio.sleep(pause)

    async def _run(self, unit: Unit) -> int:
        # Our own pipe: asyncio's would make wait() wait for grandchildren that hold the other end.
        out, into = os.pipe()
        try:
            process = await asyncio.create_subprocess_exec(
                *unit.argv,
                cwd=self._folder,
                env=self.environment,
                stdin=self._lifeline,
                stdout=into,
                stderr=into,
                start_new_session=True,
            )
        except OSError:
            os.close(out)
            raise
        finally:
            os.close(into)
        self._processes[unit.name] = process
        reader = asyncio.create_task(self._show(unit, out))
        try:
            code = await process.wait()
            _signal_group(process.pid, signal.SIGKILL)
            await asyncio.wait([reader], timeout=1)
            return code
        finally:
            reader.cancel()
            self._processes.pop(unit.name, None)

    async def _show(self, unit: Unit, descriptor: int) -> None:
        stream = asyncio.StreamReader(limit=LINE_LIMIT)
        transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stream), os.fdopen(descriptor, "rb")
        )
        try:
            while True:
                try:
                    line = await stream.readline()
                except ValueError:  # longer than LINE_LIMIT: asyncio has dropped it
                    continue
                if not line:
                    return
                if not unit.quiet:
                    self._terminal.line(unit.name, line.decode(errors="replace").rstrip())
        finally:
            transport.close()


def _signal_group(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _cause(code: int) -> str:
    return f"exit code {code}" if code >= 0 else signal.Signals(-code).name
