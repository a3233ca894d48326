"""The filters of `listCompanies`; each holds for companies of the catalogue and for the workspace's clients alike."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet

from apps.core.api.filters import FlagFilter, FootholdFilterSet
from apps.core.models import BaseModel
from apps.vacancies.api.filters import TextFilter
from apps.vacancies.companies import querysets
from apps.vacancies.models import Company

Rows = QuerySet[Any]


class CompanyFilterSet(FootholdFilterSet):
    q = TextFilter(method="by_name", help_text="Part of the name, without its legal form.")
    kind = django_filters.ChoiceFilter(method="by_kind", choices=Company.Kind.choices)
    has_open = FlagFilter(method="by_open", help_text="With or without a vacancy that is open now.")

    # A client has no column for it.
    by_value = ("kind",)

    class Meta:
        model = BaseModel
        fields: tuple[str, ...] = ()

    def by_name(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.named_like(rows, value)

    def by_kind(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.of_kind(rows, value)

    def by_open(self, rows: Rows, name: str, value: bool) -> Rows:
        return querysets.with_open(rows, present=value)
