"""`POST jobs/search/` where meanings were learnt: other words, the cut-off, what holds in every mode."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.core.db import as_system
from apps.jobs import runner, services
from apps.matching import semantic
from apps.matching.jobs import FIT_MEANING
from apps.matching.search import by_meaning
from apps.matching.semantic.embedding import EmbeddingFailed
from apps.vacancies.models import Vacancy
from tests.factories.accounts import Person
from tests.factories.vacancies import make_vacancy
from tests.matching.beginnings import Beginnings
from tests.matching.test_api_job_search import JSON, found, titles
from tests.matching.trades import fill_catalogue

pytestmark = pytest.mark.usefixtures("fitted")
ELSE = "what is the capital of mongolia"


def fit() -> None:
    """As a worker does it."""
    with as_system():
        task = services.enqueue_global(kind=FIT_MEANING, arguments={}, start=False, command="test")
    assert runner.run(task.pk, is_global=True)


@pytest.fixture
def fitted(database: None, tmp_path: Path, settings: Any, beginnings: Beginnings) -> None:
    """300 postings of five trades, and what was learnt of them."""
    settings.SEMANTIC_ROOT = tmp_path / "semantic"
    beginnings.begin("searched", read_and_fit)


def read_and_fit() -> None:
    fill_catalogue(300)
    fit()


def test_other_words_for_the_same_work(member: Person) -> None:
    answer = found(member, "bedside wound infusion", mode="semantic")
    assert answer["mode"] == "semantic"
    first = answer["results"][:10]
    assert {hit["vacancy"]["title"].split()[-1] for hit in first} == {"Nurse"}
    assert {way for hit in first for way in hit["found_by"]} == {"meaning"}
    both = found(member, "registered nurse")
    assert both["mode"] == "hybrid"
    assert both["results"][0]["found_by"] == ["text", "meaning"]


def test_a_question_about_something_else_finds_nothing(member: Person) -> None:
    for mode in ("hybrid", "semantic"):
        answer = found(member, ELSE, mode=mode, facets=["company"])
        assert (answer["results"], answer["count"], answer["next"]) == ([], 0, None)
        assert answer["facets"]["company"] == []
    # But who is named by all its words was meant.
    make_vacancy(title="Zymurgist", description_text="Beer.", company_name="Quagga Zylo")
    make_vacancy(title="Clerk", description_text="We know Quagga Zylo and a zymurgist.")
    # Inside other words it is not named.
    make_vacancy(title="Cook", description_text="Quagga, zylo.", company_name="Quaggas Zylon")
    assert titles(member, "zymurgist") == ["Zymurgist", "Clerk"]
    assert titles(member, "quagga zylo") == ["Zymurgist"]
    assert sorted(titles(member, "quagga zylo", mode="keyword")) == ["Clerk", "Cook", "Zymurgist"]


def texts_of(answer: dict[str, Any]) -> list[str]:
    with as_system():
        rows = Vacancy.objects.in_bulk([hit["vacancy"]["id"] for hit in answer["results"]])
    return [row.description_text for row in rows.values()]


def test_excluded_words_and_phrases_hold_for_meanings_too(member: Person) -> None:
    for mode in ("semantic", "hybrid"):
        texts = texts_of(found(member, "nurse -bedside", mode=mode, page_size=100))
        assert texts and not any("bedside" in text for text in texts)
        texts = texts_of(found(member, 'nurse "hospital bedside"', mode=mode, page_size=100))
        assert texts and all("hospital bedside" in text for text in texts)


def test_what_closed_after_it_was_indexed_is_not_shown(member: Person) -> None:
    first = found(member, "night nurse", mode="semantic", page_size=3)
    gone = [hit["vacancy"]["id"] for hit in first["results"]]
    with as_system():
        Vacancy.objects.filter(pk__in=gone).update(status="closed", closed_at=timezone.now())
    again = found(member, "night nurse", mode="semantic", page_size=100)
    shown = [hit["vacancy"]["id"] for hit in again["results"]]
    assert shown and not set(gone) & set(shown)


def test_filters_reach_beyond_the_nearest(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that passes the filters is found although nearer ones do not pass."""
    monkeypatch.setattr(by_meaning, "NEAREST", 10)
    with as_system():
        rows = list(Vacancy.objects.filter(title__endswith="Nurse").order_by("pk")[:3])
        Vacancy.objects.filter(pk__in=[row.pk for row in rows]).update(remote="remote")
        Vacancy.objects.filter(title__endswith="Welder").update(remote="remote")
    hits = found(member, "patient ward", mode="semantic", filters={"remote": "remote"})["results"]
    assert {hit["vacancy"]["id"] for hit in hits[:3]} == {str(row.pk) for row in rows}


def test_own_ones_are_found_by_what_their_title_means(member: Person) -> None:
    own = {"title": "Staff nurse of the ward", "description_html": "Ours."}
    assert member.client.post("/api/v1/vacancies/", own, content_type=JSON).status_code == 201
    hits = found(member, "night nurse", mode="semantic", page_size=100)["results"]
    assert "own" in {hit["vacancy"]["origin"] for hit in hits}


def walk(person: Person, query: str, meanwhile: Any, **body: Any) -> list[str]:
    answer = found(person, query, **body)
    seen = [hit["vacancy"]["id"] for hit in answer["results"]]
    while answer["next"]:
        meanwhile()
        answer = found(person, query, cursor=answer["next"], **body)
        seen += [hit["vacancy"]["id"] for hit in answer["results"]]
    return seen


def test_a_new_fit_moves_nobodys_pages(member: Person) -> None:
    """Not even where the kept ranking is lost: a cursor names the version it began with, which is kept."""
    expected = walk(member, "night nurse", lambda: None, page_size=4)
    before = semantic.current()
    refits = iter([fit])

    def meanwhile() -> None:
        for refit in refits:
            fill_catalogue(40)
            refit()
        cache.clear()

    assert walk(member, "night nurse", meanwhile, page_size=4) == expected
    after = semantic.current()
    assert before and after and before.version != after.version
    assert len(expected) == len(set(expected)) > 12


def test_words_must_do_where_no_vectors_are_made(member: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    space = semantic.current()
    assert space is not None

    def fail(text: str) -> Any:
        raise EmbeddingFailed("away")

    monkeypatch.setattr(type(space.embedder), "embed_query", lambda self, text: fail(text))
    answer = found(member, "registered nurse")
    assert answer["mode"] == "keyword"
    assert {hit["vacancy"]["title"] for hit in answer["results"]} == {"Registered Nurse"}


def test_queries_are_as_many_for_few_as_for_many(member: Person) -> None:
    counts = []
    for page_size in (20, 1, 5, 20):
        with CaptureQueriesContext(connections["default"]) as asked:
            assert len(found(member, "nurse", page_size=page_size)["results"]) == page_size
        counts.append(len(asked))
    # The first had words to learn that the process then knows: it shows all that the others show.
    assert counts[1] == counts[2] == counts[3] <= 20, counts
