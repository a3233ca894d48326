"""How many a question found: exact where this host holds a snapshot, else to a thousand, and above it what the planner expects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from apps.core.api.listing import MergedListing
from apps.core.api.pagination import DEEPEST
from apps.matching.search.condition import condition_of, matches
from apps.matching.search.in_memory import InMemory, Matches
from apps.matching.search.ranking import Ranking, Search


@dataclass(frozen=True, slots=True)
class Count:
    count: int
    count_exact: bool


def count(search: Search, ranking: Ranking) -> Count:
    """All that paging would show."""
    if not ranking.has_tail:
        return Count(len(ranking.placed), True)
    matches = matches_of(search, ranking)
    found = in_memory(search, ranking, matches)
    if found is not None:
        return Count(found.count(), True)
    listing = MergedListing(matches(search.scope.filters), "-listed_at")
    number = listing.count_up_to(DEEPEST + 1)
    if number <= DEEPEST:
        return Count(number, True)
    return Count(max(listing.estimate(), number), False)


def matches_of(search: Search, ranking: Ranking) -> Matches:
    return partial(matches, search.scope, search.question.text, ranking)


def in_memory(search: Search, ranking: Ranking, matches: Matches) -> InMemory | None:
    """None where the database must be asked."""
    if search.held is None:
        return None
    return InMemory.of(search.held, condition_of(search.question.text, ranking), matches)
