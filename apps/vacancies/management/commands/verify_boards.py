"""`manage.py verify_boards [--kind KIND] [--json]`"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.vacancies.boards.verifying import Verified, verify_boards


class Command(BaseCommand):
    help = (
        "Asks each enabled board of the catalogue for one page, and says which answer: their postings, when the board "
        "was first known and last read as a whole. Changes nothing."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--kind", default="", help="boards of this kind only")
        parser.add_argument(
            "--json", action="store_true", dest="as_json", help="a line of JSON for each board"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        dead = count = 0
        for found in verify_boards(options["kind"]):
            count += 1
            dead += bool(found.fault)
            self.stdout.write(_as_json(found) if options["as_json"] else _line(found))
        if not options["as_json"]:
            self.stdout.write(f"{count - dead} of {count} boards answer")


def _as_json(found: Verified) -> str:
    return json.dumps({name: _plain(value) for name, value in asdict(found).items()})


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _line(found: Verified) -> str:
    last_ok = f"{found.last_ok_at:%Y-%m-%d %H:%M}" if found.last_ok_at else "never"
    answer = found.fault or f"{found.postings} postings"
    return f"{found.kind} {found.board}: {answer} (known since {found.first_seen_at:%Y-%m-%d}, read last {last_ok})"
