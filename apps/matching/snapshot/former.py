"""Segments as they were written until format 3: all vocabularies in one file, which every process had to read whole."""

from __future__ import annotations

import tempfile
from pathlib import Path

import orjson

from apps.matching.snapshot.writing import SMALL, write_vocabularies

FORMAT = 2
_SAID = "said.json"


def bring_into_form(folder: Path) -> None:
    """Write the files that a segment of the former format lacks. Raises FileNotFoundError where the segment is gone."""
    if (folder / SMALL).exists() or not (folder / _SAID).exists():
        return
    with tempfile.TemporaryDirectory(prefix="new-", dir=folder) as name:
        written = Path(name)
        write_vocabularies(written, orjson.loads((folder / _SAID).read_bytes()))
        # Another process may be at it, too: what it has mapped stays with it, and the small file comes last.
        for path in sorted(written.iterdir(), key=lambda path: path.name == SMALL):
            path.replace(folder / path.name)
