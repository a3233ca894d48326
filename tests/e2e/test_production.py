"""Production settings: what they refuse to start with, and that Django's own deployment check has nothing to say."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from cryptography.fernet import Fernet
from django.conf import settings
from django.db import connections
from psycopg.conninfo import make_conninfo

from project import embedded

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(database: None) -> dict[str, str]:
    """A production environment on this run's database, with its real roles."""
    ends = embedded.endpoints(Path(settings.VAR_DIR))
    assert ends is not None
    name = connections["default"].settings_dict["NAME"]

    def url(role: str, password: str) -> str:
        return f"postgresql://{role}:{password}@/{name}?host={ends.postgres_host}&port={ends.postgres_port}"

    return {
        "PATH": os.environ["PATH"],
        "VAR_DIR": str(settings.VAR_DIR),
        "DJANGO_SETTINGS_MODULE": "project.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "FIELD_KEYS": Fernet.generate_key().decode(),
        "ALLOWED_HOSTS": "jobs.example.com",
        "DATABASE_URL": url("foothold_app", ends.passwords["app"]),
        "DATABASE_SYSTEM_URL": url("foothold_system", ends.passwords["system"]),
        "DATABASE_OWNER_URL": url("foothold_owner", ends.passwords["owner"]),
        "SUPERUSER_URL": make_conninfo(ends.superuser_url, dbname=name),
        "REDIS_URL": ends.redis_url,
    }


def start(environment: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *(command or ("-c", "import project.wsgi; print('serves')"))],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip


def test_it_starts_with_the_roles_of_setup(environment: dict[str, str]) -> None:
    done = start(environment)
    assert (done.returncode, done.stdout) == (0, "serves\n"), done.stderr


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"DEBUG": "true"}, "DEBUG"),
        ({"SECRET_KEY": "change-me"}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"FIELD_KEYS": "change-me"}, "FIELD_KEYS"),
        ({"FIELD_KEYS": ""}, "FIELD_KEYS"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": ""}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none?connect_timeout=1"}, "can't be asked"),
    ],
)
def test_it_refuses_to_start_half_configured(
    environment: dict[str, str], changes: dict[str, str], complaint: str
) -> None:
    done = start(environment | changes)
    assert done.returncode != 0
    assert complaint in done.stderr.strip().splitlines()[-1], done.stderr


@pytest.mark.parametrize(
    ("alias", "other", "complaint"),
    [
        ("DATABASE_URL", "SUPERUSER_URL", "is superuser"),
        ("DATABASE_URL", "DATABASE_OWNER_URL", "owns tables"),
        ("DATABASE_SYSTEM_URL", "DATABASE_OWNER_URL", "owns tables"),
    ],
)
def test_it_refuses_a_role_that_sees_past_the_walls(
    environment: dict[str, str], alias: str, other: str, complaint: str
) -> None:
    mighty = environment | {alias: environment[other]}
    done = start(mighty)
    assert done.returncode != 0
    assert complaint in done.stderr.strip().splitlines()[-1], done.stderr
    worker = start(mighty, "-m", "celery", "-A", "project", "worker", "--pool", "solo", "--without-gossip")
    assert worker.returncode != 0
    assert complaint in worker.stderr + worker.stdout


def test_it_refuses_a_role_that_was_given_another(environment: dict[str, str]) -> None:
    lent, password = f"lent_{os.getpid()}", secrets.token_hex(8)
    with psycopg.connect(environment["SUPERUSER_URL"], autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {lent} LOGIN PASSWORD '{password}' IN ROLE foothold_app, foothold_system")
        admin.execute(f'GRANT CONNECT ON DATABASE "{connections["default"].settings_dict["NAME"]}" TO {lent}')
        try:
            own = make_conninfo(environment["DATABASE_URL"], user=lent, password=password)
            done = start(environment | {"DATABASE_URL": own})
        finally:
            admin.execute(f"DROP OWNED BY {lent}; DROP ROLE {lent}")
    assert done.returncode != 0
    assert "is a member of foothold_system" in done.stderr


def test_djangos_deployment_check_has_nothing_to_say(environment: dict[str, str]) -> None:
    done = start(
        environment, "manage.py", "check", "--deploy", "--fail-level", "INFO",
        "--database", "default", "--database", "system",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
