"""A fault reaches a Sentry-compatible endpoint, and nothing of the person it happened to does."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PRIVATE = (
    "ada@example.com",
    "hunter2-secret",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
    "Ada Fictional",
    "local-word",
)
# A server that fails while it handles a request full of somebody's data.
FAILING = """
import django, logging
from django.conf import settings
settings.configure(SECRET_KEY="x" * 50, ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], DEBUG=False, MIDDLEWARE=[])
from project import reporting
reporting.start({dsn!r}, release="1", environment="test")
django.setup()
from django.test import Client
from django.urls import path
from apps.core.request_id import current_request_id

def fail(request):
    local = "local-word"
    current_request_id.set("the-request-id")
    logging.getLogger("x").error("sending to ada@example.com failed")
    raise ValueError("no such person: ada@example.com, token=hunter2-secret")

urlpatterns = [path("fail/", fail)]
Client(raise_request_exception=False).post(
    "/fail/?q=Ada+Fictional", {{"password": "hunter2-secret", "full_name": "Ada Fictional"}},
    headers={{"authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "cookie": "a=hunter2-secret"}},
)
import sentry_sdk
sentry_sdk.flush(10)
"""


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[bytes]]]:
    """A DSN on loopback, and what is sent there."""
    received: list[bytes] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append(gzip.decompress(body) if self.headers.get("Content-Encoding") == "gzip" else body)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://public@127.0.0.1:{server.server_port}/1", received
    server.shutdown()
    server.server_close()


def test_a_fault_is_reported_and_tells_of_nobody(endpoint: tuple[str, list[bytes]]) -> None:
    dsn, received = endpoint
    done = subprocess.run(
        [sys.executable, "-c", FAILING.format(dsn=dsn)],
        cwd=ROOT, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    text = b"\n".join(received).decode()
    events = [json.loads(line) for line in text.splitlines() if '"event_id"' in line and '"level"' in line]
    (fault,) = [event for event in events if "exception" in event]
    (value,) = fault["exception"]["values"]
    assert value["type"] == "ValueError"
    assert value["stacktrace"]["frames"][-1]["function"] == "fail"
    assert fault["tags"] == {"request_id": "the-request-id"}
    assert any("logentry" in event for event in events)
    for word in PRIVATE:
        assert word not in text, word


def test_nothing_of_it_is_loaded_unless_it_is_configured() -> None:
    code = "import sys; from project import reporting; reporting.start('', release='', environment=''); print('sentry_sdk' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
