"""The index as files of one host: built beside, renamed, mapped into memory. Pure.

`current` names the version in use. A version is a folder: `model` (what its embedder was learnt to be, if anything),
`facts.json`, and `index.json`, which names the folders of arrays that make up its index and is written last.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from apps.matching.semantic import cells, clusters
from apps.matching.semantic.cells import Cells, Mask
from apps.matching.semantic.index import ID, Rows, Segment, SemanticIndex

_SIDES = ("titles", "bodies")
_HEADER = 128
# Of the arrays and what they mean. An index of another format counts as none: it is built anew from the stored vectors.
FORMAT = 2


class Stand(TypedDict):
    """What `index.json` says: two folders, when the first was built, and up to when rows were read (ISO 8601)."""

    format: int
    main: str
    tail: str
    built: str
    until: str


class IndexFiles:
    """The folder of one version below `root`."""

    def __init__(self, root: Path, version: str) -> None:
        self.root = root
        self.folder = root / version

    def stand(self) -> Stand | None:
        """None where no index of this format was written yet."""
        try:
            stand: Stand = json.loads((self.folder / "index.json").read_text())
        except FileNotFoundError:
            return None
        return stand if stand.get("format") == FORMAT else None

    def write_model(self, model: bytes, facts: Mapping[str, Any]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        _replace(self.folder / "model", model)
        _replace(self.folder / "facts.json", json.dumps(facts).encode())

    def model(self) -> tuple[bytes, dict[str, Any]]:
        """Raises FileNotFoundError."""
        return (self.folder / "model").read_bytes(), json.loads((self.folder / "facts.json").read_text())

    def write_main(self, rows: Rows, now: str) -> None:
        """All rows anew, in any order, as of `now`."""
        main = self._write_segment(rows)
        nothing = Rows(np.empty(0, dtype=ID), rows.titles[:0], rows.bodies[:0])
        tail = self._write_segment(nothing, hidden=np.zeros(len(rows.ids), dtype=bool))
        self._point_at({"format": FORMAT, "main": main, "tail": tail, "built": now, "until": now})

    def write_tail(self, rows: Rows, hidden: Mask, now: str) -> None:
        """All that came since the main part was built, and which of its rows count no more."""
        stand = self.stand()
        if stand is None:
            raise FileNotFoundError(self.folder / "index.json")
        tail = self._write_segment(rows, hidden=hidden)
        self._point_at({**stand, "tail": tail, "until": now})

    def open(self) -> SemanticIndex | None:
        """The index as it stands, mapped; None where there is none. A newer one may be written at any moment."""
        for _ in range(3):
            stand = self.stand()
            if stand is None:
                return None
            try:
                main, tail = (self._read_segment(stand[part]) for part in ("main", "tail"))
                return SemanticIndex(main, tail, np.load(self.folder / stand["tail"] / "hidden.npy"))
            except FileNotFoundError:
                continue  # replaced between the two reads
        return None

    def make_current(self) -> None:
        """From now on this is the version in use on this host."""
        _replace(self.root / "current", self.folder.name.encode())

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """One writer a version and host; says False at once where another is at it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True

    def _write_segment(self, rows: Rows, *, hidden: Mask | None = None) -> str:
        order = np.argsort(rows.ids, kind="stable")
        folder = Path(tempfile.mkdtemp(prefix="part-", dir=self.folder))
        _save(folder / "ids.npy", rows.ids[order])
        if hidden is not None:
            _save(folder / "hidden.npy", hidden)
        for side, vectors in zip(_SIDES, (rows.titles, rows.bodies), strict=True):
            for name, array in clusters.build(vectors, order).items():
                _save(folder / f"{side}.{name}.npy", array)
        return folder.name

    def _read_segment(self, name: str) -> Segment:
        folder = self.folder / name
        titles, bodies = (
            Cells({part: _mapped(folder / f"{side}.{part}.npy") for part in cells.NAMES}) for side in _SIDES
        )
        return Segment(_mapped(folder / "ids.npy"), titles, bodies)

    def _point_at(self, stand: Stand) -> None:
        _replace(self.folder / "index.json", json.dumps(stand).encode())
        # Whoever still reads an older part has it mapped: it goes from the disk with its last reader.
        for part in self.folder.glob("part-*"):
            if part.name not in (stand["main"], stand["tail"]):
                shutil.rmtree(part, ignore_errors=True)


def current_version(root: Path) -> str | None:
    try:
        return (root / "current").read_text()
    except FileNotFoundError:
        return None


def keep_only(root: Path, versions: set[str]) -> None:
    """Take away the folders of every other version."""
    for folder in root.iterdir() if root.is_dir() else ():
        if folder.is_dir() and folder.name not in versions:
            shutil.rmtree(folder, ignore_errors=True)


def _save(path: Path, array: NDArray[Any]) -> None:
    with path.open("wb") as file:
        np.save(file, array, allow_pickle=False)
        file.flush()
        os.fsync(file.fileno())


def _mapped(path: Path) -> NDArray[Any]:
    # A file that is a header alone can't be mapped.
    array: NDArray[Any] = np.load(path, mmap_mode="r" if path.stat().st_size > _HEADER else None)
    return array


def _replace(path: Path, content: bytes) -> None:
    """All of the new content or all of the old, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)
