"""`kill -9` of worker, PostgreSQL and Valkey, thirty times, while boards are read: the same rows as if nothing happened."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from project import embedded
from project.engines.postgres import Postgres
from project.engines.processes import command_of
from project.engines.site import Site
from project.engines.valkey import Valkey
from project.engines.vault import open_vault
from project.launch import remains
from tests.e2e.stack import Stack, wait_for
from tests.vacancies.crawling import Answer, Asked, Host, as_json, hosting

pytestmark = [pytest.mark.prove, pytest.mark.stack]
BOARDS = ("skerry", "fjord", "holm", "strand", "reef")
PAGES, PAGE = 9, 100
VICTIMS = ("worker", "postgres", "valkey")
# Of the thirty, so many meet each board: twice each of the three.
KILLS_A_BOARD = 6
SEED = 20261121

# All that a reader sees of the postings: every column but ids, times of our own and figures of a run.
_OURS = f"s.kind = 'lever' AND s.board IN {BOARDS}"
_JOINED = (
    "vacancies_rawposting r JOIN vacancies_source s ON s.id = r.source_id "
    "JOIN vacancies_vacancy v ON v.id = r.vacancy_id JOIN vacancies_company c ON c.id = v.company_id"
)
_NOT_COMPARED = "'{id,company_id,created_at,updated_at,first_seen_at,last_seen_at,search}'::text[]"
_ROWS = {
    "vacancies": f"SELECT to_jsonb(v) - {_NOT_COMPARED} FROM {_JOINED} WHERE {_OURS} ORDER BY v.source, v.source_id",
    "postings": "SELECT s.board, r.source_posting_id, r.url, r.payload_hash, r.list_hash, r.adapter_version, r.missed, "
    "r.closed_at IS NULL, r.merge_reason, r.identity_key, r.canonical_url, r.payload, v.source_id "
    f"FROM {_JOINED} WHERE {_OURS} ORDER BY s.board, r.source_posting_id",
    "companies": f"SELECT DISTINCT c.key, c.name FROM {_JOINED} WHERE {_OURS} ORDER BY 1",
    "changes": f"SELECT h.kind, v.source_id FROM vacancies_vacancychange h JOIN vacancies_vacancy v ON v.id = h.vacancy_id "
    f"WHERE v.id IN (SELECT r.vacancy_id FROM {_JOINED} WHERE {_OURS}) ORDER BY 2, 1",
}

_RUNS = (
    "SELECT r.outcome, r.seen, r.pages FROM vacancies_sourcerun r JOIN vacancies_source s ON s.id = r.source_id "
    f"WHERE {_OURS}"
)


def posting(board: str, number: int) -> dict[str, Any]:
    source_id = f"{BOARDS.index(board):08d}-0000-4000-8000-{number:012d}"
    return {
        "id": source_id,
        "text": f"Deck Hand {board} {number}",
        "hostedUrl": f"https://jobs.lever.co/{board}/{source_id}",
        "createdAt": 1_750_000_000_000,
        "categories": {"location": "Bergen, Norway"},
        "description": "<p>" + " ".join(f"{board}{number}w{i}" for i in range(60)) + "</p>",
    }


class Boards:
    """Serves the boards. `at` says what happens when a page is asked for, once each."""

    def __init__(self, host: Host) -> None:
        self.at: dict[tuple[str, int], tuple[str, float]] = {}
        self.kill: Any = None
        self.threads: list[threading.Thread] = []
        host.answer = self.answer

    def answer(self, asked: Asked) -> Answer:
        board, first = asked.path.rpartition("/")[2], int(asked.query["skip"])
        if event := self.at.pop((board, first // PAGE), None):
            thread = threading.Thread(target=self.kill, args=event, daemon=True)
            thread.start()
            self.threads.append(thread)
        count = PAGE if first < (PAGES - 1) * PAGE else PAGE // 2
        return as_json([posting(board, number) for number in range(first, first + count)])


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with hosting() as host:
        yield host


def query(stack: Stack, sql: str) -> list[tuple[Any, ...]]:
    ends = embedded.endpoints(stack.var_dir)
    if ends is None or not ends.superuser_url:
        return []
    with psycopg.connect(ends.superuser_url, dbname="foothold") as connection:
        return connection.execute(sql.encode()).fetchall()


def answers(stack: Stack) -> bool:
    try:
        return query(stack, "SELECT 1") == [(1,)]
    except psycopg.Error:
        return False


def pids_of(stack: Stack, victim: str) -> list[int]:
    if victim == "worker":
        marked = [(pid, command_of(pid) or "") for pid in remains.marked(stack.var_dir)]
        return [pid for pid, command in marked if "celery" in command and " worker" in command]
    site, vault = Site(stack.var_dir.resolve()), open_vault(stack.var_dir)
    assert vault is not None
    engine = Postgres(site, vault.postgres) if victim == "postgres" else Valkey(site, vault.valkey)
    pid = engine.pid()
    return [pid] if pid else []


def ingest(stack: Stack, host: Host, board: str) -> str:
    """Leave the board to a worker; the task's id. What watches it may die with the database: the task does not."""
    words = [
        "ingest",
        "lever",
        board,
        "--base-url",
        host.url,
        "--company",
        board.title(),
        "--background",
        "--json",
    ]
    wanted = f"SELECT id FROM jobs_globaltask WHERE arguments->>'board' = '{board}'"
    wait_for(lambda: answers(stack), "PostgreSQL never came back")
    threading.Thread(target=stack.manage, args=words, daemon=True).start()
    found: list[tuple[Any, ...]] = []

    def is_there() -> bool:
        with contextlib.suppress(psycopg.Error):
            found[:] = query(stack, wanted)
        return bool(found)

    wait_for(is_there, f"{board} was never asked for")
    return str(found[0][0])


