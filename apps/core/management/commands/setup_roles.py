"""Make (or print) the three database roles on a PostgreSQL of one's own."""

from __future__ import annotations

import secrets
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError, CommandParser

from apps.core.roles import role_statements

EXTENSIONS = ("vector", "pg_trgm", "unaccent")


class Command(BaseCommand):
    help = (
        "Makes the roles foothold_owner, foothold_app and foothold_system, and the extensions, in a database of your own. "
        "With --print it only shows the SQL."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--superuser-url", help="postgresql://… of a superuser, inside Foothold's database"
        )
        parser.add_argument(
            "--print", action="store_true", dest="only_print", help="show the SQL, run nothing"
        )
        for role in ("owner", "app", "system"):
            parser.add_argument(f"--{role}-password", help="made at random and shown once when left out")

    def handle(self, *args: Any, **options: Any) -> None:
        passwords = {
            role: options[f"{role}_password"] or secrets.token_urlsafe(24)
            for role in ("owner", "app", "system")
        }
        statements = [f"CREATE EXTENSION IF NOT EXISTS {name}" for name in EXTENSIONS] + role_statements(
            passwords
        )
        if options["only_print"]:
            self.stdout.write(";\n".join(statements) + ";")
            return
        if not options["superuser_url"]:
            raise CommandError("give --superuser-url, or --print to see the SQL")
        try:
            with psycopg.connect(options["superuser_url"]) as connection:
                for statement in statements:
                    connection.execute(statement.encode())
        except psycopg.Error as fault:
            raise CommandError(f"PostgreSQL refused: {str(fault).splitlines()[0]}") from fault
        for role, password in passwords.items():
            if not options[f"{role}_password"]:
                self.stdout.write(f"foothold_{role}: {password}")
