"""`generations/` and `generation-providers/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Role
from apps.core.db import as_system
from apps.generation.writers import all_writers
from apps.jobs.models import Task
from apps.resumes.models import Resume
from tests.factories.accounts import Person, make_person
from tests.generation.asking import JSON, asked, shown, write

pytestmark = pytest.mark.usefixtures("database")
LIST = "/api/v1/generations/"


def test_a_generation_in_full(member: Person) -> None:
    generation = asked(member)
    waiting = shown(member, generation)
    expected = {
        "id": str(generation.pk), "kind": "tailored-resume", "status": "queued", "vacancy_id": None,
        "resume_id": waiting["resume_id"], "result_resume_id": None, "task_id": str(generation.task_id),
        "provider": "", "model": "", "rating": None, "created_at": waiting["created_at"], "finished_at": None,
        "content": None, "alternatives": [], "suggestions": [], "evidence": [], "unsupported": [],
        "metadata": {"tokens_in": 0, "tokens_out": 0, "cost": 0.0, "latency_ms": 0, "attempts": []},
    }  # fmt: skip
    assert waiting == expected
    write(generation)
    done = shown(member, generation)
    assert set(done) == set(expected)
    changed = {name: done[name] for name in done if done[name] != expected[name]}
    assert set(changed) == {
        "status", "result_resume_id", "provider", "model", "finished_at", "content", "suggestions", "evidence", "metadata",
    }  # fmt: skip
    assert (done["provider"], done["model"]) == ("offline", "rules")
    assert done["metadata"] == {
        "tokens_in": 0, "tokens_out": 0, "cost": 0.0, "latency_ms": done["metadata"]["latency_ms"],
        "attempts": [
            {
                "provider": "offline", "model": "rules", "outcome": "written",
                "latency_ms": done["metadata"]["attempts"][0]["latency_ms"],
            }
        ],
    }  # fmt: skip
    assert {frozenset(one) for one in done["evidence"]} == {
        frozenset({"claim", "source_path", "source_text"})
    }


def test_a_list_shows_the_newest_first_without_the_documents(member: Person) -> None:
    first, second = asked(member), asked(member)
    write(first)
    body = member.client.get(LIST).json()
    assert [row["id"] for row in body["results"]] == [str(second.pk), str(first.pk)]
    whole = shown(member, first)
    summary = body["results"][1]
    assert summary == {name: whole[name] for name in summary}
    assert not {"content", "evidence", "metadata"} & set(summary)

    def found(query: str) -> list[str]:
        return [row["id"] for row in member.client.get(f"{LIST}?{query}").json()["results"]]

    assert found("status=succeeded") == [str(first.pk)]
    assert found(f"resume_id={whole['resume_id']}") == [str(first.pk)]
    assert found("kind=summary") == []
    assert found("ordering=created_at") == [str(first.pk), str(second.pk)]


@pytest.mark.parametrize("query", ["colour=red", "status=odd", "kind=odd", "resume_id=x", "ordering=status"])
def test_bad_queries_are_refused(member: Person, query: str) -> None:
    assert member.client.get(f"{LIST}?{query}").status_code == 400


def test_queries_do_not_grow_with_the_rows(member: Person) -> None:
    counts = []
    for rows in (1, 4, 15):
        for _ in range(rows):
            asked(member)
        with CaptureQueriesContext(connections["default"]) as made:
            assert len(member.client.get(LIST).json()["results"]) == rows + sum(
                (1, 4, 15)[: (1, 4, 15).index(rows)]
            )
        counts.append(len(made))
    assert len(set(counts)) == 1, counts
    assert not any('"content"' in query["sql"] for query in made.captured_queries)


def test_strangers_and_viewers(member: Person, stranger: Person, anonymous: Any) -> None:
    path = f"{LIST}{asked(member).pk}/"
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    rating = {"rating": "up"}
    for person, status in ((stranger, 404), (viewer, 403)):
        assert person.client.delete(path).status_code == status
        assert person.client.post(f"{path}feedback/", rating, content_type=JSON).status_code == status
    assert (stranger.client.get(path).status_code, viewer.client.get(path).status_code) == (404, 200)
    assert stranger.client.get(LIST).json()["count"] == 0
    assert anonymous.get(LIST).status_code == 401


def test_feedback(member: Person) -> None:
    generation = asked(member)
    path = f"{LIST}{generation.pk}/feedback/"
    early = member.client.post(path, {"rating": "up"}, content_type=JSON)
    assert (early.status_code, early.json()["code"]) == (409, "conflict")
    write(generation)
    rated = member.client.post(path, {"rating": "up", "comment": "Just right."}, content_type=JSON)
    assert (rated.status_code, rated.json()) == (200, shown(member, generation))
    assert rated.json()["rating"] == "up"
    assert member.client.post(path, {"rating": "down"}, content_type=JSON).json()["rating"] == "down"
    assert member.client.post(path, {"rating": "meh"}, content_type=JSON).status_code == 400


def test_deleting_keeps_the_resume_that_came_of_it(member: Person) -> None:
    generation = asked(member)
    write(generation)
    path = f"{LIST}{generation.pk}/"
    assert member.client.delete(path, headers={"if-match": '"stale"'}).status_code == 412
    tag = member.client.get(path).headers["ETag"]
    assert member.client.delete(path, headers={"if-match": tag}).status_code == 204
    assert member.client.get(path).status_code == 404
    with as_system():
        assert Resume.objects.filter(origin="tailored").count() == 1


def test_deleting_one_that_waits_calls_its_work_off(member: Person) -> None:
    generation = asked(member)
    assert member.client.delete(f"{LIST}{generation.pk}/").status_code == 204
    with as_system():
        assert Task.objects.get().status == "cancelled"


def test_providers(member: Person) -> None:
    body = member.client.get("/api/v1/generation-providers/").json()
    assert body == {
        "count": 1, "count_exact": True, "next": None, "previous": None,
        "results": [
            {
                "name": "offline", "models": ["rules"], "kinds": ["tailored-resume"],
                "heeds": ["length", "emphasis"], "state": "closed",
            }
        ],
    }  # fmt: skip
    assert len(all_writers()) == 1
    assert member.client.get("/api/v1/generation-providers/?cursor=").json()["results"] == body["results"]
    assert member.client.get("/api/v1/generation-providers/?x=1").status_code == 400
