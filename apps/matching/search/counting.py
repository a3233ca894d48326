"""How many a question found: exact where this host holds a snapshot, else to a thousand, and above it what the planner expects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from apps.core.api.listing import MergedListing
from apps.core.api.pagination import DEEPEST
from apps.matching.search import in_memory
from apps.matching.search.condition import condition_of, matches
from apps.matching.search.in_memory import InMemory
from apps.matching.search.ranking import Ranking
from apps.matching.search.scope import Scope


@dataclass(frozen=True, slots=True)
class Count:
    count: int
    count_exact: bool


def count(scope: Scope, text: str, ranking: Ranking) -> Count:
    """All that paging would show."""
    if not ranking.has_tail:
        return Count(len(ranking.placed), True)
    held = held_in_memory(scope, text, ranking)
    if held is not None:
        return Count(held.count(), True)
    listing = MergedListing(matches(scope, text, ranking, scope.filters), "-listed_at")
    found = listing.count_up_to(DEEPEST + 1)
    if found <= DEEPEST:
        return Count(found, True)
    return Count(max(listing.estimate(), found), False)


def held_in_memory(scope: Scope, text: str, ranking: Ranking) -> InMemory | None:
    """None where the database must be asked."""
    return in_memory.of(scope, condition_of(text, ranking), partial(matches, scope, text, ranking))
