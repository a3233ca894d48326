"""Occupations and meanings found with this host's snapshot: the order and the scores are those of the database alone, whatever was
written since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import acting, as_system
from apps.matching.ids import as_ids, uuids
from apps.matching.models import VacancyProfile
from apps.matching.scoring.match import NO_WISHES
from apps.matching.search import asking, by_occupation, by_snapshot, ranking
from apps.matching.search.by_meaning import meaning_of
from apps.matching.search.held import held
from apps.matching.search.known import Known
from apps.matching.search.ordering import Way
from apps.matching.search.question import read
from apps.matching.search.ranking import Ranking, Search
from apps.matching.search.scope import Scope
from apps.matching.snapshot import services
from apps.vacancies import querysets
from apps.vacancies.models import Vacancy, VacancyMark
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.test_api_job_search import of_occupation
from tests.matching.test_api_job_search_meaning import fitted

pytestmark = pytest.mark.usefixtures("some")
__all__ = ["fitted"]

KINDS = {
    "Registered Nurse": "nurse",
    "Staff Nurse": "nurse",
    "Night Nurse": "nurse",
    "Ward Nurse": "icu-nurse",
    "Truck Driver": "truck-driver",
    "Delivery Driver": "delivery-driver",
}
QUESTIONS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("registered nurse", {}),
    ("nurse", {"remote": "remote"}),
    ("nurse bedside", {"country": "DE"}),
    ("nurse -bedside", {}),
    ('nurse "hospital bedside"', {"remote": "remote"}),
    ("truck driver", {"location": "kiel"}),
    ("driver or nurse", {"seniority": "senior"}),
    ("trucker", {"location": "nowhere", "remote": "remote"}),
    ("what is the capital of mongolia", {}),
)


@pytest.fixture
def few_of_each(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Bounds that are reached. They stand in statements that are kept: neither those of before nor these may be met again."""
    asking._statement.cache_clear()
    monkeypatch.setattr(by_occupation, "PER_ASKED", 15)
    monkeypatch.setattr(by_occupation, "PER_NEAR", 4)
    yield
    asking._statement.cache_clear()


@pytest.fixture
def some(fitted: None, few_of_each: None, tmp_path: Path, settings: Any) -> None:
    """Vacancies of several occupations, and filters that part them."""
    settings.SNAPSHOT_ROOT = tmp_path / "snapshot"
    now = timezone.now()
    with as_system():
        for number, row in enumerate(Vacancy.objects.order_by("pk")):
            row.remote = "remote" if number % 3 == 0 else "onsite"
            row.countries = ["DE"] if number % 4 else ["CH"]
            row.location_text = "Kiel" if number % 5 == 0 else "Bern"
            row.seniority = "senior" if number % 6 == 0 else ""
            # Several of one moment: their ids decide.
            row.listed_at = now - timedelta(days=1 + number // 3)
            row.save()
            of_occupation(row, KINDS.get(row.title, ""))
        assert VacancyProfile.objects.exclude(occupation="").count() == 100
        assert services.bring_up_to_date()


def ranked(person: Person, text: str, filters: dict[str, Any]) -> Ranking:
    question = read(text)
    with acting(person.caller):
        meaning = meaning_of(question.meaning, None)
        assert meaning is not None
        search = Search(question, Scope(person.caller, filters), "hybrid", meaning, None, NO_WISHES)
        return search.rank()


def agree(person: Person, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many were found by their occupation, and not by words."""
    found = 0
    for text, filters in QUESTIONS:
        ours = ranked(person, text, filters)
        with monkeypatch.context() as alone:
            alone.setattr(ranking, "held", lambda *_: None)
            by_hand = ranked(person, text, filters)
        assert ours == by_hand, (text, filters)
        found += sum(Way.OCCUPATION in each.ways for each in ours.placed)
    return found


def write(person: Person) -> None:
    """Some change, some close, some come, one is hidden: all after the snapshot."""
    with as_system():
        nurses = list(Vacancy.objects.filter(title__endswith="Nurse").order_by("-listed_at", "-pk")[:8])
        Vacancy.objects.filter(pk=nurses[0].pk).update(status="closed", closed_at=timezone.now())
        Vacancy.objects.filter(pk=nurses[1].pk).update(
            remote="onsite", countries=["FR"], location_text="Lille"
        )
        Vacancy.objects.filter(pk=nurses[2].pk).update(title="Clerk", description_text="Files.")
    # The only ones of their occupation, or the only ones that pass.
    of_occupation(make_vacancy(title="Gate", location_text="Kiel"), "yard-driver")
    of_occupation(make_vacancy(title="Lorry", location_text="Nowhere", remote="remote"), "truck-driver")
    for number in range(3):
        came = make_vacancy(
            title=f"Staff Nurse {number}", description_text="Ward.", remote="remote", countries=["DE"]
        )
        of_occupation(came, "nurse")
    with acting(person.caller):
        workspace = person.caller.workspace_id
        VacancyMark.objects.create(workspace_id=workspace, vacancy=nurses[3], hidden_at=timezone.now())


def test_the_order_is_that_of_the_database(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert agree(member, monkeypatch) > 50
    write(member)
    assert agree(member, monkeypatch) > 50
    # By the ids of all that pass, or in the order of dates, a few at a time or all at once.
    for dearer, depth in ((0, 1), (10**9, 1), (10**9, 10**6)):
        with monkeypatch.context() as other:
            other.setattr(by_snapshot, "_DEARER", dearer)
            other.setattr(Known, "depth", lambda *_, depth=depth: depth)
            assert agree(member, other) > 50


def test_what_is_asked_and_what_is_known(member: Person) -> None:
    with CaptureQueriesContext(connections["default"]) as caught:
        assert ranked(member, "nurse", {}).placed
    said = [each["sql"] for each in caught]
    # Whether there are own ones is asked, and nothing more of them; occupations are read in their order.
    assert sum("vacancies_ownvacancy" in sql for sql in said) == 1
    assert sum("asked (name, depth)" in sql for sql in said) == 1
    with acting(member.caller):
        scope = Scope(member.caller, {"remote": "remote"})
        standing = held(scope, "nurse")
        assert standing is not None
        known = Known.of(standing, "")
        rows = list(scope.catalogue.order_by("-listed_at", "-pk").values_list("pk", flat=True))
        others = list(Vacancy.objects.exclude(pk__in=rows).values_list("pk", flat=True))
        mixed = [pk for pair in zip(rows, others, strict=False) for pk in pair]
        assert known.passing(as_ids(mixed)).tolist() == [pk in set(rows) for pk in mixed]
        assert sorted(uuids(as_ids(known.ids))) == sorted(rows)
        assert sorted(uuids(as_ids(known.newest(7)))) == sorted(rows[:7])
        assert len(known) == len(rows) > 20 < len(others)
        bedside = querysets.with_text(scope.catalogue, "bedside -night").values_list("pk", flat=True)
        assert sorted(uuids(as_ids(known.saying("bedside -night").ids))) == sorted(bedside) != []
