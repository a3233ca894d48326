"""The next batch is read while one is written: the rows are the same, whatever happens between the two."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import pytest

from apps.core.db import as_system
from apps.core.models import uuid7
from apps.vacancies.ingest import batch, engine
from apps.vacancies.ingest.ahead import one_ahead
from apps.vacancies.ingest.crawl import Order, crawl, open_run
from apps.vacancies.models import RawPosting, SourceRun
from tests.vacancies.crawling import standing


def jobs(*numbers: int, words: str = "ships") -> list[dict[str, Any]]:
    return [
        {
            "id": 5000 + number,
            "title": f"Harbour Pilot {number}",
            "absolute_url": f"https://boards.greenhouse.io/kestrel/jobs/{5000 + number}",
            "location": {"name": "Rotterdam"},
            "content": f"&lt;p&gt;You steer {words} of class {number}.&lt;/p&gt;",
        }
        for number in numbers
    ]


@pytest.fixture
def read(database: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> Any:
    import orjson

    monkeypatch.setattr(engine, "BATCH", 3)

    def go(items: Sequence[dict[str, Any]]) -> SourceRun:
        path = tmp_path / f"{uuid7()}.json"
        path.write_bytes(orjson.dumps({"jobs": items}))
        order = Order(kind="greenhouse", board="kestrel", origin=str(path), company_name="Kestrel Pilots")
        with as_system():
            run = open_run(order, uuid7())
            return crawl(order, run, lambda done, line: None, lambda summary: None)

    return go


def test_each_is_handed_on_when_the_next_one_is_there() -> None:
    made: list[int] = []

    def make() -> Any:
        for number in range(4):
            made.append(number)
            yield number

    seen = [(number, list(made)) for number in one_ahead(make())]
    assert seen == [(0, [0, 1]), (1, [0, 1, 2]), (2, [0, 1, 2, 3]), (3, [0, 1, 2, 3])]
    assert list(one_ahead([])) == []
    assert list(one_ahead([7])) == [7]


def test_reading_is_done_in_a_thread_of_its_own_and_only_once(
    read: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []
    really = batch.read

    def noted(adapter: Any, item: Any, board: Any) -> None:
        threads.append(threading.current_thread().name.partition("_")[0])
        really(adapter, item, board)

    monkeypatch.setattr(batch, "read", noted)
    assert read(jobs(*range(8))).created == 8
    assert threads == ["read-ahead"] * 8
    threads.clear()
    assert read(jobs(*range(8))).unchanged == 8
    assert threads == [], "what is unchanged is not read at all"


def test_a_posting_that_two_batches_hold_is_written_once_and_read_as_it_came_first(read: Any) -> None:
    run = read([*jobs(1, 2, 3), *jobs(3, words="boats"), *jobs(4, 5)])
    assert (run.outcome, run.seen, run.created) == ("complete", 5, 5)
    with as_system():
        stored = RawPosting.objects.get(source_posting_id="5003")
    assert "ships" in stored.payload["content"]
    run = read([*jobs(1, 2, 3), *jobs(3, words="boats"), *jobs(4, 5)])
    assert (run.seen, run.unchanged) == (5, 5)


def test_what_cannot_be_read_ahead_is_refused_where_it_stands(read: Any) -> None:
    items = jobs(*range(7))
    items[4]["title"] = ""
    run = read(items)
    assert (run.outcome, run.seen, run.created, run.refused) == ("complete", 7, 6, 1)
    assert sum(standing().values()) == 6
    items[4]["title"] = "Harbour Pilot 4"
    run = read(items)
    assert (run.created, run.unchanged) == (1, 6)


def test_what_changed_is_read_and_the_rest_is_not(read: Any) -> None:
    read(jobs(*range(7)))
    run = read([*jobs(0, 1, 2), *jobs(3, words="boats"), *jobs(4, 5, 6)])
    assert (run.changed, run.unchanged) == (1, 6)
