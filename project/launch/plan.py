"""What `make run` runs and where: read once from the environment."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from project import embedded, env
from project.launch.supervisor import Unit

QUEUES = "default,ingest,generation,mail"


class LaunchError(Exception):
    """Why not, in one line for a person."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run and where, read from the environment."""

    var_dir: Path
    host: str
    port: int
    web_workers: int
    worker_threads: int
    log_level: str
    engines: tuple[str, ...]

    @classmethod
    def read(cls) -> Plan:
        port = env.number("PORT", 8000)
        if not 0 < port < 65536:
            raise LaunchError(f"PORT is {port}; it must lie between 1 and 65535")
        given = {"postgres": env.text("DATABASE_URL", ""), "valkey": env.text("REDIS_URL", "")}
        return cls(
            var_dir=env.folder("VAR_DIR", env.ROOT / "var"),
            host=env.text("HOST", "127.0.0.1"),
            port=port,
            web_workers=env.number("WEB_WORKERS", min(os.cpu_count() or 1, 4)),
            worker_threads=env.number("WORKER_THREADS", 8),
            log_level=env.text("LOG_LEVEL", "INFO").lower(),
            engines=tuple(name for name in embedded.ENGINES if not given[name]),
        )

    @property
    def address(self) -> str:
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # nosec B104  # noqa: S104 - compared
        return f"http://{host}:{self.port}"

    def units(self) -> list[Unit]:
        """The processes to keep up once tables and data are there."""
        python = sys.executable
        # Root is told once, by docs/running.md, what runs as whom; not by eight lines at every start.
        warned = "ignore:You're running the worker"
        celery = (python, "-W", warned, "-m", "celery", "--quiet", "-A", "project")
        web = (
            python, "-m", "granian", "project.asgi:application", "--interface", "asginl",
            "--host", self.host, "--port", str(self.port), "--workers", str(self.web_workers),
            "--respawn-failed-workers", "--respawn-interval", "1", "--workers-kill-timeout", "5",
            "--log-level", self.log_level,
        )  # fmt: skip
        worker = (
            *celery, "worker", "--queues", QUEUES, "--pool", "threads",
            "--concurrency", str(self.worker_threads), "--loglevel", self.log_level.upper(),
            "--without-gossip", "--without-mingle",
        )  # fmt: skip
        beat = (
            *celery, "beat", "--schedule", str(self.var_dir / "beat.schedule"), "--pidfile", "",
            "--loglevel", self.log_level.upper(),
        )  # fmt: skip
        return [Unit("web", web), Unit("worker", worker), Unit("beat", beat)]

    def sentinel(self) -> Unit:
        """To be there before anything that it would have to clear up."""
        return Unit(
            "sentinel", (sys.executable, "-m", "project.launch.sentinel", str(self.var_dir)), quiet=True
        )
