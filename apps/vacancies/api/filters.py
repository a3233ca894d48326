"""The filters of `listVacancies`; each holds for the catalogue and for the workspace's own rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet

from apps.core.api.filters import FlagFilter, FootholdFilterSet
from apps.vacancies import querysets
from apps.vacancies.api.serializers import JOB_FUNCTION_CHOICES
from apps.vacancies.models.posting import AbstractVacancy, EmploymentType, Remote, Seniority, VacancyStatus

Rows = QuerySet[Any]
_WILD = re.compile(r"([\\%_])")


def skill_slugs(text: str) -> list[str]:
    """A comma list of skill names, aliases or slugs as slugs; an unknown one stays as it is, and finds nothing."""
    # The names of skills are read by who asks for one.
    from apps.vacancies import lexicon

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


class _SkillsField(TextField):
    def clean(self, value: Any) -> list[str]:
        return skill_slugs(super().clean(value))


class SkillsFilter(django_filters.CharFilter):
    field_class = _SkillsField


class _PartField(TextField):
    """Part of a text, as a pattern for ILIKE."""

    def clean(self, value: Any) -> str:
        text = _WILD.sub(r"\\\1", super().clean(value))
        return f"%{text}%" if text else ""


class PartFilter(django_filters.CharFilter):
    field_class = _PartField


class _CodeField(forms.CharField):
    def clean(self, value: Any) -> str:
        code: str = super().clean(value)
        return code.upper()


class CodeFilter(django_filters.CharFilter):
    """A code of a fixed length, in either case."""

    field_class = _CodeField


class _CodesField(_CodeField):
    """The codes that a code stands for."""

    def clean(self, value: Any) -> Any:
        code = super().clean(value)
        return self.codes_of(code) if code else []

    def codes_of(self, code: str) -> list[str]:
        return [code]


class CountryFilter(django_filters.CharFilter):
    field_class = _CodesField


class _ScopesField(_CodesField):
    def codes_of(self, code: str) -> list[str]:
        return querysets.scopes_of(code)


class ScopesFilter(django_filters.CharFilter):
    field_class = _ScopesField


class WholeNumberFilter(django_filters.NumberFilter):
    field_class: Any = forms.IntegerField


class VacancyFilterSet(FootholdFilterSet):
    looked_up = ("q", "skills", "skills_any")

    q = TextFilter(method="by_text", help_text="Web-search syntax: quotes, `-`, `or`.")
    skills = SkillsFilter(method="by_all_skills", help_text="Comma list; all of them.")
    skills_any = SkillsFilter(method="by_any_skill", help_text="Comma list; any of them.")
    company = PartFilter(method="by_company", help_text="Part of the name.")
    location = PartFilter(method="by_place", help_text="Part of a place's text: a city, region or country.")
    country = CountryFilter(method="by_country", help_text="ISO 3166-1 alpha-2.", min_length=2, max_length=2)
    remote_from = ScopesFilter(
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
    currency = CodeFilter(field_name="salary_currency", min_length=3, max_length=3, help_text="ISO 4217.")
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

    @classmethod
    def check(cls, cleaned: Mapping[str, Any]) -> None:
        after, before = cleaned.get("posted_after"), cleaned.get("posted_before")
        if after and before and after >= before:
            raise forms.ValidationError(
                {"posted_after": forms.ValidationError("Must lie before posted_before.", code="invalid")}
            )

    def filter_queryset(self, queryset: Rows) -> Rows:
        cleaned = self.form.cleaned_data
        if not cleaned.get("saved") and not cleaned.get("applied"):
            queryset = querysets.listed(queryset)
            if not cleaned.get("status"):
                queryset = queryset.filter(status=VacancyStatus.OPEN)
        filtered: Rows = super().filter_queryset(querysets.not_hidden(queryset))
        return filtered

    def by_text(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.with_text(rows, value)

    def by_all_skills(self, rows: Rows, name: str, value: list[str]) -> Rows:
        return querysets.with_all_skills(rows, value)

    def by_any_skill(self, rows: Rows, name: str, value: list[str]) -> Rows:
        return querysets.with_any_skill(rows, value)

    def by_company(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.company_like(rows, value)

    def by_place(self, rows: Rows, name: str, value: str) -> Rows:
        return querysets.place_like(rows, value)

    def by_country(self, rows: Rows, name: str, value: list[str]) -> Rows:
        return querysets.in_countries(rows, value)

    def by_remote_from(self, rows: Rows, name: str, value: list[str]) -> Rows:
        return querysets.remote_within(rows, value)

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
