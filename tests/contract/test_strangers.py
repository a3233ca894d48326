"""Nobody else's rows, by any operation: made from the schema, so that a new operation cannot be forgotten."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from apps.accounts.models import Role
from apps.core.db import acting
from apps.vacancies.models import OwnVacancy
from tests.core.test_contract import operations
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import make_document
from tests.generation.asking import asked

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"
# The least that each write takes: a refusal must come from who asks, not from what is sent.
BODIES: dict[str, dict[str, Any]] = {
    "updateApplication": {"note": "mine now"},
    "transitionApplication": {"to": "applied"},
    "rateGeneration": {"rating": "up"},
    "replaceResume": {"title": "Mine", "content": {}},
    "updateResume": {"title": "Mine"},
    "scoreResume": {"text": "We bake bread."},
    "replaceVacancy": {"title": "Mine"},
    "updateVacancy": {"title": "Mine"},
    "saveVacancy": {},
}
QUERIES = {"diffResumeVersions": "?from=1&to=1"}


@pytest.fixture
def ids(member: Person) -> dict[str, str]:
    """One row of each kind that the member owns, by the first word of its path."""
    generation = asked(member)
    vacancy = member.client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type=JSON).json()
    application = member.client.post(
        "/api/v1/applications/", {"vacancy_id": vacancy["id"]}, content_type=JSON
    ).json()
    with acting(member.caller):
        resume_id = str(generation.resume_version.resume_id)
    return {
        "applications": application["id"],
        "documents": str(make_document(member).pk),
        "generations": str(generation.pk),
        "resumes": resume_id,
        "tasks": str(generation.task_id),
        "vacancies": vacancy["id"],
    }


def call(client: Client, path: str, method: str, operation_id: str, ids: dict[str, str]) -> Any:
    kind = path.split("/")[3]
    url = path.replace("{id}", ids[kind]).replace("{number}", "1") + QUERIES.get(operation_id, "")
    return getattr(client, method)(
        url, BODIES.get(operation_id, {} if method == "get" else None), content_type=JSON
    )


def with_an_id() -> list[tuple[str, str, str]]:
    return [
        (path, method, found["operationId"])
        for path, method, found in operations()
        if "{id}" in path and found.get("security") != []
    ]


def test_a_stranger_meets_404_everywhere(member: Person, stranger: Person, ids: dict[str, str]) -> None:
    tried = with_an_id()
    assert len(tried) > 30
    for path, method, operation_id in tried:
        answer = call(stranger.client, path, method, operation_id, ids)
        assert (operation_id, answer.status_code) == (operation_id, 404), answer.content
        assert answer.json()["code"] == "not_found"
    with acting(member.caller):
        assert OwnVacancy.objects.get().title == "Baker"


def test_a_stranger_finds_nothing_in_any_list(member: Person, stranger: Person, ids: dict[str, str]) -> None:
    for kind in ids:
        assert stranger.client.get(f"/api/v1/{kind}/").json()["count"] == 0, kind
        assert member.client.get(f"/api/v1/{kind}/").json()["count"] >= 1, kind


def test_a_viewer_may_change_nothing(member: Person, ids: dict[str, str]) -> None:
    """Reading goes, and what costs nothing and keeps nothing (a score); every write is refused by role."""
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    for path, method, operation_id in with_an_id():
        answer = call(viewer.client, path, method, operation_id, ids)
        expected = 200 if method == "get" or operation_id == "scoreResume" else 403
        assert (operation_id, answer.status_code) == (operation_id, expected), answer.content


def test_an_ended_session_opens_nothing(member: Person, ids: dict[str, str]) -> None:
    member.client.post(
        "/api/v1/auth/logout/", {"refresh_token": member.tokens.refresh_token}, content_type=JSON
    )
    for path, method, operation_id in with_an_id():
        answer = call(member.client, path, method, operation_id, ids)
        assert (operation_id, answer.status_code, answer.json()["code"]) == (
            operation_id,
            401,
            "token_invalid",
        )
