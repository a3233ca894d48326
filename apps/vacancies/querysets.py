"""Choosing vacancies: filters that hold for the catalogue and for a workspace's own rows alike."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TypeVar, cast
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, F, FilteredRelation, Model, OuterRef, Q, QuerySet

from apps.core.db.lookups import ILike
from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark
from apps.vacancies.models.posting import UNSAID, AbstractVacancy, Remote
from apps.vacancies.normalise.gazetteer import scopes_around

V = TypeVar("V", bound=AbstractVacancy)
M = TypeVar("M", bound=Model)

# What a list shows of a row; the long texts stay in the table.
UNSHOWN = ("search", "description_html", "description_text", "requirements")


def catalogue() -> QuerySet[Vacancy]:
    return Vacancy.objects.select_related("company").defer(*UNSHOWN, "field_sources", "content_hash")


def own(workspace_id: UUID) -> QuerySet[OwnVacancy]:
    return (
        OwnVacancy.objects.filter(workspace_id=workspace_id)
        .select_related("company", "client")
        .defer(*UNSHOWN)
    )


def listed(rows: QuerySet[V]) -> QuerySet[V]:
    """Without what was merged into another vacancy: that one stands for both."""
    return rows.filter(merged_into=None) if rows.model is Vacancy else rows


def with_text(rows: QuerySet[V], query: str) -> QuerySet[V]:
    """Web-search syntax: quotes, `-`, `or`."""
    return rows.filter(search=SearchQuery(query, search_type="websearch", config="english"))


def with_all_skills(rows: QuerySet[V], slugs: list[str]) -> QuerySet[V]:
    return rows.filter(skills__contains=slugs)


def with_any_skill(rows: QuerySet[V], slugs: list[str]) -> QuerySet[V]:
    return rows.filter(skills__overlap=slugs)


def company_like(rows: QuerySet[V], pattern: str) -> QuerySet[V]:
    """`pattern` as ILIKE takes it."""
    return rows.filter(ILike(F("company_name"), pattern))


def place_like(rows: QuerySet[V], pattern: str) -> QuerySet[V]:
    return rows.filter(ILike(F("location_text"), pattern))


def in_countries(rows: QuerySet[V], codes: list[str]) -> QuerySet[V]:
    """Those with a place in every one of them."""
    return rows.filter(countries__contains=codes)


def scopes_of(country: str) -> list[str]:
    """What a remote vacancy that may be done from this country (ISO 3166-1 alpha-2) says of it; or it says nothing."""
    return [*scopes_around(country), UNSAID]


def remote_within(rows: QuerySet[V], scopes: list[str]) -> QuerySet[V]:
    """Remote ones that name one of these scopes. That they name any says which index is meant."""
    return rows.filter(remote=Remote.REMOTE, remote_scopes__overlap=scopes).exclude(remote_scopes=[])


def paying_from(rows: QuerySet[V], amount: Decimal) -> QuerySet[V]:
    """The most it pays in a year reaches `amount`. A posting that says nothing of pay is not known to."""
    return rows.filter(salary_year_max__gte=amount)


def paying_up_to(rows: QuerySet[V], amount: Decimal) -> QuerySet[V]:
    return rows.filter(salary_year_min__lte=amount)


def spending_from(rows: QuerySet[V], amount: Decimal) -> QuerySet[V]:
    """The most the budget allows reaches `amount`; of a budget with one bound, that bound. None said, none known."""
    return rows.filter(Q(budget_max__gte=amount) | Q(budget_max=None, budget_min__gte=amount))


def spending_up_to(rows: QuerySet[V], amount: Decimal) -> QuerySet[V]:
    return rows.filter(Q(budget_min__lte=amount) | Q(budget_min=None, budget_max__lte=amount))


def posted_between(
    rows: QuerySet[V], after: datetime | None = None, before: datetime | None = None
) -> QuerySet[V]:
    if after is not None:
        rows = rows.filter(listed_at__gte=after)
    return rows.filter(listed_at__lt=before) if before is not None else rows


def marked(rows: QuerySet[V], condition: Q, *, present: bool = True) -> QuerySet[V]:
    """Rows that the caller's workspace has (or has not) marked so; the policy keeps other workspaces' marks away."""
    link = "vacancy" if rows.model is Vacancy else "own_vacancy"
    found = Exists(VacancyMark.objects.filter(condition, **{link: OuterRef("pk")}))
    return rows.filter(found if present else ~found)


def with_mark(rows: QuerySet[M], workspace_id: UUID, vacancy: str = "") -> QuerySet[M]:
    """`marked` names the workspace's mark on each, in `values_list`; where it is not named, nothing is read.

    `vacancy` is the foreign key to the vacancy, of rows that are none themselves.
    """
    marks = f"{vacancy}__marks" if vacancy else "marks"
    condition = Q(**{f"{marks}__workspace_id": workspace_id})
    return cast(QuerySet[M], rows.annotate(marked=FilteredRelation(marks, condition=condition)))


def not_hidden(rows: QuerySet[V]) -> QuerySet[V]:
    return marked(rows, Q(hidden_at__isnull=False), present=False)
