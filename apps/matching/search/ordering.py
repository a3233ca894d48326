"""One order out of several: reciprocal rank fusion. Pure.

Ranks, not scores, are added up: a text rank, a cosine and an age have no common scale. What a way in did not find has
no rank there, which costs nothing but what the rank would have brought.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntFlag
from typing import Any
from uuid import UUID

# How fast a rank loses worth: at 60 the tenth place counts .87 of the first, the hundredth .38.
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

    `text` is PostgreSQL's rank, `title` and `body` are cosines, `occupation` is 0 to 1 (1: the one asked for), `wording`
    0 to 1 (1: the title says it, and nothing else), `fit` is the score of a resume. `named` is the title itself.
    """

    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str = ""
    ways: Way = BY_NONE
    text: float | None = None
    title: float | None = None
    body: float | None = None
    occupation: float | None = None
    wording: float | None = None
    fit: int | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """What a first place is worth. Chosen on the `dev` half of `bench/judgements`."""

    text: float = 0.4
    title: float = 1.0
    body: float = 0.3
    occupation: float = 1.0
    wording: float = 3.0
    fit: float = 4.0
    freshness: float = 0.2


@dataclass(frozen=True, slots=True)
class Placed:
    """`score` is 0 to 1: 1 would be the first place in every respect that the question has."""

    pk: UUID
    score: float
    ways: Way


def fuse(found: Iterable[Found], weights: Weights) -> list[Placed]:
    """The best first; ties go to the newer, then to the greater id. The same input gives the same order."""
    pool = list(found)
    earned = {each.pk: 0.0 for each in pool}
    best = 0.0
    for name in ("text", "title", "body", "fit"):
        places = places_by({each.pk: value for each in pool if (value := getattr(each, name)) is not None})
        best += getattr(weights, name) / (SMOOTHING + 1) if places else 0.0
        for pk, place in places.items():
            earned[pk] += getattr(weights, name) / (SMOOTHING + place)
    for pk, place in places_by({each.pk: each.listed_at for each in pool}).items():
        earned[pk] += weights.freshness / (SMOOTHING + place)
    # Of an occupation all vacancies are alike, and titles have the same words: no places, but how near each is.
    best += weights.freshness / (SMOOTHING + 1)
    for name in ("occupation", "wording"):
        worth = getattr(weights, name) / (SMOOTHING + 1)
        best += worth * any(getattr(each, name) for each in pool)
        for each in pool:
            earned[each.pk] += worth * (getattr(each, name) or 0.0)
    pool.sort(key=lambda each: (earned[each.pk], each.listed_at, each.pk), reverse=True)
    return [Placed(each.pk, round(earned[each.pk] / best, 4) if best else 0.0, each.ways) for each in pool]


def places_by(values: Mapping[UUID, Any]) -> dict[UUID, int]:
    """1 for the greatest; equal values share a place."""
    places: dict[UUID, int] = {}
    last, place = None, 0
    for number, (pk, value) in enumerate(sorted(values.items(), key=lambda item: item[1], reverse=True), 1):
        if place == 0 or value != last:
            last, place = value, number
        places[pk] = place
    return places
