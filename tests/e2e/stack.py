"""The product as `make run` starts it, for tests that talk to it from outside."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from tests import smtp
from tests.e2e.forking import Commands

ROOT = Path(__file__).resolve().parents[2]
# What the surrounding test run is set to, and the stack must not see.
OURS = (
    "DATABASE_",
    "REDIS_URL",
    "DJANGO_SETTINGS_MODULE",
    "PYTEST",
    "SECRET_KEY",
    "FIELD_KEYS",
    "EMAIL_",
    "VAR_DIR",
    "PORT",
)
# One address makes all the requests of these tests: each of the limits is out of reach.
BUCKETS = ("DEFAULT", "SEARCH", "GENERATION", "AUTH", "MARKETPLACE")

EACH = """
import json, sys
import django
from django.core.management import call_command
django.setup()
for command in json.load(sys.stdin):
    call_command(*command)
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(condition: Callable[[], object], what: str, *, patience: float = 180.0) -> None:
    """Poll until `condition` holds; a generous end, so that a hung stack fails the test instead of the run."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


class Stack:
    """A launcher on a free port with a VAR_DIR of its own; `with` starts it and ends it.

    Its mails come to an SMTP server of ours, which writes the newest of each address to `mails/<address>.txt`.
    """

    def __init__(self, var_dir: Path, **environment: str) -> None:
        self.var_dir, self.port = var_dir, free_port()
        self.mails = var_dir.parent / f"{var_dir.name}-mails"
        self.mails.mkdir(parents=True, exist_ok=True)
        self.opened = ExitStack()
        kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self.environment = {
            **kept,
            "VAR_DIR": str(var_dir),
            "PORT": str(self.port),
            "WEB_WORKERS": "1",
            "DJANGO_SETTINGS_MODULE": "project.settings.dev",
            **{f"RATE_LIMIT_{bucket}": "100000" for bucket in BUCKETS},
            "EMAIL_HOST": "127.0.0.1",
            **environment,
        }
        self.lines: list[str] = []
        self.process: subprocess.Popen[str] | None = None
        self.commands: Commands | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return "".join(self.lines)

    def __enter__(self) -> Self:
        postbox = self.opened.enter_context(smtp.serving(self.mails))
        self.environment.setdefault("EMAIL_PORT", str(postbox.port))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "project.launcher", "run"],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        threading.Thread(target=self._read, args=[self.process], daemon=True).start()
        process = self.process
        wait_for(lambda: "Foothold is ready" in self.log or process.poll() is not None, "it is never ready")
        assert process.poll() is None, self.log
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.process is not None
        self.opened.close()
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.lines.extend(process.stdout)

    def mailed_token(self, address: str) -> str:
        """The token in the newest mail to an address, once it is there."""
        mail = self.mails / f"{address}.txt"
        wait_for(mail.exists, f"no mail came to {address}")
        return smtp.token_in(mail.read_text())

    def manage(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`manage.py …`, as somebody would beside a running stack."""
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def manage_often(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The same in a process that is forked off one that stands ready: for tests of many commands."""
        if self.commands is None:
            commands = Commands(self.var_dir, root=ROOT, environment=self.environment)
            self.commands = self.opened.enter_context(commands)
        return self.commands.run(*words)

    def manage_each(self, commands: list[list[str]]) -> subprocess.CompletedProcess[str]:
        """`manage.py …`, one after the other in one process, up to the first that fails: a start takes seconds."""
        return subprocess.run(
            [sys.executable, "-c", EACH],
            cwd=ROOT,
            env=self.environment,
            input=json.dumps(commands),
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )

    def get(self, path: str) -> tuple[int, bytes]:
        try:
            with urllib.request.urlopen(self.url + path, timeout=20) as answer:
                return int(answer.status), answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()
