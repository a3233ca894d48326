"""`manage.py rotate_field_keys`: every secret at rest under the first of FIELD_KEYS, so that the others can go."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from apps.accounts.auth.field_keys import relock_all
from apps.core.encryption import SecretUnreadable


class Command(BaseCommand):
    help = (
        "Encrypt every secret at rest anew, under the first key of FIELD_KEYS. May be stopped and run again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for column, rows in relock_all():
                self.stdout.write(f"{column}: {rows} rows")
        except SecretUnreadable as fault:
            raise CommandError(f"{fault}; put that key back into FIELD_KEYS and run again") from fault
