"""Word vectors from what stands beside what: positive mutual information, and its best 256 directions. Pure.

What a word stands beside is counted against the commonest words only (`CONTEXTS`). That bounds the memory, and lets the
truncated SVD work on a small square matrix, whose strongest eigenvectors are the directions. What is drawn at random is
seeded: the same documents give the same vectors on the same library.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ids = NDArray[np.int32]

CONTEXTS = 2048
WINDOW = 5
# Words that are rarer than this say nothing reliable.
RAREST = 3
MOST_WORDS = 60_000
# Contexts are smoothed by this power: without it the rarest ones take the best directions.
_SMOOTHING = 0.75
# How much of a direction's strength its coordinate keeps. All of it, and a few directions outweigh the rest.
_STRENGTH, _WEAKEST = 0.0, 1e-4
_PAIRS_AT_ONCE = 8_000_000
_ROWS_AT_ONCE = 4096
# Of the iterated subspace: how much larger than asked, and how often.
_SPARE, _TURNS, _SEED = 64, 8, 20260101
_DEPENDENT = 1e-5


def vocabulary_of(documents: Iterable[Sequence[str]]) -> tuple[list[str], NDArray[np.int64]]:
    """The words that are common enough, the commonest first (equal ones by name), and how often each stands there."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(document)
    known = sorted(
        (word for word, count in counts.items() if count >= RAREST), key=lambda word: (-counts[word], word)
    )[:MOST_WORDS]
    return known, np.array([counts[word] for word in known], dtype=np.int64)


