"""Filters: declared with django-filter, so that the schema knows them; a bad value is a 400."""

from __future__ import annotations

from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend


class FootholdFilterSet(FilterSet):
    """Base of every FilterSet."""


class StrictFilterBackend(DjangoFilterBackend):
    """Unknown parameters are refused by the viewset; bad values here."""

    filterset_base = FootholdFilterSet
    raise_exception = True
