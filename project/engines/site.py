"""Where the engines of one VAR_DIR live, and as whom they run."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pwd
import stat
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypedDict

from apps.core.errors import Unavailable

# PostgreSQL refuses to run as root. This number lies in the range that systemd's table of uids leaves unused.
ENGINE_UID = 60864
SOCKET_PATH_LIMIT = 107
# TMPDIR comes last: two shells of one user may differ in it, and would look for the sockets in two places.
FOLDERS_FOR_SOCKETS = ("/tmp", "/var/tmp", tempfile.gettempdir())  # nosec B108  # noqa: S108 - the owner is checked
ENVIRONMENT = {"PATH": os.defpath, "TZ": "UTC"}


class EngineFailed(Unavailable):
    """An embedded server could not be started, reached or stopped; `detail` is one line for a person."""

    title = "An embedded server failed"


class SpawnOptions(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class Account:
    """A uid and gid; `switched` when it is not the one this process runs as."""

    uid: int
    gid: int

    @property
    def switched(self) -> bool:
        return self.uid != os.geteuid()

    @property
    def spawn_options(self) -> SpawnOptions:
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.switched else {}

    def run(self, argv: Sequence[str], *, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run a program to its end as this account, with an environment that holds nothing of ours."""
        return subprocess.run(  # noqa: S603 - argv is made here and in `engines`, never from input
            argv, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False, **self.spawn_options
        )

    def runs(self, *argv: str) -> bool:
        """Whether this account can run that command: asks the kernel, which knows ACLs and mount options."""
        try:
            return self.run(argv, cwd=Path("/")).returncode == 0
        except OSError:
            return False

    def give(self, path: Path) -> None:
        """Make the account owner of a path and all below it."""
        if os.geteuid() != 0:
            return
        os.chown(path, self.uid, self.gid, follow_symlinks=False)
        for below in path.rglob("*"):
            os.chown(below, self.uid, self.gid, follow_symlinks=False)


@dataclass(frozen=True)
class Site:
    """One VAR_DIR (absolute). Its runtime folder is short, because a socket path holds 107 bytes."""

    var_dir: Path

    @cached_property
    def name(self) -> str:
        """Marks the command lines of this VAR_DIR's servers: no other process carries it."""
        return "foothold-" + hashlib.sha256(os.fsencode(self.var_dir)).hexdigest()[:12]

    @cached_property
    def account(self) -> Account:
        """Who runs the servers: the owner of data that is there, else this user, or a spare uid for root."""
        if os.geteuid() != 0:
            return Account(os.geteuid(), os.getegid())
        for data in (self.var_dir / "postgres", self.var_dir / "valkey"):
            if data.exists() and data.stat().st_uid != 0:
                return Account(data.stat().st_uid, data.stat().st_gid)
        return Account(ENGINE_UID, ENGINE_UID)

    @cached_property
    def named_account(self) -> Account:
        """Like `account`, but in /etc/passwd: `initdb`, alone of all the programs, looks its own name up."""
        try:
            pwd.getpwuid(self.account.uid)
        except KeyError:
            if os.geteuid() != 0:
                raise EngineFailed(
                    f"uid {self.account.uid} has no name in /etc/passwd, and PostgreSQL's initdb asks for one"
                ) from None
            people = sorted(pwd.getpwall(), key=lambda entry: entry.pw_name != "nobody")
            entry = next((entry for entry in people if entry.pw_uid != 0), None)
            if entry is None:
                raise EngineFailed("/etc/passwd names no user but root: PostgreSQL can't be set up") from None
            return Account(entry.pw_uid, entry.pw_gid)
        return self.account

    @cached_property
    def runtime(self) -> Path:
        """A folder under the temporary one that the account can enter; made by, and only by, this user."""
        for parent in FOLDERS_FOR_SOCKETS:
            path = Path(parent) / self.name
            fits = len(os.fsencode(path / "sockets" / ".s.PGSQL.5432")) <= SOCKET_PATH_LIMIT
            if fits and self.account.runs("/bin/sh", "-c", 'cd "$1"', "sh", parent):
                return self._own(path)
        raise EngineFailed("no temporary folder with a short path that the servers can enter: set TMPDIR")

    def _own(self, path: Path) -> Path:
        """Make the folder; it belongs to the owner of VAR_DIR, also when root looks in on a user's."""
        owner = self.var_dir.stat()
        if not path.exists():
            path.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(path, owner.st_uid, owner.st_gid)
            path.chmod(0o755)  # the account has to pass; what it guards lies in `sockets`
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), owner.st_uid):
            raise EngineFailed(f"{path} belongs to somebody else: remove it, or set TMPDIR")
        return path

    @cached_property
    def sockets(self) -> Path:
        path = self.runtime / "sockets"
        path.mkdir(mode=0o700, exist_ok=True)
        self.account.give(path)
        return path

    def leave_runtime(self) -> None:
        """Remove the runtime folder once it is empty; copied programs stay for the next start."""
        for folder in (self.sockets, self.runtime):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def log(self, engine: str) -> Path:
        folder = self.var_dir / "log"
        folder.mkdir(exist_ok=True)
        return folder / f"{engine}.log"

    def data_argument(self, folder: Path) -> str:
        """How a server started inside `folder` names it. A spare uid can't walk through a private parent
        folder, and we do not open other people's folders; its working directory it can always reach."""
        linux = sys.platform.startswith("linux")
        return "/proc/self/cwd" if self.account.switched and linux else str(folder)
