"""Nearest vectors by cells: near ones lie together in the file, and a question reads only the cells around it. Pure.

One byte a number to find by, two bytes to decide by. A filter is a mask of rows: cells are read until enough of what it
lets through was seen; where it lets few through, just those are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

# Rows that a question reads: found by recall on real text (`bench.vectors`). Of fewer there are no cells.
SEEN = 25_000
_ROWS_A_CELL, _MOST_CELLS = 250, 4096
_SAMPLE, _ROUNDS, _SEED = 60_000, 8, 20260101
# Of the rows found by one byte, so many times what is asked for are decided by two.
_DECIDED = 4
_BLOCK = 16_384
# Rows that are widened to four bytes at a time: where they are, the processor's cache is.
_IN_CACHE = 1024


def build(vectors: Halves) -> dict[str, NDArray[Any]]:
    """The arrays of a `Cells` over float16[n, d] of length 1 (or 0)."""
    centres = _centres(vectors)
    cell = _assigned(vectors, centres)
    rows = np.argsort(cell, kind="stable").astype(np.int32)
    places = np.empty_like(rows)
    places[rows] = np.arange(len(rows), dtype=np.int32)
    exact = vectors[rows]
    scales = np.maximum(np.abs(exact).max(axis=1, initial=0).astype(np.float32), 1e-6) / 127
    codes = np.empty(vectors.shape, dtype=np.int8)
    for part in _blocks(len(rows)):
        codes[part] = np.rint(exact[part].astype(np.float32) / scales[part, None])
    return {
        "centres": centres,
        "starts": np.searchsorted(cell[rows], np.arange(len(centres) + 1)).astype(np.int64),
        "rows": rows,
        "places": places,
        "scales": scales,
        "codes": codes,
        "exact": exact,
    }


NAMES = ("centres", "starts", "rows", "places", "scales", "codes", "exact")


class Cells:
    """Vectors by row number, 0 to n. The arrays may be memory-mapped; only what a question reads is touched."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        # As plain arrays over the same memory: numpy's own mapped kind takes ten times as long for a slice.
        self.centres: Floats = np.asarray(arrays["centres"])
        self.starts: NDArray[np.int64] = np.asarray(arrays["starts"])
        self.rows: Numbers = np.asarray(arrays["rows"])
        self.places: Numbers = np.asarray(arrays["places"])
        self.scales: Floats = np.asarray(arrays["scales"])
        self.codes: NDArray[np.int8] = np.asarray(arrays["codes"])
        self.exact: Halves = np.asarray(arrays["exact"])

    def __len__(self) -> int:
        return len(self.rows)

    def nearest(self, vector: Floats, k: int, allowed: Mask | None = None) -> Numbers:
        """At most `k` rows by cosine to `vector`, nearest first; only those that bool[n] `allowed` lets through."""
        places, scores = self._around(vector, allowed, k)
        if len(places) > _DECIDED * k:
            places = places[np.argpartition(scores, -_DECIDED * k)[-_DECIDED * k :]]
        places = np.sort(places)
        exact = self.exact[places].astype(np.float32) @ vector
        return np.asarray(self.rows[places[np.lexsort((places, -exact))[:k]]])

    def cosines(self, rows: Numbers, vector: Floats) -> Floats:
        """float32[n] of these rows."""
        return np.asarray(self.exact[self.places[rows]].astype(np.float32) @ vector)

    def vectors(self, rows: Numbers) -> Floats:
        """float32[n, d] of these rows."""
        return np.asarray(self.exact[self.places[rows]].astype(np.float32))

    def _around(self, vector: Floats, allowed: Mask | None, k: int) -> tuple[Places, Floats]:
        """Places worth a second look, and their rough cosines."""
        placed = None if allowed is None else allowed[self.rows]
        if placed is not None and np.count_nonzero(placed) <= max(SEEN, k):
            return self._rough(np.flatnonzero(placed), vector)
        cells = self._cells(vector, placed, k)
        if placed is None:
            return self._rough_whole(cells, vector)
        places = np.concatenate([np.arange(self.starts[cell], self.starts[cell + 1]) for cell in cells])
        return self._rough(places[placed[places]], vector)

    def _cells(self, vector: Floats, placed: Mask | None, k: int) -> Places:
        """The nearest cells that together hold enough rows, in the order of the file.

        What a filter lets through lies further apart: fewer rows are seen then, in more cells.
        """
        sizes = np.diff(self.starts)
        wanted = float(max(SEEN, 4 * k))
        if placed is not None:
            passed = np.concatenate([[0], np.cumsum(placed)])
            sizes = passed[self.starts[1:]] - passed[self.starts[:-1]]
            wanted = max(wanted * float(np.sqrt(sizes.sum() / len(placed))), 4 * k)
        near = np.argsort(-(self.centres @ vector), kind="stable")
        enough = int(np.searchsorted(np.cumsum(sizes[near]), wanted)) + 1
        return np.sort(near[:enough])

    def _rough(self, places: Places, vector: Floats) -> tuple[Places, Floats]:
        """Rough cosines of ascending places."""
        scores = np.empty(len(places), dtype=np.float32)
        some = np.empty((_IN_CACHE, len(vector)), dtype=np.float32)
        for start in range(0, len(places), _IN_CACHE):
            part = places[start : start + _IN_CACHE]
            some[: len(part)] = self.codes.take(part, axis=0)
            np.dot(some[: len(part)], vector, out=scores[start : start + len(part)])
        return places, scores * self.scales[places]

    def _rough_whole(self, cells: Places, vector: Floats) -> tuple[Places, Floats]:
        """The same for all rows of some cells, which are read where they lie."""
        places, scores = [np.empty(0, np.int64)], [np.empty(0, np.float32)]
        some = np.empty((_IN_CACHE, len(vector)), dtype=np.float32)
        for cell in cells.tolist():
            for first in range(int(self.starts[cell]), int(self.starts[cell + 1]), _IN_CACHE):
                last = min(first + _IN_CACHE, int(self.starts[cell + 1]))
                some[: last - first] = self.codes[first:last]
                places.append(np.arange(first, last))
                scores.append((some[: last - first] @ vector) * self.scales[first:last])
        return np.concatenate(places), np.concatenate(scores)


