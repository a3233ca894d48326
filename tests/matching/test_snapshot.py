"""What is counted in a host's snapshot is what the database counts, whatever was written since."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connections, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core import cached
from apps.core.db import acting, as_system
from apps.matching.ids import as_ids, uuids
from apps.matching.search import asking, by_text, facets, in_memory
from apps.matching.search.facets import Facets
from apps.matching.search.held import Held
from apps.matching.search.held import held as holding
from apps.matching.search.in_memory import InMemory
from apps.matching.search.results import Condition, Results
from apps.matching.search.scope import Scope
from apps.matching.snapshot import services
from apps.matching.tasks import keep_snapshot
from apps.vacancies.models import CatalogueWrite, OwnVacancy, Vacancy, VacancyMark
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.random_rows import columns_of, fill
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


def scope_of(person: Person, filters: Mapping[str, Any]) -> Scope:
    return Scope(person.caller, filters)


def results_of(
    person: Person, text: str, filters: Mapping[str, Any], others: tuple[UUID, ...] = ()
) -> Results:
    return Results(scope_of(person, filters), Condition(text, others, is_everything=not text))


def held(person: Person, text: str, filters: Mapping[str, Any]) -> Held | None:
    return holding(scope_of(person, filters), text)


def in_files_of(results: Results) -> InMemory:
    standing = holding(results.scope, results.condition.text)
    assert standing is not None
    return InMemory.of(standing, results)


def both(
    person: Person, text: str, filters: Mapping[str, Any], others: tuple[UUID, ...] = ()
) -> tuple[Facets, Facets]:
    """As the database counts, and as the snapshot does."""
    results = results_of(person, text, filters, others)
    with acting(person.caller):
        in_files = in_files_of(results)
        assert in_files.count() == sum(rows.count() for rows in results.sides(filters))
        ways = (facets.in_database(results.sides, filters), in_files.tally_of)
        counted, added_up = (facets.count(way, filters=filters) for way in ways)
    return _without_ids(counted), _without_ids(added_up)


def _without_ids(found: Facets) -> Facets:
    """Of companies that are called alike either's id may be said, of one that only own vacancies name the catalogue's."""
    companies = [replace(each, id="") for each in found.values["company"]]
    return replace(found, values={**found.values, "company": companies})


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


def test_without_files_or_with_old_ones_the_database_counts(
    member: Person, settings: Any, tmp_path: Path
) -> None:
    make_vacancy(title="Baker")
    with acting(member.caller):
        assert held(member, "baker", {}) is None
    with as_system():
        services.bring_up_to_date()
    files = services.files()
    stand = files.stand()
    assert stand is not None
    long_ago = (timezone.now() - timedelta(days=2)).isoformat()
    files.point_at({**stand, "until": long_ago}, _nothing_gone(stand["main"]))
    with acting(member.caller):
        assert held(member, "baker", {}) is None


def test_files_of_a_database_that_was_ahead_are_not_asked(member: Person) -> None:
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    files = services.files()
    stand = files.stand()
    assert stand is not None
    ahead = 10**12
    files.point_at({**stand, "seen": f"{ahead}:{ahead}:"}, _nothing_gone(stand["main"]))
    with acting(member.caller):
        assert held(member, "baker", {}) is None
    with as_system():
        assert services.bring_up_to_date(), "and are written anew"
    with acting(member.caller):
        assert held(member, "baker", {}) is not None


def _nothing_gone(main: str) -> Any:
    import numpy as np

    return np.zeros(len(services.files().segment(main)), dtype=bool)


def test_a_writer_that_dies_leaves_what_there_was(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    make_vacancy(title="Baker")

    def full(*_: object) -> None:
        raise OSError("no space left")

    with monkeypatch.context() as patched, as_system(), pytest.raises(OSError, match="no space"):
        patched.setattr("apps.matching.snapshot.files.replace", full)
        services.bring_up_to_date()
    counted, in_files = both(member, "baker", {})
    assert (in_files, counted.count) == (counted, 2)
    with as_system():
        assert services.bring_up_to_date()
        assert not services.bring_up_to_date(), "nothing was written since"
    folders = [path for path in services.files().folder.iterdir() if path.name.startswith("part-")]
    assert len(folders) == 2, "what was not finished is gone"


def test_many_changes_make_all_of_it_anew(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "LONGEST_TAIL", 2)
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    for _ in range(3):
        make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    snapshot = services.files().open()
    assert snapshot is not None
    assert (len(snapshot.main), len(snapshot.tail)) == (4, 0)


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
    assert sum(tally.kinds.values()) == pytest.approx(number)


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


def test_beat_writes_it_and_forgets_what_nobody_asks_for(member: Person) -> None:
    make_vacancy(title="Baker")
    with as_system():
        CatalogueWrite.objects.update(at=timezone.now() - timedelta(days=3))
    assert keep_snapshot()
    with as_system():
        assert not CatalogueWrite.objects.exists()
    counted, in_files = both(member, "baker", {})
    assert (in_files, counted.count) == (counted, 1)


def test_own_vacancies_and_seen_again_ones_leave_no_trace(member: Person) -> None:
    make_vacancy(title="Baker")
    with as_system():
        CatalogueWrite.objects.all().delete()
        Vacancy.objects.update(last_seen_at=timezone.now())
    with acting(member.caller):
        OwnVacancy.objects.create(workspace_id=member.caller.workspace_id, source_id="1", title="Baker")
    with as_system():
        assert not CatalogueWrite.objects.exists()


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


def test_where_very_much_was_written_the_database_is_asked(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("apps.matching.search.held.MOST_WRITTEN", 2)
    make_vacancy(title="Baker")
    with as_system():
        services.bring_up_to_date()
    for number in range(3):
        with acting(member.caller):
            standing = held(member, "baker", {})
        assert standing is not None and len(standing.written) == number
        make_vacancy(title="Baker")
    with acting(member.caller):
        assert held(member, "baker", {}) is None


def test_a_process_that_answers_requests_leaves_all_of_it_to_another(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def here(words: list[Any], *, check: bool) -> None:
        """In this process, whose settings name the test's own database."""
        started.append([Path(str(word)).name for word in words[1:]])
        call_command(*started[-1][1:])

    monkeypatch.setattr("apps.matching.snapshot.services.subprocess.run", here)
    make_vacancy(title="Baker")
    with as_system():
        services.follow()
    assert started == [["manage.py", "keep_snapshot"]]
    make_vacancy(title="Baker")
    with as_system():
        services.follow()
        services.follow()
    assert len(started) == 1, "what was written since is added here"
    with acting(member.caller):
        standing = held(member, "baker", {})
    assert standing is not None
    assert (standing.with_words, standing.written) == (2, [])
