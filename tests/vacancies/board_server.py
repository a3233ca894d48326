"""A board on loopback, and people who read it."""

from __future__ import annotations

import json
from typing import Any

from django.test import override_settings

from apps.core.db import as_system
from apps.jobs import runner
from apps.jobs.models import Task
from tests.core.misbehaving import Server
from tests.factories.accounts import Person

JSON = "application/json"


def job(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": number,
        "name": f"Harbour Pilot {number}",
        "link": f"/jobs/{number}",
        "place": "Rotterdam, Netherlands",
        "text": f"<p>You steer ships of class {number}.</p>",
        **changes,
    }


def spec_of(server: Server, **changes: Any) -> dict[str, Any]:
    fields = {
        "id": "id",
        "title": "name",
        "url": "link",
        "locations": "place",
        "description_html": "text",
        "company_name": "=Kestrel Pilots",
    }
    return {"url": server.url("/jobs.json"), "items": "jobs", "fields": fields, **changes}


def show(server: Server, jobs: list[dict[str, Any]], status: int = 200, path: str = "/jobs.json") -> None:
    """What the board answers from now on."""
    server.answers[path] = [(status, {"Content-Type": JSON}, json.dumps({"jobs": jobs}).encode())]


def allowed(server: Server) -> Any:
    return override_settings(OUTBOUND_ALLOW=(server.endpoint,))


def add(person: Person, **body: Any) -> dict[str, Any]:
    answer = person.client.post("/api/v1/sources/", body, content_type=JSON)
    assert answer.status_code == 201, answer.content
    found: dict[str, Any] = answer.json()
    return found


def read(person: Person, source_id: str) -> Task:
    """Ask for a reading over the API, and do its work here."""
    answer = person.client.post(f"/api/v1/sources/{source_id}/run/")
    assert answer.status_code == 202, answer.content
    runner.run(answer.json()["id"], is_global=False)
    with as_system():
        return Task.objects.get(pk=answer.json()["id"])
