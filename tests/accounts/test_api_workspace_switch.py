"""`POST workspaces/{id}/switch/`, and that a changed role or plan is felt by the next request."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.accounts.models import Membership, Session, Workspace
from apps.core.db import as_system
from tests.accounts.teams import JSON, Team, make_team
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def switched(person: Person, team: Team) -> Client:
    """A client whose token acts in the team."""
    answer = person.client.post(f"{team.url}switch/")
    assert answer.status_code == 200, answer.content
    return Client(headers={"authorization": f"Bearer {answer.json()['access_token']}"})


def test_the_session_goes_on_in_the_other_workspace(anonymous: Client) -> None:
    team = make_team()
    viewer = team.add("viewer")
    with as_system():
        before = Session.objects.get(user=viewer.user)
    answer = viewer.client.post(f"{team.url}switch/")
    pair = answer.json()
    assert {"access_token", "refresh_token", "token_type", "expires_in", "user"} <= set(pair)
    there = {"authorization": f"Bearer {pair['access_token']}"}
    me = anonymous.get("/api/v1/users/me/", headers=there).json()
    assert (me["workspace"]["id"], me["role"], me["abilities"]) == (team.id, "viewer", ["read"])
    assert anonymous.get(team.url, headers=there).json()["is_current"] is True
    with as_system():
        after = Session.objects.get(user=viewer.user)
    assert (after.pk, str(after.workspace_id)) == (before.pk, team.id)
    assert after.refresh_id != before.refresh_id
    assert team.events()[-1] == "session.moved"
    # The tokens of a later refresh act there too; the refresh token of before is used up, as by a refresh.
    fresh = anonymous.post(
        "/api/v1/auth/refresh/", {"refresh_token": pair["refresh_token"]}, content_type=JSON
    ).json()
    there = {"authorization": f"Bearer {fresh['access_token']}"}
    assert anonymous.get("/api/v1/users/me/", headers=there).json()["workspace"]["id"] == team.id
    old = anonymous.post(
        "/api/v1/auth/refresh/", {"refresh_token": viewer.tokens.refresh_token}, content_type=JSON
    )
    assert (old.status_code, old.json()["code"]) == (401, "token_invalid")


def test_the_token_of_before_acts_where_it_always_did() -> None:
    """A token says where it acts: what is under way in another window goes on where it was begun."""
    team = make_team()
    member = team.add("member")
    switched(member, team)
    assert member.client.get("/api/v1/users/me/").json()["workspace"]["kind"] == "personal"


def test_to_where_one_is_not_is_404(stranger: Person) -> None:
    team = make_team()
    assert stranger.client.post(f"{team.url}switch/").status_code == 404
    assert stranger.client.get("/api/v1/users/me/").json()["workspace"]["kind"] == "personal"


def test_a_demotion_is_felt_by_the_next_request_with_the_same_token() -> None:
    team = make_team()
    admin = team.add("admin")
    client = switched(admin, team)
    assert client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type=JSON).status_code == 201
    assert client.patch(team.url, {"name": "By the admin"}, content_type=JSON).status_code == 200
    team.owner.client.patch(team.place(admin), {"role": "viewer"}, content_type=JSON)
    answer = client.post("/api/v1/vacancies/", {"title": "Baker"}, content_type=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert client.patch(team.url, {"name": "Again"}, content_type=JSON).status_code == 403
    assert client.get("/api/v1/users/me/").json()["role"] == "viewer"


def test_a_changed_plan_is_felt_by_the_next_request_with_the_same_token() -> None:
    team = make_team(plan="team")
    client = switched(team.owner, team)
    body = {"email": "new@example.com", "role": "member"}
    assert client.post(team.invitations, body, content_type=JSON).status_code == 201
    with as_system():
        Workspace.objects.filter(pk=team.id).update(plan="free")
    answer = client.post(team.invitations, {**body, "email": "newer@example.com"}, content_type=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "plan_limit_reached")
    assert client.get("/api/v1/users/me/").json()["workspace"]["plan"] == "free"


def test_removal_is_felt_by_the_next_request_with_the_same_token() -> None:
    team = make_team()
    member = team.add("member")
    client = switched(member, team)
    assert client.get("/api/v1/vacancies/").status_code == 200
    assert team.owner.client.delete(team.place(member)).status_code == 204
    for url in ("/api/v1/vacancies/", "/api/v1/users/me/", team.url, team.members):
        assert client.get(url).status_code == 401, url
    # Where else they are, they still are: by the token that acts there.
    assert member.client.get("/api/v1/users/me/").status_code == 200
    assert member.client.get(team.url).status_code == 404


def test_who_was_removed_stays_signed_in_elsewhere(anonymous: Client) -> None:
    team = make_team()
    member = team.add("member")
    pair = member.client.post(f"{team.url}switch/").json()
    with as_system():
        Membership.objects.filter(user=member.user, workspace_id=team.id).delete()
    answer = anonymous.post(
        "/api/v1/auth/refresh/", {"refresh_token": pair["refresh_token"]}, content_type=JSON
    )
    assert answer.status_code == 200, answer.content
    there = {"authorization": f"Bearer {answer.json()['access_token']}"}
    assert anonymous.get("/api/v1/users/me/", headers=there).json()["workspace"]["kind"] == "personal"
