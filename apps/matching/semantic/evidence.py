"""What the words of a question say for its being a search for work, or against it: found by counting. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from apps.matching.words import singular, words

Kind = Literal["work", "else"]
Pieces = Callable[[str], frozenset[str]]

# What counts as seen before it was: a word that one side alone has is strong evidence, but no proof.
_SMOOTHING = 0.25
# How much searches, names of occupations and titles say each of how work is asked for.
_SEARCHES, _NAMES, _TITLES = 0.4, 0.3, 0.3
_SIZES = (3, 4, 5)
_DIGITS = 3


def words_of(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words(text))


def parts_of(text: str) -> frozenset[str]:
    """Three to five letters in a row, with where a word begins and ends: they know compounds, and kin of known words."""
    return frozenset().union(*(_parts_of_word(word) for word in words(text)))


@lru_cache(maxsize=1 << 15)
def _parts_of_word(word: str) -> frozenset[str]:
    bounded = f"<{word}>"
    return frozenset(
        bounded[start : start + size] for size in _SIZES for start in range(len(bounded) - size + 1)
    )


class Heard(NamedTuple):
    """Logarithms of odds, above 0 for work: their mean, the greatest of them, their sum over the root of their number.

    `known` is the share of pieces that anything is known of. All are 0 where nothing is.
    """

    mean: float
    most: float
    sum: float
    known: float


@dataclass(frozen=True, slots=True)
class Evidence:
    """`odds` of each piece: the logarithm of how much more often searches for work have it."""

    odds: Mapping[str, float]

    def of(self, pieces: Collection[str]) -> Heard:
        return heard([odds for piece in pieces if (odds := self.odds.get(piece)) is not None], len(pieces))


def heard(odds: Collection[float], pieces: int) -> Heard:
    if not odds:
        return Heard(0.0, 0.0, 0.0, 0.0)
    total, count = math.fsum(odds), len(odds)
    return Heard(total / count, max(odds), total / math.sqrt(count), count / pieces)


@dataclass(frozen=True)
class Told:
    """Texts of each kind. `searches` and `others` are whole questions, `names` occupations, `titles` what is posted."""

    searches: Sequence[str]
    others: Sequence[str]
    names: Sequence[str]
    titles: Sequence[str]


@dataclass(frozen=True)
class Tally:
    """In how many texts of each kind a piece stands; of those seen in fewer than `fewest`, nothing is known."""

    pieces: Pieces
    told: Told
    fewest: int = 1
    _counts: tuple[Counter[str], ...] = field(init=False)

    def __post_init__(self) -> None:
        told = (self.told.searches, self.told.others, self.told.names, self.told.titles)
        object.__setattr__(self, "_counts", tuple(_counted(self.pieces, texts) for texts in told))

    def evidence(self) -> Evidence:
        seen = sorted(set().union(*self._counts))
        found = ((piece, self._odds(piece, 0, 0)) for piece in seen)
        return Evidence({piece: round(odds, _DIGITS) for piece, odds in found if odds is not None})

    def without(self, text: str, kind: Kind) -> Heard:
        """Of a text of `told`, as if it were not there: what it says of itself is no evidence."""
        pieces = self.pieces(text)
        own = (1, 0) if kind == "work" else (0, 1)
        odds = (self._odds(piece, *own) for piece in pieces)
        return heard([each for each in odds if each is not None], len(pieces))

    def _odds(self, piece: str, own_search: int, own_other: int) -> float | None:
        searches, others, names, titles = (counts[piece] for counts in self._counts)
        searches, others = searches - own_search, others - own_other
        if searches + others + names + titles < self.fewest:
            return None
        told = self.told
        work = (
            _SEARCHES * _share(searches, told.searches)
            + _NAMES * _share(names, told.names)
            + _TITLES * _share(titles, told.titles)
        )
        return math.log(work / _share(others, told.others))


def _counted(pieces: Pieces, texts: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(pieces(text))
    return counts


def _share(count: int, texts: Sequence[str]) -> float:
    return (count + _SMOOTHING) / (len(texts) + 1)
