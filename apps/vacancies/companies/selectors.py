"""Reading who hires: companies of the catalogue, and the workspace's own marketplace clients, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import CharField, Count, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from apps.core.api.listing import QuerySetListing
from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.vacancies import ghost
from apps.vacancies.companies import querysets
from apps.vacancies.companies.research import Opening, Research, research
from apps.vacancies.ghosts import MOST_POSTINGS
from apps.vacancies.models import Company, MarketplaceClient, MergeDecision, OwnVacancy, Vacancy
from apps.vacancies.models.posting import VacancyStatus

# Of a company with more, the newest: one read of its index, and no more memory than this takes.
MOST_OPENINGS: Final = 10_000
_COLUMNS: Final = ("id", "name", "kind", "logo_url", "website", "location")
_READ: Final = (
    "pk", "listed_at", "first_seen_at", "closed_at", "repost_count", "seniority", "remote", "countries", "skills",
    "salary_currency", "salary_year_min", "salary_year_max", "budget_type", "budget_min", "budget_max", "title",
    "application_deadline",
)  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Hirer:
    """A company or a client. `client` is the row of one, where the whole of it was asked for."""

    id: UUID
    name: str
    kind: str
    logo_url: str = ""
    website: str = ""
    location: str = ""
    open_vacancies: int = 0
    client: MarketplaceClient | None = None


class CompanyListing:
    """Two tables as one list in one order: PostgreSQL merges them, for only it knows how it sorts names."""

    def __init__(
        self, companies: QuerySet[Company], own: QuerySet[MarketplaceClient], ordering: str, caller: Caller
    ) -> None:
        self.sides: list[QuerySetListing] = [
            QuerySetListing(companies, ordering),
            QuerySetListing(own, ordering),
        ]
        self.sign = "-" if ordering.startswith("-") else ""
        self.caller = caller

    @property
    def compilable_sides(self) -> list[QuerySetListing]:
        """What `core.reading` compiles: each with the columns of the other, and its open vacancies counted."""
        said = Value("", output_field=CharField())
        own_rows = OwnVacancy.objects.filter(
            workspace_id=self.caller.workspace_id, client=OuterRef("pk"), status=VacancyStatus.OPEN
        )
        companies, clients = self.sides
        return [
            companies.having(
                location=said,
                open_vacancies=_counted(
                    querysets.open_vacancies().filter(company=OuterRef("pk")), "company_id"
                ),
            ),
            clients.having(
                kind=Value(Company.Kind.CLIENT, output_field=CharField()),
                logo_url=said,
                website=said,
                open_vacancies=_counted(own_rows, "client_id"),
            ),
        ]

    def count_up_to(self, limit: int) -> int:
        return min(limit, sum(side.count_up_to(limit) for side in self.sides))

    def estimate(self) -> int:
        return sum(side.estimate() for side in self.sides)

    def page(self, offset: int, limit: int) -> Sequence[Hirer]:
        return self._read([side.queryset for side in self.sides], offset, limit)

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Hirer]:
        return self._read([side.behind(position) for side in self.sides], 0, limit)

    def position_of(self, row: Hirer) -> tuple[Any, str]:
        return row.name, str(row.id)

    def _read(self, sides: list[QuerySet[Any]], offset: int, limit: int) -> Sequence[Hirer]:
        said = Value("", output_field=CharField())
        companies = sides[0].annotate(location=said).order_by().values_list(*_COLUMNS)
        own = sides[1].annotate(
            kind=Value(Company.Kind.CLIENT, output_field=CharField()), logo_url=said, website=said
        )
        rows = companies.union(own.order_by().values_list(*_COLUMNS), all=True)
        rows = rows.order_by(f"{self.sign}name", f"{self.sign}id")[offset : offset + limit]
        found = [Hirer(**dict(zip(_COLUMNS, row, strict=True))) for row in rows]
        open_now = open_counts([each.id for each in found], self.caller.workspace_id)
        for each in found:
            each.open_vacancies = open_now.get(each.id, 0)
        return found


def _counted(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many of `rows`, which name what they belong to in the column `by`."""
    counted = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())


