"""How many a question found: exact where this host holds a snapshot, else to a thousand, and above it what the planner expects."""

from __future__ import annotations

from dataclasses import dataclass

from apps.core.api.listing import MergedListing
from apps.core.api.pagination import DEEPEST
from apps.matching.search.in_memory import InMemory
from apps.matching.search.ranking import Ranking, Search
from apps.matching.search.results import results_of


@dataclass(frozen=True, slots=True)
class Count:
    count: int
    count_exact: bool


def count(search: Search, ranking: Ranking) -> Count:
    """All that paging would show."""
    if not ranking.has_tail:
        return Count(len(ranking.placed), True)
    results = results_of(search.scope, search.question.text, ranking)
    if search.held is not None:
        return Count(InMemory.of(search.held, results).count(), True)
    listing = MergedListing(results.sides(search.scope.filters), "-listed_at")
    number = listing.count_up_to(DEEPEST + 1)
    if number <= DEEPEST:
        return Count(number, True)
    return Count(max(listing.estimate(), number), False)
