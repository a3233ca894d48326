"""Filters: declared with django-filter, so that the schema knows them; a bad value is a 400."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django_filters import FilterSet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework.request import Request


class FootholdFilterSet(FilterSet):
    """Base of every FilterSet."""


class StrictFilterBackend(DjangoFilterBackend):
    """Unknown parameters are refused by the viewset; bad values here."""

    filterset_base = FootholdFilterSet
    raise_exception = True

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        filtered: QuerySet[Any] = super().filter_queryset(request, queryset, view)
        return filtered
