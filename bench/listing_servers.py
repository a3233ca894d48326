"""The servers that `bench.listing` holds against each other: one process each, on loopback."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import processor

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "var" / "bench" / "peers"
CONNECTIONS = 16
_SCRIPT = """
local paths = {%s}
local at = 0
wrk.headers["Authorization"] = "Bearer %s"
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  io.write(string.format("\\n@%%d %%d %%d %%.1f\\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout,
    latency:percentile(95) / 1000))
end
"""


@dataclass(frozen=True, slots=True)
class Server:
    name: str
    command: tuple[str, ...]
    port: int


@dataclass(frozen=True, slots=True)
class Run:
    """Requests a second; milliseconds of processor time for one, the server's and PostgreSQL's; the 95th percentile in ms."""

    rate: float
    cpu: float
    postgres: float
    p95: float


def servers() -> list[Server]:
    python, peer = sys.executable, str(PEERS / "bin" / "python")

    def granian(name: str, target: str, port: int) -> Server:
        return Server(
            name,
            (python, "-m", "granian", target, "--interface", "wsgi", "--workers", "1", "--port", str(port),
             "--blocking-threads", "16", "--backpressure", "64", "--no-log"),
            port,
        )  # fmt: skip

    def uvicorn(name: str, port: int) -> Server:
        return Server(
            name,
            (peer, "-m", "uvicorn", f"bench.peers.{name}:app", "--port", str(port), "--workers", "1",
             "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"),
            port,
        )  # fmt: skip

    ports = iter(_free_ports(5))
    return [
        granian("ours", "project.wsgi:application", next(ports)),
        uvicorn("fastapi_sqlalchemy", next(ports)),
        uvicorn("fastapi_asyncpg", next(ports)),
        granian("ours_bare", "bench.bare_wsgi:application", next(ports)),
        uvicorn("bare_asgi", next(ports)),
    ]


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in held]
    for each in held:
        each.close()
    return ports


def make_peers() -> None:
    """Their environment, from requirements-bench.txt."""
    if not (PEERS / "bin" / "uvicorn").exists():
        uv = str(Path(sys.executable).parent / "uv")
        subprocess.run([uv, "venv", "-q", str(PEERS), "--python", sys.executable], check=True)
        subprocess.run(
            [uv, "pip", "install", "-q", "--python", str(PEERS / "bin" / "python"), "--require-hashes",
             "-r", str(ROOT / "requirements-bench.txt")],
            check=True,
        )  # fmt: skip


@contextmanager
def running(server: Server, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    log = tempfile.TemporaryFile()  # noqa: SIM115 - it outlives this line
    process = subprocess.Popen(
        server.command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=log,
        stderr=log,
        start_new_session=True,
    )
    try:
        for _ in range(600):
            if process.poll() is not None:
                log.seek(0)
                raise SystemExit(f"{server.name} ended:\n{log.read().decode()}")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", server.port)) == 0:
                    break
            time.sleep(0.1)
        yield process
    except SystemExit:
        log.seek(0)
        sys.stderr.write(f"{server.name} said:\n{log.read().decode()[-3000:]}\n")
        raise
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def fetched(server: Server, path: str, token: str) -> Any:
    request = urllib.request.Request(
        f"http://127.0.0.1:{server.port}{path}", headers={"Authorization": f"Bearer {token}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read())
    except urllib.error.HTTPError as fault:
        raise SystemExit(f"{server.name} answers {fault.code}: {path}") from fault


def require_wrk() -> str:
    found = shutil.which("wrk")
    if found is None:
        raise SystemExit("bench.listing needs wrk: apt-get install wrk")
    return found


def loaded(
    server: Server,
    process: subprocess.Popen[bytes],
    paths: Sequence[str],
    token: str,
    seconds: int,
    postgres: int,
) -> Run:
    """A run of wrk over the mix. A status other than 200, or a time-out, ends the bench. `postgres`: id of its server,
    which nobody else asks meanwhile."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT % (", ".join(json.dumps(path) for path in paths), token))
        script.flush()
        before = processor.of_session(process.pid), processor.of_family(postgres)
        said = subprocess.run(
            [require_wrk(), "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "-s", script.name,
             f"http://127.0.0.1:{server.port}"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        used = processor.of_session(process.pid) - before[0], processor.of_family(postgres) - before[1]
    found = re.search(r"^@(\d+) (\d+) (\d+) ([\d.]+)$", said, re.MULTILINE)
    assert found is not None, said
    requests, microseconds, errors = (int(found[number]) for number in (1, 2, 3))
    if errors or not requests:
        raise SystemExit(f"{server.name}: {errors} errors in {requests} requests")
    cpu, database = (seconds / requests * 1e3 for seconds in used)
    return Run(requests / microseconds * 1e6, cpu, database, float(found[4]))
