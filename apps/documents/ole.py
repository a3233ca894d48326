"""The root directory of an OLE2 compound file: enough to tell a Word document from its siblings. Pure.

Layout after Microsoft's MS-CFB: a 512-byte header, sectors chained by a table (FAT), and a directory of
128-byte entries in which siblings form a binary tree.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_HEADER_BYTES = 512
_ENTRY_BYTES = 128
_LAST_REGULAR_SECTOR = 0xFFFFFFFA
_NO_ENTRY = 0xFFFFFFFF
# A directory longer than this (8 000 streams) is no office document, and bounds what a forged chain can cost.
_MAX_DIRECTORY_BYTES = 1 << 20


def root_names(stream: BinaryIO) -> frozenset[str]:
    """Names of the streams and storages directly under the root; empty when the file is damaged."""
    try:
        return frozenset(_walk_root(_read_directory(stream)))
    except (struct.error, IndexError):
        return frozenset()


def _read_directory(stream: BinaryIO) -> bytes:
    stream.seek(0)
    header = stream.read(_HEADER_BYTES)
    sector_bytes = 1 << min(max(struct.unpack_from("<H", header, 30)[0], 9), 12)
    (sector,) = struct.unpack_from("<I", header, 48)
    fat_sectors = struct.unpack_from("<109I", header, 76)
    directory = bytearray()
    while sector < _LAST_REGULAR_SECTOR and len(directory) < _MAX_DIRECTORY_BYTES:
        chunk = _read_sector(stream, sector, sector_bytes)
        if not chunk:
            break
        directory += chunk
        table, slot = divmod(sector, sector_bytes // 4)
        (sector,) = struct.unpack_from("<I", _read_sector(stream, fat_sectors[table], sector_bytes), slot * 4)
    return bytes(directory)


def _read_sector(stream: BinaryIO, sector: int, sector_bytes: int) -> bytes:
    stream.seek((sector + 1) * sector_bytes)
    return stream.read(sector_bytes)


def _walk_root(directory: bytes) -> Iterator[str]:
    """Only the root's own children: an embedded Word object inside a workbook must not make it a document."""
    (first_child,) = struct.unpack_from("<I", directory, 76)
    pending, seen = [first_child], set[int]()
    while pending:
        index = pending.pop()
        if index == _NO_ENTRY or index in seen:
            continue
        seen.add(index)
        entry = directory[index * _ENTRY_BYTES : (index + 1) * _ENTRY_BYTES]
        (name_bytes,) = struct.unpack_from("<H", entry, 64)
        yield entry[: max(min(name_bytes, 64) - 2, 0)].decode("utf-16-le", "replace")
        pending += struct.unpack_from("<II", entry, 68)
