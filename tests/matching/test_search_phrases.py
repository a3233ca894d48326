"""Phrases: which way their vacancies are found changes nothing of what is found."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.cached.recent import Recent
from apps.core.db import acting, as_system
from apps.matching.search import by_text, text_statements
from apps.matching.search.asking import Side, sides
from apps.matching.search.scope import Scope
from apps.vacancies.models import Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")

NEWEST = datetime(2026, 3, 1, tzinfo=UTC)
TOGETHER, APART = "Night Bakers wanted", "Bakers, also at night"


def _fill(titles: list[str]) -> None:
    """One vacancy a title, each an hour older than the one before it, each title twice in one hour."""
    template = make_vacancy(title="Driver")
    with as_system():
        Vacancy.objects.bulk_create(
            Vacancy(
                title=title,
                company=template.company,
                source_id=str(number),
                listed_at=NEWEST - timedelta(hours=number // 2),
            )
            for number, title in enumerate(titles)
        )
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, number in {"MOST": 6, "MOST_BY_DATE": 4, "LOOKED_THROUGH": 20}.items():
        monkeypatch.setattr(by_text, name, number)
    monkeypatch.setattr(by_text, "expectations", Recent(10))


def _found(person: Person, text: str) -> tuple[by_text.TextHits, list[str]]:
    with acting(person.caller), CaptureQueriesContext(connections["default"]) as caught:
        found = by_text.of_catalogue(_catalogue(person), text)
    return found, [each["sql"] for each in caught if "ts_rank" in each["sql"]]


def _catalogue(person: Person) -> Side:
    return sides(Scope(person.caller, {}))[0]


def _newest(phrase: str, most: int) -> list[object]:
    with as_system():
        rows = Vacancy.objects.filter(title__icontains=phrase).order_by("-listed_at", "-pk")
        return list(rows.values_list("pk", flat=True)[:most])


@pytest.mark.parametrize("text", ['"night bakers"', 'bakers "night bakers"', '"night bakers'])
def test_newest_with_a_common_phrase_are_found_among_the_newest_with_its_words(
    member: Person, text: str
) -> None:
    _fill([TOGETHER, APART] * 40)
    found, asked = _found(member, text)
    assert [hit.pk for hit in found.hits] == _newest(TOGETHER, 6)
    assert not found.is_all
    assert (len(asked), "ctid" in asked[0]) == (1, True)
    with acting(member.caller):
        by_date = by_text.ranked(_catalogue(member), text, text_statements.by_date, 6)
        assert by_date == found, "ranks and all"


def test_rare_phrase_of_common_words_is_found_wherever_it_stands(member: Person) -> None:
    _fill([APART] * 70 + [TOGETHER] * 3)
    found, asked = _found(member, '"night bakers"')
    assert {hit.pk for hit in found.hits} == set(_newest(TOGETHER, 3))
    assert found.is_all
    assert len(asked) == 2


def test_phrase_that_some_hold_is_found_by_date(member: Person) -> None:
    _fill(([APART] * 4 + [TOGETHER]) * 16)
    found, asked = _found(member, '"night bakers"')
    assert [hit.pk for hit in found.hits] == _newest(TOGETHER, 4)
    assert not found.is_all
    assert (len(asked), "interval" in asked[1]) == (2, False)


def test_excluded_phrase_keeps_what_holds_its_words_apart(member: Person) -> None:
    _fill([TOGETHER, APART] * 40)
    found, _ = _found(member, 'bakers -"night bakers"')
    with as_system():
        apart = set(Vacancy.objects.filter(title=APART).values_list("pk", flat=True))
    assert found.hits
    assert {hit.pk for hit in found.hits} <= apart
