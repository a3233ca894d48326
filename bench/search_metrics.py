"""How good a ranking is, and how sure that is: nDCG, recall, and bootstrap intervals over queries. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from math import log2
from random import Random
from statistics import fmean
from typing import NamedTuple, TypeVar

RESAMPLES, SEED = 2000, 20261121
Named = TypeVar("Named", bound=Hashable)


class Estimate(NamedTuple):
    """A mean over queries and its 95 % interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:.3f} ({self.low:.3f} to {self.high:.3f})"


def ndcg(ranked: Sequence[Named], grades: Mapping[Named, int], depth: int = 10) -> float | None:
    """Discounted gain (2^grade - 1) of the first `depth`, as a share of the best order there is; 0 to 1.

    What has no grade gains nothing. None where nothing was graded above 0: no order is better than another.
    """
    best = _gain(sorted(grades.values(), reverse=True)[:depth])
    if not best:
        return None
    return _gain([grades.get(found, 0) for found in _once(ranked)[:depth]]) / best


def recall(
    ranked: Sequence[Named], grades: Mapping[Named, int], depth: int = 50, least: int = 2
) -> float | None:
    """The share of what was graded `least` or more that stands in the first `depth`; 0 to 1.

    Of more than `depth` such ones only `depth` can be found, so that is what is asked for. None where there is none.
    """
    wanted = {name for name, grade in grades.items() if grade >= least}
    if not wanted:
        return None
    return len(wanted.intersection(_once(ranked)[:depth])) / min(len(wanted), depth)


def judged(ranked: Sequence[Named], grades: Mapping[Named, int], depth: int = 10) -> float | None:
    """The share of the first `depth` that somebody graded, 0 included; None for an empty answer."""
    shown = _once(ranked)[:depth]
    return fmean(found in grades for found in shown) if shown else None


def estimate(values: Sequence[float]) -> Estimate:
    """The mean, and where it lies in 95 of 100 draws of as many queries. The same values give the same interval.

    Raises ValueError without values.
    """
    if not values:
        raise ValueError("no values")
    chance = Random(SEED)
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return Estimate(fmean(values), means[round(0.025 * RESAMPLES)], means[round(0.975 * RESAMPLES) - 1])


def difference(one: Mapping[str, float], other: Mapping[str, float]) -> Estimate:
    """How much better `one` is than `other`, query by query, over those that both have."""
    return estimate([one[query] - other[query] for query in sorted(one.keys() & other.keys())])


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades))


def _once(ranked: Sequence[Named]) -> list[Named]:
    """A thing that is named twice counts where it stands first."""
    return list(dict.fromkeys(ranked))
