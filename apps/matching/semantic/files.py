"""The index as files of one host: built beside, renamed, mapped into memory. Pure.

`current` names the version in use. A version is a folder: `model` (what its embedder was learnt to be, if anything),
`facts.json`, and `index.json`, which names the folders of arrays that make up its index and is written last.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypedDict

import numpy as np

from apps.core.host_files import mapped, only_writer, replace, save
from apps.matching.ids import ID
from apps.matching.semantic import cells, clusters
from apps.matching.semantic.cells import Cells, Mask
from apps.matching.semantic.index import Rows, Segment, SemanticIndex

_SIDES = ("titles", "bodies")
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
        replace(self.folder / "model", model)
        replace(self.folder / "facts.json", json.dumps(facts).encode())

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
        replace(self.root / "current", self.folder.name.encode())

    def writing(self) -> AbstractContextManager[bool]:
        """One writer a version and host; says False at once where another is at it."""
        return only_writer(self.folder)

    def _write_segment(self, rows: Rows, *, hidden: Mask | None = None) -> str:
        order = np.argsort(rows.ids, kind="stable")
        folder = Path(tempfile.mkdtemp(prefix="part-", dir=self.folder))
        save(folder / "ids.npy", rows.ids[order])
        if hidden is not None:
            save(folder / "hidden.npy", hidden)
        for side, vectors in zip(_SIDES, (rows.titles, rows.bodies), strict=True):
            for name, array in clusters.build(vectors, order).items():
                save(folder / f"{side}.{name}.npy", array)
        return folder.name

    def _read_segment(self, name: str) -> Segment:
        folder = self.folder / name
        titles, bodies = (
            Cells({part: mapped(folder / f"{side}.{part}.npy") for part in cells.NAMES}) for side in _SIDES
        )
        return Segment(mapped(folder / "ids.npy"), titles, bodies)

    def _point_at(self, stand: Stand) -> None:
        replace(self.folder / "index.json", json.dumps(stand).encode())
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
