"""The filters of `listVacancies` on columns: the same rows as `VacancyFilterSet` finds. Pure.

`tests/matching/test_snapshot.py` holds both against each other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

import numpy as np

from apps.matching.snapshot.names import Vocabulary
from apps.matching.snapshot.segment import KINDS, Segment
from apps.matching.snapshot.words import Mask, NotCounted

_EMPTY: tuple[Any, ...] = (None, "", [], (), {})


def passing(segment: Segment, name: str, value: Any) -> Mask | None:
    """Rows that pass the filter called `name`, its value as the form has read it; None for all rows. Raises NotCounted for one that no
    column answers."""
    if value in _EMPTY:
        return None
    of_filter = _OF.get(name, _not_counted)
    return segment.kept((name, repr(value)), lambda: of_filter(segment, name, value))


def _not_counted(_segment: Segment, name: str, _value: Any) -> Mask:
    raise NotCounted(name)


def _is_open(segment: Segment, name: str, value: str) -> Mask:
    if value != "open":
        raise NotCounted(name)
    return np.ones(len(segment), dtype=bool)


def _coded(column: str) -> Callable[[Segment, str, str], Mask]:
    def saying(segment: Segment, _name: str, value: str) -> Mask:
        said: Mask = segment.arrays[column] == segment.code_of(column, value)
        return said

    return saying


def _all_of(column: str) -> Callable[[Segment, str, list[str]], Mask]:
    def saying(segment: Segment, _name: str, values: list[str]) -> Mask:
        masks = [segment.saying(column, segment.code_of(column, value)) for value in values]
        return reduce(and_, masks)

    return saying


def _any_skill(segment: Segment, _name: str, values: list[str]) -> Mask:
    return reduce(or_, [segment.saying("skills", segment.code_of("skills", value)) for value in values])


def _part_of(column: str, vocabulary: str) -> Callable[[Segment, str, str], Mask]:
    def holding(segment: Segment, name: str, pattern: str) -> Mask:
        part = _unescaped(pattern).lower()
        if not part.isascii() or "\n" in part:
            # PostgreSQL's lower case may be another; and texts stand line by line here.
            raise NotCounted(name)
        texts: Vocabulary = getattr(segment, vocabulary)
        held = np.zeros(len(texts.texts), dtype=bool)
        held[texts.texts_with(part)] = True
        found: Mask = held[segment.arrays[column]]
        return found

    return holding


def _unescaped(pattern: str) -> str:
    """The text that a filter made `%text%` of, with its own wild cards escaped."""
    letters, text = iter(pattern[1:-1]), []
    for letter in letters:
        text.append(next(letters, "") if letter == "\\" else letter)
    return "".join(text)


def _pays_from(segment: Segment, _name: str, amount: Decimal) -> Mask:
    least = float((Decimal(amount) * 100).to_integral_value(ROUND_CEILING))
    found: Mask = segment.arrays["salary_year_max"] >= least
    return found


def _pays_up_to(segment: Segment, _name: str, amount: Decimal) -> Mask:
    most = float((Decimal(amount) * 100).to_integral_value(ROUND_FLOOR))
    found: Mask = segment.arrays["salary_year_min"] <= most
    return found


def _after(segment: Segment, _name: str, moment: datetime) -> Mask:
    found: Mask = segment.arrays["listed_at"] >= microseconds(moment)
    return found


def _before(segment: Segment, _name: str, moment: datetime) -> Mask:
    found: Mask = segment.arrays["listed_at"] < microseconds(moment)
    return found


def _says_of_visa(segment: Segment, _name: str, value: bool) -> Mask:
    found: Mask = segment.arrays["visa_sponsorship"] == int(value)
    return found


def microseconds(moment: datetime) -> int:
    """Since 1970, exactly."""
    whole = int(moment.replace(microsecond=0).timestamp())
    return whole * 1_000_000 + moment.microsecond


_OF: dict[str, Callable[[Segment, str, Any], Mask]] = {
    **{kind: _coded(kind) for kind in (*KINDS, "job_function")},
    "currency": _coded("salary_currency"),
    "status": _is_open,
    "skills": _all_of("skills"),
    "skills_any": _any_skill,
    "country": _all_of("countries"),
    "company": _part_of("company", "companies"),
    "location": _part_of("place", "towns"),
    "salary_min": _pays_from,
    "salary_max": _pays_up_to,
    "posted_after": _after,
    "posted_before": _before,
    "visa_sponsorship": _says_of_visa,
}