def open_counts(ids: Sequence[UUID], workspace_id: UUID) -> dict[UUID, int]:
    """Open vacancies by company or client: two queries, by their indexes."""
    catalogue_rows = querysets.open_vacancies().filter(company_id__in=ids)
    own_rows = OwnVacancy.objects.filter(
        workspace_id=workspace_id, client_id__in=ids, status=VacancyStatus.OPEN
    )
    counted = [
        *catalogue_rows.values_list("company_id").annotate(Count("pk")),
        *own_rows.values_list("client_id").annotate(Count("pk")),
    ]
    return dict(counted)


def get_hirer(*, company_id: UUID, caller: Caller) -> Hirer:
    """A client of the caller's workspace, else a company of the catalogue. Raises NotFound."""
    client = querysets.clients(caller.workspace_id).filter(pk=company_id).first()
    if client is not None:
        found = Hirer(
            id=client.pk,
            name=client.name,
            kind=Company.Kind.CLIENT,
            location=client.location,
            client=client,
        )
    else:
        company = querysets.catalogue().filter(pk=company_id).first()
        if company is None:
            raise NotFound()
        found = Hirer(**{name: getattr(company, name) for name in _COLUMNS if name != "location"})
    found.open_vacancies = open_counts([found.id], caller.workspace_id).get(found.id, 0)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyResearch:
    """What is known of how a company hires. Not `is_complete`: only its newest postings were read."""

    hirer: Hirer
    figures: Research
    is_complete: bool


def get_research(*, company_id: UUID, caller: Caller) -> CompanyResearch:
    """From our own rows of one company: four queries, however many postings there are. Raises NotFound."""
    hirer = get_hirer(company_id=company_id, caller=caller)
    now = timezone.now()
    rows: list[dict[str, Any]]
    if hirer.client is not None:
        own = OwnVacancy.objects.filter(workspace_id=caller.workspace_id, client_id=hirer.id)
        rows = list(own.order_by("-listed_at").values(*_READ)[: MOST_OPENINGS + 1])
        evergreen: set[UUID] = set()
    else:
        listed = Vacancy.objects.filter(company_id=hirer.id, merged_into=None)
        rows = list(listed.order_by("-listed_at").values(*_READ, "content_changed_at")[: MOST_OPENINGS + 1])
        evergreen = set(
            MergeDecision.objects.filter(
                vacancy__company_id=hirer.id,
                kind=MergeDecision.Kind.EVERGREEN,
                state=MergeDecision.State.APPLIED,
            ).values_list("vacancy_id", flat=True)
        )
    is_complete = len(rows) <= MOST_OPENINGS
    rows = rows[:MOST_OPENINGS]
    newest = rows[:MOST_POSTINGS]
    reposts = sum(row["repost_count"] > 0 for row in newest) / len(newest) if newest else 0.0
    openings = [_opening(row, _facts(row, row["pk"] in evergreen, len(newest), reposts), now) for row in rows]
    return CompanyResearch(hirer=hirer, figures=research(openings, now), is_complete=is_complete)


def _opening(row: dict[str, Any], facts: ghost.Facts, now: datetime) -> Opening:
    return Opening(
        listed_at=row["listed_at"],
        first_seen_at=row["first_seen_at"],
        closed_at=row["closed_at"],
        repost_count=row["repost_count"],
        seniority=row["seniority"],
        remote=row["remote"],
        countries=tuple(row["countries"]),
        skills=tuple(row["skills"]),
        currency=row["salary_currency"],
        pay_min=row["salary_year_min"],
        pay_max=row["salary_year_max"],
        budget_type=row["budget_type"],
        budget_min=row["budget_min"],
        budget_max=row["budget_max"],
        signal=facts,
    )


def _facts(row: dict[str, Any], is_evergreen: bool, postings: int, reposts: float) -> ghost.Facts:
    """As `ghosts.signal_of`, without the text: it would be read for every posting, and seldom says anything."""
    return ghost.Facts(
        is_open=row["closed_at"] is None,
        listed_at=row["listed_at"],
        changed_at=row.get("content_changed_at"),
        repost_count=row["repost_count"],
        is_evergreen=is_evergreen,
        company_postings=postings,
        company_reposts=reposts,
        deadline=row["application_deadline"],
        has_pay=row["salary_year_min"] is not None or row["salary_year_max"] is not None,
        title=row["title"],
    )
