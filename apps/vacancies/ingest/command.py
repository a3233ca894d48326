"""Running an ingest: as a background task, or in the process that asked, with the reaper as its net."""

from __future__ import annotations

from typing import Any

from apps.core.db import as_system
from apps.jobs import runner, services
from apps.jobs.models import GlobalTask
from apps.jobs.running import Running
from apps.vacancies.ingest import crawl
from apps.vacancies.jobs import INGEST


def work(running: Running) -> None:
    """The background kind: one run over one board."""
    order = crawl.Order(**running.arguments)
    run = crawl.open_run(order, running.task.pk)
    crawl.crawl(order, run, lambda done: running.progress(done), running.finish)


def ask(order: crawl.Order, *, start: bool, command: str = "ingest") -> GlobalTask:
    """A task for this order; with `start` a worker is woken, else the caller runs it by `run_here`.

    `command` is the management command that asks.
    """
    with as_system():
        return services.enqueue_global(
            kind=INGEST, arguments=order.as_arguments(), start=start, command=command
        )


def run_here(task: GlobalTask) -> None:
    """Run it in this process. Killed, it is taken up by a worker after one lease."""
    runner.run(task.pk, is_global=True)


def state_of(task: GlobalTask) -> GlobalTask:
    """The task as it is now."""
    with as_system():
        return GlobalTask.objects.get(pk=task.pk)


def result_of(task: GlobalTask) -> dict[str, Any]:
    return task.result or {}
