"""`GET saved-searches/` and `saved-searches/{id}/new/`: what is new, and how much."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.core.db import acting, as_system
from apps.vacancies.models import SavedSearch, Vacancy, VacancyChange
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.saved_searching import begin_anew, filters, ids_of, keep, listed, rows

pytestmark = pytest.mark.usefixtures("database")
PATH = "/api/v1/saved-searches/"
BEFORE = timezone.now() - timedelta(days=30)
LATER = timezone.now() + timedelta(days=1)


def get(person: Person, path: str = "") -> dict[str, Any]:
    answer = person.client.get(f"{PATH}{path}")
    assert answer.status_code == 200, answer.content
    body: dict[str, Any] = answer.json()
    return body


def test_the_whole_row(member: Person) -> None:
    search = keep(member, {"q": "welder"}, alert="off", name="Welding")
    make_vacancy()
    (row,) = get(member)["results"]
    for stamp in ("seen_at", "created_at", "updated_at"):
        assert row.pop(stamp).endswith("Z")
    assert {name for name, value in row.pop("filters").items() if value is not None} == {"q"}
    assert row == {
        "id": str(search.pk), "name": "Welding", "alert": "off", "next_digest_at": None, "new_count": 1,
    }  # fmt: skip


def test_new_is_what_came_or_came_again_since_it_was_seen(member: Person) -> None:
    old, again = make_vacancy(first_seen_at=BEFORE), make_vacancy(first_seen_at=BEFORE)
    search = keep(member, {"country": "de"})
    came = make_vacancy(first_seen_at=LATER)
    own = member.client.post(
        "/api/v1/vacancies/",
        {"title": "Welder", "locations": ["Berlin, Germany"]},
        content_type="application/json",
    ).json()["id"]
    with as_system():
        VacancyChange.objects.create(vacancy=again, kind="reopened", at=LATER)
        VacancyChange.objects.create(vacancy=old, kind="changed", at=LATER)
    found = get(member, f"{search.pk}/new/")
    assert [row["id"] for row in found["results"]] == [str(came.pk), own, str(again.pk)]
    assert (found["count"], found["count_exact"]) == (3, True)
    assert found["results"][0] == get_vacancy(member, came)
    assert [row["new_count"] for row in get(member)["results"]] == [3]
    member.client.post(f"/api/v1/vacancies/{came.pk}/hide/", {}, content_type="application/json")
    assert [row["new_count"] for row in get(member)["results"]] == [2]
    with as_system():
        Vacancy.objects.filter(pk=again.pk).update(status="closed", closed_at=LATER)
    assert ids_of(get(member, f"{search.pk}/new/")["results"]) == {own}
    member.client.post(f"{PATH}{search.pk}/seen/", {}, content_type="application/json")
    assert get(member, f"{search.pk}/new/")["results"] == []


def get_vacancy(person: Person, vacancy: Vacancy) -> dict[str, Any]:
    """As `listVacancies` shows it."""
    rows: list[dict[str, Any]] = person.client.get("/api/v1/vacancies/").json()["results"]
    return next(row for row in rows if row["id"] == str(vacancy.pk))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(rows, min_size=1, max_size=6), asked=st.lists(filters, min_size=1, max_size=6))
def test_all_that_is_new_is_all_that_is_listed(
    member: Person, made: list[dict[str, Any]], asked: list[dict[str, str]]
) -> None:
    """With everything new, `new/` is `listVacancies`, and the count says as many."""
    begin_anew()
    person = member
    for row in made:
        make_vacancy(**row, first_seen_at=LATER)
    searches = [keep(person, one) for one in asked]
    counts = {row["id"]: row["new_count"] for row in get(person)["results"]}
    for search, one in zip(searches, asked, strict=True):
        found = ids_of(get(person, f"{search.pk}/new/")["results"])
        assert found == listed(person, one), one
        assert counts[str(search.pk)] == len(found), one


def test_counts_end_at_a_hundred(member: Person) -> None:
    keep(member, {"country": "de"})
    with as_system():
        (one, *_) = [make_vacancy(first_seen_at=LATER)]
        names = [field.name for field in Vacancy._meta.concrete_fields if field.name not in ("id", "search")]
        Vacancy.objects.bulk_create(
            Vacancy(**{name: getattr(one, name) for name in names}) for _ in range(104)
        )
    assert [row["new_count"] for row in get(member)["results"]] == [100]


@pytest.mark.parametrize("count", [1, 5, 20])
def test_queries_do_not_grow(member: Person, count: int) -> None:
    shapes = [{"q": "welder"}, {"country": "de"}, {"company": "kestrel", "remote": "remote"}]
    with acting(member.caller):
        SavedSearch.objects.bulk_create(
            SavedSearch(
                workspace_id=member.caller.workspace_id,
                user=member.user,
                name="Kept",
                filters=shapes[number % 3],
            )
            for number in range(count)
        )
    for _ in range(count):
        make_vacancy(first_seen_at=LATER)
    with CaptureQueriesContext(connections["default"]) as asked:
        assert len(get(member)["results"]) == count
    # The caller, the page, and the counts of all its searches in one.
    assert len(asked) == 5, [query["sql"] for query in asked.captured_queries]


def test_pages_and_order(member: Person) -> None:
    for name in ("Rolls", "Bread", "Cake"):
        keep(member, {"q": name}, name=name, alert="off" if name == "Cake" else "daily")
    assert [row["name"] for row in get(member, "?ordering=name")["results"]] == ["Bread", "Cake", "Rolls"]
    assert [row["name"] for row in get(member)["results"]] == ["Cake", "Bread", "Rolls"]
    assert [row["name"] for row in get(member, "?alert=daily&page_size=1")["results"]] == ["Bread"]
    assert member.client.get(f"{PATH}?page=2&page_size=2").json()["results"][0]["name"] == "Rolls"
    for wrong in ("?alert=hourly", "?flour=1", "?ordering=alert"):
        assert member.client.get(f"{PATH}{wrong}").status_code == 400
    search = keep(member, {"q": "rye"})
    assert member.client.get(f"{PATH}{search.pk}/new/?q=1").status_code == 400


def test_another_workspace_s_marks_and_vacancies_count_for_nothing(member: Person, stranger: Person) -> None:
    keep(member, {"q": "welder"})
    vacancy = make_vacancy(first_seen_at=LATER)
    stranger.client.post(f"/api/v1/vacancies/{vacancy.pk}/hide/", {}, content_type="application/json")
    stranger.client.post("/api/v1/vacancies/", {"title": "Welder"}, content_type="application/json")
    assert [row["new_count"] for row in get(member)["results"]] == [1]
