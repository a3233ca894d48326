"""Rows of a segment, added up. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apps.matching.search.pay_bands import EDGES, SCALES
from apps.matching.search.tally import KINDS, Numbers, PayGroup, Said, Tally
from apps.matching.snapshot.names import CodedNames
from apps.matching.snapshot.segment import Rows, Segment

# In hundredths.
_EDGES = np.array([100.0 * edge for edge in EDGES])
_SIDES = len(EDGES) + 2


def tallied(segment: Segment, rows: Rows, names: Sequence[str], weight: float = 1.0) -> Tally:
    """What `rows` say that the facets `names` need; each counts for `weight`."""
    tally = Tally(number=weight * len(rows))
    if not len(rows):
        return tally
    kinds = [name for name in KINDS if name in names]
    if kinds:
        tally.kinds = _kinds(segment, rows, kinds, weight)
    if "skills" in names:
        tally.skills = _of_list(segment, rows, "skills", weight)
    if "country" in names:
        tally.countries = _of_list(segment, rows, "countries", weight)
    if "company" in names:
        tally.companies.append(CodedNames(segment.companies, _counted(segment, rows, "company"), weight))
    if "city" in names:
        tally.cities.append(CodedNames(segment.towns, _counted(segment, rows, "place"), weight))
    if "pay" in names:
        tally.pay = _pay(segment, rows, weight)
    return tally


def _kinds(segment: Segment, rows: Rows, names: list[str], weight: float) -> Numbers[tuple[str, ...]]:
    """Of all that were asked for together: one number a combination."""
    together = np.zeros(len(rows), dtype=np.int64)
    for name in names:
        together = together * len(segment.vocabularies[name]) + segment.arrays[name][rows]
    counted: Numbers[tuple[str, ...]] = defaultdict(float)
    for code, number in zip(
        *(each.tolist() for each in np.unique(together, return_counts=True)), strict=True
    ):
        said = dict.fromkeys(KINDS, "")
        for name in reversed(names):
            code, at = divmod(code, len(segment.vocabularies[name]))
            said[name] = segment.vocabularies[name][at]
        counted[tuple(said.values())] += weight * number
    return counted


def _of_list(segment: Segment, rows: Rows, column: str, weight: float) -> Numbers[str]:
    said = segment.values_of(column, rows)
    return _summed(_numbers(said, segment.vocabularies[column], weight))


def _counted(segment: Segment, rows: Rows, column: str) -> NDArray[np.int64]:
    """int64[words]: rows that have each."""
    return np.bincount(segment.arrays[column][rows], minlength=len(segment.vocabularies[column]))


def _numbers(codes: NDArray[Any], said: Sequence[Any], weight: float) -> Iterator[tuple[Any, float]]:
    counted = np.bincount(codes, minlength=len(said))
    for code in np.flatnonzero(counted).tolist():
        yield said[code], weight * int(counted[code])


def _summed(numbers: Iterable[tuple[Said, float]]) -> Numbers[Said]:
    summed: Numbers[Said] = defaultdict(float)
    for said, number in numbers:
        summed[said] += number
    return summed


def _pay(segment: Segment, rows: Rows, weight: float) -> Numbers[PayGroup]:
    least, most = (segment.arrays[f"salary_year_{end}"][rows] for end in ("min", "max"))
    is_said = ~(np.isnan(least) & np.isnan(most))
    currencies = segment.vocabularies["salary_currency"]
    codes = segment.arrays["salary_currency"][rows][is_said].astype(np.int64)
    scales = np.array([SCALES.get(currency, 1) for currency in currencies], dtype=float)[codes]
    # A hundredth less parts "at the edge" from "above it". Scales are powers of ten: a quotient is at an edge where its amount is.
    above = _passed((least[is_said] - 1) / scales)
    reached = _passed(most[is_said] / scales)
    counted: Numbers[PayGroup] = defaultdict(float)
    for code, number in _codes((codes * _SIDES + above) * _SIDES + reached):
        code, high = divmod(code, _SIDES)
        code, low = divmod(code, _SIDES)
        if currencies[code]:
            group = PayGroup(currencies[code], low - 1 if low else None, high - 1 if high else None)
            counted[group] += weight * number
    return counted


def _passed(amounts: NDArray[np.float64]) -> NDArray[np.int64]:
    """One more than the edges that lie at or below each; 0 where nothing is said."""
    return np.where(np.isnan(amounts), 0, np.searchsorted(_EDGES, amounts, side="right") + 1)


def _codes(codes: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """Each of a few thousand possible codes, and how often it stands there."""
    counted = np.bincount(codes)
    some = np.flatnonzero(counted)
    yield from zip(some.tolist(), counted[some].tolist(), strict=True)
