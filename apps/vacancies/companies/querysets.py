"""Choosing companies: each choice holds for the catalogue's companies and for a workspace's marketplace clients."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from apps.vacancies.models import Company, MarketplaceClient, OwnVacancy, Vacancy
from apps.vacancies.models.posting import VacancyStatus

Rows = QuerySet[Any]


def catalogue() -> QuerySet[Company]:
    return Company.objects.all()


def clients(workspace_id: UUID) -> QuerySet[MarketplaceClient]:
    return MarketplaceClient.objects.filter(workspace_id=workspace_id)


def named_like(rows: Rows, words: str) -> Rows:
    """Companies by the folded name, which an index knows; clients, of which a workspace has few, by both of theirs."""
    if rows.model is Company:
        # Folding a name takes the sanitiser of texts: for who asks by name.
        from apps.vacancies.normalise.company import company_key

        return rows.filter(key__contains=company_key(words) or words.casefold())
    return rows.filter(Q(name__icontains=words) | Q(company_name__icontains=words))


def of_kind(rows: Rows, kind: str) -> Rows:
    if rows.model is Company:
        return rows.filter(kind=kind)
    return rows if kind == Company.Kind.CLIENT else rows.none()


def with_open(rows: Rows, *, present: bool) -> Rows:
    """Those with (or without) an open vacancy."""
    if rows.model is Company:
        found = Exists(open_vacancies().filter(company=OuterRef("pk")))
    else:
        found = Exists(OwnVacancy.objects.filter(client=OuterRef("pk"), status=VacancyStatus.OPEN))
    return rows.filter(found if present else ~found)


def open_vacancies() -> QuerySet[Vacancy]:
    """What counts as an open vacancy of a company: merged ones are another's."""
    return Vacancy.objects.filter(merged_into=None, status=VacancyStatus.OPEN)
