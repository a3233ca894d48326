"""The first proof of the tenancy design: at 300,000 rows, as `foothold_app`, the list's plans use their indexes."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting
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


def read_page(person: Person, asked: str) -> str:
    """The SQL that read the rows of this page, with its values."""
    with CaptureQueriesContext(connections["default"]) as sent:
        answer = person.client.get(f"/api/v1/vacancies/?{asked}")
    assert answer.status_code == 200, answer.content
    sent_sql = [str(query["sql"]) for query in sent.captured_queries]
    # A count of very many is an estimate, which is an EXPLAIN of its own.
    (page,) = [sql for sql in sent_sql if '"snippet"' in sql and not sql.startswith("EXPLAIN")]
    return page


def explained(sql: str) -> list[dict[str, Any]]:
    with connections["default"].cursor() as cursor:
        # As it is sent: no values are bound beside it.
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
        found = cursor.fetchone()[0]
    plan = json.loads(found) if isinstance(found, str) else found
    return nodes(plan[0]["Plan"])


# Questions to `listVacancies`, each with the index that its page must use.
HOT = {
    "newest": ("", "vacancy_newest"),
    "a later page": ("page=40", "vacancy_newest"),
    "rare word": ("q=rare77", "vacancy_search"),
    "two words": ("q=rare77+common", "vacancy_search"),
    "all skills": ("skills=skill-7,skill-3", "vacancy_skills"),
    # Which of two indexes is cheaper for part of a name is the planner's to say; it must be one of them.
    "a company": ("company=Company+2718", "vacancy_"),
    "a place": ("location=City42", "vacancy_"),
    "remote, newest": ("remote=remote", "vacancy_newest"),
    "remote, from a country": ("remote_from=PT", "vacancy_scopes"),
    "well paid": ("salary_min=179990", "vacancy_salary"),
    "since": ("posted_after=2026-08-30T00:00Z", "vacancy_newest"),
}


def test_plans_use_their_indexes_as_the_application_role(member: Person, many: None) -> None:
    asked = {name: read_page(member, question) for name, (question, _) in HOT.items()}
    first = member.client.get("/api/v1/vacancies/?cursor=&page_size=100").json()["next"]
    asked["far down by cursor"] = read_page(member, urlsplit(first).query)
    with acting(member.caller):
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT current_user, count(*) FROM vacancies_vacancy")
            assert cursor.fetchone() == ("foothold_app", ROWS)
        for name, sql in asked.items():
            _, index = HOT.get(name, ("", "vacancy_newest"))
            plan = explained(sql)
            used = [node["Index Name"] for node in plan if "Index Name" in node]
            scanned = [
                node
                for node in plan
                if node["Node Type"] == "Seq Scan" and node["Relation Name"] == "vacancies_vacancy"
            ]
            assert not scanned, (name, plan)
            assert any(each.startswith(index) for each in used), (name, used)
