"""The embedder that is learnt on this machine, from the postings that are stored. Pure."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from apps.matching.semantic.learning import WINDOW, Floats, Ids, normalised, vocabulary_of, word_vectors
from apps.matching.semantic.words import words

DIMENSIONS = 256
# A word as common as this counts half; commoner ones hardly.
_HALF = 1e-3
# Of the commonest words (one in fifty), those that make up more of all text than this, and less of its titles, tell nothing
# of it: "and", "you", but not "engineer".
_SILENT, _COMMONEST = 3e-3, 50
# How often what we wrote ourselves is read: the postings of a trade may be few.
_LESSON_TIMES = 3
_GAP = ["|"] * WINDOW


@dataclass(frozen=True, eq=False)
class LearntEmbedder:
    """A text is the mean of its words' vectors, rare words counting more, less what all titles (or bodies) share.

    `words` are the vocabulary, `shares` how much of all text each is, float32[n]; `vectors` float32[n, dimensions];
    `title_mean`, `body_mean` float32[dimensions]; `silent` are the words that tell nothing.
    """

    version: str
    words: tuple[str, ...]
    shares: Floats
    vectors: Floats
    title_mean: Floats
    body_mean: Floats
    silent: frozenset[str] = frozenset()
    name: str = "learnt"

    @property
    def dimensions(self) -> int:
        return int(self.vectors.shape[1])

    def embed_query(self, text: str) -> Floats:
        """As a title is: what is asked for is said as briefly."""
        return np.asarray(normalised(_centred(self._means([words(text)]), self.title_mean))[0])

    def embed_postings(self, postings: Sequence[tuple[str, str]]) -> tuple[Floats, Floats]:
        titles = _centred(self._means([words(title) for title, _ in postings]), self.title_mean)
        bodies = _centred(self._means([words(body) for _, body in postings]), self.body_mean)
        return normalised(titles), normalised(bodies)

    def coverage(self, text: str) -> float:
        telling = {word for word in words(text) if word not in self.silent}
        return sum(word in self._numbers for word in telling) / len(telling) if telling else 0.0

    def to_bytes(self) -> bytes:
        out = io.BytesIO()
        np.savez_compressed(
            out,
            words=_as_bytes(self.words),
            silent=_as_bytes(sorted(self.silent)),
            shares=self.shares,
            vectors=self.vectors.astype(np.float16),
            title_mean=self.title_mean,
            body_mean=self.body_mean,
        )
        return out.getvalue()

    @classmethod
    def from_bytes(cls, version: str, stored: bytes) -> LearntEmbedder:
        """Raises ValueError (or KeyError) for bytes that `to_bytes` did not make."""
        with np.load(io.BytesIO(stored), allow_pickle=False) as held:
            return cls(
                version=version,
                words=tuple(_as_words(held["words"])),
                silent=frozenset(_as_words(held["silent"])),
                shares=held["shares"],
                vectors=held["vectors"].astype(np.float32),
                title_mean=held["title_mean"],
                body_mean=held["body_mean"],
            )

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words)}

    @cached_property
    def _weighted(self) -> Floats:
        return np.asarray(self.vectors * (_HALF / (_HALF + self.shares))[:, None], dtype=np.float32)

    def _means(self, texts: Sequence[Sequence[str]]) -> Floats:
        """float32[n, dimensions], each of length 1 or 0."""
        sums = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        numbers = self._numbers
        for row, text in enumerate(texts):
            known = [number for word in text if (number := numbers.get(word)) is not None]
            if known:
                # In the order of the vocabulary: the same words give the same sum to the last bit.
                found, times = np.unique(np.array(known, dtype=np.int32), return_counts=True)
                sums[row] = times.astype(np.float32) @ self._weighted[found]
        return normalised(sums)


def fit(postings: Sequence[tuple[str, str]], lessons: Iterable[str], *, version: str) -> LearntEmbedder:
    """Learn from (title, body) of postings and from `lessons`, texts of ours that say what belongs together.

    Raises ValueError where there is nothing to learn from.
    """
    titles, bodies = [words(title) for title, _ in postings], [words(body) for _, body in postings]
    told = [words(lesson) for lesson in lessons] * _LESSON_TIMES
    texts = [[*title, *_GAP, *body] for title, body in zip(titles, bodies, strict=True)] + told
    known, counts = vocabulary_of([*titles, *bodies, *told])
    if not known:
        raise ValueError("nothing to learn from")
    shares = (counts / counts.sum()).astype(np.float32)
    silent = _silent_of(known, shares, titles)
    vectors = word_vectors(_numbered(texts, known, silent), len(known), DIMENSIONS)
    nothing = np.zeros(DIMENSIONS, dtype=np.float32)
    plain = LearntEmbedder(version, tuple(known), shares, vectors, nothing, nothing, silent)
    return replace(
        plain,
        title_mean=plain._means(titles).mean(axis=0),
        body_mean=plain._means(bodies).mean(axis=0),
    )


def _numbered(texts: Sequence[Sequence[str]], known: Sequence[str], silent: frozenset[str]) -> list[Ids]:
    """Without the silent words: those beside them move together."""
    numbers = {word: number for number, word in enumerate(known)}
    return [
        np.array([numbers.get(word, -1) for word in text if word not in silent], dtype=np.int32)
        for text in texts
    ]


def _silent_of(known: Sequence[str], shares: Floats, titles: Sequence[Sequence[str]]) -> frozenset[str]:
    """`known` has the commonest words first."""
    in_titles = Counter(word for title in titles for word in title)
    all_of_them = max(1, in_titles.total())
    return frozenset(
        word
        for word, share in zip(known[: len(known) // _COMMONEST], shares.tolist(), strict=False)
        if share > _SILENT and in_titles[word] / all_of_them < share
    )


def _as_bytes(words: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _as_words(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode().split("\n") if stored.size else []


def _centred(vectors: Floats, mean: Floats) -> Floats:
    """Less what is common to all; nothing stays nothing."""
    return np.where(vectors.any(axis=1, keepdims=True), vectors - mean, vectors)
