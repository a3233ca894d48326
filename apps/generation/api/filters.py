from __future__ import annotations

import django_filters
from django.db.models import Q, QuerySet

from apps.core.api.filters import FootholdFilterSet
from apps.generation.models import Generation

Rows = QuerySet[Generation]


class GenerationFilterSet(FootholdFilterSet):
    kind = django_filters.ChoiceFilter(choices=Generation.Kind.choices)
    status = django_filters.ChoiceFilter(choices=Generation.Status.choices)
    resume_id = django_filters.UUIDFilter(field_name="resume_version__resume_id")
    vacancy_id = django_filters.UUIDFilter(method="by_vacancy")

    class Meta:
        model = Generation
        fields: tuple[str, ...] = ()

    def by_vacancy(self, rows: Rows, name: str, value: object) -> Rows:
        return rows.filter(Q(vacancy_id=value) | Q(own_vacancy_id=value))
