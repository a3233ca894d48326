"""Filters: declared with django-filter, so that the schema knows them; a bad value is a 400."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import django_filters
from django import forms
from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend

_FLAGS = {"true": True, "1": True, "false": False, "0": False}


class FlagField(forms.NullBooleanField):
    """`true` or `false`; the library's own takes any other word for no filter at all."""

    widget = forms.TextInput

    def clean(self, value: Any) -> bool | None:
        if value in self.empty_values:
            return None
        flag = _FLAGS.get(str(value).lower())
        if flag is None:
            raise forms.ValidationError("Say true or false.", code="invalid")
        return flag


class FlagFilter(django_filters.BooleanFilter):
    """A filter that is a yes or a no."""

    field_class = FlagField


# What an empty text is no value of.
_TYPED = (
    forms.BooleanField,
    forms.ChoiceField,
    forms.DateField,
    forms.DateTimeField,
    forms.IntegerField,
    forms.NullBooleanField,
    forms.UUIDField,
)


class FootholdFilterSet(FilterSet):
    """Base of every FilterSet. A parameter that is sent with nothing in it is a mistake, but for text."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        for name, field in self.form.fields.items():
            if (self.data or {}).get(name) == "" and isinstance(field, _TYPED):
                self._refuse(name, "Give a value, or leave it out.", "empty")
                valid = False
        return valid and self._moments_are_utc()

    def _moments_are_utc(self) -> bool:
        """Whatever its offset, a time is told to PostgreSQL in UTC: it knows no offset of 16 hours or more."""
        cleaned = self.form.cleaned_data
        for name, value in list(cleaned.items()):
            if isinstance(value, datetime) and value.tzinfo is not None:
                try:
                    cleaned[name] = value.astimezone(UTC)
                except OverflowError:
                    self._refuse(name, "No calendar reaches this time.", "invalid")
                    return False
        return True

    def _refuse(self, name: str, words: str, code: str) -> None:
        self.form.add_error(name, forms.ValidationError(words, code=code))


class StrictFilterBackend(DjangoFilterBackend):
    """Unknown parameters are refused by the viewset; bad values here."""

    filterset_base = FootholdFilterSet
    raise_exception = True
