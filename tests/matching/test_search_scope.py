"""A search's scope: its filters are read once, and by less than a form where nothing is wrong with them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from apps.core.caller import Caller
from apps.core.errors import ValidationFailed
from apps.matching.search.scope import Scope
from apps.vacancies.api.filters import VacancyFilterSet
from apps.vacancies.models import Vacancy

CALLER = Caller(UUID(int=1), UUID(int=2), "member")
ASKED: list[dict[str, Any]] = [
    {},
    {"country": "de", "remote": "remote"},
    {"skills": "sql,python", "salary_min": 50_000, "currency": "usd"},
    {"skills_any": "sql", "posted_after": "2026-10-01T00:00:00+02:00"},
    {"saved": True},
    {"company": "100% Oats", "location": "Bern", "seniority": "senior"},
]


def ordinary(filters: dict[str, Any]) -> str:
    asked = VacancyFilterSet(data=filters, queryset=Vacancy.objects.all())
    assert asked.is_valid()
    return where(asked.qs)


def where(rows: Any) -> str:
    return str(rows.query).partition("WHERE")[2]


@pytest.mark.parametrize("filters", ASKED, ids=[",".join(each) or "none" for each in ASKED])
def test_filters_mean_what_they_mean_to_the_list(filters: dict[str, Any]) -> None:
    assert where(Scope(CALLER, filters).catalogue) == ordinary(filters)


@pytest.mark.parametrize("left", ["country", "remote", "salary_min"])
def test_a_scope_with_a_filter_left_out_is_one_that_never_had_it(left: str) -> None:
    filters = {"country": "DE", "remote": "remote", "salary_min": 50_000, "currency": "EUR"}
    fewer = {name: value for name, value in filters.items() if name != left}
    assert where(Scope(CALLER, filters).under(fewer).catalogue) == where(Scope(CALLER, fewer).catalogue)


def test_a_wrong_value_is_named() -> None:
    with pytest.raises(ValidationFailed) as refused:
        _ = Scope(CALLER, {"remote": "sometimes"}).catalogue
    assert [fault.attr for fault in refused.value.errors] == ["filters.remote"]
