"""Which rows hold the words of a question. Pure.

Questions come as PostgreSQL prints a `tsquery`; words are its lexemes, so that both find the same rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Words = Sequence[tuple[int, str]]
"""A word alone, or those of a phrase: each with how many places behind the one before it stands (0 for the first)."""
MaskOf = Callable[[Words], Mask]
"""Which rows hold them."""

# Rows of one chunk are numbered by 16 bits.
CHUNK = 1 << 16
_TOKEN = re.compile(r"\s*(?:'((?:[^'\\]|''|\\.)*)'|([&|!()])|<(-|[0-9]+)>|(\S))")
_ESCAPED = re.compile(r"''|\\(.)")


class NotCounted(Exception):
    """What these files can't tell, as a filter without a column."""


@dataclass(frozen=True)
class Chunk:
    """At most 65,536 rows: `keys` uint64[w] ascending, one a word; its rows are `rows` (uint16) from `starts[i]` to
    `starts[i + 1]` (uint32[w + 1]). `counts` (uint16) says of each how often the word stands there, and `spots` (uint16) where,
    as in a tsvector, from `spot_starts[i]` (uint32[w + 1]) on."""

    keys: NDArray[np.uint64]
    starts: NDArray[np.uint32]
    rows: NDArray[np.uint16]
    counts: NDArray[np.uint16]
    spots: NDArray[np.uint16]
    spot_starts: NDArray[np.uint32]

    def holding(self, words: Words) -> NDArray[np.integer[Any]]:
        """Rows, some of them perhaps twice."""
        places = [self._place(word) for _, word in words]
        if -1 in places:
            return self.rows[:0]
        if len(places) == 1:
            return self._rows(places[0])
        in_all = np.ones(CHUNK, dtype=bool)
        for place in places:
            held = np.zeros(CHUNK, dtype=bool)
            held[self._rows(place)] = True
            in_all &= held
        ends = self._ends(places[0], in_all)
        for place, (gap, _) in zip(places[1:], words[1:], strict=True):
            ends = np.intersect1d(ends + np.uint32(gap), self._ends(place, in_all), assume_unique=True)
        return ends >> np.uint32(16)

    def _place(self, word: str) -> int:
        key = key_of(word.encode())
        place = int(np.searchsorted(self.keys, np.uint64(key)))
        return place if place < len(self.keys) and int(self.keys[place]) == key else -1

    def _rows(self, place: int) -> NDArray[np.uint16]:
        return self.rows[int(self.starts[place]) : int(self.starts[place + 1])]

    def _ends(self, place: int, among: Mask) -> NDArray[np.uint32]:
        """Where a word stands in these rows: the row in the upper half of the bits, the spot in the lower."""
        rows = self._rows(place)
        counts = self.counts[int(self.starts[place]) : int(self.starts[place + 1])]
        spots = self.spots[int(self.spot_starts[place]) : int(self.spot_starts[place + 1])]
        of_spots = np.repeat(rows, counts)
        wanted = among[of_spots]
        return (of_spots[wanted].astype(np.uint32) << np.uint32(16)) | spots[wanted]


def key_of(word: bytes) -> int:
    """64 bits of a digest: of a million words two are the same in one of thirty million catalogues."""
    return int.from_bytes(blake2b(word, digest_size=8).digest())


def mask_of_words(words: Words, chunks: list[Chunk], size: int) -> Mask:
    """bool[size]."""
    mask = np.zeros(size, dtype=bool)
    for number, chunk in enumerate(chunks):
        start = number * CHUNK
        mask[start : start + CHUNK][chunk.holding(words)] = True
    return mask


def matching(tsquery: str, mask_of: MaskOf, size: int) -> Mask:
    """Rows that a `tsquery` finds. One without words finds none. Raises NotCounted for what `websearch_to_tsquery` never makes."""
    if not tsquery.strip():
        return np.zeros(size, dtype=bool)
    return _Reader(tsquery, mask_of).whole()


class _Reader:
    """A phrase binds before `!`, `!` before `&`, `&` before `|`."""

    def __init__(self, tsquery: str, mask_of: MaskOf) -> None:
        self._tokens = list(_tokens(tsquery))
        self._mask_of = mask_of

    def whole(self) -> Mask:
        found = self._any()
        if self._tokens:
            raise NotCounted(f"left over: {self._tokens}")
        return found

    def _any(self) -> Mask:
        found = self._all()
        while self._took("|"):
            found = found | self._all()
        return found

    def _all(self) -> Mask:
        found = self._one()
        while self._took("&"):
            found = found & self._one()
        return found

    def _one(self) -> Mask:
        if self._took("!"):
            return ~self._one()
        if self._took("("):
            found = self._any()
            if not self._took(")"):
                raise NotCounted("no end")
            return found
        words = [(0, self._word())]
        while self._tokens and self._tokens[0].startswith("<"):
            words.append((int(self._tokens.pop(0)[1:]), self._word()))
        return self._mask_of(words)

    def _word(self) -> str:
        if not self._tokens or not self._tokens[0].startswith("'"):
            raise NotCounted("no word")
        return self._tokens.pop(0)[1:]

    def _took(self, sign: str) -> bool:
        if self._tokens and self._tokens[0] == sign:
            self._tokens.pop(0)
            return True
        return False


def _tokens(tsquery: str) -> Iterator[str]:
    """Signs as they are, words behind a quote, the gaps of phrases behind "<"."""
    for found in _TOKEN.finditer(tsquery):
        word, sign, gap, other = found.groups()
        if other is not None:
            raise NotCounted(tsquery)
        if gap is not None:
            yield f"<{1 if gap == '-' else gap}"
        else:
            yield sign or "'" + _ESCAPED.sub(lambda escaped: escaped[1] or "'", word)
