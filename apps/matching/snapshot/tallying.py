"""Rows of a segment, added up. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from apps.matching.pay_bands import EDGES, SCALES
from apps.matching.snapshot.names import CodedNames, Codes, Vocabulary
from apps.matching.snapshot.segment import Rows, Segment
from apps.matching.tally import KINDS, Numbers, PayGroup, Tally

# In hundredths.
_EDGES = np.array([100.0 * edge for edge in EDGES])
_SIDES = len(EDGES) + 2
# So many possible codes for each that stands there: to sort is cheaper then than to look at all of them.
_SPARSE = 16


def tallied(segment: Segment, rows: Rows, names: Sequence[str], weight: float = 1.0) -> Tally:
    """What `rows` say that the facets `names` need; each counts for `weight`."""
    tally = Tally(number=weight * len(rows))
    if not len(rows):
        return tally
    for kind in (name for name in KINDS if name in names):
        tally.kinds[kind] = _numbers(segment, kind, segment.arrays[kind][rows], weight)
    if "skills" in names:
        tally.skills = _numbers(segment, "skills", segment.values_of("skills", rows), weight)
    if "country" in names:
        tally.countries = _numbers(segment, "countries", segment.values_of("countries", rows), weight)
    if "company" in names:
        tally.companies.append(_names(segment.companies, segment.arrays["company"][rows], weight))
    if "city" in names:
        tally.cities.append(_names(segment.towns, segment.arrays["place"][rows], weight))
    if "pay" in names:
        tally.pay = _pay(segment, rows, weight)
    return tally


def _numbers(segment: Segment, column: str, codes: Codes, weight: float) -> Numbers[str]:
    said = segment.vocabularies[column]
    some, numbers = counted_codes(codes, len(said))
    return defaultdict(
        float, zip([said[code] for code in some.tolist()], (weight * numbers).tolist(), strict=True)
    )


def _names(vocabulary: Vocabulary, codes: NDArray[np.uint32], weight: float) -> CodedNames:
    return CodedNames(vocabulary, *counted_codes(codes, len(vocabulary.texts)), weight)


def counted_codes(codes: Codes, size: int) -> tuple[Codes, NDArray[np.int64]]:
    """Which of `size` codes stand there, ascending, and how often. Of many possible ones few stand there: these are sorted."""
    if size > _SPARSE * len(codes):
        return np.unique(codes, return_counts=True)
    counted = np.bincount(codes, minlength=size)
    some = np.flatnonzero(counted)
    return some, counted[some]


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
    groups = counted_codes((codes * _SIDES + above) * _SIDES + reached, len(currencies) * _SIDES * _SIDES)
    for code, number in zip(*(each.tolist() for each in groups), strict=True):
        code, high = divmod(code, _SIDES)
        code, low = divmod(code, _SIDES)
        if currencies[code]:
            group = PayGroup(currencies[code], low - 1 if low else None, high - 1 if high else None)
            counted[group] += weight * number
    return counted


def _passed(amounts: NDArray[np.float64]) -> NDArray[np.int64]:
    """One more than the edges that lie at or below each; 0 where nothing is said."""
    return np.where(np.isnan(amounts), 0, np.searchsorted(_EDGES, amounts, side="right") + 1)
