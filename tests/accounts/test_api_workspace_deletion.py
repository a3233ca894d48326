"""`DELETE workspaces/{id}/`, `erase/`, `restore/`: a team's workspace goes when its owner says so."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from apps.accounts.models import Role, Workspace
from apps.accounts.tasks import erase_due
from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from apps.jobs.models import GlobalTask
from apps.jobs.runner import run
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database", "blob_root")
JSON = "application/json"


@pytest.fixture
def team(member: Person) -> str:
    """The path of the member's workspace, which is a team's."""
    with as_system():
        Workspace.objects.filter(pk=member.caller.workspace_id).update(kind="team", name="Bakers")
    return f"/api/v1/workspaces/{member.caller.workspace_id}/"


def erase(person: Person, path: str, name: str = "Bakers") -> Any:
    return person.client.post(f"{path}erase/", {"name": name}, content_type=JSON)


def test_delete_begins_the_grace_and_restore_ends_it(member: Person, team: str) -> None:
    answer = member.client.delete(team)
    assert answer.status_code == 202
    shown = answer.json()
    assert set(shown) == {"id", "deletion_due_at"} and shown["id"] == str(member.caller.workspace_id)
    assert member.client.get(team).json()["deletion_due_at"] == shown["deletion_due_at"]
    assert member.client.delete(team).json() == shown
    assert member.client.get("/api/v1/resumes/").status_code == 200
    relay()
    assert [m.subject for m in mail.outbox if "deleted" in m.subject] == ["A workspace will be deleted"]
    answer = member.client.post(f"{team}restore/", content_type=JSON)
    assert (answer.status_code, answer.json()["deletion_due_at"]) == (200, None)
    assert member.client.post(f"{team}restore/", content_type=JSON).status_code == 200
    with as_system():
        told = Event.objects.filter(type__startswith="workspace.deletion").order_by("id")
        assert [event.type for event in told] == [
            "workspace.deletion_requested",
            "workspace.deletion_taken_back",
        ]
    assert erase_due() == 0


def test_at_once_asks_for_its_name(member: Person, team: str) -> None:
    answer = erase(member, team, "bakers")
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, "name")
    assert erase(member, team).status_code == 202
    assert member.client.post(f"{team}restore/", content_type=JSON).status_code == 409
    assert erase_due() == 1
    with as_system():
        task = GlobalTask.objects.get()
    assert run(task.pk, is_global=True)
    with as_system():
        assert not Workspace.objects.filter(pk=member.caller.workspace_id).exists()
    assert member.client.get(team).status_code == 401


def test_a_personal_one_goes_with_its_account(member: Person) -> None:
    path = f"/api/v1/workspaces/{member.caller.workspace_id}/"
    for answer in (member.client.delete(path), erase(member, path, "whatever")):
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert member.client.post(f"{path}restore/", content_type=JSON).status_code == 200


@pytest.mark.parametrize("role", [Role.VIEWER, Role.MEMBER, Role.ADMIN])
def test_only_an_owner_may(member: Person, team: str, role: str) -> None:
    other = make_person(workspace_of=member, role=role)
    restore = other.client.post(f"{team}restore/", content_type=JSON)
    for answer in (other.client.delete(team), erase(other, team), restore):
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")


def test_a_stranger_finds_nothing(stranger: Person, team: str) -> None:
    restore = stranger.client.post(f"{team}restore/", content_type=JSON)
    for answer in (stranger.client.delete(team), erase(stranger, team), restore):
        assert answer.status_code == 404


def test_what_is_due_is_not_restored(member: Person, team: str) -> None:
    with as_system():
        Workspace.objects.update(deletion_due_at=timezone.now())
    assert member.client.post(f"{team}restore/", content_type=JSON).status_code == 409
