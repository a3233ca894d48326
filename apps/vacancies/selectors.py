"""Reading vacancies: the catalogue and the workspace's own rows as one list, with the workspace's marks."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from apps.core.api.listing import MergedListing
from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.vacancies import querysets
from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark

AnyVacancy = Vacancy | OwnVacancy


class VacancyListing(MergedListing):
    """The catalogue's and the workspace's own as one list."""

    def __init__(self, catalogue: QuerySet[Vacancy], own: QuerySet[OwnVacancy], ordering: str) -> None:
        super().__init__((catalogue, own), ordering)


def get_vacancy(*, vacancy_id: UUID, caller: Caller, lock_own: bool = False) -> AnyVacancy:
    """A vacancy of the caller's workspace, else of the catalogue. Raises NotFound."""
    own = OwnVacancy.objects.filter(workspace_id=caller.workspace_id, pk=vacancy_id)
    own = own.select_related("company", "client")
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
    rows = querysets.listed(Vacancy.objects.filter(status="open"))
    return rows.filter(listed_at__gte=since) if since else rows


__all__ = ["AnyVacancy", "VacancyListing", "get_vacancy", "marks_of", "open_catalogue", "querysets"]
