"""At 300,000 rows, as `foothold_app`: no query of a search reads through the catalogue, and each uses its index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.core.db import acting
from apps.matching.search import Answer, answer
from tests.core.test_first_proof import many, nodes
from tests.factories.accounts import Person

__all__ = ["many"]
pytestmark = [pytest.mark.prove, pytest.mark.usefixtures("database", "learnt_nothing")]

PROFILES = """
INSERT INTO matching_vacancyprofile
    (id, created_at, updated_at, vacancy_id, vacancy_updated_at, reader, occupation, listed_at, facts)
SELECT gen_random_uuid(), now(), now(), id, updated_at, '', CASE WHEN hashtext(id::text) %% 40 = 0 THEN 'truck-driver'
    ELSE 'occupation-' || abs(hashtext(id::text)) %% 300 END, listed_at, '{}' FROM vacancies_vacancy
"""


@pytest.fixture
def learnt_nothing(tmp_path: Path, settings: Any) -> None:
    settings.SEMANTIC_ROOT = tmp_path / "semantic"


@pytest.fixture
def profiles(many: None) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(PROFILES.replace("%%", "%"))
        cursor.execute("ANALYZE matching_vacancyprofile")


def plans_of(person: Person, **asked: Any) -> tuple[Answer, set[str]]:
    """The answer, and the indexes of its queries. No query may read through the catalogue."""
    with acting(person.caller):
        with CaptureQueriesContext(connections["default"]) as queries:
            found = answer(caller=person.caller, **asked)
        asked_for = [each["sql"] for each in queries.captured_queries]
        # What the planner is only asked about is never run.
        reads = [sql for sql in asked_for if "vacancies_vacancy" in sql and not sql.startswith("EXPLAIN")]
        # A count to 1,001 ends at the 1,001st: of a word that every row holds, reading row after row is the shortest way.
        reads = [sql for sql in reads if "pg_" not in sql and "LIMIT 1001" not in sql]
        used: set[str] = set()
        for sql in reads:
            with connections["default"].cursor() as cursor:
                cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}")
                plan = cursor.fetchone()[0]
            steps = nodes((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"])
            through = [
                step
                for step in steps
                if step["Node Type"].endswith("Seq Scan") and step["Relation Name"] == "vacancies_vacancy"
            ]
            assert not through, sql
            used |= {step["Index Name"] for step in steps if "Index Name" in step}
    return found, used


def test_each_way_in_and_each_page_uses_its_index(member: Person, profiles: None) -> None:
    rare, used = plans_of(member, query="rare77")
    assert len(rare.results) == 20
    assert "vacancy_search" in used and "vacancies_vacancy_pkey" in used
    assert "vacancy_newest" not in used

    common, used = plans_of(member, query="common")
    assert common.count_exact is False and common.count and common.count > 200_000
    assert "vacancy_newest" in used

    named, used = plans_of(member, query="truck driver")
    assert named.results[0].found_by == ["occupation"]
    assert "profile_by_occupation" in used

    # Far down, a page starts where the last one ended.
    found, _ = plans_of(member, query="common", page_size=100)
    for _ in range(3):
        assert found.next
        found, used = plans_of(member, query="common", page_size=100, cursor=found.next)
    assert found.results[0].score == 0
    assert "vacancy_newest" in used
