"""The filters of `listSavedSearches`."""

from __future__ import annotations

import django_filters

from apps.core.api.filters import FootholdFilterSet
from apps.vacancies.models import SavedSearch


class SavedSearchFilterSet(FootholdFilterSet):
    alert = django_filters.ChoiceFilter(choices=SavedSearch.Alert.choices)

    class Meta:
        model = SavedSearch
        fields: tuple[str, ...] = ()
