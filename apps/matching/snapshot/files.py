"""The snapshot as files of one host. Pure."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypedDict

import numpy as np

from apps.core.host_files import mapped, only_writer, replace, save
from apps.matching.snapshot import former, writing
from apps.matching.snapshot.segment import Segment
from apps.matching.snapshot.standing import Snapshot
from apps.matching.snapshot.words import Mask

# Of the arrays and what they mean: files of another format are written anew. Those of 2 are only brought into another form
# (`former`), which takes a hundredth of the time.
FORMAT = 3


class Stand(TypedDict):
    """`main` holds all there was, `tail` what came or changed since; as of `seen` (a `pg_snapshot`), the main part as of `built`
    (ISO 8601), all as of `until`."""

    format: int
    main: str
    tail: str
    seen: str
    built: str
    until: str


class SnapshotFiles:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def sign(self) -> Path:
        """The file that is replaced with each new snapshot."""
        return self.folder / "snapshot.json"

    def stand(self) -> Stand | None:
        """None where no snapshot of this format was written yet."""
        try:
            stand: Stand = json.loads(self.sign.read_text())
        except FileNotFoundError:
            return None
        return stand if stand.get("format") in (former.FORMAT, FORMAT) else None

    def writing(self) -> AbstractContextManager[bool]:
        return only_writer(self.folder)

    def part(self) -> Path:
        """A new folder for a segment."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix="part-", dir=self.folder))

    def point_at(self, stand: Stand, gone: Mask) -> None:
        """`gone` (bool[rows of main]) counts no more: it is in the tail anew, or it is closed."""
        save(self.folder / stand["tail"] / "gone.npy", gone)
        replace(self.sign, json.dumps(stand).encode())
        # Whoever still reads an older part has it mapped: it goes from the disk with its last reader.
        for part in self.folder.glob("part-*"):
            if part.name not in (stand["main"], stand["tail"]):
                shutil.rmtree(part, ignore_errors=True)

    def open(self, known: Snapshot | None = None) -> Snapshot | None:
        """None where there is none. A newer one may be written at any moment. The main part of `known` is not opened again where
        it is the same."""
        for _ in range(3):
            stand = self.stand()
            if stand is None:
                return None
            try:
                if known is not None and known.name == stand["main"]:
                    main = known.main
                else:
                    main = self.segment(stand["main"])
                tail = self.segment(stand["tail"])
                gone = np.asarray(mapped(self.folder / stand["tail"] / "gone.npy"))
                return Snapshot(stand["main"], main, tail, gone, stand["seen"], stand["until"])
            except FileNotFoundError:
                continue  # replaced between the two reads
        return None

    def segment(self, name: str) -> Segment:
        """Raises FileNotFoundError."""
        former.bring_into_form(self.folder / name)
        return writing.opened(self.folder / name)
