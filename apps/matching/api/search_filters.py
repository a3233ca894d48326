"""The filters of `listVacancies` as an object of a body: read off `VacancyFilterSet`, which alone declares them."""

from __future__ import annotations

from typing import Any

from django import forms
from rest_framework import serializers

from apps.core.api.filters import FlagField
from apps.core.api.serializers import StrictSerializer
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.models import Vacancy

Field = serializers.Field[Any, Any, Any, Any]


def field_of(name: str) -> Field:
    """What a filter takes, as JSON. The more particular form fields first: most are a CharField too."""
    declared = VacancyFilterSet.base_filters[name]
    form = declared.field
    said: dict[str, Any] = {"required": False, "help_text": declared.extra.get("help_text") or ""}
    if isinstance(form, FlagField):
        return serializers.BooleanField(**said)
    if isinstance(form, forms.ChoiceField):
        return serializers.ChoiceField(choices=declared.extra["choices"], **said)
    if isinstance(form, forms.IntegerField):
        # Decimals are whole numbers to Django's forms.
        is_whole = not isinstance(form, forms.DecimalField | forms.FloatField)
        kind: Any = serializers.IntegerField if is_whole else serializers.FloatField
        number: Field = kind(**said, min_value=form.min_value, max_value=form.max_value)
        return number
    if isinstance(form, forms.DateTimeField):
        return serializers.DateTimeField(**said)
    if isinstance(form, forms.CharField):
        # As in a query string, an empty text is no filter; the form trims it.
        said |= {"allow_blank": form.min_length is None, "trim_whitespace": False}
        return serializers.CharField(min_length=form.min_length, max_length=form.max_length, **said)
    raise TypeError(f"{name}: no JSON is known for a {type(form).__name__}")


class VacancyFiltersSerializer(StrictSerializer):
    """The filters of `listVacancies`; all that are given hold at once."""

    def get_fields(self) -> dict[str, Field]:
        return {name: field_of(name) for name in VacancyFilterSet.base_filters}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The FilterSet has the last word: its form, and what it says of filters together."""
        asked = VacancyFilterSet(data=attrs, queryset=Vacancy.objects.none())
        if not asked.is_valid():
            raise serializers.ValidationError(
                {
                    name: [
                        serializers.ErrorDetail(" ".join(each.messages), code=each.code) for each in faults
                    ]
                    for name, faults in asked.form.errors.as_data().items()
                }
            )
        _ = asked.qs
        return attrs
