"""`kill -9` of the worker in the middle of an ingest, of parses and of generations: each completes once."""

from __future__ import annotations

import functools
import json
import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest

from project import embedded
from project.engines.processes import command_of
from project.launch import remains
from tests.e2e.stack import Stack, wait_for

pytestmark = [pytest.mark.prove, pytest.mark.stack, pytest.mark.shared]
OF_THE_BOARD = "AND arguments->>'board' = 'everything'"
PASSWORD = "a-long-enough-passphrase"


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("killed") / "var", JOB_LEASE_SECONDS="6") as running:
        yield running


def rows(stack: Stack, query: str) -> list[tuple[Any, ...]]:
    """As the system role, which sees every workspace."""
    ends = embedded.endpoints(stack.var_dir)
    assert ends is not None
    with psycopg.connect(ends.system_url) as connection:
        return connection.execute(query.encode()).fetchall()


def kill_worker(stack: Stack) -> None:
    pids = [
        pid
        for pid in remains.marked(stack.var_dir)
        if " worker" in (command_of(pid) or "") and "celery" in (command_of(pid) or "")
    ]
    assert pids, "no worker runs"
    for pid in pids:
        os.kill(pid, signal.SIGKILL)


def signed_in(stack: Stack) -> httpx.Client:
    client = httpx.Client(base_url=f"{stack.url}/api/v1", timeout=60)
    account = {"email": f"p{uuid4().hex}@example.com", "password": PASSWORD}
    registered = client.post("/auth/register/", json={**account, "full_name": "Ada Example"})
    assert registered.status_code == 201, registered.text
    verified = client.post("/auth/verify-email/", json={"token": stack.mailed_token(account["email"])})
    token = verified.json()["access_token"]
    client.headers["Authorization"] = f"Bearer {token}"
    return client


def test_an_ingest_completes_once(stack: Stack, shared_data: Path) -> None:
    feed = shared_data / "postings" / "ashby_full_descriptions.jsonl.gz"
    command = [
        "ingest",
        "ashby",
        "everything",
        "--from",
        str(feed),
        "--company",
        "Many",
        "--background",
        "--json",
    ]
    results: list[subprocess.CompletedProcess[str]] = []
    watcher = threading.Thread(target=lambda: results.append(stack.manage(*command)))
    watcher.start()
    kills = 0
    for done in (500, 2000):
        came = f"SELECT 1 FROM jobs_globaltask WHERE done >= {done} AND status = 'running' " + OF_THE_BOARD
        wait_for(functools.partial(rows, stack, came), f"the ingest never came to {done}")
        kill_worker(stack)
        kills += 1
    watcher.join(timeout=240)
    assert not watcher.is_alive()
    summary = json.loads(results[0].stdout.splitlines()[-1])
    assert (summary["status"], summary["outcome"]) == ("succeeded", "complete")
    ((attempts,),) = rows(stack, "SELECT attempts FROM jobs_globaltask WHERE true " + OF_THE_BOARD)
    assert attempts == kills + 1
    ((raw, distinct),) = rows(
        stack,
        "SELECT count(*), count(DISTINCT source_posting_id) FROM vacancies_rawposting r "
        "JOIN vacancies_source s ON s.id = r.source_id WHERE s.board = 'everything'",
    )
    assert raw == distinct == summary["seen"]
    assert summary["created"] + summary["merged"] + summary["refused"] == summary["seen"]
    undisturbed = stack.manage(*command[:-2], "--json")
    again = json.loads(undisturbed.stdout.splitlines()[-1])
    assert (again["created"], again["changed"], again["merged"]) == (0, 0, 0)
    assert again["unchanged"] == raw - again["refused"]


def finished(client: httpx.Client, tasks: list[str]) -> list[dict[str, Any]]:
    found = [client.get(f"/tasks/{task}/").json() for task in tasks]
    return found if all(task["status"] in ("succeeded", "failed") for task in found) else []


def test_parses_complete_once(stack: Stack, shared_data: Path) -> None:
    client = signed_in(stack)
    paths = sorted((shared_data / "resumes" / "pdf").glob("rendercv_*.pdf"))
    tasks = []
    for path in paths:
        answer = client.post("/resumes/parse/?async=true", files={"file": (path.name, path.read_bytes())})
        assert answer.status_code == 202, answer.text
        tasks.append(answer.json()["id"])
    wait_for(
        lambda: rows(stack, "SELECT 1 FROM jobs_task WHERE kind = 'resumes.parse' AND status = 'running'"),
        "no parse ever ran",
    )
    kill_worker(stack)
    wait_for(lambda: finished(client, tasks), "the parses never ended")
    assert {task["status"] for task in finished(client, tasks)} == {"succeeded"}
    assert client.get("/resumes/", params={"page_size": 100}).json()["count"] == len(paths)
    ((versions,),) = rows(stack, "SELECT count(*) FROM resumes_resumeversion")
    assert versions == len(paths)


def test_generations_complete_once(stack: Stack, shared_data: Path) -> None:
    client = signed_in(stack)
    path = shared_data / "resumes" / "pdf" / "rendercv_classic.pdf"
    resume = client.post("/resumes/parse/", files={"file": (path.name, path.read_bytes())}).json()["resume"]
    vacancies = client.get("/vacancies/", params={"page_size": 25}).json()["results"]
    started = [
        client.post(
            "/generate/tailored-resume/",
            json={"resume_id": resume["id"], "vacancy_id": vacancy["id"]},
            headers={"Idempotency-Key": f"once-{number}"},
        )
        for number, vacancy in enumerate(vacancies)
    ]
    assert {answer.status_code for answer in started} == {202}, started[0].text
    kill_worker(stack)
    tasks = [answer.json()["task"]["id"] for answer in started]
    wait_for(lambda: finished(client, tasks), "the generations never ended")
    assert {task["status"] for task in finished(client, tasks)} == {"succeeded"}
    generations = client.get("/generations/", params={"page_size": 100}).json()["results"]
    results = [generation["result_resume_id"] for generation in generations]
    assert len(results) == len(set(results)) == len(vacancies)
    assert client.get("/resumes/").json()["count"] == len(vacancies) + 1
