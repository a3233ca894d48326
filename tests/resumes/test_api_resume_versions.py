"""`resumes/{id}/versions/`: list, get, restore, diff."""

from __future__ import annotations

from typing import Any

import pytest

from apps.core.db import acting
from apps.resumes import selectors, services
from apps.resumes.models import Resume
from apps.resumes.sample import sample
from tests.factories.accounts import Person, make_person
from tests.factories.resumes import make_resume

pytestmark = pytest.mark.usefixtures("database")


def get(person: Person, path: str) -> tuple[int, Any]:
    response = person.client.get(f"/api/v1/resumes/{path}")
    return response.status_code, response.json()


def change(person: Person, resume: Resume, **changes: Any) -> None:
    with acting(person.caller):
        row = selectors.get_resume(resume_id=resume.pk, caller=person.caller, lock=True)
        services.update_resume(resume=row, caller=person.caller, changes=changes)


def test_the_whole_row(member: Person) -> None:
    resume = make_resume(member)
    change(member, resume, title="Second")
    status, body = get(member, f"{resume.pk}/versions/")
    assert (status, body["count"], [row["number"] for row in body["results"]]) == (200, 2, [2, 1])
    row = body["results"][1]
    with acting(member.caller):
        version = selectors.get_version(resume_id=resume.pk, caller=member.caller, number=1)
    assert row == {
        "id": str(version.pk),
        "resume_id": str(resume.pk),
        "number": 1,
        "title": "My resume",
        "language": "",
        "reason": "created",
        "note": "",
        "actor_id": str(member.user.pk),
        "created_at": version.created_at.isoformat().replace("+00:00", "Z"),
    }
    assert get(member, f"{resume.pk}/versions/1/") == (200, row | {"content": sample()})


def test_restoring_makes_a_new_version_equal_to_the_old_one(member: Person) -> None:
    resume = make_resume(member)
    change(member, resume, title="Second", content=sample() | {"summary": "Gone wrong."})
    url = f"/api/v1/resumes/{resume.pk}/"
    stale = member.client.get(url).headers["ETag"]
    change(member, resume, title="Third")
    response = member.client.post(f"{url}versions/1/restore/", headers={"if-match": stale})
    assert response.status_code == 412
    response = member.client.post(f"{url}versions/1/restore/")
    body = response.json()
    assert (response.status_code, body["title"], body["current_version"]) == (200, "My resume", 4)
    assert body["content"] == sample()
    assert get(member, f"{resume.pk}/versions/4/")[1]["reason"] == "restored"
    assert get(member, f"{resume.pk}/versions/diff/?from=1&to=4") == (200, {"changes": []})
    assert get(member, f"{resume.pk}/versions/3/")[1]["title"] == "Third"
    assert member.client.post(f"{url}versions/4/restore/").json()["current_version"] == 4


def test_a_diff_says_what_changed_by_path(member: Person) -> None:
    resume = make_resume(member)
    content = sample()
    content["work_experience"].reverse()
    content["work_experience"][1]["location"] = "Graywater"
    content["skills"].pop()
    content["summary"] = ""
    change(member, resume, title="Second", content=content)
    status, body = get(member, f"{resume.pk}/versions/diff/?from=1&to=2")
    assert status == 200
    assert body["changes"] == [
        {"path": "title", "kind": "changed", "before": "My resume", "after": "Second"},
        {"path": "summary", "kind": "removed", "before": sample()["summary"], "after": None},
        {
            "path": "work_experience.1.location",
            "kind": "changed",
            "before": "Port Ellery",
            "after": "Graywater",
        },
        {"path": "skills.1", "kind": "removed", "before": sample()["skills"][1], "after": None},
    ]


def test_what_is_not_there_is_not_found(member: Person, stranger: Person) -> None:
    resume = make_resume(member)
    change(member, resume, title="Second")
    for path in ("versions/", "versions/1/", "versions/diff/?from=1&to=2"):
        assert get(stranger, f"{resume.pk}/{path}")[0] == 404
    for path in ("versions/9/", f"versions/{10**30}/", "versions/diff/?from=1&to=9"):
        assert get(member, f"{resume.pk}/{path}")[0] == 404
    for query in (
        "",
        "?from=1",
        "?from=0&to=1",
        "?from=1&to=x",
        f"?from=1&to={10**30}",
        "?from=1&to=2&colour=red",
    ):
        assert get(member, f"{resume.pk}/versions/diff/{query}")[0] == 400, query
    url = f"/api/v1/resumes/{resume.pk}/versions/1/restore/"
    viewer = make_person(workspace_of=member, role="viewer")
    assert stranger.client.post(url).status_code == 404
    assert viewer.client.post(url).status_code == 403
    assert get(viewer, f"{resume.pk}/versions/")[0] == 200
