"""`manage.py find_copies [--days N] [--json]`"""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from apps.vacancies.merging.copies import MOST, find_copies


class Command(BaseCommand):
    help = (
        "Looks among the open postings of the catalogue for texts that are nearly the same, and proposes to staff what "
        f"may be one vacancy: merge decisions in the admin. Reads the newest {MOST:,} at most; changes no vacancy."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", type=int, default=60, help="first seen in so many days (default: 60)")
        parser.add_argument("--json", action="store_true", dest="as_json", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        found = find_copies(options["days"])
        if options["as_json"]:
            self.stdout.write(json.dumps(found))
            return
        self.stdout.write(
            f"{found['read']} postings read, {found['near']} pairs nearly the same, {found['proposed']} proposed"
        )
