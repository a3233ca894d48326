"""Names that stand in texts, by code, with how many matches have each text. Pure.

What can be a million names stays in the files it is mapped from: only those that are shown are ever read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Codes = NDArray[np.integer]
# Of so many parts of texts it is remembered which texts hold them.
_MOST_KEPT = 5000


@dataclass(frozen=True)
class Lines(Sequence[str]):
    """`joined` (uint8) is UTF-8 with a line break behind each; `ends` (int64[n]) is where the next begins."""

    joined: NDArray[np.uint8]
    ends: Numbers

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, place: int) -> str:  # type: ignore[override]  # nobody asks for a slice
        if place >= len(self.ends):
            raise IndexError(place)
        start = self.ends[place - 1] if place else 0
        return self.joined[start : self.ends[place] - 1].tobytes().decode()

    def with_part(self, part: str) -> Codes:
        """The numbers of the lines that hold it, ascending. It has no line break."""
        wanted, content, found = part.encode(), self._content, []
        at = content.find(wanted)
        while at >= 0:
            found.append(at)
            at = content.find(wanted, at + len(wanted))
        if not found:
            return np.empty(0, dtype=np.uint32)
        # Several places of one line give its number several times, side by side.
        lines = self.ends.searchsorted(np.array(found, dtype=np.int64), side="right")
        is_new = np.ones(len(lines), dtype=bool)
        is_new[1:] = lines[1:] != lines[:-1]
        return lines[is_new].astype(np.uint32)

    @cached_property
    def _content(self) -> bytes:
        """Python finds nothing in an array."""
        return self.joined.tobytes()


@dataclass(frozen=True)
class Vocabulary:
    """`texts`, in lower case, by their codes. `names` in order, `lowered` the same in lower case; text i says those whose numbers are
    `said[said_at[i]:said_at[i + 1]]`. `ids` are 16 bytes for each name, zeros where it has none; empty where none has."""

    texts: Lines
    names: Lines
    lowered: Lines
    said: NDArray[np.uint32]
    said_at: Numbers
    ids: NDArray[np.uint8]
    _held: dict[str, Codes] = field(default_factory=dict)

    def place(self, name: str) -> int | None:
        """Its number; None where no text says it."""
        place = bisect_left(self.names, name)
        return place if place < len(self.names) and self.names[place] == name else None

    def id(self, place: int) -> str:
        if not len(self.ids) or not self.ids[place].any():
            return ""
        said = self.ids[place].tobytes().hex()
        return f"{said[:8]}-{said[8:12]}-{said[12:16]}-{said[16:20]}-{said[20:]}"

    def by_name(self, texts: Codes, numbers: Numbers) -> tuple[Codes, Numbers]:
        """Which names these texts say, ascending, and how often, where `numbers` have each text."""
        starts = self.said_at[texts]
        lengths = self.said_at[texts + 1] - starts
        ends = np.cumsum(lengths)
        if not len(ends) or not ends[-1]:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
        names = self.said[np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)]
        order = np.argsort(names, kind="stable")
        ordered = names[order]
        begins = np.flatnonzero(np.diff(ordered, prepend=ordered[0] + 1))
        return ordered[begins], np.add.reduceat(np.repeat(numbers, lengths)[order], begins)

    def texts_with(self, lowered: str) -> Codes:
        """Codes of the texts that hold it, ascending."""
        known = self._held.get(lowered)
        if known is None:
            if len(self._held) >= _MOST_KEPT:
                self._held.clear()
            known = self._held[lowered] = self.texts.with_part(lowered)
        return known


class CodedNames:
    """`numbers` matches have the texts of these `codes` (ascending); each stands for `weight`. As `tally.Names`."""

    def __init__(self, vocabulary: Vocabulary, codes: Codes, numbers: Numbers, weight: float) -> None:
        self._vocabulary, self._codes, self._numbers, self._weight = vocabulary, codes, numbers, weight
        # Of names that were asked for: their numbers in the vocabulary, and how many say them.
        self._places: dict[str, int | None] = {}
        self._alone: dict[str, float] = {}

    def commonest(self, most: int) -> Sequence[str]:
        some, numbers = self._by_name
        if len(some) > most:
            least = np.partition(numbers, -most)[-most]
            some, numbers = some[numbers >= least], numbers[numbers >= least]
        # Stable: of equally common ones by name, as the vocabulary is sorted.
        order = np.argsort(-numbers, kind="stable")[:most]
        best = some[order].tolist()
        names = [self._vocabulary.names[place] for place in best]
        self._places.update(zip(names, best, strict=True))
        self._alone.update(zip(names, (self._weight * numbers[order]).tolist(), strict=True))
        return names

    def alone(self, name: str) -> float:
        known = self._alone.get(name)
        if known is None:
            known = self._alone[name] = self._looked_up(name)
        return known

    def lowered(self, name: str) -> str:
        place = self._place(name)
        return "" if place is None else self._vocabulary.lowered[place]

    def id(self, name: str) -> str:
        place = self._place(name)
        return "" if place is None else self._vocabulary.id(place)

    def holding(self, lowered: str) -> float:
        texts = self._vocabulary.texts_with(lowered)
        if not len(texts) or not len(self._codes):
            return 0.0
        few, many = (texts, self._codes) if len(texts) < len(self._codes) else (self._codes, texts)
        places = np.minimum(many.searchsorted(few), len(many) - 1)
        is_in_both = many[places] == few
        numbers = self._numbers[places[is_in_both]] if many is self._codes else self._numbers[is_in_both]
        return self._weight * int(numbers.sum())

    def _looked_up(self, name: str) -> float:
        place = self._place(name)
        if place is None:
            return 0.0
        some, numbers = self._by_name
        at = int(some.searchsorted(place))
        return self._weight * int(numbers[at]) if at < len(some) and some[at] == place else 0.0

    def _place(self, name: str) -> int | None:
        if name not in self._places:
            self._places[name] = self._vocabulary.place(name)
        return self._places[name]

    @cached_property
    def _by_name(self) -> tuple[Codes, Numbers]:
        return self._vocabulary.by_name(self._codes, self._numbers)
