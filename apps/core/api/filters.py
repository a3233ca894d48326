"""Filters: declared with django-filter, so that the schema knows them; a bad value is a 400."""

from __future__ import annotations

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


class FootholdFilterSet(FilterSet):
    """Base of every FilterSet."""


class StrictFilterBackend(DjangoFilterBackend):
    """Unknown parameters are refused by the viewset; bad values here."""

    filterset_base = FootholdFilterSet
    raise_exception = True
