"""`manage.py audit verify [--workspace ID] [--json]`"""

from __future__ import annotations

import json
import sys
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from apps.events import auditing
from apps.events.chain import Touched


class Command(BaseCommand):
    help = (
        "Verifies the audit log: every chain of events against its rows, its head and its signed checkpoints. "
        "Names the first row of each chain that was touched, and ends with 1 where there is one."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
        verify = actions.add_parser("verify", help="read every chain and say whether it is whole")
        verify.add_argument("--workspace", type=UUID, metavar="ID", help="only the chain of this workspace")
        verify.add_argument("--json", action="store_true", dest="as_json", help="print the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        report = _verified(options["workspace"])
        if options["as_json"]:
            self.stdout.write(json.dumps(_as_json(report)))
            if report.touched:
                sys.exit(1)
            return
        self.stdout.write(
            f"{report.chains} chains, {report.events} sealed events, {report.erased} payloads erased, "
            f"{report.unsealed} not sealed yet, {report.checkpoints} checkpoints"
        )
        for chain, touched in report.touched:
            self.stderr.write(f"chain {chain}: {_line(touched)}")
        if report.touched:
            raise CommandError("the record was touched")
        self.stdout.write("The record is whole.")


def _verified(workspace_id: UUID | None) -> auditing.Report:
    shown = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=shown, transient=True, disable=not shown.is_terminal) as bar:
        line = bar.add_task("Verifying events", total=auditing.events_to_verify(workspace_id) or None)
        return auditing.verify_chains(
            workspace_id=workspace_id, progress=lambda done: bar.update(line, completed=done)
        )


def _line(touched: Touched) -> str:
    event = f"event {touched.id}" if touched.id else "no event"
    return f"seq {touched.seq}, {event}: {touched.fault}: {touched.detail}"


def _as_json(report: auditing.Report) -> dict[str, Any]:
    return {
        "whole": not report.touched,
        "chains": report.chains,
        "events": report.events,
        "erased": report.erased,
        "unsealed": report.unsealed,
        "checkpoints": report.checkpoints,
        "touched": [
            {
                "workspace_id": str(chain),
                "seq": touched.seq,
                "id": touched.id and str(touched.id),
                "fault": touched.fault.value,
                "detail": touched.detail,
            }
            for chain, touched in report.touched
        ],
    }
