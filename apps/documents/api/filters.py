from __future__ import annotations

import django_filters

from apps.core.api.filters import FootholdFilterSet
from apps.documents.models import Document


class DocumentFilterSet(FootholdFilterSet):
    kind = django_filters.ChoiceFilter(choices=Document.Kind.choices)

    class Meta:
        model = Document
        fields: tuple[str, ...] = ()
