"""`manage.py demo`: something to see on a machine without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from apps.accounts.auth import identity
from apps.jobs.models import Status
from apps.vacancies.ingest import command
from apps.vacancies.ingest.crawl import Order

BUNDLE = Path(__file__).resolve().parents[2] / "bundle"
ACCOUNTS = (
    ("demo@example.com", "Demo Seeker", False, "a demo workspace"),
    ("staff@example.com", "Demo Staff", True, "the admin, at /admin/"),
)


class Command(BaseCommand):
    help = (
        "Makes a demo workspace and a staff login (their passwords are printed once), and reads the bundled "
        "postings of invented employers. Running it again changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        seen = self._read_bundle()
        self.stdout.write(f"{seen} bundled postings of invented employers are in the catalogue")
        for email, name, is_staff, purpose in ACCOUNTS:
            password = identity.ensure_account(email=email, full_name=name, is_staff=is_staff)
            if password:
                self.stdout.write(f"Sign in to {purpose}: {email}  password: {password}  (shown this once)")

    def _read_bundle(self) -> int:
        boards = orjson.loads((BUNDLE / "boards.json").read_bytes())
        shown = Console(stderr=True)
        bar = Progress(
            TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed} of {task.total} boards"),
            console=shown, transient=True, disable=not shown.is_terminal,
        )  # fmt: skip
        seen = 0
        with bar:
            for board in bar.track(boards, description="Reading bundled postings"):
                seen += self._read(board)
        return seen

    def _read(self, board: dict[str, str]) -> int:
        order = Order(
            kind=board["kind"],
            board=board["board"],
            company_name=board["company"],
            origin=str(BUNDLE / board["file"]),
        )
        task = command.ask(order, start=False, command="demo")
        command.run_here(task)
        task = command.state_of(task)
        if task.status != Status.SUCCEEDED:
            raise CommandError(
                f"{board['file']} could not be read: {(task.problem or {}).get('detail', task.status)}"
            )
        return int(command.result_of(task)["seen"])
