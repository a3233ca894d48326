"""`kill -9` of the worker between reserve and settle: what was done is used once, and what was not comes back."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.e2e.stack import Stack, wait_for
from tests.faults.test_killed_worker import finished, kill_worker, rows, signed_in

pytestmark = [pytest.mark.prove, pytest.mark.stack]
GENERATIONS = 12
POSTING = (
    "Senior Baker\n\nRequirements:\n- Sourdough in production\n- Ovens and steam\n- 5 years of experience\n"
)
CONTENT = {
    "contact_info": {"full_name": "Juno Tarrow", "email": "juno.tarrow@example.com"},
    "summary": "Baker with nine years at the oven.",
    "work_experience": [
        {
            "company": f"Crumb & Sons {number}",
            "position": "Baker",
            "start_date": f"20{number:02}",
            "end_date": f"20{number + 1:02}",
            "responsibilities": [f"Baked {place + 3}0 loaves of sourdough a day" for place in range(6)],
        }
        for number in range(10, 20)
    ],
    "skills": [{"name": "Sourdough"}, {"name": "Ovens"}, {"name": "Steam"}],
}


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    folder = tmp_path_factory.mktemp("usage") / "var"
    with Stack(folder, JOB_LEASE_SECONDS="6", DEFAULT_PLAN="free") as running:
        yield running


def verified(stack: Stack) -> httpx.Client:
    client = signed_in(stack)
    person = client.get("/users/me/").json()["id"]
    rows(stack, f"UPDATE accounts_user SET email_verified_at = now() WHERE id = '{person}' RETURNING 1")
    return client


def meter(client: httpx.Client, name: str) -> dict[str, Any]:
    answer = client.get("/users/me/usage/")
    assert answer.status_code == 200, answer.text
    return next(one for one in answer.json()["meters"] if one["meter"] == name)


def kill_while_it_works(stack: Stack, kind: str) -> None:
    running = f"SELECT 1 FROM jobs_task WHERE kind = '{kind}' AND status = 'running'"
    wait_for(functools.partial(rows, stack, running), f"no {kind} ever ran", patience=60)
    kill_worker(stack)


def all_ended(client: httpx.Client, name: str) -> bool:
    return int(meter(client, name)["reserved"]) == 0


def test_a_unit_is_used_once_for_what_was_done(stack: Stack) -> None:
    client = verified(stack)
    resume = client.post("/resumes/", json={"title": "Everything", "content": CONTENT})
    assert resume.status_code == 201, resume.text
    tasks: list[str] = []
    for number in range(GENERATIONS):
        answer = client.post(
            "/generate/tailored-resume/",
            json={"resume_id": resume.json()["id"], "vacancy_text": POSTING},
            headers={"Idempotency-Key": f"once-{number}"},
        )
        assert answer.status_code == 202, answer.text
        tasks.append(answer.json()["task"]["id"])
        if number % 4 == 3:
            kill_while_it_works(stack, "generation.generate")
            assert meter(client, "generations")["reserved"] >= 1
            # Before the next kill, or it would find the work of a worker that is dead already.
            wait_for(lambda: finished(client, tasks), "the generations never ended")
    assert {task["status"] for task in finished(client, tasks)} == {"succeeded"}
    ((killed,),) = rows(
        stack, "SELECT count(*) FROM jobs_task WHERE kind = 'generation.generate' AND attempts > 1"
    )
    assert killed >= 1, "no generation was ever killed"
    wait_for(functools.partial(all_ended, client, "generations"), "a reservation leaked")
    shown = meter(client, "generations")
    assert (shown["used"], shown["remaining"]) == (GENERATIONS, 20 - GENERATIONS)
    assert rows(
        stack, "SELECT state, count(*) FROM accounts_usagerecord WHERE meter = 'generations' GROUP BY state"
    ) == [("settled", GENERATIONS)]


def test_a_unit_comes_back_where_nothing_came_of_it(stack: Stack) -> None:
    client = verified(stack)
    # One that takes its time to be read, and holds nothing to read.
    unusable = b" \n" * 2_000_000
    tasks = []
    for number in range(8):
        answer = client.post(
            "/resumes/parse/?async=true", files={"file": (f"{number}.txt", unusable, "text/plain")}
        )
        assert answer.status_code == 202, answer.text
        tasks.append(answer.json()["id"])
    kill_worker(stack)
    held = meter(client, "parses")
    assert (held["used"], held["reserved"] >= 1) == (0, True)
    called_off = client.post(f"/tasks/{tasks[-1]}/cancel/")
    assert called_off.status_code in (200, 409), called_off.text
    wait_for(
        lambda: all(
            client.get(f"/tasks/{task}/").json()["status"] in ("failed", "cancelled") for task in tasks
        ),
        "the parses never ended",
    )
    wait_for(functools.partial(all_ended, client, "parses"), "a reservation leaked")
    shown = meter(client, "parses")
    assert (shown["used"], shown["remaining"]) == (0, 30)
