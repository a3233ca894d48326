"""httpx over connections that go to the very address that was checked. Pure.

The name is resolved once per connection, here, and the socket is opened to what came out: there is no second
look-up that could answer otherwise (DNS rebinding). TLS and the Host header still use the name.
"""

from __future__ import annotations

import contextlib
import queue
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import httpcore
import httpx

from apps.core.errors import UpstreamTimeout
from apps.core.http import deadline
from apps.core.http.addresses import Endpoint, Guard
from apps.core.http.errors import Unreachable

Resolver = Callable[[str, int], list[str]]
"""Host and port to addresses, in the order to try them. Raises OSError when there are none."""

_MAX_ADDRESSES_TRIED = 4
_WRITE_BYTES = 65_536


def system_resolver(host: str, port: int) -> list[str]:
    """What the machine's own resolver answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


class PinnedBackend(httpcore.NetworkBackend):
    """Resolves, checks, and connects to what was checked."""

    def __init__(self, guard: Guard, resolver: Resolver, inner: httpcore.NetworkBackend) -> None:
        self._guard = guard
        self._resolver = resolver
        self._inner = inner

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._resolve(host, port, timeout)
        self._guard.check_addresses(Endpoint(host.lower(), port), addresses)
        failure: Exception = httpcore.ConnectError("no address")
        for address in addresses[:_MAX_ADDRESSES_TRIED]:
            try:
                stream = self._inner.connect_tcp(
                    address, port, _time_left(timeout, httpcore.ConnectTimeout), local_address, socket_options
                )
                return BoundedStream(stream)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as exc:
                failure = exc
        raise failure

    def _resolve(self, host: str, port: int, timeout: float | None) -> list[str]:
        """In a thread of its own, for the system's resolver takes no time-out."""
        answers: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._resolver(host, port))
            except (OSError, UnicodeError) as exc:
                answers.put(exc)

        threading.Thread(target=ask, name="resolve", daemon=True).start()
        try:
            answer = answers.get(timeout=_time_left(timeout, httpcore.ConnectTimeout))
        except queue.Empty:
            raise httpcore.ConnectTimeout("name resolution") from None
        if isinstance(answer, Exception):
            raise httpcore.ConnectError("name resolution") from answer
        return answer


class BoundedStream(httpcore.NetworkStream):
    """A stream whose every operation ends at the call's deadline."""

    def __init__(self, inner: httpcore.NetworkStream) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _time_left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _WRITE_BYTES):
            piece = buffer[start : start + _WRITE_BYTES]
            self._inner.write(piece, _time_left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        limit = _time_left(timeout, httpcore.ConnectTimeout)
        return BoundedStream(self._inner.start_tls(ssl_context, server_hostname, limit))

    def get_extra_info(self, info: str) -> Any:  # httpcore's own signature: each name has another type
        return self._inner.get_extra_info(info)


def _time_left(timeout: float | None, error: type[httpcore.TimeoutException]) -> float | None:
    left = deadline.bounded(timeout)
    if left == 0:
        raise error("deadline")  # a socket would read 0 as "do not block"
    return left


class PinnedTransport(httpx.BaseTransport):
    """A pool of pinned connections. Raises UpstreamTimeout, Unreachable or AddressRefused, and nothing of httpcore."""

    def __init__(self, backend: PinnedBackend, ssl_context: ssl.SSLContext) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            network_backend=backend,
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=15.0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        url = request.url
        with _own_errors():
            answer = self._pool.handle_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=cast(httpx.SyncByteStream, request.stream),
                    extensions=request.extensions,
                )
            )
        stream = _Body(cast(Iterable[bytes], answer.stream), answer.close)
        return httpx.Response(
            answer.status, headers=answer.headers, stream=stream, extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, chunks: Iterable[bytes], close: Callable[[], None]) -> None:
        self._chunks = chunks
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        with _own_errors():
            yield from self._chunks

    def close(self) -> None:
        with _own_errors():
            self._close()


@contextlib.contextmanager
def _own_errors() -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as exc:
        raise UpstreamTimeout from exc
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as exc:
        raise Unreachable from exc
