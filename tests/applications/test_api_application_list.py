"""`GET applications/`"""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.applications.workflow import State
from tests.applications.calls import BASE, TYPED_IN, begin, move
from tests.factories.accounts import Person
from tests.factories.applications import make_application
from tests.factories.vacancies import make_vacancy

pytestmark = pytest.mark.usefixtures("database")


def titles(person: Person, query: str) -> list[str]:
    response = person.client.get(f"{BASE}?{query}")
    assert response.status_code == 200, response.content
    return [row["vacancy"]["title"] for row in response.json()["results"]]


@pytest.fixture
def three(member: Person) -> dict[str, str]:
    """Ids by title: a saved one of the catalogue, an applied and a rejected one typed in."""
    baker = make_vacancy(title="Night Baker", company_name="Rye & Sons Ltd")
    made = {
        "Night Baker": begin(member, vacancy_id=str(baker.pk)),
        "Glass Blower": begin(member, **TYPED_IN, state="applied"),
        "Wood Turner": begin(member, title="Wood Turner", company_name="Lathe 100% Ltd", state="rejected"),
    }
    return {title: body["id"] for title, body in made.items()}


def test_a_row_is_what_the_detail_says(member: Person, three: dict[str, str]) -> None:
    body = member.client.get(BASE).json()
    assert (body["count"], body["count_exact"], body["next"], body["previous"]) == (3, True, None, None)
    for row in body["results"]:
        assert row == member.client.get(f"{BASE}{row['id']}/").json()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Wood Turner", "Glass Blower", "Night Baker"]),
        ("ordering=updated_at", ["Night Baker", "Glass Blower", "Wood Turner"]),
        ("ordering=created_at", ["Night Baker", "Glass Blower", "Wood Turner"]),
        ("ordering=applied_at&page_size=1", ["Glass Blower"]),
        ("state=saved", ["Night Baker"]),
        ("state=saved,rejected", ["Wood Turner", "Night Baker"]),
        ("state=offer", []),
        ("q=baker", ["Night Baker"]),
        ("q=kiln", ["Glass Blower"]),
        ("q=rye+night", ["Night Baker"]),
        ("q=rye+glass", []),
        ("q=100%25", ["Wood Turner"]),
        ("q=_", []),
        ("q=ltd&state=applied", ["Glass Blower"]),
    ],
)
def test_filters_and_ordering(member: Person, three: dict[str, str], query: str, expected: list[str]) -> None:
    assert titles(member, query) == expected


def test_by_vacancy(member: Person, three: dict[str, str]) -> None:
    for title, application_id in three.items():
        vacancy_id = member.client.get(f"{BASE}{application_id}/").json()["vacancy"]["id"]
        assert titles(member, f"vacancy_id={vacancy_id}") == [title]


def test_what_was_moved_last_comes_first(member: Person, three: dict[str, str]) -> None:
    assert move(member, three["Night Baker"], "applied").status_code == 200
    assert titles(member, "")[0] == "Night Baker"


@pytest.mark.parametrize(
    ("query", "attr"),
    [
        ("state=flying", "state"),
        ("state=saved,flying", "state"),
        ("ordering=note", "ordering"),
        ("vacancy_id=seven", "vacancy_id"),
        ("colour=red", "colour"),
        ("q=" + "x" * 201, "q"),
        ("page_size=101", "page_size"),
    ],
)
def test_bad_parameters_are_named(member: Person, query: str, attr: str) -> None:
    response = member.client.get(f"{BASE}?{query}")
    assert (response.status_code, response.json()["errors"][0]["attr"]) == (400, attr)


def test_list_hides_other_workspaces(member: Person, stranger: Person, three: dict[str, str]) -> None:
    assert stranger.client.get(BASE).json()["count"] == 0
    assert member.client.get(BASE).json()["count"] == 3


def test_pages_by_cursor_reach_every_row_once(member: Person) -> None:
    made = {str(make_application(member).pk) for _ in range(5)}
    seen: list[str] = []
    url = f"{BASE}?cursor=&page_size=2&ordering=applied_at"
    while url:
        body = member.client.get(url).json()
        seen += [row["id"] for row in body["results"]]
        url = body["next"]
    assert len(seen) == 5
    assert set(seen) == made


def test_the_number_of_queries_does_not_grow(member: Person) -> None:
    counts = []
    for rows in (1, 5, 20):
        while member.client.get(BASE).json()["count"] < rows:
            make_application(member, state=State.APPLIED)
            if member.client.get(BASE).json()["count"] < rows:
                begin(member)
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(member.client.get(BASE).json()["results"]) == rows
        counts.append(len(captured))
    assert len(set(counts)) == 1, counts
