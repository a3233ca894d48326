"""The calls that the tests of this folder share."""

from __future__ import annotations

from typing import Any

from tests.factories.accounts import Person

JSON = "application/json"
BASE = "/api/v1/applications/"
TYPED_IN = {
    "title": "Glass Blower",
    "company_name": "Amber Kiln Ltd",
    "url": "https://kiln.example.com/jobs/7",
}


def begin(person: Person, **body: Any) -> dict[str, Any]:
    """Create one over HTTP; its JSON."""
    response = person.client.post(BASE, body or TYPED_IN, content_type=JSON)
    assert response.status_code == 201, response.content
    made: dict[str, Any] = response.json()
    return made


def move(person: Person, application_id: str, to: str, **body: Any) -> Any:
    return person.client.post(f"{BASE}{application_id}/transition/", {"to": to, **body}, content_type=JSON)
