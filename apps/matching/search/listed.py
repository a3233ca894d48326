"""Vacancies as `listVacancies` shows them, under a search's filters: by SQL that is compiled once for each shape of
filters (`core.reading`), without an instance or a serializer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q, QuerySet

from apps.core.api.listing import QuerySetListing
from apps.core.db.lookups import IsAny
from apps.core.reading.compiled import SHAPES, CompiledList
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.plan import Plan, plan_of
from apps.core.reading.questions import Shape
from apps.core.reading.statements import Statement, rows_of
from apps.matching.search.scope import Scope
from apps.vacancies import querysets
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.api.serializers import VacancySummarySerializer
from apps.vacancies.models import Vacancy

_ORDER = "-listed_at"


class Listed(NamedTuple):
    """A vacancy of the catalogue or of the workspace. `columns` are what `shown` makes an object of the API from."""

    pk: UUID
    listed_at: datetime
    updated_at: datetime
    columns: tuple[Any, ...]

    @property
    def shown(self) -> dict[str, Any]:
        """As `VacancySummarySerializer` writes it, for `core.api.renderers.to_json`."""
        return _columns().build(self.columns)


def among(scope: Scope, pks: Sequence[UUID]) -> dict[UUID, Listed]:
    """Those of `pks` that the scope lets through. One query."""
    statement = _compiled(scope.question.shape, _Parts(wanted=True, moment=scope.moment is not None)).gathered
    return {row.pk: row for row in _read(statement, scope, wanted=list(pks))}


def newest(
    scope: Scope, text: str, passed: Sequence[UUID], behind: tuple[datetime, UUID] | None, most: int
) -> list[Listed]:
    """At most `most` behind a place in the order of dates (None: from its start) that hold `text`, "" for whatever they
    hold, and are none of `passed`. One query."""
    parts = _Parts(text=bool(text), passed=bool(passed), moment=scope.moment is not None)
    listing = _compiled(scope.question.shape, parts)
    values: dict[str, Any] = {"text": text, "passed": list(passed), "limit": most, "offset": 0, "reach": most}
    if behind is not None:
        values |= {"cursor_value": behind[0], "cursor_id": behind[1]}
    return _read(listing.reading("value" if behind else "page"), scope, **values)


class _Parts(NamedTuple):
    """What a query asks beside the filters."""

    wanted: bool = False
    text: bool = False
    passed: bool = False
    moment: bool = False


class _Columns:
    """The plan of a row: the same for whatever is asked."""

    def __init__(self) -> None:
        workspace_id: Any = Placeholder("workspace_id")
        plan = plan_of(
            VacancySummarySerializer(), [QuerySetListing(each, _ORDER) for each in _sides(workspace_id)]
        )
        self.plan: Plan = plan
        self.pk, self.listed_at, self.updated_at = map(plan.place_of, ("id", "listed_at", "updated_at"))
        self.build = plan.builder()


_columns = cache(_Columns)


def _sides(workspace_id: UUID) -> list[QuerySet[Any]]:
    sides: list[QuerySet[Any]] = [querysets.catalogue(), querysets.own(workspace_id)]
    return [querysets.with_mark(rows, workspace_id) for rows in sides]


@lru_cache(maxsize=SHAPES)
def _compiled(shape: Shape, parts: _Parts) -> CompiledList:
    given = {name: Placeholder(name) for name in shape.placed} | dict(shape.fixed)
    filters = VacancyFilterSet.of(given, Vacancy.objects.none())
    workspace_id: Any = Placeholder("workspace_id")
    sides = [
        QuerySetListing(_narrowed(filters.filter_queryset(rows), parts), _ORDER)
        for rows in _sides(workspace_id)
    ]
    return CompiledList(sides, _columns().plan, prepared=not shape.placed and not parts.text)


def _narrowed(rows: QuerySet[Any], parts: _Parts) -> QuerySet[Any]:
    if parts.wanted:
        rows = rows.filter(Q(IsAny(F("pk"), Placeholder("wanted"))))
    if parts.text:
        text: Any = Placeholder("text")
        rows = querysets.with_text(rows, text)
    if parts.passed:
        rows = rows.exclude(Q(IsAny(F("pk"), Placeholder("passed"))))
    return rows.filter(created_at__lte=Placeholder("moment")) if parts.moment else rows


def _read(statement: Statement, scope: Scope, **values: Any) -> list[Listed]:
    at = _columns()
    bound: Mapping[str, Any] = {
        **scope.question.values,
        **values,
        "workspace_id": scope.caller.workspace_id,
        "moment": scope.moment,
    }
    return [
        Listed(row[at.pk], row[at.listed_at], row[at.updated_at], row) for row in rows_of(statement, bound)
    ]
