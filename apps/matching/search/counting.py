"""How many a question found: exact to a thousand, above it what the planner expects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Lookup, Q, QuerySet

from apps.core.api.listing import MergedListing
from apps.core.api.pagination import DEEPEST
from apps.matching.search.by_text import search_query
from apps.matching.search.ordering import Placed, Way
from apps.matching.search.ranking import Ranking
from apps.matching.search.scope import Scope
from apps.vacancies.models import OwnVacancy, Vacancy


class _Among(Lookup[bool]):
    """`id = ANY(array)`. Django's `pk__in` writes a thousand ids one by one, each time a query is made of it, and nothing
    at all of none."""

    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        column, params = self.process_lhs(compiler, connection)
        return f"{column} = ANY(%s::uuid[])", (*params, self.rhs)


@dataclass(frozen=True, slots=True)
class Count:
    count: int
    count_exact: bool


def count(scope: Scope, text: str, ranking: Ranking) -> Count:
    """All that paging would show."""
    if is_whole(ranking):
        return Count(len(ranking.placed), True)
    listing = MergedListing(matches(scope, text, ranking, scope.filters), "-listed_at")
    found = listing.count_up_to(DEEPEST + 1)
    if found <= DEEPEST:
        return Count(found, True)
    return Count(max(listing.estimate(), found), False)


def matches(
    scope: Scope, text: str, ranking: Ranking, filters: Mapping[str, Any]
) -> tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]:
    """The results as querysets, of the catalogue and of the workspace, under other `filters`: what facets count.

    What meaning and occupations found is what they found under the search's own filters.
    """
    under = scope.under(filters)
    if not text:
        return under.catalogue, under.own
    if not ranking.is_about_work or ranking.mode == "semantic" or (is_whole(ranking) and under is scope):
        condition = Q(_among(ranking.placed))
    else:
        others = [each for each in ranking.placed if Way.TEXT not in each.ways]
        condition = Q(search=search_query(text)) | Q(_among(others))
    return under.catalogue.filter(condition), under.own.filter(condition)


def is_whole(ranking: Ranking) -> bool:
    """Whether all that paging would show was ranked."""
    return not ranking.has_tail


def _among(placed: Iterable[Placed]) -> _Among:
    return _Among(F("pk"), [each.pk for each in placed])
