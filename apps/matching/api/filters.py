"""The filters of `listResumeMatches`: those of `listVacancies` that speak of open ones, and the least score."""

from __future__ import annotations

from typing import Any

import django_filters

from apps.vacancies.api.filters import Rows, VacancyFilterSet


class MatchFilterSet(VacancyFilterSet):
    # Only what is open can be matched. None is how django-filter takes an inherited filter away; its types know no such.
    status = None  # type: ignore[assignment]
    min_score = django_filters.NumberFilter(
        method="by_score", min_value=0, max_value=100, help_text="Only matches that score at least this."
    )

    def by_score(self, rows: Rows, name: str, value: Any) -> Rows:
        """Scores are no column: the listing leaves out what falls short."""
        return rows
