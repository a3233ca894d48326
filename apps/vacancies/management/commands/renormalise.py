"""`manage.py renormalise [KIND [BOARD]] [--everything] [--json]`"""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.jobs.models import Status
from apps.vacancies.ingest import command
from apps.vacancies.ingest.renormalise import Scope


class Command(BaseCommand):
    help = (
        "Reads stored postings again, without a fetch: those that an older adapter has read, or all of them "
        "(--everything). Nothing is opened or closed by it."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", nargs="?", default="", metavar="KIND", help="of this kind of source only")
        parser.add_argument("board", nargs="?", default="", metavar="BOARD", help="of this board only")
        parser.add_argument(
            "--everything", action="store_true", help="also what the present adapter has read"
        )
        parser.add_argument("--background", action="store_true", help="leave the work to a worker")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        scope = Scope(kind=options["kind"], board=options["board"], everything=options["everything"])
        task = command.ask_again(scope, start=options["background"], command="renormalise")
        if options["background"]:
            self.stdout.write(f"task {task.pk}")
            return
        command.run_here(task)
        task = command.state_of(task)
        if task.status != Status.SUCCEEDED:
            raise CommandError(str((task.problem or {}).get("detail") or task.status))
        result = command.result_of(task)
        if options["as_json"]:
            self.stdout.write(json.dumps({"task_id": str(task.pk), **result}))
            return
        self.stdout.write(
            f"{result['read']} postings of {result['sources']} boards read again, {result['refused']} refused"
        )
