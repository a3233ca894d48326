"""How vectors are laid out for `cells`: alike ones once, near ones together, what tells them apart first. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apps.matching.semantic.cells import Floats, Halves, Numbers, Places

# Of fewer groups there are no cells.
FEW = 25_000
_GROUPS_A_CELL, _MOST_CELLS = 125, 4096
_SAMPLE, _ROUNDS, _SEED = 60_000, 8, 20260101
# So much of the vectors' squares lies along the axes that groups are found by; their number goes in steps.
KEPT, _STEP = 0.9, 16
_BLOCK = 16_384


def build(vectors: Halves, rows_as: Places | None = None) -> dict[str, NDArray[Any]]:
    """The arrays of a `Cells` over float16[n, d] of length 1 (or 0). Row number `i` is that of `vectors[rows_as[i]]`.

    Beside `vectors` they are held in memory twice at most, however many they are.
    """
    samples, group = _grouped(vectors)
    group = group if rows_as is None else group[rows_as]
    centres = _centres(vectors, samples)
    cell = _assigned(vectors, samples, centres)
    order = np.argsort(cell, kind="stable")
    exact = vectors[samples[order]]
    held, starts = np.unique(cell[order], return_index=True)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    groups = place[group]
    rows = np.argsort(groups, kind="stable").astype(np.int32)
    axes = _axes(exact)
    heads = np.empty((len(exact), axes.shape[1]), dtype=np.float32)
    for part in _blocks(len(exact)):
        heads[part] = exact[part].astype(np.float32) @ axes
    return {
        "centres": centres[held],
        "starts": np.append(starts, len(exact)).astype(np.int64),
        "axes": axes,
        "heads": heads,
        "exact": exact,
        "firsts": np.searchsorted(groups[rows], np.arange(len(exact) + 1)).astype(np.int64),
        "rows": rows,
        "groups": groups,
    }


def _grouped(vectors: Halves) -> tuple[Places, Places]:
    """A row of each different vector, and of each row the number of its group."""
    whole = np.ascontiguousarray(vectors).view(np.dtype((np.void, vectors.shape[1] * 2))).ravel()
    _, samples, group = np.unique(whole, return_index=True, return_inverse=True)
    return samples, group


def _axes(vectors: Halves) -> Floats:
    """float32[d, few], at right angles: the directions that most of the vectors' squares lie along."""
    square = np.zeros((vectors.shape[1],) * 2, dtype=np.float64)
    for part in _blocks(len(vectors)):
        some = vectors[part].astype(np.float32)
        square += some.T @ some
    strengths, directions = np.linalg.eigh(square)
    kept = np.cumsum(strengths[::-1]) / max(float(strengths.sum()), 1e-9)
    few = -(-(int(np.searchsorted(kept, KEPT)) + 1) // _STEP) * _STEP
    return np.ascontiguousarray(directions[:, ::-1][:, :few], dtype=np.float32)


def _centres(vectors: Halves, samples: Places) -> Floats:
    """k-means by cosine over some of `vectors[samples]`; seeded, so that the same vectors give the same cells."""
    count = min(_MOST_CELLS, len(samples) // _GROUPS_A_CELL)
    if len(samples) <= FEW or count < 2:
        return np.zeros((1, vectors.shape[1]), dtype=np.float32)
    random = np.random.default_rng(_SEED)
    chosen = np.sort(random.choice(len(samples), min(_SAMPLE, len(samples)), replace=False))
    sample = vectors[samples[chosen]].astype(np.float32)
    every = np.arange(len(sample))
    centres = sample[np.sort(random.choice(len(sample), min(count, len(sample)), replace=False))]
    for _ in range(_ROUNDS):
        cell = _assigned(sample, every, centres)
        order = np.argsort(cell, kind="stable")
        held, first = np.unique(cell[order], return_index=True)
        sums = np.add.reduceat(sample[order], first, axis=0)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = centres.copy()
        centres[held] = sums / np.maximum(lengths, 1e-9)
    return np.asarray(centres, dtype=np.float32)


def _assigned(vectors: Floats | Halves, which: Places, centres: Floats) -> Numbers:
    """The nearest centre of each of `vectors[which]`."""
    cell = np.empty(len(which), dtype=np.int32)
    for part in _blocks(len(which)):
        cell[part] = (vectors[which[part]].astype(np.float32, copy=False) @ centres.T).argmax(axis=1)
    return cell


def _blocks(count: int) -> Iterator[slice]:
    """Some rows at a time: a mapping of all of them in full precision may not fit."""
    for start in range(0, count, _BLOCK):
        yield slice(start, min(start + _BLOCK, count))
