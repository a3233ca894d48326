"""Reading vacancies: the catalogue and the workspace's own rows as one list, with the workspace's marks."""

from __future__ import annotations

import datetime
import heapq
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from apps.core.api.listing import QuerySetListing
from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.vacancies import querysets
from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark

AnyVacancy = Vacancy | OwnVacancy


class VacancyListing:
    """Two ordered lists merged: each side reads its own index, and only as far as the page reaches."""

    def __init__(self, catalogue: QuerySet[Vacancy], own: QuerySet[OwnVacancy], ordering: str) -> None:
        self.sides: list[QuerySetListing] = [
            QuerySetListing(catalogue, ordering),
            QuerySetListing(own, ordering),
        ]
        self.descending = ordering.startswith("-")

    def count_up_to(self, limit: int) -> int:
        return min(limit, sum(side.count_up_to(limit) for side in self.sides))

    def estimate(self) -> int:
        return sum(side.estimate() for side in self.sides)

    def page(self, offset: int, limit: int) -> Sequence[AnyVacancy]:
        return self._merged((side.page(0, offset + limit) for side in self.sides), offset, limit)

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[AnyVacancy]:
        return self._merged((side.after(position, limit) for side in self.sides), 0, limit)

    def position_of(self, row: AnyVacancy) -> tuple[Any, str]:
        return self.sides[0].position_of(row)

    def _merged(self, sides: Iterable[Sequence[AnyVacancy]], offset: int, limit: int) -> Sequence[AnyVacancy]:
        rows = heapq.merge(*sides, key=self._rank, reverse=self.descending)
        return list(rows)[offset : offset + limit]

    def _rank(self, row: AnyVacancy) -> tuple[Any, ...]:
        """A place in the order; rows without a value come last in both directions."""
        value = getattr(row, self.sides[0].field)
        has_value = value is not None
        return (has_value == self.descending, value if has_value else 0, row.pk)


def get_vacancy(*, vacancy_id: UUID, caller: Caller, lock_own: bool = False) -> AnyVacancy:
    """A vacancy of the caller's workspace, else of the catalogue. Raises NotFound."""
    own = OwnVacancy.objects.filter(workspace_id=caller.workspace_id, pk=vacancy_id).select_related("company")
    if lock_own:
        own = own.select_for_update(of=("self",))
    found: AnyVacancy | None = own.defer("search").first()
    if found is None:
        found = Vacancy.objects.select_related("company").defer("search").filter(pk=vacancy_id).first()
    if found is None:
        raise NotFound()
    return found


def marks_of(rows: Sequence[AnyVacancy], caller: Caller) -> dict[UUID, VacancyMark]:
    """The workspace's marks on these vacancies, by vacancy id: one query for a page."""
    ids = [row.pk for row in rows]
    marks = VacancyMark.objects.filter(workspace_id=caller.workspace_id)
    found: dict[UUID, VacancyMark] = {}
    for mark in marks.filter(vacancy_id__in=ids).union(marks.filter(own_vacancy_id__in=ids), all=True):
        found[(mark.vacancy_id or mark.own_vacancy_id)] = mark  # type: ignore[index]
    return found


def open_catalogue(since: datetime.datetime | None = None) -> QuerySet[Vacancy]:
    """Open vacancies of the catalogue, for those who read all of them (matching)."""
    rows = Vacancy.objects.filter(status="open")
    return rows.filter(listed_at__gte=since) if since else rows


__all__ = ["AnyVacancy", "VacancyListing", "get_vacancy", "marks_of", "open_catalogue", "querysets"]
