"""Statements that are written once for a shape of filters: they find what the querysets do, and every value is bound anew."""

from __future__ import annotations

import time
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import acting, as_system
from apps.core.errors import ValidationFailed
from apps.matching.search import asking, by_text, own
from apps.matching.search.asking import Side, sides
from apps.matching.search.scope import Scope
from apps.vacancies.models import Vacancy, VacancyMark
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")

FILTERS: list[dict[str, Any]] = [
    {},
    {"remote": "remote"},
    {"remote": "onsite"},
    {"country": "de"},
    {"skills": "sql,python"},
    {"skills_any": "sql"},
    {"location": "Ber", "seniority": "senior"},
    {"salary_min": 50_000, "currency": "eur"},
    {"saved": True},
    {"saved": False},
    {"status": "closed"},
    {"posted_after": "2026-01-01T00:00:00Z"},
]


@pytest.fixture
def some(member: Person) -> Person:
    rows = [
        make_vacancy(
            title=f"Baker {number}",
            remote="remote" if number % 2 else "onsite",
            countries=["DE"] if number % 3 else ["FR"],
            skills=["python", "sql"] if number % 4 else ["sql"],
            location_text="Berlin" if number % 2 else "Bern",
            seniority="senior" if number % 5 else "",
            salary_year_max=40_000 + 5_000 * number,
            salary_currency="EUR",
        )
        for number in range(12)
    ]
    with as_system():
        Vacancy.objects.filter(pk=rows[0].pk).update(status="closed", closed_at=timezone.now())
    with acting(member.caller):
        for row, mark in ((rows[1], "saved_at"), (rows[2], "hidden_at")):
            workspace = member.caller.workspace_id
            VacancyMark.objects.create(workspace_id=workspace, vacancy=row, **{mark: timezone.now()})
    member.client.post("/api/v1/vacancies/", {"title": "Baker of ours"}, content_type="application/json")
    return member


def _both_ways(side: Side) -> tuple[list[UUID], list[UUID]]:
    rows = side.rows.order_by("-listed_at", "-pk")
    return [row[0] for row in side.ask(own.newest)], list(rows.values_list("pk", flat=True))


@pytest.mark.parametrize("guard", ["", "baker", "-baker"])
def test_they_find_what_the_querysets_find(some: Person, guard: str) -> None:
    found = 0
    with acting(some.caller):
        for filters in FILTERS:
            for side in sides(Scope(some.caller, filters)):
                asked, expected = _both_ways(side.obeying(guard))
                assert asked == expected, (filters, side.is_own, guard)
                found += len(asked)
    assert (found > 20) == (guard != "-baker")


def test_what_was_written_later_is_left_out(some: Person) -> None:
    with acting(some.caller):
        moment = Vacancy.objects.order_by("created_at").values_list("created_at", flat=True)[5]
        for side in sides(Scope(some.caller, {"remote": "remote"}, moment)):
            asked, expected = _both_ways(side)
            assert asked == expected
            assert bool(asked) != side.is_own


def test_a_shape_is_written_once_whatever_its_values(some: Person) -> None:
    asking._statement.cache_clear()
    with acting(some.caller):
        for place in ("Berlin", "Bern", "Bonn"):
            sides(Scope(some.caller, {"location": place}))[0].ask(own.newest)
    assert asking._statement.cache_info().misses == 1


def test_what_looks_at_its_values_is_written_out_each_time(
    some: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_statement", lambda form: None)
    with acting(some.caller):
        for filters in FILTERS:
            for side in sides(Scope(some.caller, filters)):
                asked, expected = _both_ways(side)
                assert asked == expected


def test_a_wrong_value_is_refused(some: Person) -> None:
    with acting(some.caller), pytest.raises(ValidationFailed) as refused:
        by_text.of_catalogue(sides(Scope(some.caller, {"remote": "sometimes"}))[0], "baker")
    assert [fault.attr for fault in refused.value.errors] == ["filters.remote"]


def test_planner_is_asked_again_after_a_minute(some: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(text: str, location: str) -> bool:
        with acting(some.caller), CaptureQueriesContext(connections["default"]) as caught:
            by_text.of_catalogue(sides(Scope(some.caller, {"location": location}))[0], text)
        return any("EXPLAIN" in each["sql"] for each in caught)

    now = 1_000_000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    told = [asked("baker", "Bern"), asked("baker", "Bern"), asked("baker", "Berlin"), asked("bakers", "Bern")]
    assert told == [True, False, True, True]
    now += by_text._ASKED_ANEW
    assert asked("baker", "Bern")
