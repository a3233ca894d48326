"""A real server on loopback that behaves as badly as the path says. It stands for the internet in these tests."""

from __future__ import annotations

import gzip
import itertools
import threading
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

Answer = tuple[int, dict[str, str], bytes]


class Server(ThreadingHTTPServer):
    """`answers` gives plain answers by path, one after another, the last one for ever; `requests` is what came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, list[Answer]] = {"/robots.txt": [(404, {}, b"")]}
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.hits: Counter[str] = Counter()
        self.most_at_once = 0
        self.at_once = 0
        self.lock = threading.Lock()
        self.leave = threading.Event()
        self.both_inside = threading.Barrier(2)

    @property
    def endpoint(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def url(self, path: str) -> str:
        return f"http://{self.endpoint}{path}"

    def seen(self, path: str) -> list[dict[str, str]]:
        """The headers, names in lower case, of every request to `path`."""
        return [headers for _, where, headers, _ in self.requests if where == path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def handle_any(self) -> None:
        path = self.path.partition("?")[0]
        length = int(self.headers.get("content-length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.server.lock:
            self.server.requests.append((self.command, path, headers, self.rfile.read(length)))
            number = self.server.hits[path]
            self.server.hits[path] += 1
        special = self._specials.get(path)
        if special:
            special(self)
        else:
            answers = self.server.answers[path]
            self.answer(*answers[min(number, len(answers) - 1)])

    do_GET = do_POST = do_HEAD = handle_any

    def answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if not {"content-length", "transfer-encoding"} & {name.lower() for name in headers}:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def drip_body(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        self._drip(itertools.repeat(b"x"))

    def drip_headers(self) -> None:
        self._drip(bytes([byte]) for byte in itertools.chain(b"HTTP/1.1 200 OK\r\nX-Long: ", itertools.repeat(97)))

    def _drip(self, pieces: "itertools.repeat[bytes] | Callable[[], bytes] | object") -> None:
        raise NotImplementedError

    def cut(self) -> None:
        self.answer(200, {"Content-Length": "1000"}, b"only this")
        self.close_connection = True

    def bomb(self) -> None:
        """Gigabytes of zeros in a few megabytes: a member of 1 MB, over and over."""
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Connection", "close")
        self.end_headers()
        member = gzip.compress(bytes(1 << 20))
        self._write_until_gone(member for _ in range(4096))

    def busy(self) -> None:
        """Counts how many are inside at once; each stays until told to leave."""
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        self.server.leave.wait(10)
        with self.server.lock:
            self.server.at_once -= 1
        self.answer(200, {}, b"")

    _specials: ClassVar[dict[str, Callable[["_Handler"], None]]] = {}
