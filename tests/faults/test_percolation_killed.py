"""`kill -9` of the worker, again and again, while what was ingested is held against saved searches: each match told once."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from project.engines.processes import command_of
from project.launch import remains
from tests.e2e.stack import Stack, wait_for
from tests.faults.test_ingest_killed import posting
from tests.faults.test_killed_worker import rows, signed_in

pytestmark = [pytest.mark.prove, pytest.mark.stack]
ROUNDS, PAGE = 12, 60
SEED = 20261121
WORDS = ("deck", "hand", "bergen", "norway")
_WAITING = (
    "SELECT 1 FROM vacancies_arrival UNION ALL SELECT 1 FROM vacancies_savedsearch WHERE due_at <= now()"
)
_OURS = "SELECT id::text FROM vacancies_vacancy WHERE company_name = 'Skerry' AND merged_into_id IS NULL"
_TOLD = (
    "SELECT subject_id::text, v->>'id' FROM events_event, jsonb_array_elements(payload->'vacancies') v "
    "WHERE type = 'saved_search.matched'"
)


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("percolation") / "var", JOB_LEASE_SECONDS="6") as running:
        yield running


def workers(stack: Stack) -> list[int]:
    named = [(pid, command_of(pid) or "") for pid in remains.marked(stack.var_dir)]
    return [pid for pid, command in named if "celery" in command and " worker" in command]


def kill(stack: Stack) -> int:
    """However far it is; how many processes it was."""
    pids = workers(stack)
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(pids)


def board(folder: Path, number: int) -> Path:
    """Postings of a board of their own, as Lever gives them."""
    path = folder / f"board{number}.json"
    jobs = [posting("skerry", number * PAGE + place) for place in range(PAGE)]
    path.write_text(json.dumps(jobs))
    return path


def test_each_match_is_told_once_whenever_the_worker_dies(stack: Stack, tmp_path: Path) -> None:
    chance, killed = random.Random(SEED), 0
    client = signed_in(stack)

    def nothing_waits() -> bool:
        return not rows(stack, _WAITING)

    asked = [{"q": word} for word in WORDS] + [{"company": "skerry"}, {"country": "no", "q": "deck -anchor"}]
    searches = []
    for filters in asked:
        answer = client.post(
            "/saved-searches/", json={"name": "Kept", "filters": filters, "alert": "instant"}
        )
        assert answer.status_code == 201, answer.text
        searches.append(answer.json()["id"])
    for number in range(ROUNDS):
        feed = board(tmp_path, number)
        done = stack.manage(
            "ingest", "lever", f"skerry{number}", "--from", str(feed), "--company", "Skerry", "--json"
        )
        assert done.returncode == 0, done.stderr
        time.sleep(chance.uniform(0.0, 1.0))
        killed += kill(stack)
        wait_for(functools.partial(workers, stack), "the worker never came back")
        if number % 3 == 2:
            wait_for(nothing_waits, "what came was never held against the searches")
    wait_for(nothing_waits, "what came was never held against the searches")
    assert killed >= ROUNDS
    ours = [pk for (pk,) in rows(stack, _OURS)]
    assert len(ours) == ROUNDS * PAGE
    told = Counter(rows(stack, _TOLD))
    assert set(told.values()) == {1}, "nothing twice"
    # The demo's vacancies may fit too.
    assert {(search, pk) for search in searches for pk in ours} <= told.keys(), "nothing lost"
    ((untold,),) = rows(stack, "SELECT count(*) FROM vacancies_savedsearchmatch WHERE told_at IS NULL")
    assert untold == 0
