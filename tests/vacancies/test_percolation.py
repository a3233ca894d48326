"""Percolation: what is found is what `listVacancies` lists, and each match is told once."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.accounts.models import Membership
from apps.core.db import acting, as_system
from apps.vacancies import services as vacancies
from apps.vacancies.merging.services import merge, unmerge
from apps.vacancies.models import Arrival, OwnArrival, SavedSearch, SavedSearchMatch, Vacancy
from apps.vacancies.saved_searches import conditions
from apps.vacancies.saved_searches.percolation import percolate
from apps.vacancies.saved_searches.services import read_filters_anew
from tests.database import empty_tables
from tests.factories.accounts import Person, make_person
from tests.factories.vacancies import make_vacancy
from tests.vacancies import merging
from tests.vacancies.saved_searching import arrive, begin_anew, filters, keep, listed, rows, told, work

pytestmark = pytest.mark.usefixtures("database")
Row = dict[str, Any]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    made=st.lists(rows, min_size=1, max_size=8),
    asked=st.lists(filters, min_size=1, max_size=10),
    marks=st.lists(st.sampled_from(["save", "hide", ""]), min_size=8, max_size=8),
    closed=st.sets(st.integers(0, 7)),
)
def test_what_is_found_is_what_is_listed(
    member: Person, made: list[Row], asked: list[Row], marks: list[str], closed: set[int]
) -> None:
    begin_anew()
    person = member
    found = []
    for place, row in enumerate(made):
        over = {"status": "closed", "closed_at": "2026-10-01T00:00:00Z"} if place in closed else {}
        vacancy = make_vacancy(**row, **over)
        found.append(vacancy.pk)
        if marks[place]:
            path = f"/api/v1/vacancies/{vacancy.pk}/{marks[place]}/"
            assert person.client.post(path, {}, "application/json").status_code < 300
    searches = [(keep(person, one), one) for one in asked]
    arrive(*found)
    work()
    for search, one in searches:
        assert {pk for event in told(search) for pk in event} == listed(person, one), one


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(rows, min_size=1, max_size=4), asked=st.lists(filters, min_size=1, max_size=8))
def test_what_is_found_of_one_s_own_is_what_is_listed(
    member: Person, stranger: Person, made: list[Row], asked: list[Row]
) -> None:
    begin_anew()
    person, other = member, stranger
    searches = [(keep(person, one), one) for one in asked]
    strange = [keep(other, one) for one in asked]
    with acting(person.caller):
        for row in made:
            said = {
                **dict.fromkeys(vacancies.SAID, ""),
                "locations": [row["location_text"]],
                "salary_min": None, "salary_max": None, "salary_period": None, "budget": None, "application_deadline": None,
                "title": row["title"], "company_name": row["company_name"],
                "description_html": row["description_text"], "remote": row["remote"] or None,
                "seniority": row["seniority"] or None, "employment_type": row["employment_type"] or None,
            }  # fmt: skip
            vacancies.create_own_vacancy(caller=person.caller, **said)
    work()
    for search, one in searches:
        assert {pk for event in told(search) for pk in event} == listed(person, one), one
    assert [told(search) for search in strange] == [[]] * len(strange)


def test_each_is_told_once_whatever_comes_of_it(member: Person) -> None:
    search = keep(member, {"q": "bread -rye", "country": "de"})
    fits, other = make_vacancy(title="Baker of bread"), make_vacancy(title="Baker of rye bread")
    for _ in range(3):
        arrive(fits.pk, other.pk)
        arrive(fits.pk)
        work()
    assert told(search) == [[str(fits.pk)]]
    with as_system():
        assert not Arrival.objects.exists()


def test_one_that_comes_to_fit_is_told(member: Person) -> None:
    search, vacancy = keep(member, {"skills": "baking"}), make_vacancy()
    arrive(vacancy.pk)
    work()
    assert told(search) == []
    with as_system():
        Vacancy.objects.filter(pk=vacancy.pk).update(skills=["baking"])
    arrive(vacancy.pk)
    work()
    assert told(search) == [[str(vacancy.pk)]]


def test_ingest_says_what_came_and_what_changed(member: Person) -> None:
    search = keep(member, {"company": "Kestrel"})
    merging.crawl("greenhouse", [merging.greenhouse(1), merging.greenhouse(2)])
    assert work() == 2
    merging.crawl("greenhouse", [merging.greenhouse(1), merging.greenhouse(2)])
    with as_system():
        assert not Arrival.objects.exists(), "unchanged ones are no news"
    narrow = keep(member, {"q": '"zeppelin hangar"'})
    merging.crawl("greenhouse", [merging.greenhouse(1, title="Zeppelin Hangar Pilot"), merging.greenhouse(2)])
    work()
    first = str(merging.vacancy_of("greenhouse 1001"))
    assert told(narrow) == [[first]]
    assert len(told(search)) == 2


def test_what_was_told_is_not_told_again_when_it_is_merged(member: Person) -> None:
    search = keep(member, {"company": "Kestrel"})
    merging.crawl("greenhouse", [merging.greenhouse(1)])
    work()
    first = merging.vacancy_of("greenhouse 1001")
    late = keep(member, {"q": "harbour"})
    merging.crawl("greenhouse", [merging.greenhouse(1), merging.greenhouse(2)])
    second = merging.vacancy_of("greenhouse 1002")
    assert first != second
    merge(into=second, absorbed=first, actor_id=None, reason="One job.")
    work()
    assert told(search) == [[str(first)]], "the second is the first under another id"
    assert told(late) == [[str(second)]]
    (moved,) = [raw.pk for raw in merging.postings().values() if raw.source_posting_id == "1001"]
    unmerge(vacancy_id=second, posting_id=moved, actor_id=None)
    work()
    assert told(search) == [[str(first)], [str(second)]], "taken apart, the second is another job"


def test_two_that_wait_and_become_one_are_told_as_one(member: Person) -> None:
    search = keep(member, {"q": "harbour"}, alert="weekly")
    merging.crawl("greenhouse", [merging.greenhouse(1), merging.greenhouse(2)])
    percolate()
    first, second = (merging.vacancy_of(f"greenhouse 100{number}") for number in (1, 2))
    merge(into=second, absorbed=first, actor_id=None, reason="One job.")
    with as_system():
        SavedSearch.objects.update(due_at="2026-01-01T00:00:00Z")
    work()
    assert told(search) == [[str(second)]]


def test_who_left_the_workspace_is_told_nothing(member: Person) -> None:
    left = make_person(workspace_of=member, role="member")
    search, stays = keep(left, {"country": "de"}), keep(member, {"country": "de"})
    with as_system():
        Membership.objects.filter(user=left.user).delete()
    arrive(make_vacancy().pk)
    work()
    assert told(search) == []
    assert len(told(stays)) == 1


def test_without_an_alert_nothing_is_kept(member: Person) -> None:
    keep(member, {"country": "de"}, alert="off")
    arrive(make_vacancy().pk)
    work()
    with as_system():
        assert not SavedSearchMatch.objects.exists()


def test_needs_that_are_out_of_date_are_not_trusted_and_read_anew(member: Person) -> None:
    search = keep(member, {"skills": "baking"})
    with as_system():
        SavedSearch.objects.update(needs=[["skills=k8s"]], needs_version="old")
        search.anchors.all().delete()
    vacancy = make_vacancy(skills=["baking"])
    arrive(vacancy.pk)
    work()
    assert told(search) == [[str(vacancy.pk)]]
    assert read_filters_anew() == 1
    with as_system():
        again = SavedSearch.objects.get()
        assert (again.needs, again.needs_version) == ([["skills=baking"]], conditions.needs_version())
        assert [anchor.term for anchor in again.anchors.all()] == ["skills=baking"]
    assert read_filters_anew() == 0


def test_percolators_at_once_keep_each_match_once(member: Person) -> None:
    searches = [keep(member, {"q": word}) for word in ("welder", "hamburg", "somebody", "kestrel")]
    ids = [make_vacancy().pk for _ in range(12)]
    for start in (0, 3, 6):
        arrive(*ids[start:])
        arrive(*reversed(ids))
    faults: list[BaseException] = []

    def percolator() -> None:
        try:
            work()
        except BaseException as fault:  # noqa: BLE001 - shown by the assertion below
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=percolator) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    work()
    assert faults == []
    for search in searches:
        assert sorted(told(search)) == sorted([str(pk)] for pk in ids)


def test_statements_do_not_grow_with_searches_and_vacancies(database: None) -> None:
    """Held against 1, 5 or 20 searches of several shapes, a batch of as many costs the same."""
    shapes = [{"q": "welder"}, {"country": "de"}, {"q": "somebody", "skills_any": "baking,python"}]
    counts = {}
    for count in (1, 5, 20):
        empty_tables()
        person = make_person()
        for number in range(count):
            _insert(person, shapes[number % 3] | ({"company": "kestrel"} if number % 2 else {}))
        arrive(*(make_vacancy(skills=["baking"]).pk for _ in range(count)))
        with (
            CaptureQueriesContext(connections["system"]) as system,
            CaptureQueriesContext(connections["default"]) as app,
        ):
            assert percolate() == count
        counts[count] = (len(system), len(app))
        with as_system():
            assert SavedSearchMatch.objects.count() == count * count
    assert len(set(counts.values())) == 1, counts


def _insert(person: Person, said: dict[str, str]) -> None:
    """As services do, but for the plan's limit."""
    with as_system():
        SavedSearch.objects.bulk_create(
            [
                SavedSearch(
                    workspace_id=person.caller.workspace_id, user=person.user, name="Kept", filters=said,
                    alert="instant",
                )
            ]
        )  # fmt: skip
    read_filters_anew()


def test_an_own_vacancy_is_held_against_its_workspace_only(member: Person, stranger: Person) -> None:
    mine, theirs = keep(member, {"q": "baker"}), keep(stranger, {"q": "baker"})
    answer = member.client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type="application/json")
    assert answer.status_code == 201
    work()
    assert told(mine) == [[answer.json()["id"]]]
    assert told(theirs) == []
    with as_system():
        assert not OwnArrival.objects.exists()
