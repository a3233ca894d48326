"""`manage.py sources_doc [--check]`"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.vacancies.boards.documenting import sources_page


class Command(BaseCommand):
    help = "Writes docs/sources.md from the registry of sources."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="fail where the page is not what it would be"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path, page = Path(settings.BASE_DIR) / "docs" / "sources.md", sources_page()
        if options["check"]:
            if not path.is_file() or path.read_text() != page:
                raise CommandError("docs/sources.md is stale: run manage.py sources_doc")
            return
        path.write_text(page)
        self.stdout.write(f"{path.relative_to(settings.BASE_DIR)} is written")
