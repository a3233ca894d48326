"""Asking for a document over the API, and doing a worker's part in-process."""

from __future__ import annotations

import itertools
from typing import Any
from uuid import UUID

from apps.core.db import acting, as_system
from apps.generation.models import Generation
from apps.jobs.models import Task
from apps.jobs.runner import run
from apps.resumes.content import ResumeContent
from apps.resumes.models import Resume
from apps.resumes.services import create_resume
from tests.factories.accounts import Person
from tests.generation.people import ottilie

JSON = "application/json"
POSTING = (
    "Senior Data Engineer\n\nRequirements:\n- Kafka and Airflow in production\n- SQL and Python\n- Kubernetes\n"
    "- 5 years of experience with data pipelines\n"
)
_keys = itertools.count(1)


def make_resume(person: Person, content: ResumeContent | None = None) -> Resume:
    with acting(person.caller):
        return create_resume(
            caller=person.caller, title="Everything", content=content or ottilie(), language="en"
        )


def ask(person: Person, kind: str = "tailored-resume", *, key: str | None = None, **body: Any) -> Any:
    return person.client.post(
        f"/api/v1/generate/{kind}/",
        body,
        content_type=JSON,
        headers={"idempotency-key": key or f"key-{next(_keys)}"},
    )


def asked(person: Person, **body: Any) -> Generation:
    """A generation of a resume of the person's, still to be written."""
    body = {"resume_id": str(make_resume(person).pk), "vacancy_text": POSTING} | body
    response = ask(person, **body)
    assert response.status_code == 202, response.content
    with acting(person.caller):
        return Generation.objects.get(pk=response.json()["generation_id"])


def write(generation: Generation) -> Task:
    """What a worker does when it gets the message."""
    assert run(UUID(str(generation.task_id)), is_global=False)
    with as_system():
        return Task.objects.get(pk=generation.task_id)


def shown(person: Person, generation: Generation) -> dict[str, Any]:
    body: dict[str, Any] = person.client.get(f"/api/v1/generations/{generation.pk}/").json()
    return body
