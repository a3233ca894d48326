"""Names that stand in texts, by code, with how many matches have each text. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from apps.matching.search.tally import lines_with

Numbers = NDArray[np.int64]
# Of so many parts of texts it is remembered which texts hold them.
_MOST_KEPT = 5000


class Vocabulary:
    """`texts` (in lower case, without line breaks) by their codes; the names that each text says, as they are and in lower
    case; and an id of each text, where they have any."""

    def __init__(
        self, texts: Sequence[str], names: Sequence[Sequence[tuple[str, str]]], ids: Sequence[str] = ()
    ) -> None:
        lowered = {name: low for said in names for name, low in said}
        self.names = sorted(lowered)
        self.lowered = lowered
        self.place = {name: place for place, name in enumerate(self.names)}
        lengths = [len(said) for said in names]
        self._text_of = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
        self._name_of = np.array([self.place[name] for said in names for name, _ in said], dtype=np.int64)
        self._ids = {name: pk for said, pk in zip(names, ids, strict=False) for name, _ in said}
        self._joined = "\n".join(texts)
        self._ends = list(accumulate(len(text) + 1 for text in texts))
        self._held: dict[str, Numbers] = {}

    def id(self, name: str) -> str:
        return self._ids.get(name, "")

    def by_name(self, of_texts: Numbers) -> Numbers:
        """How many say each name, in the order of `names`."""
        said = np.bincount(self._name_of, weights=of_texts[self._text_of], minlength=len(self.names))
        return said.astype(np.int64)

    def texts_with(self, lowered: str) -> Numbers:
        """Codes of the texts that hold it."""
        known = self._held.get(lowered)
        if known is None:
            if len(self._held) >= _MOST_KEPT:
                self._held.clear()
            known = np.fromiter(lines_with(self._joined, self._ends, lowered), dtype=np.int64)
            self._held[lowered] = known
        return known


class CodedNames:
    """`of_texts`: matches by the code of their text; each stands for `weight`. As `search.tally.Names`."""

    def __init__(self, vocabulary: Vocabulary, of_texts: Numbers, weight: float) -> None:
        self._vocabulary, self._of_texts, self._weight = vocabulary, of_texts, weight

    def commonest(self, most: int) -> Sequence[str]:
        numbers = self._by_name
        some = np.flatnonzero(numbers)
        if len(some) > most:
            least = np.partition(numbers[some], -most)[-most]
            some = some[numbers[some] >= least]
        # Stable: of equally common ones by name, as the vocabulary is sorted.
        best = some[np.argsort(-numbers[some], kind="stable")][:most]
        return [self._vocabulary.names[place] for place in best.tolist()]

    def alone(self, name: str) -> float:
        place = self._vocabulary.place.get(name)
        return 0.0 if place is None else self._weight * int(self._by_name[place])

    def lowered(self, name: str) -> str:
        return self._vocabulary.lowered.get(name, "")

    def id(self, name: str) -> str:
        return self._vocabulary.id(name)

    def holding(self, lowered: str) -> float:
        return self._weight * int(self._of_texts[self._vocabulary.texts_with(lowered)].sum())

    @cached_property
    def _by_name(self) -> Numbers:
        return self._vocabulary.by_name(self._of_texts)
