"""Nearest vectors by cells: near ones lie together in the file, and a question reads only the cells around it. Pure.

Rows of the same vector are one group (titles repeat). Groups are found by a few numbers each, those along which all vectors
differ most, and decided by all of theirs. A filter is a mask of rows: cells are read until enough of what it lets through
was seen.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Numbers = NDArray[np.int32]
Places = NDArray[np.int64]
Mask = NDArray[np.bool_]

# A question reads so many times the root of how many groups there are: found by recall on real text (`bench.vectors`).
SEEN = 50
# With a filter a little less than its share of that (by this power) finds as much; so many at least.
_FALLING, _LEAST = 1.2, 2500
# Of the groups found by a few numbers, so many, and so many times what is asked for, are decided by all.
DECIDED, _TIMES = 400, 2
# Where a filter lets less through, its groups are read one by one, else whole cells: a row that is picked costs more than one in passing.
_PICKED = 0.4
_IN_CACHE = 512
# Numbers a product at once. OpenBLAS parts what has 460,800 or more.
_IN_ONE_THREAD = 1 << 18
NAMES = ("centres", "starts", "axes", "heads", "exact", "firsts", "rows", "groups")


class Cells:
    """Vectors by row number, 0 to n, as `clusters.build` lays them out.

    The arrays may be memory-mapped; only what a question reads is touched.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        # As plain arrays over the same memory: numpy's own mapped kind takes ten times as long for a slice.
        self.centres: Floats = np.asarray(arrays["centres"])
        self.starts: Places = np.asarray(arrays["starts"])
        self.axes: Floats = np.asarray(arrays["axes"])
        self.heads: Floats = np.asarray(arrays["heads"])
        self.exact: Halves = np.asarray(arrays["exact"])
        self.firsts: Places = np.asarray(arrays["firsts"])
        self.rows: Numbers = np.asarray(arrays["rows"])
        self.groups: Places = np.asarray(arrays["groups"])

    def __len__(self) -> int:
        return len(self.rows)

    def nearest(self, vector: Floats, k: int, allowed: Mask | None = None) -> Numbers:
        """At most `k` rows by cosine to `vector`, nearest first; only those that bool[n] `allowed` lets through."""
        groups, scores = self._around(vector, None if allowed is None else self._open(allowed), k)
        decided = max(DECIDED, _TIMES * k)
        if len(groups) > decided:
            groups = groups[np.argpartition(scores, -decided)[-decided:]]
        groups = np.sort(groups)
        exact = product(self.vectors_of(groups), vector)
        return self._rows(groups[np.lexsort((groups, -exact))], k, allowed)

    def cosines(self, rows: Numbers, vector: Floats) -> Floats:
        """float32[n] of these rows."""
        return product(self.vectors(rows), vector)

    def vectors(self, rows: Numbers) -> Floats:
        """float32[n, d] of these rows."""
        return self.vectors_of(self.groups[rows])

    def vectors_of(self, groups: Places) -> Floats:
        """float32[n, d] of these groups."""
        return np.asarray(self.exact[groups].astype(np.float32))

    def _open(self, allowed: Mask) -> Places:
        """The groups of which at least one row is let through, ascending."""
        is_open = np.zeros(len(self.exact), dtype=bool)
        if 4 * np.count_nonzero(allowed) < 3 * len(allowed):
            is_open[self.groups[np.flatnonzero(allowed)]] = True
        else:  # counting what is shut out is shorter
            groups, shut = np.unique(self.groups[np.flatnonzero(~allowed)], return_counts=True)
            is_open[:] = True
            is_open[groups] = shut < self.firsts[groups + 1] - self.firsts[groups]
        return np.flatnonzero(is_open)

    def _around(self, vector: Floats, opened: Places | None, k: int) -> tuple[Places, Floats]:
        """Open groups worth a second look, and their cosines by `heads` alone."""
        bounds = self.starts if opened is None else np.searchsorted(opened, self.starts)
        share = 1.0 if opened is None else len(opened) / max(len(self.exact), 1)
        wanted = max(SEEN * math.sqrt(len(self.exact)) * share**_FALLING, _LEAST, 4 * k)
        near = np.argsort(-product(self.centres, vector), kind="stable")
        near = near[: int(np.searchsorted(np.cumsum(np.diff(bounds)[near]), wanted)) + 1]
        cells = np.sort(near)
        groups, question = _ranges(bounds, cells), vector @ self.axes
        if opened is None:
            return groups, self._passed(cells, question)
        groups = opened[groups]
        if share < _PICKED:
            return groups, self._picked(groups, question)
        sizes = self.starts[cells + 1] - self.starts[cells]
        moved = self.starts[cells] - (np.cumsum(sizes) - sizes)
        passed = self._passed(cells, question)
        return groups, passed[groups - np.repeat(moved, bounds[cells + 1] - bounds[cells])]

    def _picked(self, groups: Places, question: Floats) -> Floats:
        """Cosines by `heads` of these groups, some at a time: where they are, the processor's cache is."""
        scores = np.empty(len(groups), dtype=np.float32)
        some = np.empty((_IN_CACHE, len(question)), dtype=np.float32)
        for start in range(0, len(groups), _IN_CACHE):
            part = groups[start : start + _IN_CACHE]
            few = self.heads.take(part, axis=0, out=some[: len(part)], mode="clip")
            np.dot(few, question, out=scores[start : start + len(part)])
        return scores

    def _passed(self, cells: Places, question: Floats) -> Floats:
        """Cosines by `heads` of all groups of these cells, read where they lie."""
        firsts, lasts = self.starts[cells].tolist(), self.starts[cells + 1].tolist()
        scores = np.empty(sum(lasts) - sum(firsts), dtype=np.float32)
        at = 0
        for first, last in zip(firsts, lasts, strict=True):
            np.dot(self.heads[first:last], question, out=scores[at : at + last - first])
            at += last - first
        return scores

    def _rows(self, groups: Places, k: int, allowed: Mask | None) -> Numbers:
        """The first `k` rows of these groups that are let through."""
        found, count = [np.empty(0, dtype=np.int32)], 0
        while count < k and len(groups):
            # As many as hold what is wanted if all of it is let through; a common title alone has thousands of rows.
            sizes = self.firsts[groups + 1] - self.firsts[groups]
            enough = int(np.searchsorted(np.cumsum(sizes), k - count)) + 1
            rows = self.rows[_ranges(self.firsts, groups[:enough])]
            found.append((rows if allowed is None else rows[allowed[rows]])[: k - count])
            count += len(found[-1])
            groups = groups[enough:]
        return np.concatenate(found)


def product(vectors: Floats, vector: Floats) -> Floats:
    """float32[n] of float32[n, d] and float32[d], in the calling thread alone: given more at once, numpy's BLAS wakes threads that
    spend as much again waiting for the next product."""
    found = np.empty(len(vectors), dtype=np.float32)
    most = max(_IN_ONE_THREAD // max(len(vector), 1), 1)
    for start in range(0, len(vectors), most):
        np.dot(vectors[start : start + most], vector, out=found[start : start + most])
    return found


def _ranges(bounds: Places, cells: Places) -> Places:
    """All whole numbers from bounds[cell] up to bounds[cell + 1], cell after cell."""
    sizes = bounds[cells + 1] - bounds[cells]
    ends = np.cumsum(sizes)
    return np.asarray(np.arange(sizes.sum()) + np.repeat(bounds[cells] - (ends - sizes), sizes))
