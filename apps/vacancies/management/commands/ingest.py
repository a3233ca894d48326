"""`manage.py ingest KIND BOARD [--from FILE-OR-URL] [--json]`"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connections
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from apps.jobs.models import GlobalTask, Status
from apps.vacancies.ingest import command
from apps.vacancies.ingest.crawl import Order
from apps.vacancies.ingest.reading import is_url
from apps.vacancies.sources.registry import all_sources


class Command(BaseCommand):
    help = (
        "Reads one board into the catalogue: from the board itself, or from a recorded answer (--from). "
        "Postings that were read before and have not changed are left alone; one that cannot be read is reported, "
        "and the rest land."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = [source.kind for source in all_sources()]
        parser.add_argument("kind", choices=kinds, metavar="KIND", help="one of: " + ", ".join(kinds))
        parser.add_argument("board", metavar="BOARD", help="whose board: the name in its address")
        parser.add_argument(
            "--from", dest="origin", default="", metavar="FILE-OR-URL", help="a recorded answer; .gz too"
        )
        parser.add_argument(
            "--company", default="", help="the employer's name, where the feed does not say it"
        )
        parser.add_argument("--base-url", default="", help="instead of the vendor's host")
        parser.add_argument(
            "--background", action="store_true", help="leave the work to a worker, and watch it"
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the summary as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        origin = options["origin"]
        if origin and not is_url(origin):
            origin = str(Path(origin).resolve())
            if not Path(origin).is_file():
                raise CommandError(f"{options['origin']}: no such file")
        order = Order(
            kind=options["kind"],
            board=options["board"],
            origin=origin,
            base_url=options["base_url"],
            company_name=options["company"],
        )
        task = command.ask(order, start=options["background"])
        task = self._watched(task, options["background"])
        self._report(task, as_json=options["as_json"])

    def _watched(self, task: GlobalTask, background: bool) -> GlobalTask:
        """Follow the row, which this process or a worker brings forward."""
        worker = None
        if not background:
            worker = threading.Thread(target=_run, args=[task], daemon=True)
            worker.start()
        shown = Console(stderr=True)
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=shown, transient=True, disable=not shown.is_terminal) as bar:
            line = bar.add_task(f"{task.arguments['kind']} {task.arguments['board']}", total=None)
            while True:
                task = command.state_of(task)
                bar.update(line, completed=task.done, total=task.total)
                if task.is_over:
                    break
                if worker is None:
                    threading.Event().wait(0.3)
                else:
                    worker.join(0.3)
                    if not worker.is_alive() and not command.state_of(task).is_over:
                        raise CommandError("the ingest stopped; a worker will take it up")
        if worker is not None:
            worker.join()
        return task

    def _report(self, task: GlobalTask, *, as_json: bool) -> None:
        summary = command.result_of(task)
        if as_json:
            self.stdout.write(json.dumps({"task_id": str(task.pk), "status": task.status, **summary}))
        elif summary:
            counts = ", ".join(
                f"{summary[name]} {name}"
                for name in ("seen", "created", "changed", "merged", "unchanged", "refused", "closed")
                if summary[name] or name == "seen"
            )
            self.stdout.write(f"{summary['kind']} {summary['board']}: {summary['outcome']}: {counts}")
            for fault in summary["faults"][:10]:
                self.stdout.write(f"  refused {fault['source_id'] or '(no id)'}: {fault['reason']}")
            if summary["fault"]:
                self.stdout.write(f"  {summary['fault']}")
        if task.status != Status.SUCCEEDED or summary.get("outcome") == "failed":
            problem = (task.problem or {}).get("detail") or summary.get("fault") or task.status
            if as_json:
                sys.exit(1)
            raise CommandError(str(problem))


def _run(task: GlobalTask) -> None:
    """In a thread of its own, whose connections nobody else would give back to the pool."""
    try:
        command.run_here(task)
    finally:
        connections.close_all()