def wait_until_over(stack: Stack, task: str) -> str:
    """How it ended; where it did not succeed, after how many attempts and with what problem."""
    state: list[tuple[str, int, str | None]] = []

    def is_over() -> bool:
        with contextlib.suppress(psycopg.Error):
            state[:] = query(
                stack, f"SELECT status, attempts, problem::text FROM jobs_globaltask WHERE id = '{task}'"
            )
        return bool(state) and state[0][0] in ("succeeded", "failed", "cancelled")

    wait_for(is_over, "an ingest never ended", patience=420)
    status, attempts, problem = state[0]
    return status if problem is None else f"{status}, {attempts} attempts: {problem}"


def rows_of(stack: Stack) -> dict[str, list[str]]:
    return {name: [json.dumps(row, default=str) for row in query(stack, sql)] for name, sql in _ROWS.items()}


@pytest.fixture(scope="module")
def undisturbed(host: Host, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    Boards(host)
    with Stack(tmp_path_factory.mktemp("calm") / "var", OUTBOUND_ALLOW=host.endpoint) as stack:
        for board in BOARDS:
            assert wait_until_over(stack, ingest(stack, host, board)) == "succeeded"
        return rows_of(stack)


def test_thirty_kills_leave_the_rows_of_an_undisturbed_run(
    host: Host, undisturbed: dict[str, list[str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert len(undisturbed["postings"]) == len(BOARDS) * (PAGES * PAGE - PAGE // 2)
    chance, boards, killed = random.Random(SEED), Boards(host), list[str]()
    with Stack(
        tmp_path_factory.mktemp("struck") / "var", OUTBOUND_ALLOW=host.endpoint, JOB_LEASE_SECONDS="6"
    ) as stack:

        def kill(victim: str, delay: float) -> None:
            time.sleep(delay)
            wait_for(lambda: pids_of(stack, victim), f"{victim} never came back")
            for pid in pids_of(stack, victim):
                os.kill(pid, signal.SIGKILL)
            killed.append(victim)

        boards.kill = kill
        host.asked.clear()
        for board in BOARDS:
            victims = [*VICTIMS, *VICTIMS][:KILLS_A_BOARD]
            chance.shuffle(victims)
            moments = chance.sample(range(PAGES - 1), len(victims))
            for page, victim in zip(moments, victims, strict=True):
                boards.at[board, page] = (victim, chance.uniform(0.0, 1.5))
            assert wait_until_over(stack, ingest(stack, host, board)) == "succeeded"
            # A blow that fell behind the last page must not meet the order for the next board.
            for thread in boards.threads:
                thread.join(timeout=180)
        assert len(killed) == len(BOARDS) * KILLS_A_BOARD
        assert {victim: killed.count(victim) for victim in VICTIMS} == dict.fromkeys(
            VICTIMS, len(killed) // 3
        )
        wait_for(lambda: answers(stack), "PostgreSQL never came back")
        found, runs = rows_of(stack), query(stack, _RUNS)
    assert runs == [("complete", PAGES * PAGE - PAGE // 2, PAGES)] * len(BOARDS)
    assert found == undisturbed
