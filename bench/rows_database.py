"""Databases of many vacancies, one for each number of rows, side by side in one PostgreSQL under `var/bench/rows`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from apps.core.roles import role_statements
from bench.rows_base import VAR
from project import embedded


@dataclass(frozen=True, slots=True)
class Ends:
    """Where the database of `count` rows answers. `var_dir` holds its index of meanings."""

    count: int
    app_url: str
    system_url: str
    owner_url: str
    redis_url: str
    var_dir: Path


@contextmanager
def opened(count: int, *, durable: bool = True, settings: dict[str, str] | None = None) -> Iterator[Ends]:
    """Django set up on the database of `count` rows, which is made where it is not there; empty then.

    One such database a process: settings are read once. Stops the servers at the end, unless they ran before.
    """
    were_running = bool(embedded.running(VAR))
    ends = _ends(embedded.start(VAR, durable=durable), count)
    os.environ |= {
        "VAR_DIR": str(ends.var_dir), "DATABASE_URL": ends.app_url, "DATABASE_SYSTEM_URL": ends.system_url,
        "DATABASE_OWNER_URL": ends.owner_url, "REDIS_URL": ends.redis_url, "LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "project.settings.dev", **(settings or {}),
    }  # fmt: skip
    try:
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        yield ends
    finally:
        if not were_running:
            embedded.stop(VAR)


def _ends(servers: embedded.Endpoints, count: int) -> Ends:
    name = f"rows_{count}"
    superuser = _named(servers.superuser_url, name)
    _make(servers, name)
    with psycopg.connect(superuser) as connection:
        for statement in role_statements(servers.passwords):
            connection.execute(statement.encode())
    # One part of Valkey for each, so that no database is answered for from the memory of another.
    part = 1 + len(str(count))
    return Ends(
        count=count,
        app_url=_named(servers.app_url, name),
        system_url=_named(servers.system_url, name),
        owner_url=_named(servers.owner_url, name),
        redis_url=f"{servers.redis_url.rpartition('/')[0]}/{part}",
        var_dir=VAR / name,
    )


def _make(servers: embedded.Endpoints, name: str) -> None:
    with psycopg.connect(_named(servers.superuser_url, "postgres"), autocommit=True) as connection:
        if not connection.execute("SELECT FROM pg_database WHERE datname = %s", [name]).rowcount:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))


def _named(url: str, database: str) -> str:
    before, _, after = url.partition("@/")
    return f"{before}@/{database}?{after.partition('?')[2]}"
