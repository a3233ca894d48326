"""Which rows a search may show: the filters of `listVacancies`, for the catalogue and for the workspace's own."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from apps.core.caller import Caller
from apps.core.errors import FieldError, ValidationFailed
from apps.core.reading import NotCompilable
from apps.core.reading.questions import Question, Shape, of_cleaned, question_of
from apps.vacancies import querysets
from apps.vacancies.api.filters import Rows, VacancyFilterSet
from apps.vacancies.models import OwnVacancy, Vacancy


@dataclass(frozen=True)
class Scope:
    """`filters` as `VacancyFilterSet` takes them; `moment`: what was written later is left out.

    Both querysets give rows as a list shows them. The filters are read once for both, and for all scopes that leave some of
    them out (`under`): reading them costs more than most queries.
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
        """The same with some of its filters left out."""
        if filters == self.filters:
            return self
        if not filters.items() <= self.filters.items():
            raise ValueError("a scope is narrowed by asking anew, not by `under`")
        fewer = replace(self, filters=filters)
        # What a cached property computes stands in the instance, frozen or not.
        vars(fewer)["question"] = _about(self.question, filters)
        return fewer

    @cached_property
    def read(self) -> Mapping[str, Any]:
        """The filters as their form reads them, by the form's own fields: they are made once, and a form each time."""
        question = self.question
        lists = {name: list(value) for name, value in question.shape.fixed if isinstance(value, tuple)}
        return {**question.values, **dict(question.shape.fixed), **lists}

    @cached_property
    def question(self) -> Question:
        """Which filters are given, and their values: as compiled queries take them (`core.reading`)."""
        question = question_of(VacancyFilterSet, self.filters)
        if question is None:
            asked = VacancyFilterSet(data=dict(self.filters), queryset=Vacancy.objects.none())
            if not asked.is_valid():
                raise _refused(asked)
            question = of_cleaned(VacancyFilterSet, asked.form.cleaned_data)
            if question is None:
                raise NotCompilable(f"a filter of {sorted(self.filters)} has a value that can't be bound")
        return question

    @cached_property
    def _asked(self) -> VacancyFilterSet:
        return VacancyFilterSet.of(self.read, Vacancy.objects.none())

    def _narrowed(self, rows: Rows) -> Rows:
        return narrowed(rows, self._asked, self.moment)


def narrowed(rows: Rows, asked: VacancyFilterSet, moment: datetime | None) -> Rows:
    """Those that the filters let through, written until `moment`."""
    kept: Rows = asked.filter_queryset(rows)
    return kept if moment is None else kept.filter(created_at__lte=moment)


def obeying(rows: QuerySet[Any], guard: str) -> QuerySet[Any]:
    """Rows that hold each demanded phrase and no excluded word (`Question.guard`)."""
    return querysets.with_text(rows, guard) if guard else rows


def _about(question: Question, names: Container[str]) -> Question:
    """The same about fewer filters."""
    shape = Shape(
        tuple([name for name in question.shape.placed if name in names]),
        tuple([each for each in question.shape.fixed if each[0] in names]),
    )
    return Question(shape, {name: question.values[name] for name in shape.placed})


def _refused(asked: VacancyFilterSet) -> ValidationFailed:
    faults = [
        FieldError(f"filters.{name}", str(fault.code or "invalid"), " ".join(fault.messages))
        for name, of_field in asked.form.errors.as_data().items()
        for fault in of_field
    ]
    return ValidationFailed(f"{faults[0].attr}: {faults[0].detail}", errors=faults)
