"""Which version of a resume was sent: `resume_version_id` of an application."""

from __future__ import annotations

from uuid import uuid4

import pytest

from apps.core.db import acting
from apps.resumes.content import empty_content
from apps.resumes.models import Resume
from apps.resumes.services import create_resume
from tests.applications.calls import BASE, JSON, TYPED_IN, begin
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def a_version(person: Person) -> str:
    """The id of the first version of a new resume."""
    with acting(person.caller):
        resume = create_resume(caller=person.caller, title="Mine", content=empty_content())
        return str(resume.versions.get().pk)


def test_given_at_the_start_changed_and_taken_away(member: Person) -> None:
    first, second = a_version(member), a_version(member)
    made = begin(member, **TYPED_IN, resume_version_id=first)
    assert made["resume_version_id"] == first
    path = f"{BASE}{made['id']}/"
    for version in (second, None):
        changed = member.client.patch(path, {"resume_version_id": version}, content_type=JSON)
        assert (changed.status_code, changed.json()["resume_version_id"]) == (200, version)
    assert member.client.get(path).json()["resume_version_id"] is None


def test_a_strangers_version_is_not_found(member: Person, stranger: Person) -> None:
    path = f"{BASE}{begin(member)['id']}/"
    for version in (a_version(stranger), str(uuid4())):
        for response in (
            member.client.post(BASE, {**TYPED_IN, "resume_version_id": version}, content_type=JSON),
            member.client.patch(path, {"resume_version_id": version}, content_type=JSON),
        ):
            assert response.status_code == 404
            assert [fault["attr"] for fault in response.json()["errors"]] == ["resume_version_id"]
    assert member.client.get(BASE).json()["count"] == 1
    assert member.client.get("/api/v1/vacancies/").json()["count"] == 1


def test_the_application_outlives_the_resume(member: Person) -> None:
    made = begin(member, **TYPED_IN, resume_version_id=a_version(member))
    with acting(member.caller):
        Resume.objects.get().delete()
    assert member.client.get(f"{BASE}{made['id']}/").json()["resume_version_id"] is None
