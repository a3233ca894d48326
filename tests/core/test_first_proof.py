"""The first proof of the tenancy design: at 300,000 rows, as `foothold_app`, the list's plans use their indexes."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connections
from django.db.models import QuerySet

from apps.core.api.listing import QuerySetListing
from apps.core.db import acting
from apps.vacancies import querysets
from tests.factories.accounts import Person

pytestmark = [pytest.mark.prove, pytest.mark.usefixtures("database")]
ROWS = 300_000

# Rows as varied as a catalogue: words of very different rarity, 3,000 employers, 200 places, 400 skills.
LOAD = """
INSERT INTO vacancies_company (id, created_at, updated_at, name, key, kind, logo_url, website)
SELECT gen_random_uuid(), now(), now(), 'Company ' || n, 'company ' || n, 'employer', '', ''
FROM generate_series(1, 3000) n;

INSERT INTO vacancies_vacancy (
    id, created_at, updated_at, title, title_key, company_name, company_logo_url, locations, location_text, countries,
    remote, employment_type, seniority, salary_min, salary_max, salary_currency, salary_period, salary_year_min,
    salary_year_max, skills, requirements, description_html, description_text, snippet, language, department, url,
    apply_url, source, source_id, posted_at, first_seen_at, last_seen_at, listed_at, status, repost_count, company_id,
    content_hash, field_sources, budget_type, job_function, remote_scopes, time_zones)
SELECT gen_random_uuid(), now(), now(), 'Engineer number ' || n, '', c.name, '', '[]', 'City' || (n %% 200) || ' · DE',
    ARRAY['DE'], (ARRAY['remote', 'onsite', 'hybrid', ''])[1 + n %% 4], '', '', NULL, NULL, '', '',
    20000 + n %% 100000, 30000 + n %% 150000,
    ARRAY['skill-' || n %% 400, 'skill-' || n %% 97], '{}', '', 'common words in every text rare' || n %% 5000, '', 'en', '',
    '', '', 'greenhouse', n::text, m.at, m.at, m.at, m.at, 'open', 0, c.id, '', '{}', '', '',
    ARRAY[CASE WHEN n %% 400 = 0 THEN 'PT' ELSE 'DE' END], '{}'
FROM generate_series(1, %(rows)s) n
JOIN (SELECT id, name, row_number() OVER (ORDER BY key) AS k FROM vacancies_company) c ON c.k = 1 + n %% 3000
CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01 00:00Z' + n * interval '70 seconds' AS at) m;
"""


@pytest.fixture
def many(database: None) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(LOAD, {"rows": ROWS})
        cursor.execute("ANALYZE vacancies_vacancy")
        cursor.execute("ANALYZE vacancies_company")


def nodes(plan: dict[str, Any]) -> list[dict[str, Any]]:
    return [plan, *(node for child in plan.get("Plans", []) for node in nodes(child))]


def explained(rows: QuerySet[Any]) -> list[dict[str, Any]]:
    sql, params = rows.query.sql_with_params()
    with connections["default"].cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        found = cursor.fetchone()[0]
    plan = json.loads(found) if isinstance(found, str) else found
    return nodes(plan[0]["Plan"])


def hot_queries() -> dict[str, tuple[QuerySet[Any], str]]:
    """Queries of `listVacancies`, each with the index it must use."""
    rows = querysets.not_hidden(querysets.catalogue().filter(status="open"))

    def first_page(found: QuerySet[Any], ordering: str = "-listed_at") -> QuerySet[Any]:
        return QuerySetListing(found, ordering).queryset[:21]

    behind = QuerySetListing(rows, "-listed_at")
    later = behind.queryset.filter(
        behind._behind("2026-03-01 00:00+00:00", "01a1fbcd-96a9-74f9-b860-e22974244617")
    )[:21]
    return {
        "newest": (first_page(rows), "vacancy_newest"),
        "far down by cursor": (later, "vacancy_newest"),
        "rare word": (first_page(querysets.with_text(rows, "rare77")), "vacancy_search"),
        "two words": (first_page(querysets.with_text(rows, "rare77 common")), "vacancy_search"),
        "all skills": (first_page(querysets.with_all_skills(rows, ["skill-7", "skill-3"])), "vacancy_skills"),
        # Which of two indexes is cheaper for part of a name is the planner's to say; it must be one of them.
        "a company": (first_page(querysets.company_like(rows, "%Company 2718%")), "vacancy_"),
        "a place": (first_page(querysets.place_like(rows, "%City42 ·%")), "vacancy_"),
        "remote, newest": (first_page(rows.filter(remote="remote")), "vacancy_newest"),
        "remote, from a country": (
            first_page(querysets.remote_within(rows, querysets.scopes_of("PT"))),
            "vacancy_scopes",
        ),
        "well paid": (first_page(querysets.paying_from(rows, 179_990)), "vacancy_salary"),  # type: ignore[arg-type]
        "since": (first_page(querysets.posted_between(rows, after="2026-08-30T00:00Z")), "vacancy_newest"),  # type: ignore[arg-type]
    }


def test_plans_use_their_indexes_as_the_application_role(member: Person, many: None) -> None:
    with acting(member.caller):
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT current_user, count(*) FROM vacancies_vacancy")
            assert cursor.fetchone() == ("foothold_app", ROWS)
        for name, (rows, index) in hot_queries().items():
            plan = explained(rows)
            used = [node["Index Name"] for node in plan if "Index Name" in node]
            scanned = [
                node
                for node in plan
                if node["Node Type"] == "Seq Scan" and node["Relation Name"] == "vacancies_vacancy"
            ]
            assert not scanned, (name, plan)
            assert any(each.startswith(index) for each in used), (name, used)
