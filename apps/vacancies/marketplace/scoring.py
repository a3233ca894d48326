"""How safe a marketplace's client looks to work for, 0 to 100, from what the marketplace shows. Pure.

Each part that is known counts with its weight; a part that is not known neither helps nor harms, but is said. Nothing
known at all is no score.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from apps.vacancies.sources.offers import ClientClaim

# Where each scale is full: what a client who is beyond doubt has.
FULL_SPEND = 50_000.0
FULL_REVIEWS = 20
FULL_JOBS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reason. `points` of `most`; None where the marketplace does not say, and then it does not count."""

    code: str
    sentence: str
    points: float | None
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """`value` is 0 to 100, or None when nothing is known. `known` (0 to 1) is the weight of what was."""

    value: int | None
    known: float
    parts: tuple[Part, ...]


def score(claim: ClientClaim) -> Score:
    """The share of the points that the known parts reach."""
    parts = tuple(part(claim) for part in _PARTS)
    known = [(part.points, part.most) for part in parts if part.points is not None]
    possible = sum(most for _, most in known)
    value = round(100 * sum(points for points, _ in known) / possible) if possible else None
    return Score(value=value, known=possible / sum(part.most for part in parts), parts=parts)


def score_of(claim: ClientClaim) -> int | None:
    """Only the figure."""
    return score(claim).value


def _spend(claim: ClientClaim) -> Part:
    spent = None if claim.total_spent is None else max(float(claim.total_spent), 0.0)
    said = (
        "Has spent nothing yet."
        if spent == 0
        else f"Has spent {claim.total_spent:,.0f} so far."
        if spent
        else ""
    )
    share = None if spent is None else _logarithmic(spent / 100, FULL_SPEND / 100)
    return _part("spend", said, share, 30)


def _hire_rate(claim: ClientClaim) -> Part:
    rate = claim.hire_rate
    return _part("hire_rate", "" if rate is None else f"Hires for {rate:.0%} of what they post.", rate, 25)


def _rating(claim: ClientClaim) -> Part:
    """3 of 5 is a bad mark where nearly all give 5: the scale begins there."""
    rating = claim.rating
    said = "" if rating is None else f"Is rated {rating:.1f} of 5."
    return _part("rating", said, None if rating is None else (rating - 3) / 2, 25)


def _reviews(claim: ClientClaim) -> Part:
    count = None if claim.reviews is None else len(claim.reviews)
    said = "" if count is None else f"Has {_counted(count, 'review')}."
    return _part("reviews", said, None if count is None else _logarithmic(count, FULL_REVIEWS), 10)


def _jobs(claim: ClientClaim) -> Part:
    count = claim.jobs_posted
    said = "" if count is None else f"Has posted {_counted(count, 'job')}."
    return _part("jobs_posted", said, None if count is None else _logarithmic(count, FULL_JOBS), 10)


_PARTS: tuple[Callable[[ClientClaim], Part], ...] = (_spend, _hire_rate, _rating, _reviews, _jobs)
_UNKNOWN = {
    "spend": "What they have spent is not known.",
    "hire_rate": "How often they hire is not known.",
    "rating": "How they are rated is not known.",
    "reviews": "How many reviews they have is not known.",
    "jobs_posted": "How many jobs they have posted is not known.",
}


def _part(code: str, sentence: str, share: float | None, most: int) -> Part:
    if share is None:
        return Part(code=code, sentence=_UNKNOWN[code], points=None, most=most)
    points = round(most * min(max(share, 0.0), 1.0), 1)
    return Part(code=code, sentence=sentence, points=points, most=most)


def _logarithmic(value: float, full: float) -> float:
    """0 at 0, 1 at `full`: the first review says more than the hundredth."""
    return math.log1p(value) / math.log1p(full)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
