"""What is counted in a host's snapshot is what the database counts, whatever was written since."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core import cached
from apps.core.db import acting, as_system
from apps.matching.ids import as_ids, uuids
from apps.matching.search import asking, by_text, facet_query, facets, in_memory, lacking
from apps.matching.search.held import held as holding
from apps.matching.search.results import Condition, Results
from apps.matching.search.scope import Scope
from apps.matching.snapshot import services
from apps.vacancies.models import OwnVacancy, Vacancy, VacancyMark
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.random_rows import columns_of, fill
from tests.matching.snapshots import both, held, in_files_of, results_of, scope_of
from tests.matching.test_api_job_search import found, nothing_learnt

pytestmark = pytest.mark.usefixtures("database")
__all__ = ["nothing_learnt"]

FILTERS: tuple[dict[str, str], ...] = (
    {},
    {"remote": "remote", "seniority": "senior"},
    {"skills": "python"},
    {"skills": "python,sql", "employment_type": "full_time"},
    {"skills_any": "sql,no-such-skill"},
    {"company": "nimbus", "country": "DE"},
    {"company": "100%"},
    {"company": "_"},
    {"location": "bern"},
    {"country": "ST", "source": "lever"},
    {"currency": "eur"},
    {"currency": "JPY", "salary_min": "5000000"},
    {"salary_min": "50000", "salary_max": "150000"},
    {"salary_min": "49999.001"},
    {"salary_max": "25000"},
    {"job_function": "engineering"},
    {"visa_sponsorship": "true"},
    {"status": "open"},
)
TEXTS = (
    "",
    "baker",
    "baker -driver",
    "baker or driver",
    "night (baker)",
    "the",
    "nobodyhasthisword",
    "bakers nimbus",
)
UNANSWERED = ({"status": "closed"}, {"company": "Österwald"}, {"saved": "true"}, {"remote_from": "DE"})


@pytest.fixture(autouse=True)
def _folder(settings: Any, tmp_path: Path) -> None:
    settings.SNAPSHOT_ROOT = tmp_path / "snapshot"


def agree(person: Person) -> int:
    """How many matches were counted."""
    seen = 0
    for text in TEXTS:
        for filters in FILTERS:
            counted, in_files = both(person, text, filters)
            assert in_files == counted, (text, filters)
            seen += counted.count
    return seen


@pytest.mark.parametrize("seed", [0, 1])
def test_snapshot_counts_what_the_database_counts(member: Person, stranger: Person, seed: int) -> None:
    fill(member, stranger, 70, seed)
    with as_system():
        assert services.bring_up_to_date()
    assert agree(member) > 500
    assert agree(stranger) > 500


def test_what_is_written_since_counts_at_once(member: Person, stranger: Person) -> None:
    fill(member, stranger, 40, 5)
    with as_system():
        services.bring_up_to_date()
        rows = list(Vacancy.objects.filter(status="open").order_by("id"))
        now = timezone.now()
        # As crawls, merges, staff and bulk work write: not all of them touch `updated_at`.
        Vacancy.objects.filter(pk=rows[0].pk).update(status="closed", closed_at=now)
        Vacancy.objects.filter(pk=rows[1].pk).update(merged_into=rows[2])
        Vacancy.objects.filter(pk=rows[3].pk).update(skills=["sql", "welding"], remote="remote")
        Vacancy.objects.filter(pk=rows[4].pk).update(title="Night Driver", updated_at=now)
        Vacancy.objects.filter(pk=rows[5].pk).delete()
    for number in range(3):
        make_vacancy(**columns_of(random.Random(number)))
    with acting(member.caller):
        VacancyMark.objects.get_or_create(
            workspace_id=member.caller.workspace_id, vacancy=rows[6], defaults={"hidden_at": now}
        )
        before = held(member, "", {})
    assert before is not None and len(before.written) >= 8
    assert agree(member) > 300
    with as_system():
        assert services.bring_up_to_date()
    with acting(member.caller):
        after = held(member, "", {})
    assert after is not None and not after.written
    assert agree(member) > 300


def test_more_than_a_few_written_since_and_own_ones_count_the_same(
    member: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(member, stranger, 30, 12)
    with as_system():
        services.bring_up_to_date()
        rows = list(Vacancy.objects.filter(status="open").order_by("id")[:6])
        Vacancy.objects.filter(pk__in=[row.pk for row in rows]).update(remote="remote", title="Night Baker")
    for most in (0, 300):
        monkeypatch.setattr(lacking, "FEW", most)
        with acting(member.caller):
            found = in_files_of(results_of(member, "", {}))
        assert (found.lacking is None) == (most == 300)
        assert (len(found.few) == 2) == (most == 300), "written since, and the workspace's own"
        assert agree(member) > 200


def test_a_vacancy_that_came_went_and_came_back_counts_once(member: Person) -> None:
    vacancy = make_vacancy(title="Baker", remote="remote")
    make_vacancy(title="Baker")
    expected = {True: 2, False: 1}
    with as_system():
        for is_open in (True, False, True, True, False, True):
            closed_at = None if is_open else timezone.now()
            status = "open" if is_open else "closed"
            Vacancy.objects.filter(pk=vacancy.pk).update(status=status, closed_at=closed_at)
            for written in (False, True):
                if written:
                    services.bring_up_to_date()
                elif not services.files().stand():
                    continue
                counted, in_files = both(member, "baker", {})
                assert in_files == counted
                assert counted.count == expected[is_open]


def test_rows_of_a_transaction_that_was_open_while_the_snapshot_was_written_are_not_missed(
    member: Person,
) -> None:
    """Its rows are older by every clock than the snapshot, and it commits later."""
    make_vacancy(title="Baker")
    pick = random.Random(1)
    with as_system(), transaction.atomic(using="system"):
        make_vacancy(**{**columns_of(pick), "title": "Baker"})
        other = _elsewhere()
        assert other
    with acting(member.caller):
        standing = held(member, "baker", {})
    assert standing is not None and len(standing.written) == 1
    counted, in_files = both(member, "baker", {})
    assert in_files == counted
    assert counted.count == 2


def _elsewhere() -> bool:
    """The snapshot, written by a thread with a connection of its own."""
    import threading

    found: list[bool] = []

    def write() -> None:
        with as_system():
            found.append(services.bring_up_to_date())
        connections.close_all()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join(60)
    return found == [True]


def test_found_by_other_ways_count_too(member: Person, stranger: Person) -> None:
    fill(member, stranger, 40, 8)
    with as_system():
        services.bring_up_to_date()
        drivers = tuple(Vacancy.objects.filter(title="Driver").values_list("pk", flat=True))
    assert drivers
    for filters in FILTERS:
        counted, in_files = both(member, "baker", filters, drivers)
        assert in_files == counted
    with acting(member.caller):
        results = Results(scope_of(member, {}), Condition("", drivers))
        number = sum(rows.count() for rows in results.sides({}))
        assert in_files_of(results).count() == number > 0


def test_what_was_written_after_the_first_page_is_left_out(member: Person) -> None:
    make_vacancy(title="Baker")
    moment = timezone.now()
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    scope = Scope(member.caller, {}, moment)
    with acting(member.caller):
        assert in_files_of(Results(scope, Condition("baker", ()))).count() == 1


@pytest.mark.parametrize("filters", UNANSWERED, ids=lambda each: next(iter(each)))
def test_what_no_column_tells_is_left_to_the_database(member: Person, filters: dict[str, str]) -> None:
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    with acting(member.caller):
        assert held(member, "baker", {}) is not None
        assert held(member, "baker", filters) is None


def test_of_very_many_an_even_share_is_added_up(
    member: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(member, stranger, 70, 3)
    with as_system():
        services.bring_up_to_date()
    monkeypatch.setattr(in_memory, "MOST_ADDED", 20)
    monkeypatch.setattr(in_memory, "SHARE", 15)
    with acting(member.caller):
        found = in_files_of(results_of(member, "", {}))
        number = found.count()
        tally, is_exact = found.tally_of({}, facets.NAMES)
    assert not is_exact
    assert tally.number == pytest.approx(number)
    assert sum(tally.kinds["remote"].values()) == pytest.approx(number)


def test_queries_do_not_grow_with_rows(member: Person, stranger: Person) -> None:
    def queries() -> int:
        with acting(member.caller), CaptureQueriesContext(connections["default"]) as caught:
            facets.count(in_files_of(results_of(member, "baker", {})).tally_of, filters={})
        return len(caught)

    made, counted = 0, set()
    for rows in (1, 5, 20):
        fill(stranger, stranger, rows - made, rows)
        made = rows
        with as_system():
            services.bring_up_to_date()
        counted.add(queries())
    assert counted == {1}, "nothing was written since, and nothing is the workspace's own"


def test_a_search_says_the_same_with_the_snapshot(
    member: Person, stranger: Person, nothing_learnt: None
) -> None:
    fill(member, stranger, 60, 11)

    def asked(**body: Any) -> dict[str, Any]:
        cached.outdate(cached.CATALOGUE)
        answer = found(member, facets=list(facets.NAMES), **body)
        return {name: answer[name] for name in ("count", "count_exact", "facets")}

    bodies: tuple[dict[str, Any], ...] = (
        {"query": "baker"},
        {"query": "baker driver", "filters": {"remote": "remote", "country": "DE"}},
        {"query": "", "filters": {"skills": "python"}},
        {"query": "driver -baker", "mode": "keyword"},
    )
    before = [asked(**body) for body in bodies]
    with as_system():
        assert services.bring_up_to_date()
    with CaptureQueriesContext(connections["default"]) as caught:
        after = [asked(**body) for body in bodies]
    assert before == after
    assert sum("pg_visible_in_snapshot" in each["sql"] for each in caught) == len(bodies)


@pytest.mark.parametrize("text", ["baker", "baker -driver", '"night baker"', "baker or driver"])
def test_the_newest_that_hold_the_words_are_those_of_the_database(
    member: Person, stranger: Person, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for bound in ("MOST", "MOST_BY_DATE"):
        monkeypatch.setattr(by_text, bound, 7)
    fill(member, stranger, 60, 21)
    with as_system():
        services.bring_up_to_date()
        some = list(Vacancy.objects.filter(status="open").order_by("id")[:6])
        Vacancy.objects.filter(pk__in=[row.pk for row in some[:3]]).update(
            listed_at=timezone.now(), title="Night Baker"
        )
        Vacancy.objects.filter(pk=some[3].pk).update(title="Clerk", description_text="", skills=["python"])
        # Of one moment: their ids decide.
        Vacancy.objects.filter(pk__in=[row.pk for row in some[4:]]).update(listed_at=some[4].listed_at)
    compared = 0
    for filters in FILTERS:
        scope = scope_of(member, filters)
        with acting(member.caller):
            catalogue, _ = asking.sides(scope)
            standing = holding(scope, text)
            assert standing is not None and standing.written
            ours = by_text.of_catalogue(catalogue, text, standing)
            by_hand = by_text.of_catalogue(catalogue, text)
        assert (set(ours.hits), ours.is_all) == (set(by_hand.hits), by_hand.is_all), filters
        compared += len(ours.hits)
    assert compared > 30


def test_all_that_pass_the_filters_are_found_the_newest_first(member: Person, stranger: Person) -> None:
    fill(member, stranger, 50, 4)
    with as_system():
        services.bring_up_to_date()
    for filters in ({}, {"remote": "remote"}, {"company": "nimbus"}):
        with acting(member.caller):
            standing = held(member, "baker", filters)
            assert standing is not None
            rows = standing.scope.catalogue.order_by("-listed_at", "-pk")
            expected = list(rows.values_list("pk", flat=True))
        for most in (1, 3, 1000):
            newest = standing.newest(most, with_words=False)
            assert set(uuids(as_ids(newest))) == set(expected[:most])


def test_of_very_many_own_ones_none_is_left_out(
    member: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(stranger, stranger, 40, 6)
    with acting(member.caller):
        for number in range(6):
            OwnVacancy.objects.create(
                workspace_id=member.caller.workspace_id, source_id=str(number), title="Baker", remote="hybrid"
            )
    with as_system():
        services.bring_up_to_date()
    monkeypatch.setattr(lacking, "FEW", 5)
    for module in (facet_query, facets):
        monkeypatch.setattr(module, "MOST", 5)
        monkeypatch.setattr(module, "SAMPLE", 3)
    results = results_of(member, "", {})
    with acting(member.caller):
        ours = in_files_of(results).tally_of({}, ["remote"])
        by_hand = facets.in_database(results.sides, {})({}, ["remote"])
    assert ours == by_hand
    assert not ours[1], "and it does not pass for exact"
