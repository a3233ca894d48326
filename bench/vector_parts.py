"""New postings of the parts of recorded ones, as vectors: millions of them, without reading their words again.

A text's vector is the sum of its words' (each with its weight), made one long, less what all share, made one long. So the
sum of a line is made once, and a text of lines is the sum of theirs: but for rounding what the embedder gives for that text.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from apps.matching.semantic.cells import Floats, Places
from apps.matching.semantic.learning import normalised
from apps.matching.semantic.learnt import LearntEmbedder
from apps.matching.semantic.words import words

_AT_ONCE = 500
# Bodies of fewer characters have no lines to give.
_LEAST = 400


def recombined(
    embedder: LearntEmbedder, postings: Sequence[tuple[str, str]], count: int
) -> Iterator[tuple[Places, Floats]]:
    """`count` new ones, some at a time: whose title each has (a number of `postings`), and its body, float32[some, d]."""
    bodies = [body.split("\n") for _, body in postings if len(body) > _LEAST]
    sums = _summed(embedder, [line for body in bodies for line in body])
    starts = np.cumsum([0, *map(len, bodies)]).tolist()
    chance = random.Random(8)
    for start in range(0, count, _AT_ONCE):
        titles, lines = [], []
        for _ in range(min(_AT_ONCE, count - start)):
            titles.append(chance.choice(range(len(postings))))
            lines.append(_lines(chance, starts))
        firsts = np.cumsum([0, *map(len, lines)])[:-1]
        bodies_of = np.add.reduceat(sums[np.concatenate(lines)], firsts, axis=0)
        yield np.array(titles), _one_long(bodies_of, embedder.body_mean)


def _lines(chance: random.Random, starts: Sequence[int]) -> NDArray[np.int64]:
    """Two thirds of the lines of one body, and a quarter of those of another."""
    one, other = (chance.choice(range(len(starts) - 1)) for _ in range(2))
    return np.array(
        [
            starts[body] + line
            for body, share in ((one, (2, 3)), (other, (1, 4)))
            for line in _some(chance, starts[body + 1] - starts[body], *share)
        ]
    )


def _some(chance: random.Random, count: int, times: int, part: int) -> list[int]:
    return chance.sample(range(count), max(1, count * times // part))


def _summed(embedder: LearntEmbedder, lines: Sequence[str]) -> Floats:
    """float32[n, d]: what the words of each line come to."""
    sums = np.zeros((len(lines), embedder.dimensions), dtype=np.float32)
    numbers, weighted = embedder._numbers, embedder._weighted
    for at, line in enumerate(lines):
        known = [numbers[word] for word in words(line) if word in numbers]
        if known:
            sums[at] = weighted[known].sum(axis=0)
    return sums


def _one_long(sums: Floats, mean: Floats) -> Floats:
    means = normalised(sums)
    return np.asarray(normalised(np.where(means.any(axis=1, keepdims=True), means - mean, means)))
