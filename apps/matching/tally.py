"""What matches say, added up: what the values of facets are made of. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, Protocol, Self, TypeVar

Said = TypeVar("Said")
Numbers = dict[Said, float]

KINDS = ("remote", "seniority", "employment_type", "source")
# Between the towns of a place: no text of a posting holds it.
APART = "\x1f"


class Names(Protocol):
    """Names by how many matches say them; a filter looks for part of a text that they stand in."""

    def commonest(self, most: int) -> Sequence[str]:
        """Names, those that most matches say first, then by name."""
        ...

    def alone(self, name: str) -> float:
        """How many matches say it."""
        ...

    def lowered(self, name: str) -> str:
        """In lower case; "" where no match says it."""
        ...

    def id(self, name: str) -> str:
        """Of one that is called so; "" where none is known."""
        ...

    def holding(self, lowered: str) -> float:
        """How many matches have it in their text."""
        ...


@dataclass(frozen=True)
class FewNames:
    """`said` are names by lower case, matches and id; `texts`, in lower case, by matches. No text has a line break."""

    said: Mapping[str, tuple[str, float, str]]
    texts: Mapping[str, float]

    def commonest(self, most: int) -> Sequence[str]:
        numbers = {name: number for name, (_, number, _) in self.said.items()}
        return [name for name, _ in commonest(numbers, most)]

    def alone(self, name: str) -> float:
        return self.said[name][1] if name in self.said else 0.0

    def lowered(self, name: str) -> str:
        return self.said[name][0] if name in self.said else ""

    def id(self, name: str) -> str:
        return self.said[name][2] if name in self.said else ""

    def holding(self, lowered: str) -> float:
        return sum(self._numbers[place] for place in lines_with(self._joined, self._ends, lowered))

    @cached_property
    def _numbers(self) -> list[float]:
        return list(self.texts.values())

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self.texts)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(text) + 1 for text in self.texts))


def lines_with(joined: str, ends: Sequence[int], part: str) -> Iterator[int]:
    """The numbers of the lines that hold `part`, each once. `ends` are where the next lines begin."""
    at = joined.find(part)
    while at >= 0:
        place = bisect_right(ends, at)
        yield place
        at = joined.find(part, ends[place])


def commonest(numbers: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    """Of equally common ones by name."""
    items: Iterable[tuple[str, float]] = numbers.items()
    if len(numbers) > most > 0:
        least = sorted(numbers.values(), reverse=True)[most - 1]
        items = [item for item in items if item[1] >= least]
    return sorted(items, key=lambda item: (-item[1], item[0]))[:most]


class PayGroup(NamedTuple):
    """How many edges of bands (`pay_bands`) lie below the least pay, and at or below the most; None: not said."""

    currency: str
    above: int | None
    reached: int | None


def _nothing() -> dict[Said, float]:
    return defaultdict(float)


def _add(numbers: Numbers[Said], others: Mapping[Said, float]) -> None:
    if not numbers:
        numbers.update(others)
        return
    for said, number in others.items():
        numbers[said] += number


@dataclass(slots=True)
class Tally:
    """`number` matches; how many of them say what. `kinds` are by each of `KINDS` that was asked for; "" is what says nothing. Counts are
    whole, or what a sample stands for."""

    number: float = 0.0
    kinds: dict[str, Numbers[str]] = field(default_factory=dict)
    skills: Numbers[str] = field(default_factory=_nothing)
    countries: Numbers[str] = field(default_factory=_nothing)
    companies: list[Names] = field(default_factory=list)
    cities: list[Names] = field(default_factory=list)
    pay: Numbers[PayGroup] = field(default_factory=_nothing)

    def add(self, other: Tally) -> Self:
        self.number += other.number
        for kind, numbers in other.kinds.items():
            _add(self.kinds.setdefault(kind, defaultdict(float)), numbers)
        _add(self.skills, other.skills)
        _add(self.countries, other.countries)
        self.companies += other.companies
        self.cities += other.cities
        _add(self.pay, other.pay)
        return self
