"""The body of an answer, decompressed in bounded pieces into a spooled file. Pure.

httpx can decompress by itself, but a piece of 64 KB may then become 66 MB in one go; here no step makes more
than 64 KB, and counting stops at the limit.
"""

from __future__ import annotations

import contextlib
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from typing import BinaryIO, cast

import httpx

from apps.core.http.errors import BrokenBody, TooLarge, Unreachable

ACCEPT_ENCODING = "gzip"

_PIECE_BYTES = 65_536
_GZIP_WINDOW = zlib.MAX_WBITS | 16
_GZIP_MAGIC = b"\x1f\x8b"


def spool(response: httpx.Response, *, max_bytes: int, spool_bytes: int) -> BinaryIO:
    """The whole decoded body, at its start. Raises what `pieces` raises."""
    with contextlib.ExitStack() as on_failure:
        file = on_failure.enter_context(tempfile.SpooledTemporaryFile(max_size=spool_bytes))
        for piece in pieces(response, max_bytes=max_bytes):
            file.write(piece)
        file.seek(0)
        on_failure.pop_all()  # the caller's from here on
    return cast(BinaryIO, file)


def pieces(response: httpx.Response, *, max_bytes: int) -> Iterator[bytes]:
    """The decoded body as it arrives. Raises TooLarge, BrokenBody (an encoding we never asked for, or one that
    does not hold), Unreachable (cut off), UpstreamTimeout."""
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > max_bytes:
        raise TooLarge(max_bytes)
    size = 0
    for piece in _decoded(response):
        size += len(piece)
        if size > max_bytes:
            raise TooLarge(max_bytes)
        yield piece


def _decoded(response: httpx.Response) -> Iterator[bytes]:
    encoding = response.headers.get("content-encoding", "").strip().lower()
    if encoding in ("", "identity"):
        return response.iter_raw()
    if encoding in ("gzip", "x-gzip"):
        return _gunzip(response.iter_raw())
    raise BrokenBody


def _gunzip(raw: Iterable[bytes]) -> Iterator[bytes]:
    inflater, is_started = zlib.decompressobj(_GZIP_WINDOW), False
    for chunk in raw:
        rest = chunk
        while rest:
            if inflater.eof:
                if not rest.startswith(_GZIP_MAGIC):
                    break  # padding after the end, which every reader forgives
                inflater = zlib.decompressobj(_GZIP_WINDOW)
            is_started = True
            yield from _inflate(inflater, rest)
            rest = inflater.unused_data
    if is_started and not inflater.eof:
        raise Unreachable("The site's answer was cut off.")


def _inflate(inflater: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    while True:
        try:
            piece = inflater.decompress(data, _PIECE_BYTES)
        except zlib.error:
            raise BrokenBody from None
        if piece:
            yield piece
        data = inflater.unconsumed_tail
        if inflater.eof or (not data and len(piece) < _PIECE_BYTES):
            return
