"""One order out of several signals: their weighted sum. Pure.

Every signal has a scale of its own from 0 to 1, so a sum says why one vacancy stands before another. What a way in did not find
has no such signal, which costs nothing but what it would have brought.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from enum import IntFlag
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID

from apps.matching.search.relevance import Said

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Signal = NDArray[np.float64]

# How fast a place in the order of dates loses worth: at 60 the tenth counts .87 of the first, the hundredth .38.
SMOOTHING = 60


class Way(IntFlag):
    """Which ways in found a vacancy."""

    TEXT = 1
    MEANING = 2
    OCCUPATION = 4

    @property
    def names(self) -> list[str]:
        return [way.name.lower() for way in self if way.name]


BY_NONE = Way(0)
# By number: an enum's own way to one takes longer than all else that is done for a vacancy.
_WAYS = [Way(number) for number in range(8)]
WAYS = [way.name.lower() for way in Way if way.name]


@dataclass(slots=True)
class Found:
    """A vacancy and what speaks for it. Greater is better everywhere; None: nothing is known.

    `text` is PostgreSQL's rank, `title` and `body` are cosines, `said` is what it has of the question's words, `fit` the
    score of a resume. `named` is the title itself, `occupation` None until it was read, `ways` the sum of `Way`.
    """

    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str = ""
    places: str = ""
    remote: str = ""
    occupation: str | None = None
    ways: int = 0
    text: float | None = None
    title: float | None = None
    body: float | None = None
    said: Said | None = None
    fit: int | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal is worth. Chosen on the `dev` half of `bench/judgements`, where any may be halved or doubled for a loss of .01
    to .02 at most. A text rank has no scale of its own: it is taken as a share of the best.
    """

    asked: float = 3.0
    plainly: float = 0.5
    work: float = 2.0
    remote: float = 1.5
    title: float = 1.0
    body: float = 0.2
    text: float = 0.2
    fit: float = 5.0
    freshness: float = 0.1


_SIGNALS = tuple(each.name for each in fields(Weights))
_NOTHING_SAID = (0.0, 0.0, 0.0, 0.0)


class Placed(NamedTuple):
    """`score` is 0 to 1: 1 would be all that can be had in every respect that the question has."""

    pk: UUID
    score: float
    ways: Way


def fuse(found: Iterable[Found], weights: Weights) -> list[Placed]:
    """The best first; ties go to the newer, then to the greater id. The same input gives the same order."""
    import numpy as np

    pool = sorted(found, key=lambda each: (each.listed_at, each.pk.int), reverse=True)
    if not pool:
        return []
    signals = _signals(pool)
    worth = [getattr(weights, name) for name in _SIGNALS]
    # What no vacancy has can't be had.
    best = sum(each for each, some in zip(worth, signals, strict=True) if some.any())
    earned = np.zeros(len(pool))
    # One signal after the other: the same sum to the last bit, however many there are.
    for each, some in zip(worth, signals, strict=True):
        earned += each * some
    # Equals stay as they are: by date.
    order = np.argsort(-earned, kind="stable")
    shares = _rounded(earned[order] / best if best else earned)
    placed = [pool[place] for place in order.tolist()]
    return [*map(Placed, [each.pk for each in placed], shares, [_WAYS[each.ways] for each in placed])]


def _rounded(shares: Signal) -> list[float]:
    """To four places, as `round` does; that alone takes longer than all else here."""
    import numpy as np

    times = shares * 10_000
    near = np.rint(times)
    rounded: list[float] = (near / 10_000).tolist()
    # In the middle between two the last bit decides, which multiplying may have moved.
    for place in np.flatnonzero(np.abs(times - near) > 0.499).tolist():
        rounded[place] = round(float(shares[place]), 4)
    return rounded


def _signals(pool: Sequence[Found]) -> list[Signal]:
    """What is known of each vacancy, in the order of dates; float64[n] each, 0 to 1, in the order of `_SIGNALS`."""
    import numpy as np

    flat = chain.from_iterable([each.said or _NOTHING_SAID for each in pool])
    said = np.fromiter(flat, np.float64, count=len(_NOTHING_SAID) * len(pool)).reshape(len(pool), -1)
    cosines = [[each.title or 0.0 for each in pool], [each.body or 0.0 for each in pool]]
    text = np.array([each.text or 0.0 for each in pool])
    places = np.array(places_of([each.listed_at for each in pool]))
    return [
        *said.T,
        *np.clip(np.array(cosines), 0.0, 1.0),
        text / (text.max() or 1.0),
        np.array([each.fit or 0 for each in pool]) / 100,
        (SMOOTHING + 1) / (SMOOTHING + places),
    ]


def places_of(values: Sequence[Any]) -> list[int]:
    """Of values in order: 1 for the first, equal ones share a place."""
    places: list[int] = []
    last, place = None, 0
    for number, value in enumerate(values, 1):
        if place == 0 or value != last:
            last, place = value, number
        places.append(place)
    return places
