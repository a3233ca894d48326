"""`POST invitations/preview/` and `POST invitations/accept/`"""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from apps.accounts.models import Invitation, Membership, Workspace
from apps.core import windows
from apps.core.db import as_system
from tests.accounts.teams import BASE, JSON, Team, at_once, invite, mailed_token, make_team
from tests.factories.accounts import PASSWORD, Person, make_person

pytestmark = pytest.mark.usefixtures("database")
NEW = "new@example.com"
ACCEPT, PREVIEW = "/api/v1/invitations/accept/", "/api/v1/invitations/preview/"


@pytest.fixture(autouse=True)
def forget_mails() -> None:
    windows.forget(f"invitations to {NEW}")


@pytest.fixture
def team(database: None) -> Team:
    return make_team()


@pytest.fixture
def token(team: Team) -> str:
    invite(team, NEW, role="viewer")
    return mailed_token(NEW)


@pytest.fixture
def invited(database: None) -> Person:
    return make_person(email=NEW)


def accept(person: Person, token: str, **headers: str) -> Any:
    return person.client.post(ACCEPT, {"token": token}, content_type=JSON, headers=headers)


def test_joining(team: Team, token: str, invited: Person) -> None:
    answer = accept(invited, token)
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert (body["id"], body["role"], body["abilities"], body["is_current"]) == (
        team.id,
        "viewer",
        ["read"],
        False,
    )
    assert invited.client.get(BASE).json()["count"] == 2
    assert team.role_of(invited) == "viewer"
    with as_system():
        row = Invitation.objects.get()
    assert (row.accepted_by_id, row.accepted_at is None) == (invited.user.pk, False)
    assert team.owner.client.get(f"{team.invitations}{row.pk}/").json()["status"] == "accepted"
    assert team.events()[-1] == "invitation.accepted"
    # An accepted one is neither taken back nor sent again: the member is removed instead.
    assert team.owner.client.delete(f"{team.invitations}{row.pk}/").status_code == 409
    assert team.owner.client.post(f"{team.invitations}{row.pk}/resend/").status_code == 409


def test_from_a_mail_to_a_member_for_one_without_an_account(
    team: Team, token: str, anonymous: Client
) -> None:
    """Register, verify, accept: every token from a mail."""
    body = {"email": NEW, "password": PASSWORD, "full_name": "New Person"}
    assert anonymous.post("/api/v1/auth/register/", body, content_type=JSON).status_code == 201
    pair = anonymous.post(
        "/api/v1/auth/login/", {"email": NEW, "password": PASSWORD}, content_type=JSON
    ).json()
    headers = {"authorization": f"Bearer {pair['access_token']}"}
    early = anonymous.post(ACCEPT, {"token": token}, content_type=JSON, headers=headers)
    assert (early.status_code, early.json()["code"]) == (403, "email_not_verified")
    verified = anonymous.post(
        "/api/v1/auth/verify-email/", {"token": mailed_token(NEW)}, content_type=JSON
    ).json()
    headers = {"authorization": f"Bearer {verified['access_token']}"}
    answer = anonymous.post(ACCEPT, {"token": token}, content_type=JSON, headers=headers)
    assert (answer.status_code, answer.json()["role"]) == (200, "viewer")


def test_again_is_told_again_and_done_once(team: Team, token: str, invited: Person) -> None:
    first, second = accept(invited, token), accept(invited, token)
    assert (first.status_code, second.status_code, second.json()) == (200, 200, first.json())
    assert team.events().count("invitation.accepted") == 1


def test_many_at_once_join_once(team: Team, token: str, invited: Person) -> None:
    answers = at_once(*(lambda: accept(invited, token).status_code for _ in range(5)))
    assert answers == [200] * 5
    with as_system():
        assert Membership.objects.filter(workspace_id=team.id, user=invited.user).count() == 1
    assert team.events().count("invitation.accepted") == 1


def test_accepting_and_taking_back_at_once_is_one_of_the_two(team: Team, invited: Person) -> None:
    for _ in range(4):
        made = invite(team, NEW)
        token = mailed_token(NEW)
        url = f"{team.invitations}{made['id']}/"
        answered = at_once(partial(accept, invited, token), partial(team.owner.client.delete, url))
        answers = [answer.status_code for answer in answered]
        assert answers in ([200, 409], [409, 204]), answers
        assert (team.role_of(invited) == "member") == (answers[0] == 200)
        if answers[0] == 200:
            assert team.owner.client.delete(team.place(invited)).status_code == 204


