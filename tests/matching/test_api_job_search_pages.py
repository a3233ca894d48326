"""Paging through a search: nothing is skipped and nothing shown twice, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections
from django.test.utils import CaptureQueriesContext
from redis.exceptions import ConnectionError as Lost

from apps.core.db import as_system
from apps.matching.search import by_text
from apps.vacancies.models import Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.test_api_job_search import JSON, found, nothing_learnt, of_occupation, search
from tests.matching.test_api_resume_matches import make_resume

pytestmark = pytest.mark.usefixtures("database", "nothing_learnt")
__all__ = ["nothing_learnt"]
NOW = datetime(2026, 9, 20, tzinfo=UTC)


@pytest.fixture
def few_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with thousands of hits: most of them lie behind the ranked ones."""
    monkeypatch.setattr(by_text, "MOST", 10)
    monkeypatch.setattr(by_text, "MOST_BY_DATE", 10)


@pytest.fixture
def bakers(member: Person, few_are_ranked: None) -> list[Vacancy]:
    """Thirty that hold the word, every second in its title, and five that only their occupation names."""
    rows = [
        make_vacancy(title="Baker" if number % 2 else "Clerk", description_text="A baker works here.")
        for number in range(30)
    ]
    for number in range(5):
        rows.append(of_occupation(make_vacancy(title=f"Bäckerin {number}"), "baker"))
    return rows


def ids(answer: dict[str, Any]) -> list[str]:
    return [hit["vacancy"]["id"] for hit in answer["results"]]


def walk(
    person: Person, query: str = "baker", between: Callable[[int], None] = lambda page: None, **body: Any
) -> list[str]:
    """The ids of all pages; `between` is called with the number of each page that was read."""
    answer = found(person, query, **body)
    seen, page = ids(answer), 1
    while answer["next"]:
        between(page)
        answer = found(person, query, cursor=answer["next"], **body)
        assert answer["results"]
        seen += ids(answer)
        page += 1
    return seen


@pytest.mark.parametrize("page_size", [1, 4, 17, 35, 100])
def test_pages_reach_the_end(member: Person, bakers: list[Vacancy], page_size: int) -> None:
    seen = walk(member, page_size=page_size)
    assert len(seen) == len(set(seen)) == 35
    assert seen == walk(member, page_size=100)


def test_what_follows_the_ranked_goes_by_date(member: Person, bakers: list[Vacancy]) -> None:
    answer = found(member, "baker", page_size=100)
    scores = [hit["score"] for hit in answer["results"]]
    assert scores == sorted(scores, reverse=True)
    behind = [hit["vacancy"]["posted_at"] for hit in answer["results"] if hit["score"] == 0]
    assert len(behind) == 20 and behind == sorted(behind, reverse=True)
    assert (answer["count"], answer["count_exact"]) == (35, True)
    with_facets = found(member, "baker", facets=["company"])
    assert (with_facets["count"], with_facets["count_exact"]) == (35, True)


def test_nothing_moves_while_rows_arrive_close_and_change(member: Person, bakers: list[Vacancy]) -> None:
    expected = walk(member, page_size=3)
    gone: set[str] = set()

    def meanwhile(page: int) -> None:
        """One arrives in front, one behind, one closes, one is hidden and one is written anew."""
        make_vacancy(title="Baker, baker, baker", posted_at=NOW + timedelta(days=page))
        make_vacancy(title="Old baker", posted_at=NOW - timedelta(days=900 - page))
        of_occupation(make_vacancy(title="Late Bäcker"), "baker")
        left = [pk for pk in expected[3 * page :] if pk not in gone]
        if len(left) < 9:
            return
        with as_system():
            Vacancy.objects.filter(pk=left[-1]).update(status="closed", closed_at=NOW)
            Vacancy.objects.filter(pk=left[-3]).update(title="Baker baker", description_text="baker " * 50)
        assert member.client.post(f"/api/v1/vacancies/{left[-2]}/hide/").status_code == 204
        gone.update((left[-1], left[-2]))

    seen = walk(member, between=meanwhile, page_size=3)
    assert gone
    assert seen == [pk for pk in expected if pk not in gone]


def test_a_ranking_that_was_lost_is_made_anew(member: Person, bakers: list[Vacancy]) -> None:
    expected = walk(member, page_size=3)

    def lost(page: int) -> None:
        make_vacancy(title="Baker, baker, baker", posted_at=NOW + timedelta(days=page))
        cache.clear()

    assert walk(member, between=lost, page_size=3) == expected


def test_without_valkey_pages_go_on(
    member: Person, bakers: list[Vacancy], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = walk(member, page_size=3)

    def refuse(*args: Any, **kwargs: Any) -> Any:
        raise Lost("away")

    monkeypatch.setattr(cache, "get", refuse)
    monkeypatch.setattr(cache, "set", refuse)
    assert walk(member, page_size=3) == expected


def test_own_ones_and_the_catalogues_are_one_order(member: Person, bakers: list[Vacancy]) -> None:
    for number in range(12):
        body = {"title": f"Baker {number}", "description_html": "Ours."}
        member.client.post("/api/v1/vacancies/", body, content_type=JSON)
    seen = walk(member, page_size=4)
    assert len(seen) == len(set(seen)) == 47


def test_everything_is_walked_by_date_without_a_question(member: Person) -> None:
    rows = [make_vacancy() for _ in range(9)]
    newest_first = [str(row.pk) for row in reversed(rows)]
    assert walk(member, "", page_size=2) == newest_first
    assert found(member, "")["count"] == 9


def test_behind_the_best_for_a_resume_comes_the_rest_by_date(member: Person) -> None:
    resume = make_resume(member)
    rows = [
        make_vacancy(title="Florist" if number % 2 else "Welder", skills=["welding"]) for number in range(12)
    ]
    seen = walk(member, "", resume_id=str(resume.pk), page_size=5)
    assert sorted(seen) == sorted(str(row.pk) for row in rows)


@pytest.mark.parametrize(
    "other", [{"query": "clerk"}, {"filters": {"remote": "remote"}}, {"mode": "keyword"}, {"query": "Baker"}]
)
def test_a_cursor_belongs_to_its_question(
    member: Person, bakers: list[Vacancy], other: dict[str, Any]
) -> None:
    cursor = found(member, "baker", page_size=3)["next"]
    response = search(member.client, **{"query": "baker", "cursor": cursor, **other})
    assert (response.status_code, response.json()["errors"][0]["attr"]) == (400, "cursor")


def test_a_cursor_is_no_use_elsewhere(member: Person, stranger: Person, bakers: list[Vacancy]) -> None:
    cursor = found(member, "baker", page_size=3)["next"]
    assert search(stranger.client, "baker", cursor=cursor).status_code == 400
    assert search(member.client, "baker", cursor=cursor[:-2] + "xx").status_code == 400


def test_far_down_a_page_asks_no_more_than_near(member: Person, bakers: list[Vacancy]) -> None:
    counts: list[int] = []
    cursor: str | None = ""
    while cursor is not None:
        with CaptureQueriesContext(connections["default"]) as asked:
            answer = found(member, "baker", cursor=cursor, page_size=5)
        counts.append(len(asked))
        cursor = answer["next"]
    assert len(counts) == 7
    assert max(counts[1:]) <= counts[0], counts
