"""Facets: how many results each choice would leave.

A value's number is what the search would find if that value were chosen and all other filters stayed: a facet's own
filter does not count for itself, so that one can change one's mind, but for `skills`, of which one adds another to those
chosen. What to send for a choice is said with it (`filters`). `company` and `city` are chosen by the filters `company`
and `location`, which look for a part of the text; so do the numbers. Bands of pay are of one currency each
(`pay_bands`). What is not said is no value.

Matches are added up in this host's snapshot (`in_memory`), or by the database: there up to 10,000 are all counted; of more,
numbers are estimates from a fixed sample of the catalogue's rows (a workspace's own are always counted), and the answer
says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

import orjson
from django.db.models import QuerySet

from apps.core.api.listing import planner_estimate
from apps.core.cached import CATALOGUE, Cached, of_workspace
from apps.core.sampling import PARTS, is_surely_more
from apps.matching.search.facet_query import MOST, SAMPLE, Read, tallied
from apps.matching.search.facet_values import FacetValue, values_of
from apps.matching.tally import KINDS, Tally
from apps.vacancies.models import OwnVacancy, Vacancy

__all__ = ["NAMES", "OWN_FILTERS", "FacetValue", "Facets", "count", "kept"]

Sides = tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]
Matches = Callable[[Mapping[str, Any]], Sides]
"""The catalogue's and the workspace's own matches under these filters of `listVacancies`."""
TallyOf = Callable[[Mapping[str, Any], Sequence[str]], tuple[Tally, bool]]
"""What the matches under these filters say that these facets need, and whether it is exact."""

_kept = Cached("facets", seconds=60)

NAMES = ("skills", "company", "country", "city", *KINDS, "pay")
# The filters that a choice replaces. `skills` has none: a choice is added.
OWN_FILTERS: Mapping[str, tuple[str, ...]] = {
    **{kind: (kind,) for kind in KINDS},
    "skills": (),
    "company": ("company",),
    "country": ("country",),
    "city": ("location",),
    "pay": ("salary_min", "salary_max"),
}


@dataclass(frozen=True, slots=True)
class Facets:
    """`count` matches under all filters, exactly or about; `values` of each facet that was asked for. `estimated` are
    the facets whose numbers are estimates."""

    count: int
    count_exact: bool
    values: dict[str, list[FacetValue]]
    estimated: list[str]

    def as_bytes(self) -> bytes:
        """For `core.cached`."""
        return orjson.dumps(self)

    @classmethod
    def from_bytes(cls, stored: bytes) -> Self:
        read = orjson.loads(stored)
        values = {name: [FacetValue(**each) for each in found] for name, found in read["values"].items()}
        return cls(read["count"], read["count_exact"], values, read["estimated"])


def count(
    tally_of: TallyOf, *, filters: Mapping[str, Any], names: Sequence[str] = NAMES, most: int = 20
) -> Facets:
    """At most `most` values of each facet in `names`. Matches are added up once, and once more for each facet whose own
    filter is set."""
    together = [name for name in names if not _is_narrowed(name, filters)]
    found, count_exact = tally_of(filters, together)
    values = {name: values_of(name, found, filters, most) for name in together}
    estimated = set() if count_exact else set(together)
    for name in (name for name in names if name not in values):
        others = {key: value for key, value in filters.items() if key not in OWN_FILTERS[name]}
        of_one, is_exact = tally_of(others, [name])
        values[name] = values_of(name, of_one, others, most)
        estimated |= set() if is_exact else {name}
    return Facets(
        count=round(found.number),
        count_exact=count_exact,
        values={name: values[name] for name in names},
        estimated=[name for name in names if name in estimated],
    )


def kept(asked: object, compute: Callable[[], Facets], *, workspace_id: UUID) -> Facets:
    """What `compute` counts, kept for a minute at most, and no longer than nothing changes. `asked` is all that the
    numbers depend on but the rows themselves: question, filters, names, and what else was found."""
    depends_on = (CATALOGUE, of_workspace(workspace_id))
    return Facets.from_bytes(_kept.get(asked, lambda: compute().as_bytes(), depends_on=depends_on))


def _is_narrowed(name: str, filters: Mapping[str, Any]) -> bool:
    return any(filters.get(own) not in (None, "") for own in OWN_FILTERS[name])


def in_database(matches: Matches, filters: Mapping[str, Any], known: int | None = None) -> TallyOf:
    """`known` says that no more than so many match under `filters`.

    One query of rows; where the matches are more than the planner thought, a second.
    """

    def tally_of(under: Mapping[str, Any], names: Sequence[str]) -> tuple[Tally, bool]:
        return _counted(matches(under), names, known if under == filters else None)

    return tally_of


def _counted(sides: Sides, names: Sequence[str], known: int | None) -> tuple[Tally, bool]:
    """All matches where they are few enough, else the sample's; and whether it was all.

    What the planner expects only says what to try first; it is not asked where it is known.
    """
    expected = planner_estimate(sides[0]) if known is None else known
    sample = None
    if expected > MOST:
        sample, share = _sample(sides, names, expected)
        if is_surely_more(sample.tally.number, share, MOST):
            return sample.tally, False
    found = tallied(*sides, names)
    if not found.is_cut:
        return found.tally, True
    return (sample or _sample(sides, names, 2 * MOST)[0]).tally, False


def _sample(sides: Sides, names: Sequence[str], expected: int) -> tuple[Read, float]:
    """What the sample says where so many are expected, and which share of the catalogue it is."""
    parts = max(1, min(PARTS // 2, PARTS * SAMPLE // expected))
    while True:
        sample, share = tallied(*sides, names, parts=parts), parts / PARTS
        if not sample.is_cut:
            return sample, share
        # The planner expected far too few. A single part that is too large has no smaller one: nothing is said then.
        if parts == 1:
            return sample, share
        parts = max(1, parts * SAMPLE // MOST)
