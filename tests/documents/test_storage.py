"""The directory behind documents: whole writes or none, and no way out of it."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from apps.documents.storage import BlobMissing, BlobStore, BlobTooLarge, DirectoryStore

_WORKSPACE = "0199a0c2-1111-7abc-8def-000000000001"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "outside").write_bytes(b"not yours")
    return tmp_path / "blobs"


@pytest.fixture
def store(root: Path) -> BlobStore:
    return DirectoryStore(root)


def _files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


class _FailingStream(io.BytesIO):
    """Gives one block, then the connection of the upload breaks."""

    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell():
            raise ConnectionResetError
        return super().read(10)


def test_put_gives_back_the_same_bytes(store: BlobStore) -> None:
    content = os.urandom(700_000)
    blob = store.put(io.BytesIO(content), workspace=_WORKSPACE)
    assert blob.key.startswith(f"{_WORKSPACE}/")
    assert (blob.size, blob.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    with store.open(blob.key) as stream:
        assert stream.seekable()
        assert stream.read() == content


def test_put_reads_from_where_the_stream_stands(store: BlobStore) -> None:
    source = io.BytesIO(b"header|body")
    source.seek(7)
    assert store.put(source, workspace=_WORKSPACE).sha256 == hashlib.sha256(b"body").hexdigest()


def test_put_of_the_same_bytes_makes_two_blobs(store: BlobStore) -> None:
    first, second = (store.put(io.BytesIO(b"same"), workspace=_WORKSPACE) for _ in range(2))
    assert first.key != second.key
    assert first.sha256 == second.sha256
    assert store.delete(first.key)
    assert store.exists(second.key)


@pytest.mark.parametrize(
    ("stream", "error"),
    [(_FailingStream(b"x" * 100), ConnectionResetError), (io.BytesIO(b"x" * 11), BlobTooLarge)],
)
def test_put_that_fails_leaves_nothing(
    root: Path, store: BlobStore, stream: BinaryIO, error: type[Exception]
) -> None:
    with pytest.raises(error):
        store.put(stream, workspace=_WORKSPACE, max_bytes=10)
    assert _files(root) == []


def test_put_is_on_disk_before_it_is_named(
    root: Path, store: BlobStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut between the two must never leave a name without its bytes."""
    log: list[str] = []
    real_fsync, real_rename = os.fsync, Path.rename

    def fsync(descriptor: int) -> None:
        log.append("sync directory" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "sync file")
        real_fsync(descriptor)

    def rename(path: Path, target: Path) -> Path:
        log.append("rename")
        return real_rename(path, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(Path, "rename", rename)
    store.put(io.BytesIO(b"bytes"), workspace=_WORKSPACE)
    assert log[:3] == ["sync file", "rename", "sync directory"]


def test_put_fits_exactly_the_limit(store: BlobStore) -> None:
    assert store.put(io.BytesIO(b"x" * 10), workspace=_WORKSPACE, max_bytes=10).size == 10


@pytest.mark.parametrize(
    "workspace", ["", "..", "../outside", "a/b", "/etc", "a\x00b", "A b", "-", "a" * 65, "a\n"]
)
def test_put_refuses_a_workspace_that_is_no_id(root: Path, store: BlobStore, workspace: str) -> None:
    with pytest.raises(ValueError, match="workspace"):
        store.put(io.BytesIO(b"x"), workspace=workspace)
    assert not root.exists()


def _escapes(key: str) -> list[str]:
    workspace, fan, name = key.split("/")
    return [
        "../outside",
        f"{workspace}/../../outside",
        f"/{key}",
        f"{key}/",
        f"{key}\n",
        f"{key}\x00",
        f"{workspace}//{name}",
        f"{workspace}/{fan}/../{fan}/{name}",
        f"./{key}",
        "",
        workspace,
    ]


def test_keys_of_another_shape_name_nothing(store: BlobStore) -> None:
    blob = store.put(io.BytesIO(b"x"), workspace=_WORKSPACE)
    for key in _escapes(blob.key):
        with pytest.raises(BlobMissing):
            store.open(key)
        assert not store.exists(key)
        assert not store.delete(key)
    assert store.exists(blob.key)


def test_delete_twice_is_no_error(store: BlobStore) -> None:
    blob = store.put(io.BytesIO(b"x"), workspace=_WORKSPACE)
    assert [store.delete(blob.key), store.delete(blob.key)] == [True, False]
    assert not store.exists(blob.key)
    with pytest.raises(BlobMissing):
        store.open(blob.key)


def test_blobs_are_private_to_their_owner(root: Path, store: BlobStore) -> None:
    store.put(io.BytesIO(b"x"), workspace=_WORKSPACE)
    (path,) = _files(root)
    assert path.stat().st_mode & 0o077 == 0


def test_a_workspace_goes_whole_and_others_stay(root: Path, store: BlobStore) -> None:
    other = "0199a0c2-1111-7abc-8def-000000000002"
    store.put(io.BytesIO(b"mine"), workspace=_WORKSPACE)
    (root / _WORKSPACE / "00").mkdir(exist_ok=True)
    (root / _WORKSPACE / "00" / ".put-torn").write_bytes(b"half")
    kept = store.put(io.BytesIO(b"theirs"), workspace=other)
    store.delete_workspace(_WORKSPACE)
    store.delete_workspace(_WORKSPACE)
    assert not (root / _WORKSPACE).exists()
    assert store.exists(kept.key)
    for malformed in ("..", "", "../outside"):
        with pytest.raises(ValueError, match="workspace id"):
            store.delete_workspace(malformed)
    assert (root.parent / "outside").exists()
