"""`companies/`: who hires, of the catalogue and of the workspace's marketplaces, in one list."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import as_system
from apps.vacancies.models import Company, Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.marketplace import make_client, make_own

pytestmark = pytest.mark.usefixtures("database")


def get(person: Person, path: str = "") -> Any:
    answer = person.client.get(f"/api/v1/companies/{path}")
    assert answer.status_code == 200, answer.content
    return answer.json()


def names(person: Person, query: str = "") -> list[str]:
    return [row["name"] for row in get(person, query)["results"]]


def make_company(name: str, **fields: Any) -> Company:
    with as_system():
        return Company.objects.create(name=name, key=name.casefold(), **fields)


def test_the_whole_row(member: Person) -> None:
    company = make_vacancy(company_name="Kestrel Works").company
    make_vacancy(company_name="Kestrel Works", status="closed", closed_at=datetime(2026, 9, 2, tzinfo=UTC))
    merged = make_vacancy(company_name="Kestrel Works")
    with as_system():
        Company.objects.filter(pk=company.pk).update(website="https://kestrel.example.com")
        Vacancy.objects.filter(pk=merged.pk).update(merged_into=make_vacancy(company_name="Other"))
    assert get(member, "?q=kestrel")["results"] == [
        {
            "id": str(company.pk), "name": "Kestrel Works", "kind": "employer", "logo_url": "",
            "website": "https://kestrel.example.com", "location": "", "open_vacancies": 1,
        }
    ]  # fmt: skip
    assert get(member, f"{company.pk}/") == {**get(member, "?q=kestrel")["results"][0], "client": None}


def test_a_client_is_a_company_of_the_workspace(member: Person, stranger: Person) -> None:
    client = make_client(
        member, company_name="Quayside Cranes", total_spent=Decimal(48_000), currency="USD", hire_rate=0.9, rating=4.9,
        reviews_count=1, reviews=[{"rating": 5.0, "comment": "Paid on time.", "date": "2026-10-01"}], jobs_posted=31,
        active_jobs=2, score=88,
    )  # fmt: skip
    make_own(member, client=client)
    (row,) = get(member, "?kind=client")["results"]
    assert row == {
        "id": str(client.pk), "name": "Quayside 1", "kind": "client", "logo_url": "", "website": "", "location": "Norway",
        "open_vacancies": 1,
    }  # fmt: skip
    whole = get(member, f"{client.pk}/")
    score = whole["client"].pop("score")
    assert whole == {
        **row,
        "client": {
            "platform": "upwork", "platform_id": "c1", "company_name": "Quayside Cranes", "total_spent": 48_000.0,
            "currency": "USD", "hire_rate": 0.9, "rating": 4.9, "reviews_count": 1, "jobs_posted": 31, "active_jobs": 2,
            "reviews": [{"rating": 5.0, "comment": "Paid on time.", "date": "2026-10-01"}], "fetched_at": None,
        },
    }  # fmt: skip
    assert (score["value"], score["known"]) == (88, 1.0)
    assert score["parts"][1] == {
        "code": "hire_rate", "sentence": "Hires for 90% of what they post.", "points": 22.5, "most": 25,
    }  # fmt: skip
    assert names(stranger) == []
    for path in ("", "research/"):
        assert stranger.client.get(f"/api/v1/companies/{client.pk}/{path}").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Anvil", "Bellows", "Quayside 1", "Rivet"]),
        ("?ordering=-name", ["Rivet", "Quayside 1", "Bellows", "Anvil"]),
        ("?q=vil", ["Anvil"]),
        ("?q=ANVIL GmbH", ["Anvil"]),
        ("?q=quay", ["Quayside 1"]),
        ("?q=100%25", []),
        ("?kind=agency", ["Bellows"]),
        ("?kind=employer", ["Anvil", "Rivet"]),
        ("?kind=client", ["Quayside 1"]),
        ("?has_open=true", ["Anvil"]),
        ("?has_open=false", ["Bellows", "Quayside 1", "Rivet"]),
        ("?has_open=true&kind=client", []),
    ],
)
def test_filters(member: Person, query: str, found: list[str]) -> None:
    make_company("Anvil")
    make_company("Bellows", kind="agency")
    make_company("Rivet")
    make_vacancy(company_name="Anvil")
    make_vacancy(company_name="Rivet", status="closed", closed_at=datetime(2026, 9, 2, tzinfo=UTC))
    make_client(member)
    assert names(member, query) == found


@pytest.mark.parametrize(
    ("query", "attr"),
    [
        ("?kind=charity", "kind"), ("?has_open=maybe", "has_open"), ("?ordering=created_at", "ordering"),
        ("?colour=red", "colour"), ("?q=%00", "q"), ("?cursor=rubbish", "cursor"),
    ],
)  # fmt: skip
def test_bad_parameters_are_refused_by_name(member: Person, query: str, attr: str) -> None:
    answer = member.client.get(f"/api/v1/companies/{query}")
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, attr)


def test_pages_and_cursors_walk_both_tables_in_one_order(member: Person) -> None:
    for number in range(12):
        make_company(f"{'éEzÄa b'[number % 7]}{number}")
        make_client(member, platform_id=str(number), name=f"{'aZ-öe'[number % 5]}{number % 4}")
    for ordering in ("name", "-name"):
        walks = []
        for start in (f"?page_size=5&ordering={ordering}", f"?page_size=4&ordering={ordering}&cursor="):
            walked, url = [], start
            while url:
                body = get(member, url)
                walked += [row["id"] for row in body["results"]]
                url = "?" + body["next"].split("?")[1] if body["next"] else ""
            walks.append(walked)
        assert len(set(walks[0])) == 24
        assert walks[0] == walks[1]


def test_as_many_queries_at_1_5_and_20_rows(member: Person) -> None:
    make_client(member)
    counts = []
    for rows in (0, 4, 15):
        for number in range(rows):
            make_vacancy(company_name=f"Works {rows} {number}")
        with CaptureQueriesContext(connections["default"]) as queries:
            get(member)
        counts.append(len(queries))
    assert counts[0] == counts[1] == counts[2]


def test_a_vacancy_leads_to_its_company(member: Person) -> None:
    make_vacancy()
    (vacancy,) = member.client.get("/api/v1/vacancies/").json()["results"]
    assert get(member, f"{vacancy['company']['id']}/")["name"] == vacancy["company"]["name"]


def test_only_clients_are_refreshed(member: Person) -> None:
    company = make_company("Anvil")
    answer = member.client.post(f"/api/v1/companies/{company.pk}/refresh/", content_type="application/json")
    assert answer.status_code == 404


def test_the_first_page_reads_the_index_of_names_and_no_more(member: Person) -> None:
    make_client(member)
    rows = [Company(name=f"Works {n}", key=f"works {n}") for n in range(3000)]
    Company.objects.using("system").bulk_create(rows)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_company")
    with CaptureQueriesContext(connections["default"]) as queries:
        get(member)
    (read,) = [
        query["sql"] for query in queries if "ORDER BY" in query["sql"] and "UNION ALL" in query["sql"]
    ]
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"EXPLAIN {read}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Merge Append" in plan and "company_by_name" in plan, plan
