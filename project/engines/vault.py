"""`secrets.json` of a VAR_DIR: passwords and keys made once, readable by their owner alone."""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from project.engines.site import EngineFailed


@dataclass(frozen=True, slots=True)
class Vault:
    """`postgres` maps postgres (the superuser), owner, app and system to their passwords.

    `field_keys` encrypts secrets at rest.
    """

    postgres: Mapping[str, str]
    valkey: str
    secret_key: str
    field_keys: str


def open_vault(var_dir: Path) -> Vault | None:
    """The vault of a VAR_DIR; None when it has none. EngineFailed when it can't be read."""
    path = var_dir / "secrets.json"
    try:
        return Vault(**json.loads(path.read_text()))
    except FileNotFoundError:
        return None
    except (PermissionError, TypeError, ValueError) as error:
        raise EngineFailed(f"{path} can't be read: {error}") from error


def make_vault(var_dir: Path) -> Vault:
    """The vault of a VAR_DIR, made when there is none; on disk before anything is locked with it."""
    found = open_vault(var_dir)
    if found is not None:
        return found
    if (var_dir / "postgres").exists():
        raise EngineFailed(
            f"{var_dir}/postgres is there, but not the secrets.json that opens it: put it back"
        )
    made = Vault(
        postgres={kind: secrets.token_urlsafe(24) for kind in ("postgres", "owner", "app", "system")},
        valkey=secrets.token_urlsafe(24),
        secret_key=secrets.token_urlsafe(48),
        field_keys=base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
    )
    write_private(var_dir / "secrets.json", json.dumps(asdict(made), indent=1))
    return made


def write_private(path: Path, text: str) -> None:
    """Replace a file, mode 0600, whole or not at all, also across a power cut."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
