"""`manage.py keep_snapshot`"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from apps.matching.tasks import keep_snapshot


class Command(BaseCommand):
    help = (
        "Brings this host's snapshot of the catalogue, which searches count in, up to date. Workers do so every "
        "minute; hosts without one do so by themselves."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("written" if keep_snapshot() else "nothing to do")
