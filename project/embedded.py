"""The servers Foothold brings along: PostgreSQL and Valkey, for one VAR_DIR each.

Importable before Django is set up. `start` and `stop` may be called by several processes at once.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from project.engines import postgres, valkey
from project.engines.site import EngineFailed, Site
from project.engines.vault import Vault, make_vault, open_vault

ENGINES = ("postgres", "valkey")
LOCK_SECONDS = 180.0

__all__ = ["ENGINES", "Endpoints", "EngineFailed", "endpoints", "running", "secrets", "start", "stop"]


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where the servers of a VAR_DIR answer. A URL is empty when that server does not run.

    `postgres_host` is a socket folder; `passwords` has the keys postgres (the superuser), owner, app, system.
    """

    superuser_url: str = field(repr=False)
    owner_url: str = field(repr=False)
    app_url: str = field(repr=False)
    system_url: str = field(repr=False)
    postgres_host: str
    postgres_port: int
    passwords: Mapping[str, str] = field(repr=False)
    redis_url: str = field(repr=False)


def start(var_dir: Path, *, durable: bool = True, engines: tuple[str, ...] = ENGINES) -> Endpoints:
    """Start what does not run yet and return where all of it answers.

    The servers outlive the caller: whoever starts them calls `stop`. `durable=False` trades safety against
    power cuts for speed, for tests. Raises EngineFailed with one line for a person.
    """
    try:
        var_dir.mkdir(parents=True, exist_ok=True)
        site = Site(var_dir.resolve())
        with _locked(site.var_dir):
            vault = make_vault(site.var_dir)
            if "postgres" in engines:
                postgres.Postgres(site, vault.postgres).start(durable=durable)
            if "valkey" in engines:
                valkey.Valkey(site, vault.valkey).start(durable=durable)
            return _endpoints(site, vault)
    except OSError as error:
        raise EngineFailed(f"VAR_DIR {var_dir} can't be used: {error}") from error


def stop(var_dir: Path) -> None:
    """End the servers of a VAR_DIR, letting them write down what they hold. Nothing happens when none run."""
    site, vault = Site(var_dir.resolve()), open_vault(var_dir)
    if vault is None:
        return
    with _locked(site.var_dir):
        valkey.Valkey(site, vault.valkey).stop()
        postgres.Postgres(site, vault.postgres).stop()
        site.leave_runtime()


def running(var_dir: Path) -> frozenset[str]:
    """Names of the servers of a VAR_DIR whose process lives. Cheap: no connection is made."""
    site, vault = Site(var_dir.resolve()), open_vault(var_dir)
    if vault is None:
        return frozenset()
    alive = {
        "postgres": postgres.Postgres(site, vault.postgres).pid(),
        "valkey": valkey.Valkey(site, vault.valkey).pid(),
    }
    return frozenset(name for name, pid in alive.items() if pid is not None)


def endpoints(var_dir: Path) -> Endpoints | None:
    """Where the servers of a VAR_DIR answer; None when none of them runs. Starts nothing."""
    vault = open_vault(var_dir)
    if vault is None or not running(var_dir):
        return None
    return _endpoints(Site(var_dir.resolve()), vault)


def secrets(var_dir: Path) -> dict[str, str]:
    """SECRET_KEY and FIELD_KEYS for a machine of one's own: made once for a VAR_DIR, and kept in it."""
    vault = open_vault(var_dir)
    if vault is None:
        var_dir.mkdir(parents=True, exist_ok=True)
        with _locked(var_dir):
            vault = make_vault(var_dir)
    return {"SECRET_KEY": vault.secret_key, "FIELD_KEYS": vault.field_keys}


def _endpoints(site: Site, vault: Vault) -> Endpoints:
    database, broker = postgres.Postgres(site, vault.postgres), valkey.Valkey(site, vault.valkey)
    has_database = database.pid() is not None
    return Endpoints(
        superuser_url=database.url("postgres") if has_database else "",
        owner_url=database.url("owner") if has_database else "",
        app_url=database.url("app") if has_database else "",
        system_url=database.url("system") if has_database else "",
        postgres_host=str(site.sockets),
        postgres_port=postgres.PORT,
        passwords=vault.postgres,
        redis_url=broker.url if broker.pid() is not None else "",
    )


@contextmanager
def _locked(var_dir: Path) -> Iterator[None]:
    """One start or stop at a time for a VAR_DIR. The kernel drops the lock with its holder, kill -9 included."""
    with (var_dir / "engines.lock").open("a") as file:
        deadline = time.monotonic() + LOCK_SECONDS
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise EngineFailed(f"another start holds {file.name} for {LOCK_SECONDS:.0f} s") from None
                time.sleep(0.05)
        yield
