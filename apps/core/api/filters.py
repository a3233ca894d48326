"""Filters: declared with django-filter, so that the schema knows them; a bad value is a 400."""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, ClassVar, Self, cast

import django_filters
from django import forms
from django.db.models import Model, QuerySet
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


def in_utc(value: Any) -> Any:
    """A time whatever its offset in UTC: PostgreSQL knows no offset of 16 hours or more. Raises OverflowError."""
    return value.astimezone(UTC) if isinstance(value, datetime) and value.tzinfo is not None else value


class FootholdFilterSet(FilterSet):
    """Base of every FilterSet. A parameter that is sent with nothing in it is a mistake, but for text.

    A filter's method puts its value into the query and does not look at it: what is to be made of the value, its form
    field makes. Those that must look are named in `by_value`; each of their values is then compiled by itself.
    """

    by_value: ClassVar[tuple[str, ...]] = ()
    # Filters with an index of their own whose values may be rare: what they find is counted before it is read, for the
    # best way to a page depends on how many there are (`core.reading.compiled`).
    looked_up: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def of(cls, cleaned: Mapping[str, Any], queryset: QuerySet[Any]) -> Self:
        """A FilterSet whose values were cleaned elsewhere; what is not given is no filter."""
        made = cls.__new__(cls)
        # As `__init__`, but for the copy of every filter down to its choices, which took longer than to filter.
        made.is_bound, made.data, made.queryset = True, {}, queryset
        made.request, made.form_prefix = None, None
        filters = ((name, _of(made, queryset.model, one)) for name, one in cls.base_filters.items())
        made.filters = OrderedDict(filters)
        made.__dict__["_form"] = SimpleNamespace(
            cleaned_data={name: cleaned.get(name) for name in cls.base_filters}
        )
        return made

    @classmethod
    def check(cls, cleaned: Mapping[str, Any]) -> None:
        """What holds between several parameters. Raises Django's ValidationError, by parameter."""

    def is_valid(self) -> bool:
        valid = super().is_valid()
        for name, field in self.form.fields.items():
            if (self.data or {}).get(name) == "" and isinstance(field, _TYPED):
                self._refuse(name, "Give a value, or leave it out.", "empty")
                valid = False
        return valid and self._moments_are_utc() and self._belong_together()

    def _belong_together(self) -> bool:
        try:
            self.check(self.form.cleaned_data)
        except forms.ValidationError as fault:
            self.form.add_error(None, fault)
            return False
        return True

    def _moments_are_utc(self) -> bool:
        """Every time is told to PostgreSQL in UTC."""
        cleaned = self.form.cleaned_data
        for name, value in list(cleaned.items()):
            try:
                cleaned[name] = in_utc(value)
            except OverflowError:
                self._refuse(name, "No calendar reaches this time.", "invalid")
                return False
        return True

    def _refuse(self, name: str, words: str, code: str) -> None:
        self.form.add_error(name, forms.ValidationError(words, code=code))


def _of(filterset: FilterSet, model: type[Model], declared: django_filters.Filter) -> django_filters.Filter:
    """The same filter, of this FilterSet."""
    own = copy.copy(declared)
    vars(own).update(parent=filterset, model=model)
    if own.method is not None:
        # Set anew, it is looked for on its own FilterSet.
        own.method = declared.method
    return own


class StrictFilterBackend(DjangoFilterBackend):
    """Unknown parameters are refused by the viewset; bad values here."""

    filterset_base = FootholdFilterSet
    raise_exception = True

    def filter_queryset(self, request: Any, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        # A request that a list is compiled for (`core.reading`) brings places for values that are clean already.
        cleaned = getattr(request, "cleaned_filters", None)
        filterset = self.get_filterset_class(view, queryset)
        if cleaned is not None and filterset is not None:
            placed: QuerySet[Any] = (
                cast(type[FootholdFilterSet], filterset).of(cleaned, queryset).filter_queryset(queryset)
            )
            return placed
        filtered: QuerySet[Any] = super().filter_queryset(request, queryset, view)
        return filtered
