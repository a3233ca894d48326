"""One order out of several signals: their weighted sum. Pure.

Every signal has a scale of its own from 0 to 1, so a sum says why one vacancy stands before another. What a way in did not find
has no such signal, which costs nothing but what it would have brought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from enum import IntFlag
from operator import mul
from typing import Any
from uuid import UUID

from apps.matching.search.relevance import Said

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
WAYS = [way.name.lower() for way in Way if way.name]


@dataclass(slots=True)
class Found:
    """A vacancy and what speaks for it. Greater is better everywhere; None: nothing is known.

    `text` is PostgreSQL's rank, `title` and `body` are cosines, `said` is what it has of the question's words, `fit` the
    score of a resume. `named` is the title itself.
    """

    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str = ""
    ways: Way = BY_NONE
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


@dataclass(frozen=True, slots=True)
class Placed:
    """`score` is 0 to 1: 1 would be all that can be had in every respect that the question has."""

    pk: UUID
    score: float
    ways: Way


def fuse(found: Iterable[Found], weights: Weights) -> list[Placed]:
    """The best first; ties go to the newer, then to the greater id. The same input gives the same order."""
    pool = list(found)
    best_text = max((each.text for each in pool if each.text), default=1.0)
    dates = places_by({each.pk: each.listed_at for each in pool})
    signals = {each.pk: _signals(each, best_text, dates[each.pk]) for each in pool}
    worth = [getattr(weights, name) for name in _SIGNALS]
    # What no vacancy has can't be had.
    best = sum(
        each for each, some in zip(worth, zip(*signals.values(), strict=True), strict=False) if any(some)
    )
    earned = {pk: sum(map(mul, worth, some)) for pk, some in signals.items()}
    pool.sort(key=lambda each: (earned[each.pk], each.listed_at, each.pk), reverse=True)
    return [Placed(each.pk, round(earned[each.pk] / best, 4) if best else 0.0, each.ways) for each in pool]


def _signals(each: Found, best_text: float, place: int) -> tuple[float, ...]:
    """What is known of a vacancy, each 0 to 1, in the order of `_SIGNALS`."""
    said = each.said
    return (
        *((said.asked, said.plainly, said.work, said.remote) if said else _NOTHING_SAID),
        min(max(each.title or 0.0, 0.0), 1.0),
        min(max(each.body or 0.0, 0.0), 1.0),
        (each.text or 0.0) / best_text,
        (each.fit or 0) / 100,
        (SMOOTHING + 1) / (SMOOTHING + place),
    )


def places_by(values: Mapping[UUID, Any]) -> dict[UUID, int]:
    """1 for the greatest; equal values share a place."""
    places: dict[UUID, int] = {}
    last, place = None, 0
    for number, (pk, value) in enumerate(sorted(values.items(), key=lambda item: item[1], reverse=True), 1):
        if place == 0 or value != last:
            last, place = value, number
        places[pk] = place
    return places