def _centres(vectors: Halves) -> Floats:
    """k-means by cosine over a sample; seeded, so that the same vectors give the same cells."""
    count = min(_MOST_CELLS, len(vectors) // _ROWS_A_CELL)
    if len(vectors) <= SEEN or count < 2:
        return np.zeros((1, vectors.shape[1]), dtype=np.float32)
    random = np.random.default_rng(_SEED)
    chosen = np.sort(random.choice(len(vectors), min(_SAMPLE, len(vectors)), replace=False))
    sample = vectors[chosen].astype(np.float32)
    centres = sample[np.sort(random.choice(len(sample), min(count, len(sample)), replace=False))]
    for _ in range(_ROUNDS):
        cell = _assigned(sample, centres)
        order = np.argsort(cell, kind="stable")
        held, first = np.unique(cell[order], return_index=True)
        sums = np.add.reduceat(sample[order], first, axis=0)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = centres.copy()
        centres[held] = sums / np.maximum(lengths, 1e-9)
    return np.asarray(centres, dtype=np.float32)


def _assigned(vectors: Floats | Halves, centres: Floats) -> Numbers:
    cell = np.empty(len(vectors), dtype=np.int32)
    for part in _blocks(len(vectors)):
        cell[part] = (vectors[part].astype(np.float32, copy=False) @ centres.T).argmax(axis=1)
    return cell


def _blocks(count: int) -> Iterator[slice]:
    """Some rows at a time: a mapping of all of them in full precision may not fit."""
    for start in range(0, count, _BLOCK):
        yield slice(start, min(start + _BLOCK, count))
