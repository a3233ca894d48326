"""The vectors that stand in the index of a bench's database (`bench.rows_database`): laps of recorded postings, each with a little
noise. Nothing is built here, and the database is not asked."""

from __future__ import annotations

import numpy as np

from apps.matching.semantic.cells import Cells, Floats
from apps.matching.semantic.files import IndexFiles
from apps.matching.semantic.learnt import LearntEmbedder
from bench.rows_base import VAR

_AT_ONCE = 16_384


def stored(count: int) -> tuple[dict[str, Cells], LearntEmbedder]:
    """Titles and bodies of `count` vacancies, mapped, and what embedded them. Raises FileNotFoundError where there are none."""
    root = VAR / f"rows_{count}" / "semantic"
    for folder in sorted(root.glob("learnt-*")):
        files = IndexFiles(root, folder.name)
        if index := files.open():
            embedder = LearntEmbedder.from_bytes(folder.name, files.model()[0])
            return {"titles": index.main.titles, "bodies": index.main.bodies}, embedder
    raise FileNotFoundError(root)


def megabytes(cells: Cells) -> float:
    """Of its files."""
    return sum(float(array.nbytes) for array in vars(cells).values()) / 1e6


def every(cells: Cells) -> Floats:
    """float32[n, d] by row number, in memory."""
    vectors = np.empty((len(cells), cells.exact.shape[1]), dtype=np.float32)
    for start in range(0, len(cells), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        vectors[part] = cells.exact[cells.groups[part]]
    return vectors
