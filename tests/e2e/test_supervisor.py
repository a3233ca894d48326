"""The supervisor with real processes: what dies starts again, and nothing is left behind."""

from __future__ import annotations

import asyncio
import io
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from project.engines.processes import command_of
from project.launch import remains
from project.launch.output import Terminal
from project.launch.supervisor import Supervisor, Unit

STUBBORN = (
    "import os, signal, subprocess, sys, time\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import signal, time\\n"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN)\\ntime.sleep(60)'])\n"
    "print('pids', os.getpid(), child.pid, flush=True)\n"
    "time.sleep(60)\n"
)


def supervise(tmp_path: Path, act: Callable[[Supervisor, io.StringIO], Awaitable[None]]) -> str:
    stream = io.StringIO()

    async def main() -> None:
        environment = {**remains.mark_of(tmp_path), "PYTHONUNBUFFERED": "1"}
        supervisor = Supervisor(Terminal(stream), folder=tmp_path, environment=environment)
        try:
            await act(supervisor, stream)
        finally:
            await supervisor.stop(patience=0.5)
            supervisor.close()

    asyncio.run(main())
    return stream.getvalue()


async def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it never came"
        await asyncio.sleep(0.02)


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_what_ends_by_itself_starts_again_and_says_so(tmp_path: Path) -> None:
    async def act(supervisor: Supervisor, stream: io.StringIO) -> None:
        supervisor.keep(Unit("web", python("import os; print('up'); os._exit(3)")))
        await until(lambda: stream.getvalue().count("│ up") >= 2)

    shown = supervise(tmp_path, act)
    assert "web ended (exit code 3); it starts again in" in shown


def test_stop_ends_also_what_ignores_it_and_its_children(tmp_path: Path) -> None:
    pids: list[int] = []

    async def act(supervisor: Supervisor, stream: io.StringIO) -> None:
        supervisor.keep(Unit("worker", python(STUBBORN)))
        await until(lambda: "pids" in stream.getvalue())
        pids.extend(int(word) for word in stream.getvalue().split("pids ")[1].split()[:2])
        assert remains.marked(tmp_path) == sorted(pids)

    supervise(tmp_path, act)
    assert len(pids) == 2
    deadline = time.monotonic() + 5
    while any(command_of(pid) is not None for pid in pids):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert remains.marked(tmp_path) == []


def test_a_leader_killed_takes_its_children_along(tmp_path: Path) -> None:
    code = STUBBORN.replace("time.sleep(60)\n", "os.kill(os.getpid(), signal.SIGKILL)\n")
    seen: list[int] = []

    async def act(supervisor: Supervisor, stream: io.StringIO) -> None:
        supervisor.keep(Unit("web", python(code)))
        await until(lambda: "web ended (SIGKILL)" in stream.getvalue())
        seen.append(int(stream.getvalue().split("pids ")[1].split()[1]))

    supervise(tmp_path, act)
    assert command_of(seen[0]) is None


def test_a_new_address_reaches_what_runs_already(tmp_path: Path) -> None:
    async def act(supervisor: Supervisor, stream: io.StringIO) -> None:
        supervisor.environment["REDIS_URL"] = "old"
        supervisor.keep(
            Unit("worker", python("import os, time; print(os.environ['REDIS_URL']); time.sleep(60)"))
        )
        await until(lambda: "│ old" in stream.getvalue())
        supervisor.renew({"REDIS_URL": "old"})
        assert "ended" not in stream.getvalue()
        supervisor.renew({"REDIS_URL": "new"})
        await until(lambda: "│ new" in stream.getvalue())

    assert supervise(tmp_path, act).count("worker ended") == 1


def test_a_step_gives_its_exit_code_and_no_step_begins_after_the_stop(tmp_path: Path) -> None:
    codes: list[int] = []

    async def act(supervisor: Supervisor, _: io.StringIO) -> None:
        codes.append(await supervisor.once("migrate", python("raise SystemExit(7)")))
        await supervisor.stop(patience=0.5)
        codes.append(await supervisor.once("demo", python("raise SystemExit(0)")))

    supervise(tmp_path, act)
    assert codes == [7, -15]


def test_long_and_broken_lines_do_not_end_the_show(tmp_path: Path) -> None:
    code = "import sys; w = sys.stdout.buffer.write; w(b'x' * 3_000_000 + b'\\n\\xff\\xfe odd\\nlast\\n'); sys.stdout.flush(); input()"

    async def act(supervisor: Supervisor, stream: io.StringIO) -> None:
        supervisor.keep(Unit("web", python(code)))
        await until(lambda: "│ last" in stream.getvalue())

    assert " odd" in supervise(tmp_path, act)


def test_sweep_finds_by_mark_only(tmp_path: Path) -> None:
    assert remains.sweep(tmp_path) == 0


def test_colour_only_when_asked() -> None:
    plain, coloured = io.StringIO(), io.StringIO()
    Terminal(plain).line("web", "hello")
    Terminal(coloured, colour=True).line("web", "hello")
    assert plain.getvalue() == "web      │ hello\n"
    assert coloured.getvalue() == "\033[36mweb      │\033[0m hello\n"


def test_a_closed_terminal_ends_nothing() -> None:
    stream = io.StringIO()
    stream.close()
    Terminal(stream).line("web", "hello")
