"""What a call is asked to do, under which rules, and what came back. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from types import TracebackType
from typing import BinaryIO, Self

import httpx

from apps.core.http.gate import HostLimit

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Set by us or by the protocol; a caller's own value could smuggle a request past the guard.
_OWN_HEADERS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding"})


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One request. `etag` and `last_modified` are those of the copy held: they make it conditional.

    `repeatable` says of a POST that sending it twice does no harm, being a search or carrying an idempotency key.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = None
    etag: str | None = None
    last_modified: str | None = None
    repeatable: bool = False

    def __post_init__(self) -> None:
        clash = _OWN_HEADERS & {name.lower() for name in self.headers}
        if clash:
            raise ValueError(f"headers that are not the caller's to set: {sorted(clash)}")

    @property
    def may_repeat(self) -> bool:
        return self.repeatable or self.method in _SAFE_METHODS

    @property
    def is_conditional(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of a call. Times in seconds, sizes in bytes.

    `total_seconds` spans everything: waiting for the host's gate, retries, redirects, the body.
    `max_bytes` counts the body after decompression; above `spool_bytes` it lies on disk.
    A Retry-After above `max_retry_after` is not waited for. `media_types` empty means any.
    """

    connect_seconds: float = 5.0
    read_seconds: float = 20.0
    total_seconds: float = 60.0
    attempts: int = 3
    backoff_seconds: float = 0.5
    max_retry_after: float = 30.0
    max_bytes: int = 32 << 20
    spool_bytes: int = 1 << 20
    max_redirects: int = 5
    cross_host: bool = False
    robots: bool = True
    media_types: frozenset[str] = frozenset()
    limit: HostLimit = field(default_factory=HostLimit)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A success (2xx), or `not_modified` with an empty body. `url` is where the redirects ended; header names
    are matched in any case. `body` is seekable, stands at its start, and is freed by `with` or `close()`."""

    status: int
    headers: Mapping[str, str]
    body: BinaryIO
    url: str
    not_modified: bool
    etag: str | None
    last_modified: str | None

    @classmethod
    def of(cls, response: httpx.Response, request: Outgoing, body: BinaryIO) -> Self:
        """From the answer to `request`; a 304 need not repeat the validators that the caller already holds."""
        headers, not_modified = response.headers, response.status_code == 304
        return cls(
            status=response.status_code,
            headers=headers,
            body=body,
            url=str(response.url),
            not_modified=not_modified,
            etag=headers.get("etag") or (request.etag if not_modified else None),
            last_modified=headers.get("last-modified") or (request.last_modified if not_modified else None),
        )

    @property
    def media_type(self) -> str:
        """`application/json`, in lower case and without parameters; empty when none was sent."""
        return media_type(self.headers)

    @property
    def charset(self) -> str | None:
        """The charset the answer claims, if any."""
        message = Message()
        message["Content-Type"] = self.headers.get("content-type", "")
        return message.get_content_charset()

    def close(self) -> None:
        self.body.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def media_type(headers: Mapping[str, str]) -> str:
    """The media type of an answer, in lower case and without parameters; empty when none was sent."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()
