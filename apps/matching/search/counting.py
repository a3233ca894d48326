"""How many a question found: exact to a thousand, above it what the planner expects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from apps.core.api.listing import MergedListing
from apps.core.api.pagination import DEEPEST
from apps.core.db import among
from apps.matching.search.by_text import search_query
from apps.matching.search.ordering import Way
from apps.matching.search.ranking import Ranking
from apps.matching.search.scope import Scope
from apps.vacancies.models import OwnVacancy, Vacancy


@dataclass(frozen=True, slots=True)
class Count:
    count: int
    count_exact: bool


def count(scope: Scope, text: str, ranking: Ranking) -> Count:
    """All that paging would show."""
    if not ranking.has_tail:
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
    if not ranking.is_about_work or ranking.mode == "semantic" or (under is scope and not ranking.has_tail):
        condition = among(each.pk for each in ranking.placed)
    else:
        others = [each.pk for each in ranking.placed if Way.TEXT not in each.ways]
        condition = Q(search=search_query(text)) | among(others)
    return under.catalogue.filter(condition), under.own.filter(condition)
