"""The filters of `listApplications`."""

from __future__ import annotations

from uuid import UUID

import django_filters
from django.db.models import F, QuerySet

from apps.applications import querysets, workflow
from apps.applications.models import Application
from apps.core.api.filters import FootholdFilterSet
from apps.core.db.lookups import IsAny


class AnyOfFilter(django_filters.BaseInFilter, django_filters.ChoiceFilter):
    """A comma list of choices."""


class ApplicationFilterSet(FootholdFilterSet):
    state = AnyOfFilter(method="by_state", choices=workflow.CHOICES, help_text="Comma list; any of them.")
    vacancy_id = django_filters.UUIDFilter(method="by_vacancy")
    q = django_filters.CharFilter(
        method="by_name", max_length=200, help_text="Words that all stand in the title or the company's name."
    )

    class Meta:
        model = Application
        fields: tuple[str, ...] = ()

    def by_state(self, rows: QuerySet[Application], name: str, value: list[str]) -> QuerySet[Application]:
        return rows.filter(IsAny(F("state"), value))

    def by_vacancy(self, rows: QuerySet[Application], name: str, value: UUID) -> QuerySet[Application]:
        return querysets.for_vacancy(rows, value)

    def by_name(self, rows: QuerySet[Application], name: str, value: str) -> QuerySet[Application]:
        return querysets.named(rows, value)
