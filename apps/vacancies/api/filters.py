"""The filters of `listVacancies`; each holds for the catalogue and for the workspace's own rows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from rest_framework.exceptions import ValidationError

from apps.core.api.filters import FlagFilter, FootholdFilterSet
from apps.vacancies import lexicon, querysets
from apps.vacancies.api.serializers import JOB_FUNCTION_CHOICES
from apps.vacancies.models.posting import AbstractVacancy, EmploymentType, Remote, Seniority, VacancyStatus

Rows = QuerySet[Any]


def skill_slugs(text: str) -> list[str]:
    """A comma list of skill names, aliases or slugs as slugs; an unknown one stays as it is, and finds nothing."""
    found = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        skill = lexicon.resolve(word) or lexicon.get(word)
        found.append(skill.slug if skill else word.lower())
    return found


class TextField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=200, **kwargs)


class TextFilter(django_filters.CharFilter):
    field_class = TextField


class WholeNumberFilter(django_filters.NumberFilter):
    field_class: Any = forms.IntegerField


class VacancyFilterSet(FootholdFilterSet):
    q = TextFilter(method="by_text", help_text="Web-search syntax: quotes, `-`, `or`.")
    skills = TextFilter(method="by_all_skills", help_text="Comma list; all of them.")
    skills_any = TextFilter(method="by_any_skill", help_text="Comma list; any of them.")
    company = TextFilter(method="by_company", help_text="Part of the name.")
    location = TextFilter(method="by_place", help_text="Part of a place's text: a city, region or country.")
    country = django_filters.CharFilter(
        method="by_country", help_text="ISO 3166-1 alpha-2.", min_length=2, max_length=2
    )
    remote_from = django_filters.CharFilter(
        method="by_remote_from",
        help_text="ISO 3166-1 alpha-2: remote ones for those who live there, or that do not say where.",
        min_length=2,
        max_length=2,
    )
    remote = django_filters.ChoiceFilter(choices=Remote.choices)
    employment_type = django_filters.ChoiceFilter(choices=EmploymentType.choices)
    seniority = django_filters.ChoiceFilter(choices=Seniority.choices)
    job_function = django_filters.ChoiceFilter(
        choices=JOB_FUNCTION_CHOICES, help_text="What kind of work the title names."
    )
    salary_min = django_filters.NumberFilter(
        method="by_salary_min",
        min_value=0,
        max_value=10**10,
        help_text="The most it pays, a year, reaches this.",
    )
    salary_max = django_filters.NumberFilter(
        method="by_salary_max",
        min_value=0,
        max_value=10**10,
        help_text="The least it pays, a year, is at most this.",
    )
    currency = django_filters.CharFilter(
        field_name="salary_currency", lookup_expr="iexact", min_length=3, max_length=3, help_text="ISO 4217."
    )
    posted_after = django_filters.IsoDateTimeFilter(field_name="listed_at", lookup_expr="gte")
    posted_before = django_filters.IsoDateTimeFilter(field_name="listed_at", lookup_expr="lt")
    source = django_filters.CharFilter(field_name="source", help_text="A kind of source, as `greenhouse`.")
    status = django_filters.ChoiceFilter(
        method="by_status",
        choices=VacancyStatus.choices,
        help_text="Left out: open ones, and among saved or applied ones all.",
    )
    visa_sponsorship = FlagFilter()
    budget_min = django_filters.NumberFilter(
        method="by_budget_min",
        min_value=0,
        max_value=10**10,
        help_text="The most a marketplace's budget allows reaches this.",
    )
    budget_max = django_filters.NumberFilter(
        method="by_budget_max",
        min_value=0,
        max_value=10**10,
        help_text="The least a marketplace's budget allows is at most this.",
    )
    client_score_min = WholeNumberFilter(
        field_name="client_score",
        lookup_expr="gte",
        min_value=0,
        max_value=100,
        help_text="Of a marketplace's client, 0 to 100.",
    )
    saved = FlagFilter(method="by_saved")
    applied = FlagFilter(method="by_applied")

    class Meta:
        model = AbstractVacancy
        fields: tuple[str, ...] = ()

    def filter_queryset(self, queryset: Rows) -> Rows:
        cleaned = self.form.cleaned_data
        after, before = cleaned.get("posted_after"), cleaned.get("posted_before")
        if after and before and after >= before:
            raise ValidationError({"posted_after": "Must lie before posted_before."})
        if not cleaned.get("saved") and not cleaned.get("applied"):
            queryset = querysets.listed(queryset)
            if not cleaned.get("status"):
                queryset = queryset.filter(status=VacancyStatus.OPEN)
        filtered: Rows = super().filter_queryset(querysets.not_hidden(queryset))
        return filtered

    def by_text(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.with_text(rows, value)

    def by_all_skills(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.with_all_skills(rows, skill_slugs(value))

    def by_any_skill(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.with_any_skill(rows, skill_slugs(value))

    def by_company(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.at_company(rows, value)

    def by_place(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.in_place(rows, value)

    def by_country(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.in_country(rows, value)

    def by_remote_from(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.remote_from(rows, value)

    def by_salary_min(self, rows: Rows, name: str, value: Decimal) -> Rows:
        return querysets.paying_from(rows, value)

    def by_salary_max(self, rows: Rows, name: str, value: Decimal) -> Rows:
        return querysets.paying_up_to(rows, value)

    def by_budget_min(self, rows: Rows, name: str, value: Decimal) -> Rows:
        return querysets.spending_from(rows, value)

    def by_budget_max(self, rows: Rows, name: str, value: Decimal) -> Rows:
        return querysets.spending_up_to(rows, value)

    def by_status(self, rows: Rows, name: str, value: str) -> Rows:
        return rows.filter(status=value)

    def by_saved(self, rows: Rows, name: str, value: bool) -> Rows:
        return querysets.marked(rows, Q(saved_at__isnull=False), present=value)

    def by_applied(self, rows: Rows, name: str, value: bool) -> Rows:
        return querysets.marked(rows, Q(applied_at__isnull=False), present=value)
