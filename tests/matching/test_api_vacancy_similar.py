"""`vacancies/{id}/similar/`"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import as_system
from apps.matching import services as profiles
from apps.matching.api.similar import REASONS
from apps.matching.semantic import learning, services
from apps.matching.semantic import similar as core
from apps.vacancies.models import Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.beginnings import Beginnings
from tests.matching.test_semantic_fits import work
from tests.matching.trades import fill_catalogue, posting


@pytest.fixture
def fitted(
    database: None, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch, beginnings: Beginnings
) -> None:
    """250 postings of five trades, read and embedded."""
    settings.SEMANTIC_ROOT = tmp_path / "semantic"
    monkeypatch.setattr(learning, "CONTEXTS", 300)
    monkeypatch.setattr(services, "lessons", lambda: ["ward nurse, nurse", "chef, cook"])
    # In a language of ninety words the texts of a trade lie nearly in one place.
    monkeypatch.setattr(core, "SAME_TEXT", 0.999)
    beginnings.begin("similar", read_and_embed)


def read_and_embed() -> None:
    fill_catalogue(250)
    with as_system():
        services.ask_where_due()
        for _ in profiles.read_vacancies():
            pass
    work()


def similar(person: Person, vacancy: Any, query: str = "") -> dict[str, Any]:
    answer = person.client.get(f"/api/v1/vacancies/{vacancy.pk}/similar/{query}")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def one(title: str) -> Vacancy:
    with as_system():
        return Vacancy.objects.filter(title=title).order_by("pk")[0]


def test_reasons_are_those_of_the_core() -> None:
    assert REASONS == core.REASONS


def test_what_is_alike_comes_first_and_says_why(fitted: None, member: Person) -> None:
    asked = one("Ward Nurse")
    results = similar(member, asked)["results"]
    assert {row["vacancy"]["title"].split()[-1] for row in results[:10]} == {"Nurse"}
    assert set(results[0]) == {"vacancy", "score", "why"}
    assert set(results[0]["why"]) <= set(REASONS) and results[0]["why"]
    scores = [row["score"] for row in results]
    assert scores == sorted(scores, reverse=True) and 0 <= scores[-1] <= scores[0] <= 100
    assert str(asked.pk) not in {row["vacancy"]["id"] for row in results}


def test_neither_closed_nor_merged_nor_hidden_ones_are_shown(fitted: None, member: Person) -> None:
    asked = one("Ward Nurse")
    closed, merged, hidden = (row["vacancy"]["id"] for row in similar(member, asked)["results"][:3])
    with as_system():
        Vacancy.objects.filter(pk=closed).update(status="closed", closed_at="2026-11-01T00:00:00Z")
        Vacancy.objects.filter(pk=merged).update(merged_into=asked)
    assert member.client.post(f"/api/v1/vacancies/{hidden}/hide/").status_code == 204
    shown = {row["vacancy"]["id"] for row in similar(member, asked, "?page_size=50")["results"]}
    assert not shown & {closed, merged, hidden}


def test_a_text_in_several_places_is_shown_once(fitted: None, member: Person) -> None:
    title, body = posting("welding", 7777)
    copies = [make_vacancy(title=f"{title} nights", description_text=body) for _ in range(3)]
    with as_system():
        services.ask_to_embed()
    work()
    results = similar(member, one("Tig Welder"), "?page_size=50")["results"]
    ids = [row["vacancy"]["id"] for row in results]
    assert sum(str(copy.pk) in ids for copy in copies) <= 1
    of_a_copy = [row["vacancy"]["id"] for row in similar(member, copies[0], "?page_size=50")["results"]]
    assert of_a_copy and not {str(copy.pk) for copy in copies} & set(of_a_copy)


def test_pages_go_on_where_the_last_one_ended(fitted: None, member: Person) -> None:
    asked = one("Ward Nurse")
    whole = [row["vacancy"]["id"] for row in similar(member, asked, "?page_size=12")["results"]]
    first = similar(member, asked, "?page_size=5")
    second = member.client.get(first["next"]).json()
    assert [row["vacancy"]["id"] for page in (first, second) for row in page["results"]] == whole[:10]


def test_before_the_first_fit_it_goes_by_occupation(database: None, member: Person) -> None:
    asked, other = make_vacancy(title="Staff Nurse"), make_vacancy(title="Registered Nurse")
    make_vacancy(title="Welder")
    with as_system():
        for _ in profiles.read_vacancies():
            pass
    results = similar(member, asked)["results"]
    assert [(row["vacancy"]["id"], row["score"], row["why"]) for row in results] == [
        (str(other.pk), 30, ["occupation"])
    ]


def test_somebody_elses_own_vacancy_is_not_found(member: Person, stranger: Person) -> None:
    made = stranger.client.post(
        "/api/v1/vacancies/", {"title": "Glazier", "company_name": "Plume"}, content_type="application/json"
    )
    assert made.status_code == 201, made.content
    assert member.client.get(f"/api/v1/vacancies/{made.json()['id']}/similar/").status_code == 404


def test_an_unknown_parameter_is_refused(member: Person) -> None:
    asked = make_vacancy()
    assert member.client.get(f"/api/v1/vacancies/{asked.pk}/similar/?color=red").status_code == 400


def test_the_number_of_queries_does_not_grow(fitted: None, member: Person) -> None:
    asked = one("Ward Nurse")
    counts = []
    for size in (1, 5, 20):
        with CaptureQueriesContext(connections["default"]) as captured:
            similar(member, asked, f"?page_size={size}")
        counts.append(len(captured))
    assert counts[1:] == [counts[0]] * 2
