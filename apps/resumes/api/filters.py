from __future__ import annotations

import django_filters

from apps.core.api.filters import FootholdFilterSet
from apps.resumes.models import Resume


class ResumeFilterSet(FootholdFilterSet):
    q = django_filters.CharFilter(field_name="title", lookup_expr="icontains", help_text="Part of the title.")
    origin = django_filters.ChoiceFilter(choices=Resume.Origin.choices)
    parent_id = django_filters.UUIDFilter(help_text="Tailored from this resume.")

    class Meta:
        model = Resume
        fields: tuple[str, ...] = ()
