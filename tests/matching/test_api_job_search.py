"""`POST jobs/search/`: what is found, how it is shown, what is refused."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Role
from apps.core.db import as_system
from apps.matching.models import VacancyProfile
from apps.vacancies.models import Vacancy
from tests.accounts.keys import made, program
from tests.factories.accounts import Person, make_person
from tests.factories.vacancies import make_vacancy
from tests.matching.test_api_resume_matches import make_resume, posted

pytestmark = pytest.mark.usefixtures("database", "nothing_learnt")
JSON = "application/json"
NOW = datetime(2026, 9, 20, tzinfo=UTC)


@pytest.fixture
def nothing_learnt(tmp_path: Path, settings: Any) -> None:
    """A host without vectors."""
    settings.SEMANTIC_ROOT = tmp_path / "semantic"


def search(client: Client, query: str = "", **body: Any) -> Any:
    return client.post("/api/v1/jobs/search/", {"query": query, **body}, content_type=JSON)


def found(person: Person, query: str = "", **body: Any) -> dict[str, Any]:
    response = search(person.client, query, **body)
    assert response.status_code == 200, response.content
    answer: dict[str, Any] = response.json()
    return answer


def titles(person: Person, query: str = "", **body: Any) -> list[str]:
    return [hit["vacancy"]["title"] for hit in found(person, query, **body)["results"]]


def of_occupation(vacancy: Vacancy, occupation: str) -> Vacancy:
    """As the worker reads it."""
    with as_system():
        VacancyProfile.objects.create(
            vacancy=vacancy,
            vacancy_updated_at=vacancy.updated_at,
            reader="",
            occupation=occupation,
            listed_at=vacancy.listed_at,
            facts={},
        )
    return vacancy


def test_the_whole_answer(member: Person) -> None:
    make_vacancy(title="Baker", description_text="Rye bread.", skills=["baking"])
    shown = member.client.get("/api/v1/vacancies/").json()["results"]
    answer = found(member, "rye", facets=["skills"], mode="keyword")
    assert answer == {
        "results": [
            {
                "vacancy": shown[0],
                "score": 1.0,
                "found_by": ["text"],
                "highlights": {
                    "title": [],
                    "company_name": [],
                    "description": [
                        {
                            "pieces": [
                                {"text": "Rye", "is_match": True},
                                {"text": " bread.", "is_match": False},
                            ]
                        }
                    ],
                },
                "fit": None,
            }
        ],
        "count": 1,
        "count_exact": True,
        "next": None,
        "mode": "keyword",
        "expanded_to": {"occupations": [], "near": [], "forms": [], "skills": []},
        "facets": {
            "skills": [
                {"value": "baking", "label": "Baking", "count": 1, "filters": {"skills": "baking"}, "id": ""}
            ]
        },
        "suggestion": None,
    }


@pytest.fixture
def bakery(member: Person) -> Person:
    """A few vacancies whose texts share words."""
    for title, text in (
        ("Baker", "Sourdough and rye bread at night."),
        ("Miller", "Flour for bread."),
        ("Welder", "Steel tanks."),
    ):
        make_vacancy(title=title, description_text=text)
    return member


@pytest.mark.parametrize("mode", ["keyword", "hybrid"])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sourdough", ["Baker"]),
        ("breads", ["Miller", "Baker"]),
        ('"rye bread"', ["Baker"]),
        ('"bread rye"', []),
        ("bread -rye", ["Miller"]),
        ("sourdough or flour", ["Miller", "Baker"]),
        ("bread tanks", []),
        ("tanks or (", ["Welder"]),
        ("", ["Welder", "Miller", "Baker"]),
        ("   ", ["Welder", "Miller", "Baker"]),
        ("the", []),
        ("zymurgy", []),
    ],
)
def test_web_search_syntax(bakery: Person, mode: str, query: str, expected: list[str]) -> None:
    assert sorted(titles(bakery, query, mode=mode)) == sorted(expected)


def test_a_word_in_the_title_counts_more_than_many_in_the_text(member: Person) -> None:
    make_vacancy(title="Forklift driver", description_text="Night shifts.")
    make_vacancy(
        title="Clerk", description_text="You know somebody with a forklift. Forklift, forklift, forklift!"
    )
    assert titles(member, "forklift", mode="keyword") == ["Forklift driver", "Clerk"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"company": "ironw"}, ["Smith"]),
        ({"skills": "welding"}, ["Smith", "Fitter"]),
        ({"remote": "onsite"}, ["Fitter"]),
        ({"salary_min": 50000}, ["Smith"]),
        ({"posted_before": "2026-09-02T00:00:00+02:00"}, ["Fitter"]),
        ({"visa_sponsorship": True}, ["Smith"]),
        ({"country": "at"}, []),
        ({"company": ""}, ["Smith", "Fitter"]),
        ({"status": "closed"}, ["Gone"]),
        ({"q": "tanks", "remote": "onsite"}, ["Fitter"]),
        ({}, ["Smith", "Fitter"]),
    ],
)
def test_filters_are_those_of_the_list(member: Person, filters: dict[str, Any], expected: list[str]) -> None:
    text = "Steel tanks."
    make_vacancy(title="Fitter", description_text=text, remote="onsite", skills=["welding"],
                 posted_at=datetime(2026, 9, 1, tzinfo=UTC))  # fmt: skip
    make_vacancy(title="Smith", description_text=text, company_name="Nord Ironworks", skills=["welding"],
                 salary_year_max=60000, visa_sponsorship=True, posted_at=datetime(2026, 9, 3, tzinfo=UTC))  # fmt: skip
    make_vacancy(title="Gone", description_text=text, status="closed", closed_at=NOW)
    make_vacancy(title="Cook", description_text="Soup.")
    assert titles(member, "steel", filters=filters, mode="keyword") == expected


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({"colour": "red"}, "colour"),
        ({"filters": {"colour": "red"}}, "filters.colour"),
        ({"filters": {"remote": "moon"}}, "filters.remote"),
        ({"filters": {"country": "DEU"}}, "filters.country"),
        ({"filters": {"salary_min": "many"}}, "filters.salary_min"),
        ({"filters": {"salary_min": -1}}, "filters.salary_min"),
        ({"filters": {"client_score_min": 101}}, "filters.client_score_min"),
        ({"filters": {"saved": "yes"}}, "filters.saved"),
        (
            {"filters": {"posted_after": "2026-09-02T00:00:00Z", "posted_before": "2026-09-01T00:00:00Z"}},
            "filters.posted_after",
        ),
        ({"filters": []}, "filters"),
        ({"facets": ["colour"]}, "facets.0"),
        ({"mode": "psychic"}, "mode"),
        ({"page_size": 0}, "page_size"),
        ({"page_size": 101}, "page_size"),
        ({"resume_id": "mine"}, "resume_id"),
        ({"cursor": "rubbish"}, "cursor"),
        ({"query": "x" * 401}, "query"),
        ({"query": "a\u0000b"}, "query"),
        ({"query": 7}, "query"),
    ],
)
def test_bad_questions_are_refused_by_name(member: Person, body: dict[str, Any], attr: str) -> None:
    response = member.client.post("/api/v1/jobs/search/", body, content_type=JSON)
    problem = response.json()
    assert (response.status_code, problem["code"]) == (400, "validation_error")
    assert problem["errors"][0]["attr"] == attr


def test_who_may_search(member: Person, anonymous: Client) -> None:
    assert search(anonymous).status_code == 401
    assert search(make_person(workspace_of=member, role=Role.VIEWER).client).status_code == 200
    assert search(program(made(member, scopes=["vacancies:read"])["key"])).status_code == 200
    assert search(program(made(member, scopes=["resumes:read"])["key"])).status_code == 403


def test_hidden_closed_and_merged_ones_are_never_found(member: Person) -> None:
    kept = make_vacancy(title="Baker of bread")
    hidden = make_vacancy(title="Baker of buns")
    make_vacancy(title="Baker of pies", status="closed", closed_at=NOW)
    make_vacancy(title="Baker of cakes", merged_into=kept)
    member.client.post(f"/api/v1/vacancies/{hidden.pk}/hide/")
    for mode in ("keyword", "hybrid", "semantic"):
        assert titles(member, "baker", mode=mode) in ([kept.title], [])
    answer = found(member, "baker", facets=["company"])
    assert (answer["count"], answer["facets"]["company"][0]["count"]) == (1, 1)


def test_own_vacancies_are_found_by_words_and_by_what_their_title_means(
    member: Person, stranger: Person
) -> None:
    own = {"title": "Krankenpfleger", "description_html": "Sourdough."}
    for person in (member, stranger):
        assert person.client.post("/api/v1/vacancies/", own, content_type=JSON).status_code == 201
    (hit,) = found(member, "sourdough")["results"]
    assert (hit["vacancy"]["origin"], hit["found_by"]) == ("own", ["text"])
    (hit,) = found(member, "registered nurse")["results"]
    assert (hit["vacancy"]["origin"], hit["found_by"]) == ("own", ["occupation"])
    assert titles(member, "registered nurse -sourdough") == []


def test_an_occupation_is_found_whatever_its_title_calls_it(member: Person) -> None:
    of_occupation(make_vacancy(title="Lkw-Fahrer", description_text="Nachts."), "truck-driver")
    of_occupation(make_vacancy(title="Koch", description_text="Suppe."), "cook")
    answer = found(member, "trucker")
    assert [(hit["vacancy"]["title"], hit["found_by"]) for hit in answer["results"]] == [
        ("Lkw-Fahrer", ["occupation"])
    ]
    # No vectors yet: so it is said.
    assert answer["mode"] == "keyword"
    (named,) = answer["expanded_to"]["occupations"]
    assert (named["occupation"], named["words"]) == ("truck-driver", "trucker")
    assert "truck driver" in answer["expanded_to"]["forms"]
    assert all(near["name"] and 0 < near["nearness"] < 1 for near in answer["expanded_to"]["near"])
    assert answer["expanded_to"]["near"] and answer["expanded_to"]["skills"]
    assert titles(member, "trucker", mode="keyword") == []
    assert titles(member, "trucker -nachts") == []
    assert titles(member, 'trucker "nachts"') == ["Lkw-Fahrer"]
    assert titles(member, "trucker", filters={"country": "AT"}) == []


def test_the_other_words_of_the_question_decide_within_an_occupation(member: Person) -> None:
    for number in range(3):
        of_occupation(make_vacancy(title=f"Lkw-Fahrer {number}", location_text="DE · Kiel"), "truck-driver")
    wanted = make_vacancy(title="Kraftfahrer", location_text="AT · Graz", posted_at=NOW - timedelta(days=300))
    of_occupation(wanted, "truck-driver")
    assert titles(member, "trucker graz")[0] == "Kraftfahrer"


def test_a_resume_joins_the_order_and_its_fit_is_shown(member: Person) -> None:
    resume = make_resume(member)
    better = posted("Welder", listed_at=NOW - timedelta(days=60))
    worse = posted("Welder", "Requirements:\n- Pastry\n- Menu planning\n- Food safety\n", listed_at=NOW)
    first = found(member, "welder", mode="keyword")["results"][0]
    assert first["vacancy"]["id"] == str(worse.pk)
    hits = found(member, "welder", mode="keyword", resume_id=str(resume.pk))["results"]
    assert [hit["vacancy"]["id"] for hit in hits] == [str(better.pk), str(worse.pk)]
    matched = {
        row["vacancy"]["id"]: {"score": row["score"], "band": row["band"]}
        for row in member.client.get(f"/api/v1/resumes/{resume.pk}/matches/").json()["results"]
    }
    assert {hit["vacancy"]["id"]: hit["fit"] for hit in hits} == matched


def test_a_resume_alone_is_a_question(member: Person) -> None:
    resume = make_resume(member)
    better = posted("Welder", listed_at=NOW - timedelta(days=60))
    other = make_vacancy(title="Florist", description_text="Roses.")
    hits = found(member, resume_id=str(resume.pk))["results"]
    assert [hit["vacancy"]["id"] for hit in hits] == [str(better.pk), str(other.pk)]
    assert hits[0]["fit"]["score"] > hits[1]["fit"]["score"]


def test_a_strangers_resume_is_404(member: Person, stranger: Person) -> None:
    assert search(stranger.client, resume_id=str(make_resume(member).pk)).status_code == 404


def test_facets_count_what_is_found(bakery: Person) -> None:
    make_vacancy(
        title="Oven builder", description_text="For bread.", company_name="Nord Ironworks", remote="remote"
    )
    # Holds no such word, but is the work of whoever asks for bread.
    of_occupation(make_vacancy(title="Bäcker", remote="remote"), "baker")
    answer = found(bakery, "bread", facets=["company", "remote"])
    assert answer["count"] == len(answer["results"]) == 4
    assert [(each["value"], each["count"]) for each in answer["facets"]["company"]] == [
        ("Kestrel Works", 3),
        ("Nord Ironworks", 1),
    ]
    for value in answer["facets"]["company"]:
        assert found(bakery, "bread", filters=value["filters"])["count"] == value["count"]


def test_queries_do_not_grow_with_the_rows(member: Person) -> None:
    resume, counts = make_resume(member), []
    for rows in (1, 1, 4, 15):
        for _ in range(rows):
            of_occupation(posted(), "welder")
        with CaptureQueriesContext(connections["default"]) as asked:
            found(member, "welder steel", resume_id=str(resume.pk), facets=["skills", "company"])
        counts.append(len(asked))
    # The first had words to learn that the process then knows.
    assert counts[1] == counts[2] == counts[3] <= 22, counts
