"""The filters of `listVacancies` as a JSON object: a component derived from `VacancyFilterSet`, which says what each is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms
from rest_framework import serializers

from apps.core.api.filters import FlagField
from apps.core.api.serializers import StrictSerializer
from apps.core.reading.questions import question_of
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.models import Vacancy

# As a query string would have them: {name: text}.
Parameters = dict[str, str]


def _field(field: forms.Field) -> serializers.Field[Any, Any, Any, Any]:
    """The JSON value of one filter. Null is as good as left out, and so is an empty text."""
    common: dict[str, Any] = {
        "required": False,
        "allow_null": True,
        "default": None,
        "help_text": str(field.help_text or "") or None,
    }
    if isinstance(field, FlagField):
        return serializers.BooleanField(**common)
    if isinstance(field, forms.ChoiceField):
        return serializers.ChoiceField(_choices(field), **common)
    if isinstance(field, forms.DecimalField):
        bounds: dict[str, Any] = {"min_value": field.min_value, "max_value": field.max_value}
        return serializers.DecimalField(
            max_digits=13, decimal_places=2, coerce_to_string=False, **bounds, **common
        )
    if isinstance(field, forms.IntegerField):
        bounds = {"min_value": field.min_value, "max_value": field.max_value}
        return serializers.IntegerField(**bounds, **common)
    if isinstance(field, forms.DateTimeField):
        return serializers.DateTimeField(**common)
    lengths: dict[str, Any] = {
        name: getattr(field, name)
        for name in ("min_length", "max_length")
        if getattr(field, name, None) is not None
    }
    return serializers.CharField(allow_blank="min_length" not in lengths, **lengths, **common)


def _choices(field: forms.ChoiceField) -> list[tuple[str, str]]:
    """Without the empty one, which a query string has and JSON has not."""
    pairs: Any = field.choices
    return [(str(key), str(name)) for key, name in pairs if key]


class VacancyFiltersSerializer(StrictSerializer):
    """What `listVacancies` takes, all of it combinable: `q`, skills, places, pay and the rest. Null: not asked for."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        found = {}
        for name, declared in VacancyFilterSet.base_filters.items():
            field = _field(declared.field)
            if declared.extra.get("help_text"):
                field.help_text = str(declared.extra["help_text"])
            found[name] = field
        return found

    def validate(self, attrs: dict[str, Any]) -> Parameters:
        """The parameters that are said, as the FilterSet takes them. What it refuses is refused here, by its words."""
        given = parameters(attrs)
        # The fields of its form are made once; where these find something wrong, a form of its own says what.
        if question_of(VacancyFilterSet, given) is not None:
            return given
        filterset = VacancyFilterSet(data=given, queryset=Vacancy.objects.none())
        if not filterset.is_valid():
            raise serializers.ValidationError(
                {
                    name: [
                        serializers.ErrorDetail(str(text), code=str(fault.code or "invalid"))
                        for fault in faults.as_data()
                        for text in fault.messages
                    ]
                    for name, faults in filterset.form.errors.items()
                }
            )
        _ = filterset.qs  # Raises for filters that contradict each other.
        return given

    def to_representation(self, instance: Mapping[str, Any]) -> dict[str, Any]:
        """Every filter, null where it is not asked for."""
        return {
            name: field.to_representation(instance[name]) if instance.get(name) not in (None, "") else None
            for name, field in self.fields.items()
        }


def parameters(said: Mapping[str, Any]) -> Parameters:
    """JSON values as the text of a query string; what is null or empty is left out."""
    return {name: _text(value) for name, value in said.items() if value is not None and value != ""}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return format(value, "f") if isinstance(value, Decimal) else str(value)
