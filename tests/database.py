"""A real PostgreSQL and Valkey for the tests, with the product's three roles and forced policies.

One template is migrated a run and copied for each xdist worker. Tests see committed rows only: under a
surrounding transaction a policy's settings would last to its end, and a broken wall would look whole.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from celery import current_app
from django.conf import settings
from django.core.cache import caches
from django.core.management import call_command
from django.db import connections
from django.test import Client
from filelock import FileLock
from psycopg import sql
from redis import Redis

from project import embedded
from tests.factories.accounts import PASSWORD, Person, make_person, make_user

ALIASES = ("default", "system", "owner")
# Rows that migrations put there, and no test takes away.
LASTING = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "accounts_plan",
    "accounts_planlimit",
}


def _superuser(database: str = "") -> psycopg.Connection[tuple[object, ...]]:
    ends = embedded.endpoints(settings.VAR_DIR)
    assert ends is not None, "the embedded PostgreSQL is not up"
    connection = psycopg.connect(ends.superuser_url, autocommit=True)
    if database:
        connection.close()
        return psycopg.connect(ends.superuser_url, dbname=database, autocommit=True)
    return connection


def _point_at(name: str) -> None:
    ends = embedded.endpoints(settings.VAR_DIR)
    assert ends is not None
    passwords = {"default": "app", "system": "system", "owner": "owner"}
    for alias in ALIASES:
        connections[alias].close()
        for place in (connections[alias].settings_dict, settings.DATABASES[alias]):
            place |= {
                "NAME": name,
                "HOST": ends.postgres_host,
                "PORT": str(ends.postgres_port),
                "USER": f"foothold_{passwords[alias]}",
                "PASSWORD": ends.passwords[passwords[alias]],
                "OPTIONS": {},
            }


def _make_template(name: str) -> None:
    with _superuser() as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        admin.execute(sql.SQL("CREATE DATABASE {} OWNER foothold_owner").format(sql.Identifier(name)))
    with _superuser(name) as admin:
        for extension in ("vector", "pg_trgm", "unaccent"):
            admin.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension)))
        admin.execute("ALTER SCHEMA public OWNER TO foothold_owner")
        admin.execute("GRANT USAGE ON SCHEMA public TO foothold_app, foothold_system")
    _point_at(name)
    call_command("migrate", verbosity=0, interactive=False)
    for alias in ALIASES:
        connections[alias].close()


@pytest.fixture(scope="session")
def engines() -> None:
    """PostgreSQL and Valkey of `var/test`, started once and left running for the next run.

    The settings were read before they ran: broker and cache are told here where Valkey answers.
    """
    url = embedded.start(Path(settings.VAR_DIR), durable=False).redis_url
    # Each worker of xdist counts its limits for itself.
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")) % 16
    url = urlsplit(url)._replace(path=f"/{number}").geturl()
    settings.REDIS_URL = settings.CELERY_BROKER_URL = url
    current_app.conf.update(broker_url=url)
    caches.settings["default"]["LOCATION"] = url
    # A test without a database may have made it already, for where nothing answers.
    with suppress(AttributeError):
        del caches["default"]


@pytest.fixture(scope="session")
def django_db_setup(
    engines: None, django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Replaces pytest-django's: one migrated template a run, one copy a worker."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]
    template, mine = f"template_{run}", f"test_{run}_{worker}"
    shared = tmp_path_factory.getbasetemp().parent if worker != "alone" else tmp_path_factory.getbasetemp()
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        with FileLock(str(shared / "template.lock")):
            made = shared / "template.made"
            if not made.exists():
                _drop_old(run)
                _make_template(template)
                made.touch()
            with _superuser() as admin:
                admin.execute(
                    sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER foothold_owner").format(
                        sql.Identifier(mine), sql.Identifier(template)
                    )
                )
        _point_at(mine)
        yield
        for alias in ALIASES:
            connections[alias].close()
        with _superuser() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(mine)))


def _drop_old(run: str) -> None:
    """Databases that earlier, interrupted runs left behind."""
    with _superuser() as admin:
        rows = admin.execute(
            "SELECT datname FROM pg_database d WHERE (datname LIKE 'test\\_%' OR datname LIKE 'template\\_%') "
            "AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.datname = d.datname)"
        ).fetchall()
        for (name,) in rows:
            if run not in str(name):
                admin.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(str(name))))


@pytest.fixture
def database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """An empty database with the product's policies in force, and no failure counted yet; emptied again afterwards."""
    Redis.from_url(settings.REDIS_URL).flushdb()
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        yield
        empty_tables()


