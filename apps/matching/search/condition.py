"""Which rows a question's results are, as a condition: what counts and facets look at, under whatever filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Q, QuerySet

from apps.core.db import among
from apps.matching.search.by_text import search_query
from apps.matching.search.ordering import Way
from apps.matching.search.scope import Scope
from apps.vacancies.models import OwnVacancy, Vacancy

if TYPE_CHECKING:
    from apps.matching.search.ranking import Ranking


@dataclass(frozen=True, slots=True)
class Condition:
    """What a question's results are, filters aside: what holds `text` ("": none does), and `others`. `is_everything`: nothing was
    asked, and all are results."""

    text: str
    others: tuple[UUID, ...]
    is_everything: bool = False

    def on(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        if self.is_everything:
            return rows
        held = among(self.others)
        return rows.filter(Q(search=search_query(self.text)) | held if self.text else held)


def condition_of(text: str, ranking: Ranking) -> Condition:
    """What meaning and occupations found is what they found under the search's own filters."""
    if not text:
        return Condition("", (), is_everything=True)
    if not ranking.is_about_work or ranking.mode == "semantic":
        return Condition("", tuple(each.pk for each in ranking.placed))
    return Condition(text, tuple(each.pk for each in ranking.placed if not each.ways & Way.TEXT))


def matches(
    scope: Scope, text: str, ranking: Ranking, filters: Mapping[str, Any]
) -> tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]:
    """The results as querysets, of the catalogue and of the workspace, under other `filters`: what facets count."""
    under = scope.under(filters)
    condition = condition_of(text, ranking)
    if under is scope and text and not ranking.has_tail:
        # All of them were ranked: what is known is not looked for.
        condition = Condition("", tuple(each.pk for each in ranking.placed))
    return condition.on(under.catalogue), condition.on(under.own)
