"""A real server on loopback that behaves as badly as the path says. It stands for the internet in these tests."""

from __future__ import annotations

import contextlib
import functools
import itertools
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, str], bytes]


@functools.cache
def bomb() -> bytes:
    """64 MB of zeros as 64 KB of gzip."""
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(64)) + packer.flush()


_PLAIN: Answer = (200, {}, b"fine")


class Server(ThreadingHTTPServer):
    """`answers` gives plain answers by path, one after another, the last one for ever; `requests` is what came:
    method, path, headers, body."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, list[Answer]] = {"/robots.txt": [(404, {}, b"")]}
        self.requests: list[tuple[str, str, dict[str, str], bytes]] = []
        self.lock = threading.Lock()
        self.heard = threading.Event()
        self.at_once = self.most_at_once = self.connections = 0

    def get_request(self) -> tuple[socket.socket, tuple[str, int]]:
        self.connections += 1
        return super().get_request()

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a client that hangs up is what many tests are about."""

    @property
    def endpoint(self) -> str:
        return f"127.0.0.1:{self.server_port}"

    def url(self, path: str) -> str:
        return f"http://{self.endpoint}{path}"

    def seen(self, path: str) -> list[dict[str, str]]:
        """The headers, names in lower case, of every request to `path`."""
        return [headers for _, where, headers, _ in self.requests if where == path]


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """A server that listens on a port of its own until the block ends."""
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def __getattr__(self, name: str) -> Callable[[], None]:
        """`do_GET`, `do_POST` and so on are all one."""
        if name.startswith("do_"):
            return self._do
        raise AttributeError(name)

    def _do(self) -> None:
        path = self.path.partition("?")[0]
        content = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        with self.server.lock:
            earlier = len(self.server.seen(path))
            self.server.requests.append((self.command, path, headers, content))
        misdeed = getattr(self, path.removeprefix("/").replace("-", "_"), None)
        if misdeed:
            misdeed()
        else:
            answers = self.server.answers.get(path, [_PLAIN])
            self.answer(*answers[min(earlier, len(answers) - 1)])

    def answer(self, status: int, headers: dict[str, str], content: bytes) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_request(self, *_: object) -> None:
        """Nothing: the tests look at `requests`."""

    def drip_body(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        self._write_while_heard(itertools.repeat(b"x"), pause=0.02)

    def drip_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Endless: ")
        self._write_while_heard(itertools.repeat(b"x"), pause=0.02)

    def silence(self) -> None:
        self._write_while_heard(itertools.repeat(b""), pause=0.05)

    def cut_body(self) -> None:
        self.answer(200, {"Content-Length": "1000"}, b"only this")
        self.close_connection = True

    def bomb(self) -> None:
        """Gigabytes of zeros in megabytes: 64 MB come out of what one read of a socket takes in."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n")
        self._write_while_heard(itertools.repeat(bomb(), 64))

    def events(self) -> None:
        """Says one thing, then waits to be told that it was heard before it says the next."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\ndata: first\n\n")
        self.server.heard.wait(30)
        self._write_while_heard([b"data: second\n\n"])

    def endless(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        self._write_while_heard(itertools.repeat(bytes(65_536)))

    def crowded(self) -> None:
        """Counts who is here at the same time, and stays long enough for others to come."""
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        time.sleep(0.05)
        with self.server.lock:
            self.server.at_once -= 1
        self.answer(*_PLAIN)

    def _write_while_heard(self, pieces: Iterable[bytes], pause: float = 0.0) -> None:
        """Until the other side has had enough; a test's end comes first in any case."""
        self.close_connection = True
        ends_at = time.monotonic() + 30
        with contextlib.suppress(OSError):
            for piece in pieces:
                self.wfile.write(piece)
                time.sleep(pause)
                if time.monotonic() > ends_at:
                    return