def test_another_address_may_not(team: Team, token: str) -> None:
    other = make_person(email="other@example.com")
    answer = accept(other, token)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert "another address" in answer.json()["detail"]
    assert team.role_of(other) is None


def test_who_was_removed_does_not_come_back_by_the_old_mail(team: Team, token: str, invited: Person) -> None:
    assert accept(invited, token).status_code == 200
    assert team.owner.client.delete(team.place(invited)).status_code == 204
    answer = accept(invited, token)
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert team.role_of(invited) is None


def test_taken_back_expired_or_gone(team: Team, token: str, invited: Person, anonymous: Client) -> None:
    with as_system():
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for answer in (accept(invited, token), anonymous.post(PREVIEW, {"token": token}, content_type=JSON)):
        assert (answer.status_code, "expired" in answer.json()["detail"]) == (409, True)
    with as_system():
        Invitation.objects.update(revoked_at=timezone.now())
    for answer in (accept(invited, token), anonymous.post(PREVIEW, {"token": token}, content_type=JSON)):
        assert (answer.status_code, "taken back" in answer.json()["detail"]) == (409, True)
    with as_system():
        Workspace.objects.filter(pk=team.id).delete()
    for answer in (accept(invited, token), anonymous.post(PREVIEW, {"token": token}, content_type=JSON)):
        assert answer.status_code == 404


def test_the_plan_is_asked_when_the_mail_is_sent(team: Team, token: str, invited: Person) -> None:
    with as_system():
        Workspace.objects.filter(pk=team.id).update(plan="free")
    assert accept(invited, token).status_code == 200


def test_what_is_about_to_be_deleted_takes_nobody(team: Team, token: str, invited: Person) -> None:
    with as_system():
        Workspace.objects.filter(pk=team.id).update(deletion_due_at=timezone.now() + timedelta(days=1))
    answer = accept(invited, token)
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert team.role_of(invited) is None


def test_a_member_already_keeps_their_role(team: Team, token: str, invited: Person) -> None:
    with as_system():
        Membership.objects.create(user=invited.user, workspace_id=team.id, role="admin")
    assert accept(invited, token).json()["role"] == "admin"
    assert team.role_of(invited) == "admin"


def test_a_refusal_leaves_the_caller_where_they_were(team: Team, token: str) -> None:
    """The step into the other workspace ends with the refusal, in the same transaction."""
    from apps.accounts.invitation_tokens import read_invitation
    from apps.accounts.services.invitations import accept_invitation
    from apps.core.db import acting
    from apps.core.errors import PermissionRefused

    other = make_person(email="other@example.com")
    with acting(other.caller):
        with pytest.raises(PermissionRefused):
            accept_invitation(claims=read_invitation(token), caller=other.caller)
        assert list(Workspace.objects.values_list("pk", flat=True)) == [other.caller.workspace_id]


@pytest.mark.parametrize("made", ["", "nonsense", "a:b:c", "forged", "other_salt", "other_shape"])
def test_a_token_that_is_not_ours(invited: Person, anonymous: Client, made: str) -> None:
    ids = ["00000000-0000-7000-8000-000000000000"] * 2
    token = {
        "forged": signing.dumps([*ids, NEW], key="another key", salt="accounts.invitation"),
        "other_salt": signing.dumps([*ids, NEW], salt="accounts.verify-email"),
        "other_shape": signing.dumps({"x": 1}, salt="accounts.invitation"),
    }.get(made, made)
    for answer in (accept(invited, token), anonymous.post(PREVIEW, {"token": token}, content_type=JSON)):
        assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, "token"), answer.content


def test_preview_says_who_asks_into_what(team: Team, token: str, anonymous: Client) -> None:
    answer = anonymous.post(PREVIEW, {"token": token}, content_type=JSON)
    assert answer.status_code == 200, answer.content
    assert answer.json() == {
        "workspace_id": team.id,
        "workspace_name": "Rye & Sons",
        "email": NEW,
        "role": "viewer",
        "invited_by_name": team.owner.user.full_name,
        "expires_at": answer.json()["expires_at"],
    }
    assert anonymous.post(ACCEPT, {"token": token}, content_type=JSON).status_code == 401


def test_accept_once_by_key(team: Team, token: str, invited: Person) -> None:
    first, second = (accept(invited, token, **{"idempotency-key": "k"}) for _ in range(2))
    assert (first.json(), second.headers["Idempotent-Replayed"]) == (second.json(), "true")