def word_vectors(documents: Sequence[Ids], known: int, dimensions: int) -> Floats:
    """float32[known, dimensions], each of length 1 or 0, of the words numbered by commonness.

    A document is the numbers of its words in order, -1 for one that is not known.
    """
    contexts = min(CONTEXTS, known)
    keys, weights = _beside(documents, contexts)
    words, beside, values = _information(keys, weights, known, contexts)
    # As many directions as words hold each word for itself; an eighth makes those that belong together meet.
    directions = _directions(words, beside, values, contexts, min(dimensions, max(2, contexts // 8)))
    vectors = np.zeros((known, dimensions), dtype=np.float32)
    for start, rows in _dense(words, beside, values, known, contexts):
        vectors[start : start + len(rows), : directions.shape[1]] = rows @ directions
    return normalised(vectors)


def normalised(vectors: Floats) -> Floats:
    """Each row of length 1; rows of nothing stay so."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 1e-9))


def _beside(documents: Sequence[Ids], contexts: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Which word stands beside which context (word * contexts + context, sorted), and how much: nearer is more."""
    keys, weights = np.empty(0, np.int64), np.empty(0)
    for text in _joined(documents):
        found: list[NDArray[np.int64]] = []
        for apart in range(1, WINDOW + 1):
            left, right = text[:-apart], text[apart:]
            for word, context in ((left, right), (right, left)):
                fits = (word >= 0) & (context >= 0) & (context < contexts)
                found.append(word[fits] * np.int64(contexts) + context[fits])
        shares = np.repeat(
            [1 / apart for apart in range(1, WINDOW + 1) for _ in "lr"], [len(part) for part in found]
        )
        keys, weights = _summed(np.concatenate([keys, *found]), np.concatenate([weights, shares]))
    return keys, weights


def _joined(documents: Sequence[Ids]) -> Iterator[NDArray[np.int64]]:
    """The documents one behind the other, with a gap that no window spans, in pieces of bounded size."""
    gap = np.full(WINDOW, -1, dtype=np.int64)
    piece: list[NDArray[np.int64]] = []
    held = 0
    for document in documents:
        piece += [document.astype(np.int64), gap]
        held += len(document)
        if held * 2 * WINDOW > _PAIRS_AT_ONCE:
            yield np.concatenate(piece)
            piece, held = [], 0
    if piece:
        yield np.concatenate(piece)


def _summed(
    keys: NDArray[np.int64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    starts = (
        np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        if len(keys)
        else np.empty(0, np.int64)
    )
    return keys[starts], np.add.reduceat(weights, starts) if len(starts) else weights


def _information(
    keys: NDArray[np.int64], weights: NDArray[np.float64], known: int, contexts: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Positive mutual information: word, context and value of each pair that stands together more than by chance."""
    words, beside = keys // contexts, keys % contexts
    total = weights.sum()
    of_word = np.bincount(words, weights, known)
    of_context = np.bincount(beside, weights, contexts) ** _SMOOTHING
    of_context /= max(of_context.sum(), 1e-9)
    by_chance = of_word[words] * of_context[beside]
    values = np.log(np.maximum(weights / np.maximum(by_chance, 1e-12), 1e-12)) if total else weights
    kept = values > 0
    return words[kept], beside[kept], values[kept].astype(np.float32)


def _directions(
    words: NDArray[np.int64], beside: NDArray[np.int64], values: Floats, contexts: int, dimensions: int
) -> Floats:
    """What a row of contexts is multiplied with: the strongest directions, float32[contexts, dimensions]."""
    square = np.zeros((contexts, contexts), dtype=np.float32)
    for _, rows in _dense(words, beside, values, int(words[-1]) + 1 if len(words) else 0, contexts):
        square += rows.T @ rows
    strengths, directions = _strongest(square, dimensions)
    # Which way a direction points is left open by the mathematics, and differs between libraries.
    directions = directions * np.sign(
        directions[np.abs(directions).argmax(axis=0), np.arange(directions.shape[1])]
    )
    # A strength is the square of a singular value; a direction of hardly any is noise.
    kept = strengths > _WEAKEST * max(float(strengths.max(initial=0)), 1e-9)
    scale = np.where(kept, np.maximum(strengths, 1e-9) ** ((_STRENGTH - 1) / 2), 0)
    return np.asarray(directions * scale, dtype=np.float32)


def _strongest(square: Floats, count: int) -> tuple[Floats, Floats]:
    """The largest eigenvalues of a symmetric matrix, falling, and their vectors as columns.

    By iterating a subspace somewhat larger than asked for: a tenth of what all of them would cost.
    """
    width = min(len(square), count + _SPARE)
    start = np.random.default_rng(_SEED).standard_normal((len(square), width)).astype(np.float32)
    basis = _orthonormal(square @ start)
    for _ in range(_TURNS):
        basis = _orthonormal(square @ basis)
    strengths, turned = np.linalg.eigh(basis.T @ (square @ basis))
    falling = slice(None, -count - 1 if width > count else None, -1)
    return strengths[falling], (basis @ turned)[:, falling]


def _orthonormal(columns: Floats) -> Floats:
    """What the columns span, by products of matrices: Householder's reflections would cost ten times as much.

    Where they span less than their number, some of what comes back is nothing.
    """
    columns = columns / np.maximum(np.linalg.norm(columns, axis=0), 1e-20)
    lengths, turned = np.linalg.eigh((columns.T @ columns).astype(np.float64))
    scale = np.where(lengths > _DEPENDENT, 1 / np.sqrt(np.maximum(lengths, _DEPENDENT)), 0)
    return np.asarray(columns @ (turned * scale).astype(np.float32))


def _dense(
    words: NDArray[np.int64], beside: NDArray[np.int64], values: Floats, known: int, contexts: int
) -> Iterator[tuple[int, Floats]]:
    """The matrix, some rows at a time."""
    for start in range(0, known, _ROWS_AT_ONCE):
        rows = np.zeros((min(_ROWS_AT_ONCE, known - start), contexts), dtype=np.float32)
        first, last = np.searchsorted(words, [start, start + len(rows)])
        rows[words[first:last] - start, beside[first:last]] = values[first:last]
        yield start, rows
