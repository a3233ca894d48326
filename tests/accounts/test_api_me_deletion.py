"""`DELETE users/me/`, `users/me/deletion/`: with grace, at once, taken back."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.utils import timezone

from apps.accounts.models import ApiKey, Membership, Role, Session, User, Workspace
from apps.accounts.tasks import erase_due
from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from apps.jobs.models import GlobalTask
from apps.jobs.runner import run
from tests.factories.accounts import PASSWORD, Person, make_person

pytestmark = pytest.mark.usefixtures("database", "blob_root")
JSON = "application/json"
ME = "/api/v1/users/me/"
DELETION = "/api/v1/users/me/deletion/"


def erase_me(person: Person, **body: Any) -> Any:
    return person.client.post(DELETION, {"at_once": True, "password": PASSWORD} | body, content_type=JSON)


def user_of(person: Person) -> User:
    with as_system():
        return User.objects.get(pk=person.user.pk)


def grow_old(person: Person) -> None:
    """The sign-in was eleven minutes ago."""
    with as_system():
        Session.objects.filter(user=person.user).update(created_at=timezone.now() - timedelta(minutes=11))


def sign_in(person: Person) -> Client:
    answer = Client().post(
        "/api/v1/auth/login/", {"email": person.user.email, "password": PASSWORD}, content_type=JSON
    )
    return Client(headers={"authorization": f"Bearer {answer.json()['access_token']}"})


def event_types(person: Person) -> list[str]:
    with as_system():
        mine = Event.objects.filter(subject_id=person.user.pk, type__startswith="user.deletion")
        return list(mine.order_by("id").values_list("type", flat=True))


def test_delete_begins_the_grace(member: Person) -> None:
    answer = member.client.delete(ME)
    assert answer.status_code == 202
    user = user_of(member)
    assert user.deletion_due_at is not None
    shown = answer.json()
    assert shown == {"id": str(user.pk), "deletion_due_at": shown["deletion_due_at"]}
    assert datetime.fromisoformat(shown["deletion_due_at"]) == user.deletion_due_at
    days = (user.deletion_due_at - timezone.now()) / timedelta(days=1)
    assert settings.ERASURE_GRACE_DAYS - 1 < days <= settings.ERASURE_GRACE_DAYS == 30
    assert member.client.get(ME).json()["deletion_due_at"] == shown["deletion_due_at"]
    assert member.client.delete(ME).json() == shown
    assert event_types(member) == ["user.deletion_requested"]


def test_an_old_sign_in_is_no_proof(member: Person) -> None:
    grow_old(member)
    answer = member.client.delete(ME)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert "Sign in again" in answer.json()["detail"]
    assert user_of(member).deletion_due_at is None
    assert sign_in(member).delete(ME).status_code == 202


def test_other_sessions_end_and_keys_are_revoked(member: Person) -> None:
    other = sign_in(member)
    with as_system():
        ApiKey.objects.create(
            user=member.user,
            workspace_id=member.caller.workspace_id,
            name="k",
            prefix="p",
            secret_hash="",
            scopes=[],
        )
    assert member.client.delete(ME).status_code == 202
    assert other.get(ME).status_code == 401
    assert member.client.get(ME).status_code == 200
    relay()
    with as_system():
        assert ApiKey.objects.get().revoked_at is not None
    assert [(m.subject, m.to) for m in mail.outbox if "deleted" in m.subject] == [
        ("Your account will be deleted", [member.user.email])
    ]


def test_one_can_sign_in_and_take_it_back(member: Person) -> None:
    member.client.delete(ME)
    again = sign_in(member)
    answer = again.delete(DELETION)
    assert (answer.status_code, answer.json()) == (200, {"id": str(member.user.pk), "deletion_due_at": None})
    assert again.delete(DELETION).status_code == 200
    assert again.get(ME).json()["deletion_due_at"] is None
    assert event_types(member) == ["user.deletion_requested", "user.deletion_taken_back"]
    assert erase_due() == 0


def test_at_once_asks_for_the_password(member: Person) -> None:
    answer = erase_me(member, password="a wrong one entirely")
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert erase_me(member, at_once=False).status_code == 400
    assert erase_me(member, surprise=1).status_code == 400
    assert user_of(member).deletion_due_at is None
    grow_old(member)
    answer = erase_me(member)
    assert (answer.status_code, set(answer.json())) == (202, {"id", "deletion_due_at"})
    assert member.client.get(ME).status_code == 401


def test_at_once_is_erased_at_once(member: Person) -> None:
    assert erase_me(member).status_code == 202
    assert erase_due() == 1
    with as_system():
        task = GlobalTask.objects.get()
    assert run(task.pk, is_global=True)
    with as_system():
        assert not User.objects.filter(pk=member.user.pk).exists()


def test_an_account_without_a_password_proves_itself_by_its_sign_in(member: Person) -> None:
    with as_system():
        user = User.objects.get(pk=member.user.pk)
        user.set_unusable_password()
        user.save()
    grow_old(member)
    assert erase_me(member, password="").status_code == 403
    with as_system():
        Session.objects.update(created_at=timezone.now())
    assert erase_me(member, password="").status_code == 202


def test_what_is_due_is_not_taken_back(member: Person) -> None:
    with as_system():
        User.objects.filter(pk=member.user.pk).update(deletion_due_at=timezone.now())
    answer = member.client.delete(DELETION)
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")


def test_the_last_owner_of_others_workspace_hands_it_over_first(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.ADMIN)
    with as_system():
        Workspace.objects.filter(pk=member.caller.workspace_id).update(kind="team", name="Bakers")
    for answer in (member.client.delete(ME), erase_me(member)):
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
        assert '"Bakers"' in answer.json()["detail"]
    assert colleague.client.delete(ME).status_code == 202
    with as_system():
        Membership.objects.filter(user=colleague.user).update(role=Role.OWNER)
    assert member.client.delete(ME).status_code == 202


def test_a_workspace_elsewhere_counts_too(member: Person, stranger: Person) -> None:
    """The caller acts in one workspace and owns another, whose members they see only by stepping in."""
    with as_system():
        Membership.objects.filter(user=stranger.user).update(role=Role.VIEWER)
        Membership.objects.create(
            user=member.user, workspace_id=stranger.caller.workspace_id, role=Role.OWNER
        )
    assert member.client.delete(ME).status_code == 409
    with as_system():
        Membership.objects.filter(user=stranger.user).delete()
    assert member.client.delete(ME).status_code == 202


def test_anonymous_is_refused(anonymous: Client) -> None:
    assert anonymous.delete(ME).status_code == 401
    assert anonymous.post(DELETION, {}, content_type=JSON).status_code == 401
