"""`companies/{id}/research/`: from our own rows, by the company's index."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import as_system
from apps.vacancies.companies import selectors
from apps.vacancies.models import Company, MergeDecision, RawPosting, Source, Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.vacancies.marketplace import make_client, make_own

pytestmark = pytest.mark.usefixtures("database")


def get(person: Person, company_id: object) -> dict[str, Any]:
    answer = person.client.get(f"/api/v1/companies/{company_id}/research/")
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def make_openings(count: int, **fields: Any) -> Vacancy:
    now = timezone.now()
    for number in range(count):
        listed = now - timedelta(days=40 + number)
        last = make_vacancy(
            **{
                "posted_at": listed, "first_seen_at": listed, "skills": ["welding"], "seniority": "senior",
                "remote": "onsite", "salary_year_min": 40_000, "salary_year_max": 50_000, "salary_currency": "EUR",
                **fields,
            }
        )  # fmt: skip
    return last


def test_the_whole_answer(member: Person) -> None:
    row = make_openings(6, repost_count=1)
    make_vacancy(company_name="Another", skills=["baking"])
    found = get(member, row.company_id)
    months = found.pop("months")
    assert len(months) == 12
    assert sum(month["opened"] for month in months) == months[-1]["open_at_end"] == 6
    assert found.pop("observed_since").endswith("Z")
    pay = {"currency": "EUR", "n": 6, "min": 40_000.0, "median": 45_000.0, "max": 50_000.0}
    assert sorted(found.pop("pay"), key=lambda one: one["group"]) == [
        {**pay, "group": ""},
        {**pay, "group": "senior"},
    ]

    def mix(value: str) -> dict[str, Any]:
        return {"n": 6, "shares": [{"value": value, "n": 6, "share": 1.0}]}

    assert found == {
        "company_id": str(row.company_id),
        "kind": "employer",
        "vacancies": 6,
        "open_vacancies": 6,
        "is_complete": True,
        "opened_per_month": {"n": 6, "value": 4.06},
        "budgets": [],
        "skills": mix("welding"),
        "seniority": mix("senior"),
        "remote": mix("onsite"),
        "countries": mix("DE"),
        "repost_rate": {"n": 6, "value": 1.0},
        "median_days_open": {"n": 0, "value": None},
        "ghost_share": {"n": 6, "value": 0.0},
    }


def test_a_company_without_vacancies_answers_zeros(member: Person) -> None:
    with as_system():
        company = Company.objects.create(name="Anvil", key="anvil")
    found = get(member, company.pk)
    assert (found["vacancies"], found["open_vacancies"], found["observed_since"]) == (0, 0, None)
    assert (found["skills"], found["pay"]) == ({"n": 0, "shares": None}, [])
    assert (
        member.client.get("/api/v1/companies/00000000-0000-7000-8000-000000000000/research/").status_code
        == 404
    )


def test_a_client_is_researched_the_same_way(member: Person) -> None:
    client = make_client(member)
    for number in range(5):
        make_own(
            member, client=client, source_id=str(number), budget_type="hourly", budget_min=20, budget_max=30
        )
    found = get(member, client.pk)
    assert (found["kind"], found["vacancies"]) == ("client", 5)
    assert {(one["group"], one["n"], one["median"]) for one in found["budgets"]} == {
        ("", 5, 25.0),
        ("hourly", 5, 25.0),
    }


def test_what_was_merged_counts_once(member: Person) -> None:
    row = make_openings(5)
    merged = make_openings(1)
    with as_system():
        Vacancy.objects.filter(pk=merged.pk).update(merged_into=row)
    assert get(member, row.company_id)["vacancies"] == 5


def test_evergreens_count_as_signs(member: Person) -> None:
    row = make_openings(5, title="Talent pool")
    assert get(member, row.company_id)["ghost_share"] == {"n": 5, "value": 1.0}


def test_of_a_large_company_the_newest_are_read_and_it_says_so(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "MOST_OPENINGS", 5)
    row = make_openings(7)
    found = get(member, row.company_id)
    assert (found["vacancies"], found["is_complete"]) == (5, False)


def test_queries_are_constant_and_go_by_the_company(member: Person) -> None:
    row = make_openings(2)
    with CaptureQueriesContext(connections["default"]) as few:
        get(member, row.company_id)
    make_openings(20)
    with CaptureQueriesContext(connections["default"]) as many:
        get(member, row.company_id)
    assert len(few) == len(many)
    read = next(
        query["sql"] for query in many if "salary_year_min" in query["sql"] and "merged_into" in query["sql"]
    )
    rows = [Vacancy(title=f"N{n}", company_id=_other(n).pk, company_name="x") for n in range(1500)]
    Vacancy.objects.using("system").bulk_create(rows)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE vacancies_vacancy")
        cursor.execute(f"EXPLAIN {read}")
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "vacancy_by_company" in plan or "company_id" in plan
    assert "Seq Scan on vacancies_vacancy" not in plan, plan


def _other(number: int) -> Company:
    with as_system():
        return Company.objects.get_or_create(
            key=f"other {number % 30}", defaults={"name": f"Other {number % 30}"}
        )[0]


def test_ghost_signal_of_a_vacancy(member: Person) -> None:
    now = timezone.now()
    row = make_vacancy(
        title="Talent pool", posted_at=now - timedelta(days=100), repost_count=2, description_text="We weld."
    )
    with as_system():
        posting = RawPosting.objects.create(
            source=Source.objects.create(kind="lever", board="kestrel"), source_posting_id="1", payload={},
            payload_hash="x", adapter_version=1, fetched_at=now, first_seen_at=now, last_seen_at=now,
        )  # fmt: skip
        MergeDecision.objects.create(
            posting=posting,
            vacancy=row,
            kind="evergreen",
            state="applied",
            confidence=0.9,
            reason="same text",
        )
    signal = member.client.get(f"/api/v1/vacancies/{row.pk}/").json()["ghost_signal"]
    assert signal == {
        "level": "high",
        "score": 0.79,
        "reasons": [
            {"code": "pipeline_title", "sentence": "Its title asks for people in general, not for somebody for one position."},
            {"code": "evergreen", "sentence": "The same text comes back under new numbers, as postings do that are never filled."},
            {"code": "reposted", "sentence": "It has been posted anew twice."},
            {"code": "open_long", "sentence": "It has been listed for more than 90 days."},
        ],
    }  # fmt: skip
    with as_system():
        MergeDecision.objects.update(state="undone")
        Vacancy.objects.filter(pk=row.pk).update(status="closed", closed_at=now)
    assert member.client.get(f"/api/v1/vacancies/{row.pk}/").json()["ghost_signal"]["level"] == "none"
