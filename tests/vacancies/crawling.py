"""A board's host on loopback that behaves as a test says, and crawls of it by the real engine and the real client."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

import pytest
from django.conf import settings
from redis import Redis

from apps.core import http
from apps.core.db import as_system
from apps.core.models import uuid7
from apps.vacancies.ingest import crawl
from apps.vacancies.ingest.crawl import Order
from apps.vacancies.models import RawPosting, SourceRun, Vacancy
from apps.vacancies.sources.registry import get_source


@dataclass(frozen=True, slots=True)
class Asked:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]


@dataclass(slots=True)
class Answer:
    """`drip` seconds lie between two bytes; `cut` bytes at the end are announced, and never come."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    cut: int = 0


def as_json(value: object, **headers: str) -> Answer:
    return Answer(json.dumps(value).encode(), headers=headers)


class Host(ThreadingHTTPServer):
    """`answer` says what to answer to what was asked; `asked` is what came, but for robots.txt."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer: Callable[[Asked], Answer] = lambda _: Answer(status=404)
        self.robots = Answer(status=404)
        self.asked: list[Asked] = []

    @property
    def endpoint(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    @property
    def url(self) -> str:
        return f"http://{self.endpoint}"

    def paths(self) -> list[str]:
        return [each.path for each in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a client that hangs up is what some tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # Head and body are two small writes: with Nagle the second waits 40 ms for the first to be acknowledged.
    disable_nagle_algorithm = True
    server: Host

    def __getattr__(self, name: str) -> Callable[[], None]:
        """`do_GET` and `do_POST` are one."""
        if name.startswith("do_"):
            return self._do
        raise AttributeError(name)

    def _do(self) -> None:
        parts = urlsplit(self.path)
        self.rfile.read(int(self.headers.get("content-length", 0)))
        if parts.path == "/robots.txt":
            return self._send(self.server.robots)
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, parts.path, dict(parse_qsl(parts.query)), headers)
        self.server.asked.append(asked)
        return self._send(self.server.answer(asked))

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        length = str(len(answer.body) + answer.cut)
        for name, value in {"Content-Length": length, **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.close_connection = bool(answer.cut)
        if not answer.drip:
            self.wfile.write(answer.body)
            return
        for byte in answer.body:
            self.wfile.write(bytes([byte]))
            time.sleep(answer.drip)

    def log_request(self, *_: object) -> None:
        """Nothing: the tests look at `asked`."""


@contextlib.contextmanager
def hosting() -> Iterator[Host]:
    with Host() as host:
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            host.shutdown()
            thread.join()


def hurry(monkeypatch: pytest.MonkeyPatch, *kinds: str, **terms: Any) -> None:
    """The real adapters, asked as fast as it goes."""
    for kind in kinds:
        adapter = type(get_source(kind))
        monkeypatch.setattr(adapter, "terms", replace(adapter.terms, requests_per_second=10_000.0, **terms))


def forget_the_hosts() -> None:
    """As a new installation: with no robots.txt remembered, and no pause that a host has asked for."""
    http._client_for.cache_clear()
    valkey: Any = Redis.from_url(settings.REDIS_URL)
    if gates := valkey.keys("gate:*"):
        valkey.delete(*gates)


class Killed(BaseException):
    """Stands for the end of the process: nothing of ours catches it."""


def read_board(
    host: Host,
    kind: str = "smartrecruiters",
    board: str = "kestrel",
    *,
    task_id: UUID | None = None,
    killed_at: int | None = None,
) -> SourceRun:
    """One crawl, as a worker runs it; with `killed_at` it ends at that report of progress."""
    reports = 0

    def progress(done: int, line: str) -> None:
        nonlocal reports
        reports += 1
        assert line
        if reports == killed_at:
            raise Killed

    order = Order(kind=kind, board=board, base_url=host.url, company_name="Kestrel Pilots")
    with as_system():
        run = crawl.open_run(order, task_id or uuid7())
        return crawl.crawl(order, run, progress, lambda summary: None)


def standing(board: str = "kestrel") -> dict[str, bool]:
    """The board's postings by id: whether their vacancy is open."""
    with as_system():
        rows = RawPosting.objects.filter(source__board=board).select_related("vacancy")
        return {row.source_posting_id: bool(row.vacancy and row.vacancy.status == "open") for row in rows}


def texts(board: str = "kestrel") -> dict[str, str]:
    with as_system():
        rows = Vacancy.objects.filter(postings__source__board=board)
        return dict(rows.values_list("source_id", "description_text"))


def listed(number: int, **changes: Any) -> dict[str, Any]:
    """One posting as SmartRecruiters lists it: without a text."""
    return {
        "id": str(7000 + number),
        "name": f"Harbour Pilot {number}",
        "releasedDate": "2026-08-01T10:00:00.000Z",
        "company": {"name": "Kestrel Pilots", "identifier": "kestrel"},
        "location": {"city": "Rotterdam", "country": "nl"},
        **changes,
    }


def detail_of(source_id: str) -> dict[str, Any]:
    words = " ".join(f"word{source_id}x{number}" for number in range(60))
    return {
        "jobAd": {"sections": {"jobDescription": {"title": "The job", "text": f"<p>You steer. {words}</p>"}}}
    }


class Board:
    """SmartRecruiters with these postings: pages of a hundred, and their details. `wrong` answers instead, by path and
    offset of the list ("" = a detail)."""

    def __init__(self, host: Host, postings: list[dict[str, Any]]) -> None:
        self.host, self.postings = host, postings
        self.wrong: dict[str, Answer] = {}
        self.total: int | None = None
        host.answer = self.answer

    def answer(self, asked: Asked) -> Answer:
        source_id = asked.path.rpartition("/")[2]
        if source_id != "postings":
            return self.wrong.get(source_id) or self.wrong.get("") or as_json(detail_of(source_id))
        offset = asked.query["offset"]
        page = self.postings[int(offset) : int(offset) + 100]
        total = len(self.postings) if self.total is None else self.total
        return self.wrong.get(offset) or as_json(
            {"totalFound": total, "offset": int(offset), "content": page}
        )

    def offsets(self) -> list[str]:
        """Of the pages asked for so far."""
        return [each.query["offset"] for each in self.host.asked if "offset" in each.query]

    def details(self) -> list[str]:
        """The ids whose detail was asked for so far."""
        return [path.rpartition("/")[2] for path in self.host.paths() if not path.endswith("/postings")]
