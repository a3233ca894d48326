"""Copies become one vacancy with the best of each; what was merged comes apart exactly."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connections

from apps.core.db import as_system
from apps.core.errors import Conflict, NotFound
from apps.events.models import Event
from apps.vacancies.merging import selectors, services
from apps.vacancies.models import MergeDecision, RawPosting, Vacancy, VacancyChange
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.merging import crawl, greenhouse, lever, postings, remotive, snapshot, vacancy_of

pytestmark = pytest.mark.usefixtures("database")


def only_vacancy() -> Vacancy:
    with as_system():
        return Vacancy.objects.get()


def decision(**state: Any) -> MergeDecision:
    with as_system():
        return MergeDecision.objects.select_related("posting__source").get(**state)


def test_each_field_comes_from_the_employer_first_then_from_who_says_it() -> None:
    crawl("remotive", [remotive(1, title="Harbour Pilot Birch (m/f/d)")])
    crawl("greenhouse", [greenhouse(1)])
    row, held = only_vacancy(), postings()
    employers, aggregators = held["greenhouse 1001"], held["remotive 5001"]
    assert (row.source, row.url) == ("greenhouse", "https://boards.greenhouse.io/kestrel/jobs/1001")
    assert (int(row.salary_min or 0), row.salary_currency) == (60000, "EUR")
    assert row.field_sources["salary"]["posting"] == str(aggregators.pk)
    assert row.field_sources["title"]["posting"] == str(employers.pk)
    assert row.first_seen_at == aggregators.first_seen_at
    assert row.last_seen_at == employers.last_seen_at
    made = decision()
    assert (made.posting_id, made.vacancy_id, made.from_vacancy_id) == (employers.pk, row.pk, None)
    assert (made.state, made.reason != "", made.confidence > 0.9) == ("applied", True, True)
    assert made.evidence["stage"]


def test_a_merged_copy_that_changes_changes_its_vacancy() -> None:
    crawl("greenhouse", [greenhouse(1)])
    crawl("remotive", [remotive(1)])
    crawl("remotive", [remotive(1, salary="€80,000 - €90,000")])
    row = only_vacancy()
    assert (int(row.salary_min or 0), row.title) == (80000, "Harbour Pilot Birch")
    assert row.content_changed_at is not None
    with as_system():
        change = VacancyChange.objects.get(kind="changed")
    assert change.fields == {"salary_min": ["60000.00", "80000.00"], "salary_max": ["70000.00", "90000.00"]}


def test_one_requisition_listed_once_per_place_is_one_vacancy_in_all_of_them() -> None:
    here = greenhouse(1, requisition_id="R-20771")
    there = greenhouse(1, requisition_id="R-20771", id=2001, location={"name": "Antwerp, Belgium"}, absolute_url="https://boards.greenhouse.io/kestrel/jobs/2001")  # fmt: skip
    crawl("greenhouse", [here, there, greenhouse(2)])
    with as_system():
        row = Vacancy.objects.get(source_id="1001")
        assert Vacancy.objects.count() == 2
    assert [place["city"] for place in row.locations] == ["Rotterdam", "Antwerp"]
    assert row.countries == ["BE", "NL"]
    assert decision().kind == "many_places"
    services.unmerge(vacancy_id=row.pk, posting_id=postings()["greenhouse 2001"].pk, actor_id=None)
    with as_system():
        found = Vacancy.objects.in_bulk()
    assert {tuple(each.countries) for each in found.values()} == {("NL",), ("BE",)}


def test_undoing_what_joined_at_first_sight_leaves_the_vacancy_as_it_was_before() -> None:
    crawl("greenhouse", [greenhouse(1)])
    before = snapshot()
    crawl("lever", [lever(1)])
    row, posting = only_vacancy(), postings()["lever 00000000-0000-4000-8000-000000000001"]
    services.unmerge(vacancy_id=row.pk, posting_id=posting.pk, actor_id=None)
    after = snapshot()
    (kept,) = before["Vacancy"]
    assert after["Vacancy"][kept] == before["Vacancy"][kept]
    (raw,) = before["RawPosting"]
    assert after["RawPosting"][raw] == before["RawPosting"][raw]
    own = after["Vacancy"][posting.pk]
    assert (own["source"], own["title"], own["merged_into_id"]) == ("lever", "Harbour Pilot Birch", None)
    assert own["created_at"] == posting.created_at
    services.unmerge(vacancy_id=row.pk, posting_id=posting.pk, actor_id=None)
    assert snapshot() == after
    services.merge(into=row.pk, absorbed=posting.pk, actor_id=None, reason="one after all")
    services.unmerge(vacancy_id=row.pk, posting_id=posting.pk, actor_id=None)
    assert snapshot() == after


def test_the_rules_never_merge_again_what_staff_took_apart() -> None:
    crawl("greenhouse", [greenhouse(1)])
    crawl("lever", [lever(1)])
    row, posting = only_vacancy(), postings()["lever 00000000-0000-4000-8000-000000000001"]
    services.unmerge(vacancy_id=row.pk, posting_id=posting.pk, actor_id=None)
    crawl("lever", [lever(1, categories={"location": "Rotterdam, Netherlands", "team": "Sea"})])
    crawl("greenhouse", [greenhouse(1, updated_at="2026-08-03T10:00:00-04:00")])
    with as_system():
        assert Vacancy.objects.filter(merged_into=None).count() == 2
        assert RawPosting.objects.exclude(content=None).count() == 0


def test_a_vacancy_that_was_merged_by_hand_opens_and_closes_with_the_other() -> None:
    crawl("greenhouse", [greenhouse(1), greenhouse(2)])
    held = postings()
    into, absorbed = held["greenhouse 1001"].vacancy_id, held["greenhouse 1002"].vacancy_id
    assert into and absorbed
    before = snapshot()
    services.merge(into=into, absorbed=absorbed, actor_id=None, reason="two names of one job")
    crawl("greenhouse", [greenhouse(3)])
    crawl("greenhouse", [greenhouse(3)])
    with as_system():
        states = dict(Vacancy.objects.filter(pk__in=[into, absorbed]).values_list("pk", "status"))
    assert states == {into: "closed", absorbed: "closed"}
    crawl("greenhouse", [greenhouse(1), greenhouse(3)])
    services.unmerge(vacancy_id=into, posting_id=held["greenhouse 1002"].pk, actor_id=None)
    with as_system():
        found = {row.pk: row for row in Vacancy.objects.all()}
    assert (found[into].status, found[absorbed].status) == ("open", "closed")
    assert found[absorbed].title == before["Vacancy"][absorbed]["title"]


def test_what_cannot_be_merged_or_undone_says_why() -> None:
    crawl("greenhouse", [greenhouse(1), greenhouse(2), greenhouse(3)])
    held = postings()
    one, two, three = (held[f"greenhouse {1000 + n}"] for n in (1, 2, 3))
    assert one.vacancy_id and two.vacancy_id and three.vacancy_id
    bare = make_vacancy()
    with pytest.raises(Conflict):
        services.merge(into=one.vacancy_id, absorbed=one.vacancy_id, actor_id=None, reason="x")
    with pytest.raises(Conflict):
        services.merge(into=one.vacancy_id, absorbed=bare.pk, actor_id=None, reason="x")
    with pytest.raises(NotFound):
        services.merge(into=one.vacancy_id, absorbed=one.pk, actor_id=None, reason="x")
    with pytest.raises(Conflict):
        services.unmerge(vacancy_id=one.vacancy_id, posting_id=one.pk, actor_id=None)
    with pytest.raises(NotFound):
        services.unmerge(vacancy_id=one.vacancy_id, posting_id=one.vacancy_id, actor_id=None)
    with pytest.raises(Conflict):
        services.unmerge(vacancy_id=one.vacancy_id, posting_id=two.pk, actor_id=None)
    services.merge(into=one.vacancy_id, absorbed=two.vacancy_id, actor_id=None, reason="x")
    services.merge(into=one.vacancy_id, absorbed=two.vacancy_id, actor_id=None, reason="x")
    with pytest.raises(Conflict):
        services.merge(into=two.vacancy_id, absorbed=three.vacancy_id, actor_id=None, reason="x")


def test_a_proposal_is_accepted_or_refused_once() -> None:
    crawl("greenhouse", [greenhouse(1), greenhouse(2), greenhouse(3)])
    held = postings()
    two, three = (held[f"greenhouse {1000 + n}"] for n in (2, 3))
    with as_system():
        first, second = (
            MergeDecision.objects.create(
                posting=posting,
                vacancy_id=vacancy_of("greenhouse 1001"),
                kind="repost",
                state="proposed",
                confidence=sure,
                reason="alike",
            )
            for posting, sure in ((two, 0.6), (three, 0.7))
        )
        assert [row.pk for row in selectors.to_review()] == [second.pk, first.pk]
    before = snapshot()
    services.accept(decision_id=first.pk, actor_id=None)
    services.accept(decision_id=first.pk, actor_id=None)
    made = decision(pk=first.pk)
    assert (made.state, made.kind, made.confidence, made.from_vacancy_id) == (
        "applied",
        "repost",
        0.6,
        two.vacancy_id,
    )
    with as_system():
        assert Vacancy.objects.get(pk=vacancy_of("greenhouse 1001")).repost_count == 1
    with pytest.raises(Conflict):
        services.refuse(decision_id=first.pk, actor_id=None)
    services.unmerge(vacancy_id=made.vacancy_id, posting_id=two.pk, actor_id=None)
    assert snapshot() == before
    services.refuse(decision_id=second.pk, actor_id=None)
    services.refuse(decision_id=second.pk, actor_id=None)
    with as_system():
        assert list(selectors.to_review()) == []
        assert Event.objects.filter(type="vacancy.merge_refused").count() == 1


def test_one_who_saved_it_is_told_and_can_still_read_it(member: Person, stranger: Person) -> None:
    crawl("greenhouse", [greenhouse(1), greenhouse(2, title="Harbour Pilot of the North")])
    held = postings()
    into, absorbed = held["greenhouse 1001"].vacancy_id, held["greenhouse 1002"].vacancy_id
    assert into and absorbed
    member.client.post(f"/api/v1/vacancies/{absorbed}/save/", {}, content_type="application/json")
    services.merge(into=into, absorbed=absorbed, actor_id=None, reason="x")
    listed = [row["id"] for row in stranger.client.get("/api/v1/vacancies/").json()["results"]]
    assert listed == [str(into)]
    kept = [row["id"] for row in member.client.get("/api/v1/vacancies/?saved=true").json()["results"]]
    assert kept == [str(absorbed)]
    shown = member.client.get(f"/api/v1/vacancies/{absorbed}/").json()
    assert (shown["title"], shown["merged_into"]) == ("Harbour Pilot of the North", str(into))
    assert member.client.get(f"/api/v1/vacancies/{into}/").json()["merged_into"] is None
    crawl("greenhouse", [greenhouse(3)])
    crawl("greenhouse", [greenhouse(3)])
    with as_system():
        told = Event.objects.filter(type="vacancy.closed")
        assert [(event.workspace_id, event.payload) for event in told] == [
            (member.caller.workspace_id, {"vacancy_id": str(absorbed)})
        ]


def test_two_who_merge_and_crawl_at_once_wait_for_each_other() -> None:
    crawl("greenhouse", [greenhouse(n) for n in range(1, 7)])
    held = {name: vacancy_of(name) for name in postings()}
    pairs = [
        (held[f"greenhouse {1000 + a}"], held[f"greenhouse {1000 + b}"]) for a, b in ((1, 2), (4, 3), (5, 6))
    ]
    faults: list[BaseException] = []

    def run(work: Any) -> None:
        try:
            work()
        except BaseException as fault:  # noqa: BLE001 - shown below, whatever it was
            faults.append(fault)
        finally:
            connections.close_all()

    def merge_all() -> None:
        for into, absorbed in pairs:
            services.merge(into=into, absorbed=absorbed, actor_id=None, reason="x")

    def crawl_all() -> None:
        for round_ in range(4):
            crawl("greenhouse", [greenhouse(n, title=f"Pilot {round_} {n}") for n in (6, 3, 1, 5, 2, 4)])

    threads = [
        threading.Thread(target=run, args=(work,))
        for work in (merge_all, crawl_all, lambda: crawl("lever", [lever(n) for n in (5, 1, 3)]))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert faults == []
    with as_system():
        for into, absorbed in pairs:
            assert Vacancy.objects.get(pk=absorbed).merged_into_id == into
            assert RawPosting.objects.filter(vacancy_id=absorbed).count() == 0
        alone = RawPosting.objects.filter(content=None).values_list("vacancy_id", flat=True)
        assert len(alone) == len(set(alone))
