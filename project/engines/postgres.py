"""PostgreSQL from its wheel: made once, started, provisioned, stopped."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from apps.core.roles import ROLE_NAMES, role_statements
from project.engines import binaries, processes
from project.engines.site import EngineFailed, Site
from project.engines.tuning import character_classes, memory_settings
from project.engines.vault import sync_folder, write_private

DATABASE = "foothold"
SUPERUSER = "postgres"
PORT = 5432  # only the name of the socket file: the server listens on no network
EXTENSIONS = ("vector", "pg_trgm", "unaccent", "btree_gin")
RECOVERY_SECONDS = 120.0
FAST_STOP = ((signal.SIGINT, 15.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))


@dataclass(frozen=True, slots=True)
class Postgres:
    site: Site
    passwords: Mapping[str, str]

    @property
    def data(self) -> Path:
        return self.site.var_dir / "postgres"

    @property
    def log(self) -> Path:
        return self.site.log("postgres")

    def pid(self) -> int | None:
        return processes.recognise(self.data / "postmaster.pid", f"cluster_name={self.site.name}")

    def url(self, kind: str, database: str = DATABASE) -> str:
        """libpq's URL for postgres (the superuser), owner, app or system."""
        user = ROLE_NAMES.get(kind, SUPERUSER)
        return f"postgresql://{user}:{self.passwords[kind]}@/{database}?host={quote(str(self.site.sockets))}&port={PORT}"

    def start(self, *, durable: bool) -> None:
        """Return with the server answering and provisioned; one that runs already is used."""
        program = binaries.runnable(binaries.POSTGRES, self.site)
        if not self.data.exists():
            self._make(program.with_name("initdb"))
        deadline = time.monotonic() + RECOVERY_SECONDS
        while not self._answers():
            found = self.pid()
            pid = found or self._spawn(program, durable=durable)
            if processes.outlives(pid, self._answers, deadline):
                continue
            words = processes.last_words(self.log)
            if time.monotonic() > deadline:
                raise EngineFailed(f"PostgreSQL does not answer: {words}")
            # One that was there already may have been on its way out; and the orphans of a killed one hold its
            # shared memory until they notice. Both only need another attempt.
            if found is None and "still in use" not in words:
                raise EngineFailed(f"PostgreSQL stopped at its start: {words}")
            time.sleep(0.1)
        self._provision()

    def stop(self) -> None:
        pid = self.pid()
        if pid is not None:
            processes.end(pid, *FAST_STOP)

    def _make(self, initdb: Path) -> None:
        """Run initdb beside the final place and rename: a half-made cluster is never taken for a whole one."""
        part = self.data.with_name("postgres.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        account = self.site.named_account
        account.give(part)
        password_file = self.site.runtime / "password"
        write_private(password_file, self.passwords[SUPERUSER])
        account.give(password_file)
        try:
            done = account.run(
                [
                    str(initdb), "-D", self.site.data_argument(part), "-U", SUPERUSER, "-A", "scram-sha-256",
                    f"--pwfile={password_file}", "-E", "UTF8", "--data-checksums",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={character_classes()}",
                ],
                cwd=part,
            )  # fmt: skip
        finally:
            password_file.unlink()
        if done.returncode != 0:
            raise EngineFailed(f"initdb failed: {(done.stderr or done.stdout).strip().splitlines()[-1]}")
        self.site.account.give(part)
        part.rename(self.data)
        sync_folder(self.data.parent)

    def _spawn(self, program: Path, *, durable: bool) -> int:
        self._forget_stale_pid()
        folder = self.site.data_argument(self.data)
        settings = _settings(self.site, durable=durable)
        argv = [str(program), "-D", folder, *(f"--{name}={value}" for name, value in settings.items())]
        return processes.spawn(argv, cwd=self.data, log=self.log, account=self.site.account)

    def _forget_stale_pid(self) -> None:
        """Remove lock files whose number is a stranger's by now, or a zombie's: PostgreSQL would take it for its
        twin. Orphans of a killed server stay safe from it: it looks for them in shared memory as well."""
        if self.pid() is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)
            (self.site.sockets / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.url(SUPERUSER, "postgres"), connect_timeout=2).close()
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                raise EngineFailed(f"the passwords in secrets.json do not open {self.data}") from error
            return False
        return True

    def _provision(self) -> None:
        """Database, roles, extensions: each looked at on every start, so that a start cut short is mended."""
        with psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True) as server:
            if not server.execute("SELECT FROM pg_database WHERE datname = %s", [DATABASE]).rowcount:
                server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
        # template1 too: a database made for tests then has the extensions without being superuser.
        for database in ("template1", DATABASE):
            with psycopg.connect(self.url(SUPERUSER, database)) as connection:
                for extension in EXTENSIONS:
                    connection.execute(
                        sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
                    )
        with psycopg.connect(self.url(SUPERUSER)) as connection:
            for statement in role_statements(self.passwords):
                connection.execute(statement.encode())
            _prefer_lz4(connection)


def _prefer_lz4(connection: psycopg.Connection) -> None:
    kinds = connection.execute(
        "SELECT enumvals FROM pg_settings WHERE name = 'default_toast_compression'"
    ).fetchone()
    if kinds and "lz4" in kinds[0]:
        connection.execute(
            sql.SQL("ALTER DATABASE {} SET default_toast_compression = 'lz4'").format(
                sql.Identifier(DATABASE)
            )
        )


def _settings(site: Site, *, durable: bool) -> dict[str, str]:
    """On the command line, not in a file, so that a newer Foothold's settings reach older data."""
    settings = {
        "cluster_name": site.name,
        "listen_addresses": "",
        "unix_socket_directories": str(site.sockets),
        "unix_socket_permissions": "0700",
        "port": str(PORT),
        "password_encryption": "scram-sha-256",
        "max_connections": "200",
        **memory_settings(),
        "max_wal_size": "2GB",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "log_checkpoints": "off",
        "log_line_prefix": "%m [%p] %u@%d ",
    }
    if not durable:
        # A commit still reaches the system's memory before it is answered: it outlives a kill -9.
        settings |= {"fsync": "off", "full_page_writes": "off"}
    return settings
