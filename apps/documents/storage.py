"""Where the bytes of documents lie: one protocol, a directory behind it today. Pure: no Django.

A key is `<workspace>/<2 hex>/<32 hex>`, random: it tells nothing of the content, and two workspaces that hold
the same file never share bytes. The checksum is handed back for the row that owns the key.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from apps.core.errors import NotFound, PayloadTooLarge

_CHUNK_BYTES = 1 << 18
_WORKSPACE = re.compile(r"[0-9a-z][0-9a-z-]{0,63}")
_KEY = re.compile(r"[0-9a-z][0-9a-z-]{0,63}/[0-9a-f]{2}/[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class StoredBlob:
    """What a write left behind. `sha256` is 64 hex digits, `size` is in bytes."""

    key: str
    sha256: str
    size: int


class BlobMissing(NotFound):
    """No bytes under this key; a malformed key is treated the same, so a probe learns nothing."""


class BlobTooLarge(PayloadTooLarge):
    """The stream held more than the caller allowed; nothing of it was kept."""


class BlobStore(Protocol):
    """Writes are all or nothing and durable once `put` returns; blobs are never changed in place."""

    def put(self, stream: BinaryIO, *, workspace: str, max_bytes: int | None = None) -> StoredBlob:
        """Store what `stream` still holds. `workspace` is its id (letters, digits, hyphens).

        Raises BlobTooLarge past `max_bytes`, ValueError for a workspace that is no id.
        """

    def open(self, key: str) -> BinaryIO:
        """A seekable stream the caller closes. Raises BlobMissing."""

    def delete(self, key: str) -> bool:
        """Whether there was something to delete: a second call is no error."""

    def exists(self, key: str) -> bool:
        """Whether bytes lie under `key`."""

    def delete_workspace(self, workspace: str) -> None:
        """Delete every blob of a workspace, those that no row owns too; what is gone already is no error."""


class DirectoryStore:
    """Blobs as files below one directory (`VAR_DIR/blobs`), which may be shared by many processes."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, stream: BinaryIO, *, workspace: str, max_bytes: int | None = None) -> StoredBlob:
        if not _WORKSPACE.fullmatch(workspace):
            raise ValueError("a workspace id is lower-case letters, digits and hyphens")
        name = secrets.token_hex(16)
        key = f"{workspace}/{name[:2]}/{name}"
        target = self._root / key
        target.parent.mkdir(parents=True, exist_ok=True)
        with _temporary_beside(target) as (temporary, path):
            sha256, size = _copy(stream, temporary, max_bytes)
            temporary.flush()
            os.fsync(temporary.fileno())
            path.rename(target)
        self._sync_directories(target.parent)
        return StoredBlob(key, sha256, size)

    def open(self, key: str) -> BinaryIO:
        try:
            return self._path(key).open("rb")
        except FileNotFoundError:
            raise BlobMissing from None

    def delete(self, key: str) -> bool:
        try:
            self._path(key).unlink()
        except (FileNotFoundError, BlobMissing):
            return False
        return True

    def exists(self, key: str) -> bool:
        try:
            return self._path(key).is_file()
        except BlobMissing:
            return False

    def delete_workspace(self, workspace: str) -> None:
        if not _WORKSPACE.fullmatch(workspace):
            raise ValueError("a workspace id is lower-case letters, digits and hyphens")
        # A writer may put a file into a folder while it is taken away: the row that owns it will not stay either.
        shutil.rmtree(self._root / workspace, ignore_errors=True)

    def _path(self, key: str) -> Path:
        # The whole key must have the one shape we mint: no dot and no further slash can get through.
        if not _KEY.fullmatch(key):
            raise BlobMissing
        return self._root / key

    def _sync_directories(self, lowest: Path) -> None:
        """A rename survives a power cut only once the directories that lead to it are on disk, too."""
        for directory in (lowest, lowest.parent, self._root):
            descriptor = os.open(directory, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


@contextlib.contextmanager
def _temporary_beside(target: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file in the target's directory, hence on its file system; gone if the body fails."""
    descriptor, name = tempfile.mkstemp(prefix=".put-", dir=target.parent)
    path = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as temporary:
            yield temporary, path
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _copy(source: BinaryIO, sink: IO[bytes], max_bytes: int | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK_BYTES):
        size += len(chunk)
        if max_bytes is not None and size > max_bytes:
            raise BlobTooLarge(f"The file is larger than {max_bytes} bytes.")
        digest.update(chunk)
        sink.write(chunk)
    return digest.hexdigest(), size
