"""Running an ingest: as a background task, or in the process that asked, with the reaper as its net."""

from __future__ import annotations

from typing import Any

from apps.core.db import as_system, atomic
from apps.jobs import runner, services
from apps.jobs.models import GlobalTask
from apps.jobs.running import Running
from apps.vacancies.ingest import crawl, finding, renormalise, surviving
from apps.vacancies.jobs import INGEST, RENORMALISE


def work(running: Running) -> None:
    """The background kind: one run over one board. Where PostgreSQL goes away for a moment the run goes on behind its
    checkpoint; where it stays away the task is left to the reaper, as that of a dead worker is."""
    order = crawl.Order(**running.arguments)
    surviving.work(running, lambda: _crawl(order, running))


def _crawl(order: crawl.Order, running: Running) -> None:
    run = crawl.open_run(order, running.task.pk)
    if run.finished_at is None:
        crawl.crawl(order, run, lambda done, line: running.progress(done, message=line), running.finish)


def find(running: Running) -> None:
    """The background kind: which boards a source has."""
    found = finding.find_boards(**running.arguments)
    running.finish(found)


def again(running: Running) -> None:
    """The background kind: what is stored is read again."""
    scope = renormalise.Scope(**running.arguments)

    def go() -> None:
        result = renormalise.renormalise(
            scope,
            running.task.created_at,
            lambda done, total, line: running.progress(done, total, message=line),
        )
        with atomic():
            renormalise.tell(scope, result)
            running.finish(result)

    surviving.work(running, go)


def ask(order: crawl.Order, *, start: bool, command: str = "ingest") -> GlobalTask:
    """A task for this order; with `start` a worker is woken, else the caller runs it by `run_here`.

    `command` is the management command that asks.
    """
    with as_system():
        return services.enqueue_global(
            kind=INGEST, arguments=order.as_arguments(), start=start, command=command
        )


def ask_again(scope: renormalise.Scope, *, start: bool, command: str = "") -> GlobalTask:
    """A task that reads what is stored again; `start` and `command` as of `ask`."""
    with as_system():
        return services.enqueue_global(
            kind=RENORMALISE, arguments=scope.as_arguments(), start=start, command=command
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
