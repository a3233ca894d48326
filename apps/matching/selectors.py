"""The best vacancies for a resume, in one total order: score, then newest, then id."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from apps.matching import candidates, facts
from apps.matching.keywords import Keyword, keywords_of
from apps.matching.scoring import Match, ResumeFacts, VacancyFacts, Wishes, score
from apps.vacancies import querysets
from apps.vacancies.models import OwnVacancy, Vacancy
from apps.vacancies.selectors import AnyVacancy


class Scored(NamedTuple):
    """A resume held against one vacancy."""

    match: Match
    found: tuple[Keyword, ...]
    missing: tuple[Keyword, ...]


class Ranked(NamedTuple):
    """Where a match stands. The list is sorted by these, the greatest first."""

    score: int
    listed_at: datetime
    pk: UUID


@dataclass(frozen=True, slots=True)
class VacancyMatch:
    """A vacancy and how it fits. `match` says why."""

    vacancy: AnyVacancy
    match: Match
    rank: Ranked


class MatchListing:
    """All candidates are scored for each page: a thousand take a tenth of a second, and only the page is explained."""

    def __init__(
        self,
        *,
        resume: ResumeFacts,
        catalogue: QuerySet[Vacancy],
        own: QuerySet[OwnVacancy],
        wishes: Wishes,
        least: Decimal,
    ) -> None:
        self.resume, self.wishes = resume, wishes
        found = [*candidates.of_catalogue(catalogue, resume), *candidates.of_workspace(own)]
        self.facts = facts.of_vacancies([(each.pk, each.updated_at) for each in found])
        ranked = (self._ranked(each) for each in found if each.pk in self.facts)
        self.ranks = sorted((rank for rank in ranked if rank.score >= least), reverse=True)

    def _ranked(self, each: candidates.Candidate) -> Ranked:
        match = score(self.resume, self.facts[each.pk], self.wishes, suggest=False)
        return Ranked(match.score, each.listed_at, each.pk)

    def count_up_to(self, limit: int) -> int:
        return min(limit, len(self.ranks))

    def estimate(self) -> int:
        return len(self.ranks)

    def page(self, offset: int, limit: int) -> Sequence[VacancyMatch]:
        return self._explained(self.ranks[offset : offset + limit])

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[VacancyMatch]:
        behind = (
            self.ranks if position is None else [rank for rank in self.ranks if rank < _rank_at(*position)]
        )
        return self._explained(behind[:limit])

    def position_of(self, row: VacancyMatch) -> tuple[Any, str]:
        return f"{row.rank.score} {row.rank.listed_at.isoformat()}", str(row.rank.pk)

    def _explained(self, ranks: Sequence[Ranked]) -> Sequence[VacancyMatch]:
        ids = [rank.pk for rank in ranks]
        rows: dict[UUID, AnyVacancy] = {row.pk: row for row in querysets.catalogue().filter(pk__in=ids)}
        own = (
            OwnVacancy.objects.filter(pk__in=ids)
            .select_related("company", "client")
            .defer(*querysets.UNSHOWN)
        )
        rows |= {row.pk: row for row in own}
        return [
            VacancyMatch(rows[rank.pk], score(self.resume, self.facts[rank.pk], self.wishes), rank)
            for rank in ranks
            if rank.pk in rows
        ]


def score_resume(*, resume: ResumeFacts, vacancy: VacancyFacts, wishes: Wishes) -> Scored:
    """The fit with one vacancy, and each skill it asks for, found or missing."""
    match = score(resume, vacancy, wishes)
    keywords = keywords_of(resume, vacancy, match)
    return Scored(
        match,
        found=tuple(keyword for keyword in keywords if keyword.is_found),
        missing=tuple(keyword for keyword in keywords if not keyword.is_found),
    )


def _rank_at(value: Any, pk: str) -> Ranked:
    """Raises ValueError for a position that is not ours."""
    points, _, listed_at = str(value).partition(" ")
    return Ranked(int(points), datetime.fromisoformat(listed_at), UUID(pk))
