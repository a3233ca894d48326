"""Whether tables and demo data are there already, so that a later start need not ask Django twice.

The note is the comment of the database itself: it goes where the database goes. It names the files that tables
and data were made from and the migrations applied, so a new release, another branch and a migration taken
back by hand all make it untrue.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import psycopg
from psycopg import sql

from project import env

SOURCES = ("apps/*/migrations/*.py", "apps/*/bundle/*", "requirements.txt")
_NOTE = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()"
_APPLIED = "SELECT md5(string_agg(app || '.' || name, ',' ORDER BY app, name)) FROM django_migrations"


def is_prepared(superuser_url: str) -> bool:
    """True when the last preparation of this database ended well and nothing has changed since."""
    with psycopg.connect(superuser_url) as connection:
        note = connection.execute(_NOTE).fetchone()
        return note is not None and note[0] is not None and note[0] == _state(connection)


def note_prepared(superuser_url: str) -> None:
    with psycopg.connect(superuser_url) as connection:
        name = sql.Identifier(connection.info.dbname)
        connection.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(name, sql.Literal(_state(connection)))
        )


def _state(connection: psycopg.Connection) -> str:
    """One line that changes with the sources or with what is applied; empty where nothing is."""
    if connection.execute("SELECT to_regclass('public.django_migrations')").fetchone() == (None,):
        return ""
    applied = connection.execute(_APPLIED).fetchone()
    return f"prepared from {_digest(env.ROOT)} with {applied[0] if applied else None}"


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for pattern in SOURCES:
        for path in sorted(root.glob(pattern)):
            if path.is_file():
                digest.update(f"{path.relative_to(root)}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:32]
