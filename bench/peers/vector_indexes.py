"""The other indexes that `bench.vectors ... peers` asks: usearch, faiss, and binary codes, each as one who knows it would set it up.

All find candidates by what they keep of each vector and decide by the whole ones; where a filter leaves few, all stop looking
around and go through those. Built and asked in one thread. Their libraries stand in requirements-bench.txt.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from apps.matching.semantic.cells import Floats, Mask, Places, product

# By name: their types are read where they are installed only, and then are wrong of what faiss's Python side adds.
faiss: Any = import_module("faiss")
usearch: Any = import_module("usearch.index")

# Of fewer that a filter leaves, all are looked at.
FEW = 4000
_SEED, _SAMPLE, _ROUNDS = 20260101, 60_000, 8
_AT_ONCE = 16_384


class Peer(Protocol):
    """An index over float32[n, d] of length 1, which it keeps to decide by."""

    name: str

    @property
    def size(self) -> int:
        """Bytes beside the vectors."""
        ...

    def candidates(self, question: Floats, k: int, opened: Mask | None) -> Places:
        """Of those that bool[n] `opened` lets through, some that lie near float32[d]: more than `k`, in any order."""
        ...


def nearest(peer: Peer, vectors: Floats, question: Floats, k: int, opened: Mask | None) -> Places:
    """The `k` nearest of `peer`'s candidates, nearest first."""
    if opened is not None and np.count_nonzero(opened) <= FEW:
        found = np.flatnonzero(opened)
    else:
        found = np.sort(peer.candidates(question, k, opened))
    scores = product(vectors[found], question)
    return np.asarray(found[np.argsort(-scores)[:k]])


class Binary:
    """Signs along `bits` directions drawn at random, at right angles as far as there are so many; every one is counted (Hamming)
    by faiss."""

    def __init__(self, vectors: Floats, bits: int, *, decided: int) -> None:
        self.name = f"faiss binary, {bits} bits, {decided} decided"
        self._decided = decided
        self._directions = _directions(vectors.shape[1], bits)
        self._codes = np.empty((len(vectors), bits // 8), dtype=np.uint8)
        for start in range(0, len(vectors), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            self._codes[part] = np.packbits(vectors[part] @ self._directions > 0, axis=1)

    @property
    def size(self) -> int:
        return self._codes.nbytes

    def candidates(self, question: Floats, k: int, opened: Mask | None) -> Places:
        asked = np.packbits(question @ self._directions > 0)[None]
        if opened is None:
            return np.asarray(faiss.knn_hamming(asked, self._codes, self._decided, variant="mc")[1][0])
        places = np.flatnonzero(opened)
        near = faiss.knn_hamming(asked, self._codes.take(places, axis=0), self._decided, variant="mc")[1][0]
        return np.asarray(places[near])


class Lists:
    """faiss's inverted lists around the centres of k-means (`IVF`), with the vectors in them as `kind` keeps them."""

    def __init__(self, vectors: Floats, kind: str, *, probed: float, decided: int) -> None:
        self.name = f"faiss IVF,{kind}, {probed:.0%} of the lists, {decided} decided"
        lists = min(4096, len(vectors) // 200)
        self._decided, self._probes = decided, round(lists * probed)
        self._index = faiss.index_factory(vectors.shape[1], f"IVF{lists},{kind}", faiss.METRIC_INNER_PRODUCT)
        clusters = faiss.extract_index_ivf(self._index).cp
        clusters.niter, clusters.seed, clusters.spherical = _ROUNDS, _SEED, True
        chosen = np.random.default_rng(_SEED).choice(len(vectors), min(_SAMPLE, len(vectors)), replace=False)
        self._index.train(vectors[chosen])
        self._index.add(vectors)

    @property
    def size(self) -> int:
        return int(faiss.serialize_index(self._index).nbytes)

    def candidates(self, question: Floats, k: int, opened: Mask | None) -> Places:
        bits = None if opened is None else faiss.IDSelectorBitmap(np.packbits(opened, bitorder="little"))
        how = faiss.SearchParametersIVF(nprobe=self._probes, sel=bits)
        found = self._index.search(question[None], self._decided, params=how)[1][0]
        return np.asarray(found[found >= 0])


class Graph:
    """usearch's HNSW (`graph`). Its Python side takes no predicate: so many more are asked for as a filter shuts out."""

    def __init__(self, index: Any, *, seen: int) -> None:
        self.name = f"usearch HNSW {index.dtype.name}, expansion {seen}"
        self._index, self._seen = index, seen

    @property
    def size(self) -> int:
        return int(self._index.memory_usage)

    def candidates(self, question: Floats, k: int, opened: Mask | None) -> Places:
        share = 1.0 if opened is None else float(np.count_nonzero(opened)) / len(opened)
        asked = min(len(self._index), int(2 * k / share) + k)
        self._index.expansion_search = self._seen
        found = self._index.search(question, asked, threads=1).keys.astype(np.int64)
        return np.asarray(found if opened is None else found[opened[found]])


def graph(vectors: Floats, kind: str) -> Any:
    index = usearch.Index(ndim=vectors.shape[1], metric="cos", dtype=kind, connectivity=16, expansion_add=64)
    index.add(np.arange(len(vectors)), vectors, threads=1)
    return index


def _directions(dimensions: int, bits: int) -> NDArray[np.float32]:
    chance = np.random.default_rng(_SEED)
    blocks = [
        np.linalg.qr(chance.standard_normal((dimensions,) * 2))[0] for _ in range(-(-bits // dimensions))
    ]
    return np.ascontiguousarray(np.concatenate(blocks, axis=1)[:, :bits], dtype=np.float32)


def one_thread() -> None:
    faiss.omp_set_num_threads(1)
