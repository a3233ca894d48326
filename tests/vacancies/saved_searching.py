"""Rows and filters made at random, and percolation run as a worker runs it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from apps.core.db import acting, as_system, atomic
from apps.events.models import Event
from apps.vacancies.models import Arrival, OwnArrival, OwnVacancy, SavedSearch, Vacancy, VacancyMark
from apps.vacancies.saved_searches import arrivals, services
from apps.vacancies.saved_searches.percolation import percolate
from apps.vacancies.saved_searches.telling import tell_due
from tests.factories.accounts import Person

WORDS = (
    "bread",
    "rye",
    "night",
    "baking",
    "baker",
    "Hamburg",
    "the",
    "steer",
    "crane",
    "it's",
    "C++",
    "ſour",
    "İzmir",
)
COMPANIES = ("Rye & Sons", "Kestrel Works", "İzmir 100% Bread_Co", "Kelvin Ovens", "Østerbro Bageri")
SKILLS = ("baking", "haccp", "python", "welding")

rows = st.fixed_dictionaries(
    {
        "title": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        "description_text": st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
        "company_name": st.sampled_from(COMPANIES),
        "location_text": st.sampled_from(["DE · Hamburg", "NL · Rotterdam", "TR · İzmir", ""]),
        "skills": st.lists(st.sampled_from(SKILLS), unique=True, max_size=3),
        "countries": st.lists(st.sampled_from(["DE", "NL", "TR"]), unique=True, max_size=2),
        "remote_scopes": st.sampled_from([["DE"], ["UNSAID"], ["WORLDWIDE"], []]),
        "remote": st.sampled_from(["", "remote", "onsite"]),
        "seniority": st.sampled_from(["", "senior"]),
        "employment_type": st.sampled_from(["", "full_time"]),
        "job_function": st.sampled_from(["", "engineering"]),
        "source": st.sampled_from(["lever", "greenhouse"]),
        "salary_currency": st.sampled_from(["", "EUR"]),
        "salary_year_min": st.sampled_from([None, 30_000]),
        "salary_year_max": st.sampled_from([None, 40_000]),
        "budget_max": st.sampled_from([None, 500]),
        "client_score": st.sampled_from([None, 80]),
        "visa_sponsorship": st.sampled_from([None, True, False]),
    }
)

_phrases = st.lists(
    st.sampled_from([*WORDS, "-rye", "or", '"night baker"', '-"bread rye"', "'", "&", "!", "(", "<->", "\\"]),
    min_size=1,
    max_size=5,
).map(" ".join)
_skills = st.lists(st.sampled_from([*SKILLS, "HACCP", "unheard-of"]), min_size=1, max_size=3).map(",".join)
_parts = st.sampled_from(
    ["rye", "RYE & S", "İzm", "izmir", "100%", "_co", "ove", "kelvin", "ør", "ham", "Øst", "\\", "e"]
)
_possible: dict[str, st.SearchStrategy[str]] = {
    "q": _phrases,
    "skills": _skills,
    "skills_any": _skills,
    "company": _parts,
    "location": _parts,
    "country": st.sampled_from(["de", "NL"]),
    "remote_from": st.sampled_from(["de", "TR"]),
    "remote": st.sampled_from(["remote", "onsite"]),
    "employment_type": st.just("full_time"),
    "seniority": st.just("senior"),
    "job_function": st.just("engineering"),
    "salary_min": st.sampled_from(["35000", "45000.5"]),
    "salary_max": st.just("35000"),
    "currency": st.just("eur"),
    "posted_after": st.just("2026-09-01T00:10:00Z"),
    "source": st.just("lever"),
    "status": st.sampled_from(["open", "closed"]),
    "visa_sponsorship": st.sampled_from(["true", "false"]),
    "budget_min": st.just("400"),
    "client_score_min": st.just("70"),
    "saved": st.sampled_from(["true", "false"]),
    "applied": st.sampled_from(["true", "false"]),
}
# One to three of them, as people ask.
filters = st.lists(st.sampled_from(sorted(_possible)), unique=True, min_size=1, max_size=3).flatmap(
    lambda names: st.fixed_dictionaries({name: _possible[name] for name in names})
)


def begin_anew() -> None:
    """No vacancy, search or mark is left of the example before; the people stay, for they take long to make."""
    with as_system():
        for model in (SavedSearch, VacancyMark, OwnVacancy, Vacancy, Arrival, OwnArrival):
            model._default_manager.all().delete()


def keep(person: Person, filters: dict[str, str], alert: str = "instant", name: str = "Kept") -> SavedSearch:
    with acting(person.caller):
        return services.create_saved_search(caller=person.caller, name=name, filters=filters, alert=alert)


def arrive(*vacancy_ids: UUID) -> None:
    with as_system(), atomic():
        arrivals.note(vacancy_ids)


def work() -> int:
    """What a worker does when it is woken; how many events came of it."""
    percolate()
    return tell_due()


def told(search: SavedSearch) -> list[list[str]]:
    """The ids of each event of a search, in order."""
    with as_system():
        events = Event.objects.filter(type="saved_search.matched", subject_id=search.pk).order_by("id")
        return [[one["id"] for one in event.payload["vacancies"]] for event in events]


def listed(person: Person, filters: dict[str, str]) -> set[str]:
    """What `listVacancies` gives for these filters."""
    answer = person.client.get("/api/v1/vacancies/", {**filters, "page_size": "100"})
    assert answer.status_code == 200, answer.content
    return ids_of(answer.json()["results"])


def ids_of(found: Iterable[dict[str, Any]]) -> set[str]:
    return {str(row["id"]) for row in found}
