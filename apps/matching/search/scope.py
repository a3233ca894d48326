"""Which rows a search may show: the filters of `listVacancies`, for the catalogue and for the workspace's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from apps.core.caller import Caller
from apps.core.errors import FieldError, ValidationFailed
from apps.vacancies import querysets
from apps.vacancies.api.filters import Rows, VacancyFilterSet
from apps.vacancies.models import OwnVacancy, Vacancy


@dataclass(frozen=True)
class Scope:
    """`filters` as `VacancyFilterSet` takes them; `moment`: what was written later is left out.

    Both querysets give rows as a list shows them, and are built once: reading the filters costs more than most queries.
    """

    caller: Caller
    filters: Mapping[str, Any]
    moment: datetime | None = None

    @cached_property
    def catalogue(self) -> QuerySet[Vacancy]:
        return self._narrowed(querysets.catalogue())

    @cached_property
    def own(self) -> QuerySet[OwnVacancy]:
        return self._narrowed(querysets.own(self.caller.workspace_id))

    def under(self, filters: Mapping[str, Any]) -> Scope:
        """The same for other filters."""
        return self if filters == self.filters else replace(self, filters=filters)

    def _narrowed(self, rows: Rows) -> Rows:
        asked = VacancyFilterSet(data=dict(self.filters), queryset=rows)
        if not asked.is_valid():
            raise _refused(asked)
        narrowed: Rows = asked.qs
        return narrowed if self.moment is None else narrowed.filter(created_at__lte=self.moment)


def obeying(rows: QuerySet[Any], guard: str) -> QuerySet[Any]:
    """Rows that hold each demanded phrase and no excluded word (`Question.guard`)."""
    return querysets.with_text(rows, guard) if guard else rows


def _refused(asked: VacancyFilterSet) -> ValidationFailed:
    faults = [
        FieldError(f"filters.{name}", str(fault.code or "invalid"), " ".join(fault.messages))
        for name, of_field in asked.form.errors.as_data().items()
        for fault in of_field
    ]
    return ValidationFailed(f"{faults[0].attr}: {faults[0].detail}", errors=faults)
