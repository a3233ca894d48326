"""Saved searches as clients see them, and what is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.api.fields import WordField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.core.reading import from_columns, from_page
from apps.vacancies.api.filter_serializers import VacancyFiltersSerializer
from apps.vacancies.models import SavedSearch
from apps.vacancies.models.saved_searches import digest_due
from apps.vacancies.saved_searches.selectors import MOST_NEW, new_counts


@cache
def _as_filters() -> VacancyFiltersSerializer:
    """Made once: it has a field for each of thirty filters."""
    return VacancyFiltersSerializer()


def _filters(stored: Mapping[str, str]) -> dict[str, Any]:
    return _as_filters().to_representation(stored)


class SavedSearchSerializer(StrictModelSerializer[SavedSearch]):
    """A question that is kept. `filters` are those of `listVacancies`, null where they are not asked for."""

    filters = serializers.SerializerMethodField()
    alert = serializers.ChoiceField(choices=SavedSearch.Alert.choices, read_only=True)
    next_digest_at = serializers.SerializerMethodField(
        help_text="When a digest is due next; null without one."
    )

    class Meta:
        model = SavedSearch
        fields: tuple[str, ...] = (
            "id", "name", "filters", "alert", "seen_at", "next_digest_at", "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = fields

    get_filters = extend_schema_field(VacancyFiltersSerializer)(from_columns("filters")(_filters))
    get_next_digest_at = extend_schema_field(serializers.DateTimeField(allow_null=True))(
        from_columns("alert", "due_at")(digest_due)
    )


class SavedSearchSummarySerializer(SavedSearchSerializer):
    """A saved search in a list, with how much is new to it."""

    new_count = serializers.SerializerMethodField(
        help_text=f"Vacancies that fit and came after `seen_at`; {MOST_NEW} stands for so many or more."
    )

    class Meta(SavedSearchSerializer.Meta):
        fields = (*SavedSearchSerializer.Meta.fields, "new_count")
        read_only_fields = fields

    @from_page("filters", "seen_at", make=new_counts)
    def get_new_count(self, search: SavedSearch) -> int:
        counts: dict[Any, int] = self.context["new_counts"]
        return counts[search.pk]


class WriteSavedSearchRequest(StrictSerializer):
    name = WordField(max_length=120)
    filters = VacancyFiltersSerializer(help_text="As `listVacancies` takes them; at least one of them.")
    alert = serializers.ChoiceField(
        choices=SavedSearch.Alert.choices,
        default=SavedSearch.Alert.OFF,
        help_text="`instant`: at once, but for quiet hours. `daily` and `weekly`: at eight in the morning, on Mondays; "
        "by the time zone and the quiet hours of `getPreferences`.",
    )


class UpdateSavedSearchRequest(WriteSavedSearchRequest):
    """Only what is given changes; `filters` are given as a whole."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "partial": True})


class MarkSavedSearchSeenRequest(StrictSerializer):
    at = serializers.DateTimeField(
        required=False, help_text="Until when it was looked at; left out: now. Never goes back."
    )
