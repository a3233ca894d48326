"""The servers out of the wheels, for real: who may do what, and what a kill -9 leaves."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from apps.core.roles import ROLE_NAMES, role_statements
from project import embedded
from project.engines.processes import command_of
from project.launch.prepared import is_prepared, note_prepared

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def var_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    # pytest's folders are closed to other users: a root run proves that the spare uid copes with that.
    path = tmp_path_factory.mktemp("embedded") / "var"
    yield path
    embedded.stop(path)


@pytest.fixture
def servers(var_dir: Path) -> embedded.Endpoints:
    return embedded.start(var_dir, durable=False)


def pid_of(var_dir: Path, engine: str) -> int:
    name = {"postgres": "postgres/postmaster.pid", "valkey": "valkey/valkey.pid"}[engine]
    return int((var_dir / name).read_text().split()[0])


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while command_of(pid) is not None:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_roles_have_no_more_power_than_they_need(servers: embedded.Endpoints) -> None:
    with psycopg.connect(servers.superuser_url) as connection:
        rows = connection.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin "
            "FROM pg_roles WHERE rolname LIKE 'foothold%' ORDER BY 1"
        ).fetchall()
    assert rows == [(name, False, False, False, False, True) for name in sorted(ROLE_NAMES.values())]


@pytest.mark.parametrize("role", ["app", "system"])
def test_working_roles_cannot_create_or_read_tables_by_default(
    servers: embedded.Endpoints, role: str
) -> None:
    with psycopg.connect(servers.owner_url) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS closed (a int)")
    with psycopg.connect(getattr(servers, f"{role}_url")) as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE mine (a int)")
        connection.rollback()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM closed")
        connection.rollback()
        connection.execute("CREATE TEMPORARY TABLE bulk (a int)")


def test_owner_owns_database_and_schema(servers: embedded.Endpoints) -> None:
    with psycopg.connect(servers.owner_url) as owner:
        row = owner.execute(
            "SELECT pg_get_userbyid(d.datdba), pg_get_userbyid(n.nspowner) FROM pg_database d, pg_namespace n "
            "WHERE d.datname = current_database() AND n.nspname = 'public'"
        ).fetchone()
    assert row == ("foothold_owner", "foothold_owner")


def test_role_statements_run_twice_and_refuse_a_powerful_role(servers: embedded.Endpoints) -> None:
    with psycopg.connect(servers.superuser_url) as connection:
        connection.execute("ALTER ROLE foothold_app BYPASSRLS")
        with pytest.raises(psycopg.errors.RaiseException, match="bypasses row level security"):
            for statement in role_statements(servers.passwords):
                connection.execute(statement.encode())
        connection.rollback()
        for statement in role_statements(servers.passwords):
            connection.execute(statement.encode())


def test_role_statements_quote_passwords() -> None:
    statements = role_statements({"owner": "it's", "app": "b", "system": "c"})
    assert any("PASSWORD 'it''s'" in statement for statement in statements)


def test_database_is_checked_utf8_and_has_the_extensions_for_test_databases_too(
    servers: embedded.Endpoints,
) -> None:
    wanted = {"vector", "pg_trgm", "unaccent", "btree_gin"}
    for url in (servers.superuser_url, servers.superuser_url.replace("/foothold?", "/template1?")):
        with psycopg.connect(url) as connection:
            names = {row[0] for row in connection.execute("SELECT extname FROM pg_extension")}
            facts = connection.execute(
                "SELECT current_setting('data_checksums'), current_setting('server_encoding'), "
                "'Ärger' ILIKE 'äRGER', to_tsvector('simple', 'Прораб')::text"
            ).fetchone()
        assert wanted <= names
        assert facts == ("on", "UTF8", True, "'прораб':1")


def test_no_door_is_open_to_others(servers: embedded.Endpoints, var_dir: Path) -> None:
    with psycopg.connect(servers.superuser_url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    assert stat.S_IMODE((var_dir / "secrets.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(servers.postgres_host).stat().st_mode) == 0o700
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(servers.app_url.replace(servers.passwords["app"], "guess"))
    port = int(servers.redis_url.rpartition(":")[2].partition("/")[0])
    with (
        pytest.raises(redis.AuthenticationError),
        redis.Redis(port=port, retry=Retry(NoBackoff(), 0)) as stranger,
    ):
        stranger.get("x")
    for engine in embedded.ENGINES:
        line = command_of(pid_of(var_dir, engine)) or ""
        assert line
        assert not any(secret in line for secret in [*servers.passwords.values(), servers.redis_url[9:41]])


def test_servers_run_without_privileges(servers: embedded.Endpoints, var_dir: Path) -> None:
    for engine in embedded.ENGINES:
        owner = Path(f"/proc/{pid_of(var_dir, engine)}").stat().st_uid
        assert owner != 0
        assert owner == (var_dir / engine).stat().st_uid


def test_start_uses_what_runs(servers: embedded.Endpoints, var_dir: Path) -> None:
    before = [pid_of(var_dir, engine) for engine in embedded.ENGINES]
    assert embedded.start(var_dir, durable=False) == servers == embedded.endpoints(var_dir)
    assert [pid_of(var_dir, engine) for engine in embedded.ENGINES] == before


def test_starts_at_the_same_time_end_up_with_one_server(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from project import embedded; v = Path(sys.argv[1]);"
        "e = embedded.start(v, durable=False); print((v / 'postgres/postmaster.pid').read_text().split()[0], e.redis_url)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "var")]
    try:
        starts = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
        answers = {start.communicate(timeout=60)[0] for start in starts}
        assert len(answers) == 1
        assert {start.returncode for start in starts} == {0}
    finally:
        embedded.stop(tmp_path / "var")


def test_rows_and_keys_survive_kill_9(servers: embedded.Endpoints, var_dir: Path) -> None:
    with psycopg.connect(servers.owner_url) as owner:
        owner.execute("CREATE TABLE IF NOT EXISTS kept (a int)")
        owner.execute("INSERT INTO kept VALUES (41), (42)")
    with redis.from_url(servers.redis_url) as client:
        client.rpush("queue", "a", "b")
    for engine in embedded.ENGINES:
        kill(pid_of(var_dir, engine))
    assert embedded.running(var_dir) == frozenset()
    assert embedded.endpoints(var_dir) is None
    again = embedded.start(var_dir, durable=False)
    assert again == servers  # nobody has to be told a new address
    with psycopg.connect(again.owner_url) as owner:
        assert owner.execute("SELECT array_agg(a ORDER BY a) FROM kept").fetchone() == ([41, 42],)
    with redis.from_url(again.redis_url) as client:
        assert client.lrange("queue", 0, -1) == [b"a", b"b"]


def test_a_start_in_the_midst_of_a_stop_or_a_death_works(servers: embedded.Endpoints, var_dir: Path) -> None:
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        for engine in embedded.ENGINES:
            os.kill(pid_of(var_dir, engine), number)
        assert embedded.start(var_dir, durable=False) == servers
        psycopg.connect(servers.app_url).close()


def test_pid_files_that_name_a_stranger_are_no_hindrance(servers: embedded.Endpoints, var_dir: Path) -> None:
    files = {var_dir / "postgres/postmaster.pid": "", var_dir / "valkey/valkey.pid": ""}
    for file in files:
        files[file] = file.read_text()
    for engine in embedded.ENGINES:
        kill(pid_of(var_dir, engine))
    # Same uid as the server, so that PostgreSQL by itself would take it for its twin.
    uid = (var_dir / "postgres").stat().st_uid
    identity = {"user": uid, "group": uid, "extra_groups": []} if os.geteuid() == 0 else {}
    stranger = subprocess.Popen(["/bin/sleep", "60"], cwd="/", **identity)  # type: ignore[call-overload]  # one dict for two kinds of root
    try:
        for file, text in files.items():
            file.write_text("\n".join([str(stranger.pid), *text.splitlines()[1:]]) + "\n")
        assert embedded.start(var_dir, durable=False) == servers
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_set_up_cut_short_is_done_again(tmp_path: Path) -> None:
    var_dir = tmp_path / 'va r\'s, "dätä" #1'
    (var_dir / "postgres.part" / "base").mkdir(parents=True)
    try:
        servers = embedded.start(var_dir, durable=False, engines=("postgres",))
        assert servers.redis_url == ""
        assert embedded.start(var_dir, durable=False, engines=("valkey",)).redis_url
        psycopg.connect(servers.app_url).close()
        assert not (var_dir / "postgres.part").exists()
    finally:
        embedded.stop(var_dir)


def test_faults_are_one_line(tmp_path: Path) -> None:
    (tmp_path / "orphan" / "postgres").mkdir(parents=True)
    with pytest.raises(embedded.EngineFailed, match=r"secrets\.json"):
        embedded.start(tmp_path / "orphan")
    (tmp_path / "file").write_text("")
    with pytest.raises(embedded.EngineFailed, match="can't be used"):
        embedded.start(tmp_path / "file")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "secrets.json").write_text("{")
    with pytest.raises(embedded.EngineFailed, match="can't be read") as fault:
        embedded.start(tmp_path / "bad")
    assert "\n" not in str(fault.value)


def test_stop_and_endpoints_of_nothing(tmp_path: Path) -> None:
    embedded.stop(tmp_path)
    assert embedded.endpoints(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_database_knows_whether_it_is_prepared(servers: embedded.Endpoints) -> None:
    assert not is_prepared(servers.superuser_url)
    with psycopg.connect(servers.superuser_url) as connection:
        connection.execute("CREATE TABLE django_migrations (app text, name text)")
        connection.execute("INSERT INTO django_migrations VALUES ('jobs', '0001_tasks')")
    assert not is_prepared(servers.superuser_url)
    note_prepared(servers.superuser_url)
    assert is_prepared(servers.superuser_url)
    with psycopg.connect(servers.superuser_url) as connection:
        connection.execute("DELETE FROM django_migrations")  # a migration taken back by hand
    assert not is_prepared(servers.superuser_url)
