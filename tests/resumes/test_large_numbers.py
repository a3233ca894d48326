"""A number that no 64 bits hold: jsonb keeps 1e30 as a whole number, which comes back as one."""

from __future__ import annotations

from typing import Any

from tests.factories.accounts import Person

NUMBER = 1e30


def test_a_large_number_in_what_we_have_no_place_for(member: Person) -> None:
    content: dict[str, Any] = {"extra": [{"path": "/meta/serial", "json": NUMBER}]}
    made = member.client.post(
        "/api/v1/resumes/", {"title": "Serial", "content": content}, content_type="application/json",
        headers={"idempotency-key": "large"},
    )  # fmt: skip
    assert made.status_code == 201, made.content
    path = f"/api/v1/resumes/{made.json()['id']}/"
    assert float(made.json()["content"]["extra"][0]["json"]) == NUMBER
    shown = member.client.get(path)
    assert shown.status_code == 200, shown.content
    changed = member.client.patch(
        path,
        {"title": "Other", "content": {"summary": "Bakes."}},
        content_type="application/json",
        headers={"if-match": shown.headers["etag"]},
    )
    assert changed.status_code == 200, changed.content
    restored = member.client.post(f"{path}versions/1/restore/")
    assert restored.status_code == 200, restored.content
    assert float(restored.json()["content"]["extra"][0]["json"]) == NUMBER
    assert member.client.get(f"{path}render/?format=json").status_code == 200