@cache
def _broom(database: str) -> tuple[psycopg.Connection[tuple[object, ...]], sql.Composed]:
    """A lasting connection that no policy, foreign key or trigger holds up, and the query of what holds rows."""
    admin = _superuser(database)
    admin.execute("SET session_replication_role = replica")
    tables = admin.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition "
        "AND NOT c.relname = ANY(%s)",
        [sorted(LASTING)],
    ).fetchall()
    one = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
    return admin, sql.SQL(" UNION ALL ").join(
        one.format(sql.Literal(name), sql.Identifier(str(name))) for (name,) in tables
    )


def empty_tables() -> None:
    """Take every row away that migrations did not put there: to truncate all tables takes longer than most tests."""
    admin, held = _broom(str(connections["owner"].settings_dict["NAME"]))
    with admin.transaction():
        for (name,) in admin.execute(held).fetchall():
            admin.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(str(name))))


@cache
def _columns(database: str, table: str) -> sql.Composed:
    """Those that a row is made of; the rest PostgreSQL works out of them."""
    admin, _ = _broom(database)
    found = admin.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped "
        "AND attgenerated = '' ORDER BY attnum",
        [f'public."{table}"'],
    ).fetchall()
    return sql.SQL(", ").join(sql.Identifier(str(name)) for (name,) in found)


def rows_held() -> dict[str, bytes]:
    """What the tables hold beyond what migrations put there, for `put_back`: the rows of a table as COPY writes them."""
    database = str(connections["owner"].settings_dict["NAME"])
    admin, held = _broom(database)
    rows = {}
    for (name,) in admin.execute(held).fetchall():
        query = sql.SQL("COPY (SELECT {} FROM {}) TO STDOUT (FORMAT BINARY)").format(
            _columns(database, str(name)), sql.Identifier(str(name))
        )
        with admin.cursor().copy(query) as copy:
            rows[str(name)] = b"".join(copy)
    return rows


def put_back(rows: dict[str, bytes]) -> None:
    """Have the tables hold these rows again, as they were: no policy, foreign key or trigger looks at them."""
    database = str(connections["owner"].settings_dict["NAME"])
    admin, _ = _broom(database)
    with admin.transaction():
        for name, data in rows.items():
            query = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
                sql.Identifier(name), _columns(database, name)
            )
            with admin.cursor().copy(query) as copy:
                copy.write(data)


@pytest.fixture
def blob_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Files of this test lie in a folder of their own."""
    monkeypatch.setattr(settings, "BLOB_ROOT", tmp_path / "blobs")
    return tmp_path / "blobs"


@pytest.fixture
def member(database: None) -> Person:
    """Somebody signed in, in a workspace of their own."""
    return make_person()


@pytest.fixture
def stranger(database: None) -> Person:
    """Somebody else, elsewhere."""
    return make_person()


@pytest.fixture
def anonymous(database: None) -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def staff(database: None) -> Client:
    """A superuser in a browser, signed in to the admin."""
    user = make_user(email="staff@example.org", is_staff=True, is_superuser=True)
    client = Client(raise_request_exception=True)
    answer = client.post("/admin/login/?next=/admin/", {"username": user.email, "password": PASSWORD})
    assert answer.status_code == 302, answer.content[:500]
    return client
