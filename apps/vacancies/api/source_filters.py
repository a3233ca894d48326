"""The filters of `listSources` and `listSourceRuns`; each holds for the catalogue and for the workspace's own rows."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone

from apps.core.api.filters import FlagFilter, FootholdFilterSet
from apps.vacancies.api.source_serializers import ORIGINS
from apps.vacancies.boards.health import HealthStatus, having
from apps.vacancies.models.sources import AbstractRun, AbstractSource, RunOutcome

Rows = QuerySet[Any]
_ORIGINS = [(origin, origin) for origin in ORIGINS]


class OriginFilter(django_filters.ChoiceFilter):
    """Which of the two tables: the view asks one or both."""

    def __init__(self) -> None:
        super().__init__(choices=_ORIGINS, method="by_origin", help_text="Members see their own only.")


class SourceFilterSet(FootholdFilterSet):
    origin = OriginFilter()
    kind = django_filters.CharFilter(max_length=32, help_text="As `greenhouse`.")
    is_enabled = FlagFilter()
    health = django_filters.ChoiceFilter(choices=HealthStatus.choices, method="by_health")

    class Meta:
        model = AbstractSource
        fields: tuple[str, ...] = ()

    def by_origin(self, rows: Rows, name: str, value: str) -> Rows:
        return rows

    def by_health(self, rows: Rows, name: str, value: str) -> Rows:
        return rows.filter(having(value, timezone.now()))


class SourceRunFilterSet(FootholdFilterSet):
    origin = OriginFilter()
    source = django_filters.UUIDFilter(field_name="source_id", help_text="The runs of one board.")
    outcome = django_filters.ChoiceFilter(choices=RunOutcome.choices)

    class Meta:
        model = AbstractRun
        fields: tuple[str, ...] = ()

    def by_origin(self, rows: Rows, name: str, value: str) -> Rows:
        return rows
