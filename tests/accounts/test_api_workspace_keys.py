"""Workspaces, members and invitations by an API key: where it was made, and nothing of who is in there."""

from __future__ import annotations

import pytest
from django.test import Client

from apps.accounts.api.views.scoped import InWorkspace
from tests.accounts.keys import PATH, program
from tests.accounts.teams import BASE, JSON, Team, invite, mailed_token, make_team
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
ALL = ["*:read", "*:write", "*:manage"]


def key_of(person: Person, team: Team) -> Client:
    """A program that acts as a person in the team, with every scope there is."""
    pair = person.client.post(f"{team.url}switch/").json()
    made = person.client.post(
        PATH,
        {"name": "Importer", "scopes": ALL},
        content_type=JSON,
        headers={"authorization": f"Bearer {pair['access_token']}"},
    )
    assert made.status_code == 201, made.content
    return program(made.json()["key"])


@pytest.fixture
def team(database: None) -> Team:
    return make_team()


def test_it_reaches_its_workspace_and_tells_of_no_other(team: Team) -> None:
    key = key_of(team.owner, team)
    assert [row["id"] for row in key.get(BASE).json()["results"]] == [team.id]
    for url in (team.url, team.members, team.invitations):
        assert key.get(url).status_code == 200, url
    assert key.patch(team.url, {"name": "By a program"}, content_type=JSON).status_code == 200
    personal = f"{BASE}{team.owner.caller.workspace_id}/"
    assert team.owner.client.get(personal).status_code == 200
    for url in (personal, f"{personal}members/", f"{personal}invitations/"):
        assert key.get(url).status_code == 404, url
    assert key.patch(personal, {"name": "Mine"}, content_type=JSON).status_code == 404


def test_it_changes_nothing_of_who_is_in_there(team: Team) -> None:
    viewer = team.add("viewer")
    key = key_of(team.owner, team)
    invitation = f"{team.invitations}{invite(team, 'guest@example.com')['id']}/"
    tried = {
        "update": key.patch(team.place(viewer), {"role": "owner"}, content_type=JSON),
        "remove": key.delete(team.place(viewer)),
        "leave": key.delete(team.place(team.owner)),
        "invite": key.post(team.invitations, {"email": "mine@example.com"}, content_type=JSON),
        "resend": key.post(f"{invitation}resend/"),
        "revoke": key.delete(invitation),
        "switch": key.post(f"{team.url}switch/"),
        "create": key.post(BASE, {"name": "Mine"}, content_type=JSON),
        "accept": key.post("/api/v1/invitations/accept/", {"token": "x"}, content_type=JSON),
    }
    for name, answer in tried.items():
        assert (name, answer.status_code, answer.json()["code"]) == (name, 403, "permission_denied")
    assert team.role_of(viewer) == "viewer"


def test_it_stops_with_its_makers_place(team: Team) -> None:
    admin = team.add("admin")
    key = key_of(admin, team)
    assert key.patch(team.url, {"name": "By a program"}, content_type=JSON).status_code == 200
    team.owner.client.patch(team.place(admin), {"role": "viewer"}, content_type=JSON)
    assert key.patch(team.url, {"name": "Again"}, content_type=JSON).status_code == 403
    assert key.get(team.url).json()["role"] == "viewer"
    assert team.owner.client.delete(team.place(admin)).status_code == 204
    assert key.get(team.url).status_code == 401
    # Who comes back has to make a new one.
    invite(team, admin.user.email, role="admin")
    token = mailed_token(admin.user.email)
    joined = admin.client.post("/api/v1/invitations/accept/", {"token": token}, content_type=JSON)
    assert joined.status_code == 200, joined.content
    assert key.get(team.url).status_code == 401


def test_what_finds_who_acts_where_cannot_be_overridden() -> None:
    with pytest.raises(TypeError, match="check_permissions"):
        type(
            "Sly", (InWorkspace,), {"check_permissions": lambda self, request: None, "__module__": "apps.sly"}
        )
