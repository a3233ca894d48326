"""What a score is made of. The score of a `Match` is the sum of the scores of its parts, nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from apps.matching.scoring.places import Location
from apps.matching.vocabulary import Band, EditKind

# Calibrated by `bench.matching`: where a person's own trade and others are equally many, hardly a strong match is of
# another trade, four of five fair ones are of the own, and hardly a poor one is.
BANDS: tuple[tuple[int, Band], ...] = (
    (55, "excellent"),
    (44, "strong"),
    (34, "fair"),
    (26, "weak"),
    (0, "poor"),
)
FULL = 1000
"""A ratio is a whole number of thousandths: floats are left outside so that every machine counts alike."""
NEUTRAL = FULL // 2
"""What an unknown counts: neither held nor missing."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of the sum. `score` is 0..`weight`; the weights of all parts make 100."""

    name: str
    score: int
    weight: int
    found: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Blocker:
    """A reason why a good score may still lead nowhere. `code` is stable, `detail` is for people."""

    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the resume that would be worth making, where it is true. `value` is a skill's slug or a language."""

    kind: EditKind
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`gain` is what the score really rises by when `edit` alone is made."""

    edit: Edit
    gain: int


@dataclass(frozen=True, slots=True)
class Match:
    score: int
    band: Band
    parts: tuple[Part, ...]
    blockers: tuple[Blocker, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person wants, as far as they said so; None and () mean that nothing was said.

    `countries` and `permits` are ISO 3166 alpha-2 codes (where they want to work; where they may work), `places` are
    nearer than a country, `remote` is "remote" where they would take nothing else, `salary_floor` is per year.
    """

    countries: tuple[str, ...] = ()
    places: tuple[Location, ...] = ()
    remote: Literal["remote", "any"] | None = None
    salary_floor: int | None = None
    currency: str = ""
    permits: tuple[str, ...] | None = None
    employment_types: tuple[str, ...] = ()


NO_WISHES = Wishes()


def band_of(score: int) -> Band:
    """The word for a score of 0..100."""
    return next(band for least, band in BANDS if score >= least)
