"""The life of one `make run`: up, watched, down."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
import urllib.error
import urllib.request

from project import embedded, env
from project.launch import remains
from project.launch.output import Terminal
from project.launch.plan import LaunchError, Plan
from project.launch.prepared import is_prepared, note_prepared
from project.launch.supervisor import Supervisor

STOP_SECONDS = 8.0


async def serve(plan: Plan, terminal: Terminal) -> None:
    """Bring everything up, keep it up until a signal, take it down. Raises what kept it from coming up."""
    asked = asyncio.Event()
    supervisor = Supervisor(
        terminal,
        folder=env.ROOT,
        environment={**os.environ, **remains.mark_of(plan.var_dir), "PYTHONUNBUFFERED": "1"},
    )

    def ask() -> None:
        if asked.is_set():
            terminal.say("killing what is left")
            supervisor.kill()
        asked.set()

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup keeps its promise
            asyncio.get_running_loop().add_signal_handler(number, ask)
    supervisor.keep(plan.sentinel())
    work = asyncio.create_task(_work(plan, supervisor, terminal))
    await asyncio.wait([work, asyncio.create_task(asked.wait())], return_when=asyncio.FIRST_COMPLETED)
    terminal.say("stopping")
    await supervisor.stop(patience=STOP_SECONDS)
    work.cancel()
    (outcome,) = await asyncio.gather(work, return_exceptions=True)
    # A start of the engines may still be going on in a thread: stopping before its end would miss it.
    await asyncio.get_running_loop().shutdown_default_executor()
    embedded.stop(plan.var_dir)
    remains.sweep(plan.var_dir)
    supervisor.close()
    terminal.say("stopped; nothing runs any more")
    if isinstance(outcome, Exception) and not asked.is_set():
        raise outcome


async def _work(plan: Plan, supervisor: Supervisor, terminal: Terminal) -> None:
    """Engines, tables and demo data, processes; ends only when something keeps it from going on."""
    began = time.monotonic()
    supervisor.environment.update(await _engines(plan, terminal))
    await _prepare(plan, supervisor, terminal)
    async with asyncio.TaskGroup() as group:
        group.create_task(_watch_engines(plan, supervisor, terminal))
        for unit in plan.units():
            supervisor.keep(unit)
        await _until_ready(plan, terminal)
        terminal.box(
            [
                ("Foothold is ready", f"after {time.monotonic() - began:.1f} s"),
                ("API", f"{plan.address}/api/v1/"),
                ("Docs", f"{plan.address}/api/docs/"),
                ("Admin", f"{plan.address}/admin/"),
                ("Data", str(plan.var_dir)),
                ("Stop", "Ctrl-C, or `make stop`"),
            ]
        )


async def _prepare(plan: Plan, supervisor: Supervisor, terminal: Terminal) -> None:
    """Tables and demo data. Left out when our own database says that it has them; another's is always asked."""
    at = embedded.endpoints(plan.var_dir) if "postgres" in plan.engines else None
    if at is not None and await asyncio.to_thread(is_prepared, at.superuser_url):
        return
    for step, words in (("migrate", "tables"), ("demo", "demo workspace and postings")):
        terminal.say(f"{words} …")
        code = await supervisor.once(step, (sys.executable, "manage.py", step))
        if code != 0:
            raise LaunchError(f"manage.py {step} failed with exit code {code}; what it said stands above")
    if at is not None:
        await asyncio.to_thread(note_prepared, at.superuser_url)


async def _engines(plan: Plan, terminal: Terminal) -> dict[str, str]:
    """Start the servers that nobody else provides; the variables that tell the children of them."""
    keys = {} if _has_keys() else await asyncio.to_thread(embedded.secrets, plan.var_dir)
    if not plan.engines:
        return keys
    terminal.say(f"starting {' and '.join(plan.engines)} under {plan.var_dir} …")
    at = await asyncio.to_thread(embedded.start, plan.var_dir, engines=plan.engines)
    return keys | _addresses(plan, at)


def _addresses(plan: Plan, at: embedded.Endpoints) -> dict[str, str]:
    """The variables for the servers that are ours in this launch; the others were given from outside."""
    ours: dict[str, str] = {}
    if "postgres" in plan.engines:
        ours |= {
            "DATABASE_URL": at.app_url,
            "DATABASE_SYSTEM_URL": at.system_url,
            "DATABASE_OWNER_URL": at.owner_url,
        }
    if "valkey" in plan.engines:
        ours["REDIS_URL"] = at.redis_url
    return {name: url for name, url in ours.items() if url}


def _has_keys() -> bool:
    return bool(env.text("SECRET_KEY", ""))


async def _until_ready(plan: Plan, terminal: Terminal) -> None:
    complained = began = time.monotonic()
    while (reason := await asyncio.to_thread(_not_ready, f"{plan.address}/health/ready/")) is not None:
        if time.monotonic() - complained > 15:
            complained = time.monotonic()
            terminal.say(f"not ready after {complained - began:.0f} s: {reason}")
        await asyncio.sleep(0.2)


def _not_ready(url: str) -> str | None:
    """None when it answers 200; else why not."""
    try:
        with urllib.request.urlopen(url, timeout=5):  # nosec B310  # noqa: S310 - our own http:// address
            return None
    except (urllib.error.URLError, OSError) as error:
        return str(error)


async def _watch_engines(plan: Plan, supervisor: Supervisor, terminal: Terminal) -> None:
    pause = 1.0
    while True:
        await asyncio.sleep(pause)
        gone = tuple(name for name in plan.engines if name not in embedded.running(plan.var_dir))
        if not gone:
            pause = 1.0
            continue
        terminal.say(f"{' and '.join(gone)} ended; starting again")
        try:
            at = await asyncio.to_thread(embedded.start, plan.var_dir, engines=gone)
            supervisor.renew(_addresses(plan, at))
        except embedded.EngineFailed as error:
            pause = min(pause * 2, 30.0)
            terminal.say(f"{error}; next attempt in {pause:.0f} s")
