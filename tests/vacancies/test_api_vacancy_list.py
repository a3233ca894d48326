"""`GET vacancies/`: filters, order, pages, cursors."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.vacancies.models import Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.marketplace import make_client, make_own

pytestmark = pytest.mark.usefixtures("database")


def get(person: Person, query: str = "") -> dict[str, Any]:
    response = person.client.get(f"/api/v1/vacancies/{query}")
    assert response.status_code == 200, response.content
    body: dict[str, Any] = response.json()
    return body


def titles(person: Person, query: str = "") -> list[str]:
    return [row["title"] for row in get(person, query)["results"]]


def test_the_whole_row(member: Person) -> None:
    vacancy = make_vacancy(title="Baker", skills=["baking"], remote="onsite", salary_min=Decimal("17.50"),
                           salary_currency="USD", salary_period="hour")  # fmt: skip
    (row,) = get(member)["results"]
    for stamp in ("first_seen_at", "last_seen_at"):
        assert row.pop(stamp).endswith("Z")
    assert row == {
        "id": str(vacancy.pk),
        "title": "Baker",
        "company": {"id": str(vacancy.company_id), "name": "Kestrel Works", "logo_url": ""},
        "locations": [{"remote_scope": "", **place} for place in vacancy.locations],
        "remote": "onsite",
        "employment_type": None,
        "seniority": None,
        "job_function": None,
        "salary_min": 17.5,
        "salary_max": None,
        "salary_currency": "USD",
        "salary_period": "hour",
        "skills": ["baking"],
        "snippet": "We need somebody who welds.",
        "url": vacancy.url,
        "apply_url": "",
        "source": "greenhouse",
        "source_id": vacancy.source_id,
        "posted_at": vacancy.listed_at.isoformat().replace("+00:00", "Z"),
        "closed_at": None,
        "status": "open",
        "budget": None,
        "client": None,
        "application_deadline": None,
        "visa_sponsorship": None,
        "repost_count": 0,
        "origin": "catalogue",
        "saved": False,
        "applied_at": None,
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=sourdough", ["Baker"]),
        ('?q="rye bread"', ["Baker"]),
        ("?q=bread -rye", ["Miller"]),
        ("?q=sourdough or flour", ["Miller", "Baker"]),
        ("?skills=baking,haccp", ["Baker"]),
        ("?skills=baking", ["Miller", "Baker"]),
        ("?skills_any=haccp,welding", ["Welder", "Baker"]),
        ("?company=ironw", ["Welder"]),
        ("?location=graz", ["Miller"]),
        ("?country=at", ["Miller"]),
        ("?remote=remote", ["Welder"]),
        ("?employment_type=part_time", ["Miller"]),
        ("?seniority=senior", ["Welder"]),
        ("?job_function=trades", ["Welder"]),
        ("?remote_from=pt", ["Welder"]),
        ("?remote_from=AT", ["Welder"]),
        ("?remote_from=US", []),
        ("?salary_min=50000", ["Welder"]),
        ("?salary_max=45000", ["Welder"]),
        ("?currency=eur", ["Welder"]),
        ("?posted_after=2026-09-02T12:00:00Z", ["Welder"]),
        ("?posted_before=2026-09-02T00:00:00Z", ["Baker"]),
        ("?source=lever", ["Miller"]),
        ("?status=closed", ["Gone"]),
        ("?visa_sponsorship=true", ["Welder"]),
        ("?budget_min=500", ["Miller", "Baker"]),
        ("?budget_min=501", ["Baker"]),
        ("?budget_max=450", ["Miller"]),
        ("?budget_min=501&budget_max=1000", ["Baker"]),
        ("?client_score_min=70", ["Baker"]),
        ("?skills=baking&remote=remote", []),
        ("", ["Welder", "Miller", "Baker"]),
        ("?ordering=posted_at", ["Baker", "Miller", "Welder"]),
        ("?ordering=-salary_max", ["Welder", "Miller", "Baker"]),
    ],
)
def test_filters(member: Person, query: str, found: list[str]) -> None:
    make_vacancy(title="Baker", description_text="Sourdough and rye bread.", skills=["baking", "haccp"], budget_type="fixed", budget_min=900, client_score=70,
                 posted_at=datetime(2026, 9, 1, tzinfo=UTC))  # fmt: skip
    make_vacancy(title="Miller", description_text="Flour for bread.", skills=["baking"], location_text="AT · Graz",
                 countries=["AT"], remote_scopes=["AT"], employment_type="part_time", source="lever", budget_type="hourly", budget_min=20, budget_max=500, client_score=69,
                 posted_at=datetime(2026, 9, 2, tzinfo=UTC))  # fmt: skip
    make_vacancy(title="Welder", company_name="Nord Ironworks", remote="remote", seniority="senior", job_function="trades", remote_scopes=["EMEA"],
                 skills=["welding"], salary_year_min=40000, salary_year_max=60000, salary_currency="EUR",
                 visa_sponsorship=True, posted_at=datetime(2026, 9, 3, tzinfo=UTC))  # fmt: skip
    make_vacancy(title="Gone", status="closed", closed_at=datetime(2026, 9, 4, tzinfo=UTC))
    assert titles(member, query) == found


@pytest.mark.parametrize(
    ("query", "attr"),
    [
        ("?colour=red", "colour"),
        ("?remote=moon", "remote"),
        ("?remote_from=Spain", "remote_from"),
        ("?job_function=astronaut", "job_function"),
        ("?ordering=title;drop", "ordering"),
        ("?page=0", "page"),
        ("?page=abc", "page"),
        ("?page=9", "page"),
        ("?page_size=101", "page_size"),
        ("?page=51&page_size=20", "page"),
        ("?cursor=rubbish", "cursor"),
        ("?cursor=bm90anNvbg", "cursor"),
        ("?cursor=WyIyMDI2IiwgMSwgIi1saXN0ZWRfYXQiXQ", "cursor"),
        ("?cursor=&page=1", "cursor"),
        ("?salary_min=abc", "salary_min"),
        ("?salary_min=-5", "salary_min"),
        ("?budget_min=-5", "budget_min"),
        ("?client_score_min=101", "client_score_min"),
        ("?posted_after=yesterday", "posted_after"),
        ("?posted_after=2026-09-02T00:00:00Z&posted_before=2026-09-01T00:00:00Z", "posted_after"),
        ("?q=%00", "q"),
        ("?country=DEU", "country"),
    ],
)
def test_bad_parameters_are_refused_by_name(member: Person, query: str, attr: str) -> None:
    response = member.client.get(f"/api/v1/vacancies/{query}")
    body = response.json()
    assert (response.status_code, body["code"], body["errors"][0]["attr"]) == (400, "validation_error", attr)


def test_pages_and_cursors_walk_the_same_rows(member: Person) -> None:
    for number in range(23):
        # Three share a moment, and some have no date at all: ties and nulls must neither be skipped nor repeated.
        make_vacancy(title=f"V{number}", salary_year_max=None if number % 4 == 0 else 1000 * (number // 3))
    for ordering in ("-posted_at", "posted_at", "salary_max", "-salary_max"):
        paged, url = [], f"?page_size=5&ordering={ordering}"
        while url:
            body = get(member, url)
            assert (body["count"], body["count_exact"]) == (23, True)
            paged += [row["id"] for row in body["results"]]
            url = "?" + body["next"].split("?")[1] if body["next"] else ""
        walked, url = [], f"?page_size=4&ordering={ordering}&cursor="
        while url:
            body = get(member, url)
            assert (body["count"], body["previous"]) == (None, None)
            walked += [row["id"] for row in body["results"]]
            url = "?" + body["next"].split("?")[1] if body["next"] else ""
        assert len(set(paged)) == 23
        assert walked == paged


def test_a_row_that_arrives_while_one_pages_is_neither_skipped_nor_repeated(member: Person) -> None:
    for number in range(6):
        make_vacancy(title=f"V{number}")
    first = get(member, "?page_size=3&cursor=")
    make_vacancy(title="New")
    second = get(member, "?" + first["next"].split("?")[1])
    assert [row["title"] for row in first["results"] + second["results"]] == [
        "V5",
        "V4",
        "V3",
        "V2",
        "V1",
        "V0",
    ]


def test_own_and_catalogue_are_one_list(member: Person, stranger: Person) -> None:
    make_vacancy(title="Catalogue")
    member.client.post("/api/v1/vacancies/", {"title": "Mine"}, content_type="application/json")
    assert sorted(titles(member)) == ["Catalogue", "Mine"]
    assert titles(stranger) == ["Catalogue"]


def test_beyond_result_1000_the_cursor_goes_on(member: Person) -> None:
    first = make_vacancy()
    rows = [
        Vacancy(
            title=f"N{n}",
            company_id=first.company_id,
            company_name="Kestrel Works",
            listed_at=first.listed_at,
        )
        for n in range(1100)
    ]
    Vacancy.objects.using("system").bulk_create(rows)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")
    body = get(member, "?page_size=100&page=10")
    assert body["count_exact"] is False
    assert body["count"] >= 1001
    assert "cursor=" in body["next"] and "page=" not in body["next"].replace("page_size", "")
    assert len(get(member, "?" + body["next"].split("?")[1])["results"]) == 100


def test_as_many_queries_at_1_5_and_20_rows(member: Person) -> None:
    counts = []
    for rows in (1, 4, 15):
        for _ in range(rows):
            make_vacancy()
        with CaptureQueriesContext(connections["default"]) as queries:
            get(member)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]


def test_own_ones_of_a_marketplace_show_budget_and_client_in_as_many_queries(member: Person) -> None:
    counts = []
    for number in range(3):
        for each in range(1 + 4 * number):
            client = make_client(member, platform_id=f"{number} {each}", score=80 + number)
            make_own(
                member, client=client, client_score=client.score, source_id=f"{number} {each}",
                budget_type="fixed", budget_min=100, budget_max=100 + number,
            )  # fmt: skip
        with CaptureQueriesContext(connections["default"]) as queries:
            body = get(member)
        counts.append(len(queries))
        assert all(row["client"] and row["budget"] for row in body["results"])
    assert counts[0] == counts[1] == counts[2]
    assert get(member, "?budget_min=102")["count"] == get(member, "?client_score_min=82")["count"] == 9


@pytest.mark.parametrize("query", ["?budget_min=500", "?budget_max=500", "?client_score_min=50"])
def test_what_hardly_a_row_says_is_found_by_its_index(member: Person, query: str) -> None:
    company = make_vacancy().company
    rows = [
        Vacancy(title=f"N{n}", company_id=company.pk, company_name="x", snippet="y" * 300)
        for n in range(3000)
    ]
    Vacancy.objects.using("system").bulk_create(rows)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")
    with CaptureQueriesContext(connections["default"]) as queries:
        get(member, query)
    (read,) = [q["sql"] for q in queries if 'FROM "vacancies_vacancy"' in q["sql"] and "LIMIT 21" in q["sql"]]
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"EXPLAIN {read}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "vacancy_budget" in plan or "vacancy_client_score" in plan, plan
