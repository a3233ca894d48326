from __future__ import annotations

import django_filters

from apps.core.api.filters import FootholdFilterSet
from apps.jobs.models import Status, Task


class TaskFilterSet(FootholdFilterSet):
    status = django_filters.ChoiceFilter(choices=Status.choices)
    kind = django_filters.CharFilter()

    class Meta:
        model = Task
        fields: tuple[str, ...] = ()
