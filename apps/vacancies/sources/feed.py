"""Cutting a JSON answer into items while it arrives, so that no feed ever stands in memory as a whole."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, Protocol, cast

import ijson

from apps.core.errors import AppError, ParseFailed
from apps.vacancies.sources.base import FeedBroken
from apps.vacancies.sources.nesting import DEEPEST, Nesting

CHUNK = 1 << 16
BROKEN_STREAM = (AppError, EOFError, OSError, zlib.error)
_LINES = ""


class Reader(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Rewound:
    """A stream whose first bytes were looked at already, readable from its beginning again."""

    def __init__(self, head: bytes, rest: Reader) -> None:
        self._head, self._rest = head, rest

    def read(self, size: int, /) -> bytes:
        head, self._head = self._head[:size], self._head[size:]
        return head + self._rest.read(size - len(head)) if size > len(head) else head


class _Unzipped:
    """Gzip as a stream that hands on what it has: one read for all would lose the part before a break."""

    def __init__(self, stream: Reader) -> None:
        self._file = gzip.GzipFile(fileobj=cast(BinaryIO, stream), mode="rb")

    def read(self, size: int, /) -> bytes:
        return self._file.read1(size)


def iter_json(stream: Reader, envelope: str | tuple[str, ...] | None) -> Iterator[Mapping[str, object]]:
    """Yield the objects of a feed: a list, an object in which one of the paths `envelope` holds the list, or JSON lines.

    Gzip is recognised by its first bytes. Raises ParseFailed when it is no feed at all, FeedBroken (after every
    whole item before the break) when it is one that is cut or spoilt in the middle.
    """
    count = 0
    try:
        reader = plain(stream)
        chunk = _fill(reader).removeprefix(b"\xef\xbb\xbf")
        nesting = Nesting()
        if nesting.is_too_deep(chunk):
            raise ParseFailed(f"the answer nests deeper than {DEEPEST} levels")
        found = ijson.sendable_list()
        push = ijson.items_coro(found, _prefix(chunk, _names(envelope)), use_float=True, multiple_values=True)
        while True:
            broken = _feed(push, chunk)
            for item in found:
                count += 1
                yield cast("Mapping[str, object]", item) if isinstance(item, dict) else {"": item}
            found.clear()
            if broken:
                raise FeedBroken(broken, items=count)
            if not chunk:
                return
            chunk = reader.read(CHUNK)
            if nesting.is_too_deep(chunk):
                raise FeedBroken(f"it nests deeper than {DEEPEST} levels", items=count)
    except (FeedBroken, ParseFailed):
        raise
    except BROKEN_STREAM as error:
        raise FeedBroken(str(error) or type(error).__name__, items=count) from error


class _Push(Protocol):
    def send(self, chunk: bytes, /) -> None: ...
    def close(self) -> None: ...


def _feed(push: _Push, chunk: bytes) -> str:
    """Hand a chunk to the parser ("" = the end of the feed); the reason if the feed is broken, else ""."""
    try:
        if chunk:
            push.send(chunk)
        else:
            push.close()
    except ijson.JSONError as error:
        return str(error).split("\n", 1)[0].strip() or "broken JSON"
    return ""


def plain(stream: Reader) -> Reader:
    """The stream without its gzip, if its first bytes are those of one."""
    head = stream.read(2)
    rewound = _Rewound(head, stream)
    if head != b"\x1f\x8b":
        return rewound
    return _Unzipped(rewound)


def chunks(reader: Reader) -> Iterator[bytes]:
    """Everything that is left, in pieces."""
    while chunk := reader.read(CHUNK):
        yield chunk


def peek(stream: Reader) -> tuple[bytes, Reader]:
    """The first byte that says something (b"" in an empty stream), and the stream from its beginning."""
    reader = plain(stream)
    head = _fill(reader)
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1], _Rewound(head, reader)


def _fill(reader: Reader) -> bytes:
    """A first chunk that is full even when the network delivers drop by drop: it decides how to read the rest.

    What came before a break is handed on; the next read meets the break again.
    """
    head = b""
    try:
        while len(head) < CHUNK and (more := reader.read(CHUNK - len(head))):
            head += more
    except BROKEN_STREAM:
        if not head:
            raise
    return head


def _names(envelope: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (envelope,) if isinstance(envelope, str) else envelope or ()


def _prefix(head: bytes, envelopes: tuple[str, ...]) -> str:
    """Where the items stand, judged by the beginning of the feed. An envelope may have an `id` of its own, before the
    list or behind it, so that only an object without a list is taken for the first of JSON lines."""
    start = head.lstrip()[:1]
    if start == b"[":
        return "item"
    if start != b"{":
        raise ParseFailed("the answer is not JSON")
    events = ijson.sendable_list()
    _feed(ijson.parse_coro(events, multiple_values=True), head)
    is_lines = False
    for prefix, event, value in events:
        if prefix in envelopes and event == "start_array":
            return f"{prefix}.item"
        is_lines = is_lines or (prefix == "" and event == "map_key" and value == "id")
    if is_lines:
        return _LINES
    raise ParseFailed("the answer holds no list of postings")
