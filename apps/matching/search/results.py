"""What a question's results are, filters aside, and these under whatever filters: what counts and facets look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from apps.core.db import among
from apps.matching.search.ordering import Way
from apps.matching.search.scope import Scope
from apps.matching.search.text_statements import search_query
from apps.vacancies.models import OwnVacancy, Vacancy

if TYPE_CHECKING:
    from apps.matching.search.ranking import Ranking


@dataclass(frozen=True, slots=True)
class Condition:
    """What holds `text` ("": nothing does), and `others`. `is_everything`: nothing was asked, and all are results."""

    text: str
    others: tuple[UUID, ...]
    is_everything: bool = False

    def on(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.is_everything:
            return rows
        held = among(self.others)
        return rows.filter(Q(search=search_query(self.text)) | held if self.text else held)


@dataclass(frozen=True, slots=True)
class Results:
    """Results as querysets, of the catalogue and of the workspace. `known`: under the scope's own filters it is these."""

    scope: Scope
    condition: Condition
    known: Condition | None = None

    def catalogue(self, filters: Mapping[str, Any]) -> QuerySet[Vacancy]:
        return self._under(filters).on(self.scope.under(filters).catalogue)

    def own(self, filters: Mapping[str, Any]) -> QuerySet[OwnVacancy]:
        return self._under(filters).on(self.scope.under(filters).own)

    def sides(self, filters: Mapping[str, Any]) -> tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]:
        return self.catalogue(filters), self.own(filters)

    def _under(self, filters: Mapping[str, Any]) -> Condition:
        return self.known if self.known is not None and filters == self.scope.filters else self.condition


def results_of(scope: Scope, text: str, ranking: Ranking) -> Results:
    """What meaning and occupations found is what they found under the search's own filters."""
    if not text:
        return Results(scope, Condition("", (), is_everything=True))
    all_ranked = Condition("", tuple([each.pk for each in ranking.placed]))
    if not ranking.is_about_work or ranking.mode == "semantic":
        return Results(scope, all_ranked)
    # As whole numbers: what Python makes of flags takes ten times as long.
    others = [each.pk for each in ranking.placed if not int.__and__(each.ways, Way.TEXT)]
    # All of them were ranked: what is known is not looked for.
    return Results(scope, Condition(text, tuple(others)), None if ranking.has_tail else all_ranked)
