"""`POST workspaces/`, `GET PATCH workspaces/{id}/`"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections

from apps.accounts.models import Membership, Role, Workspace
from apps.accounts.services.workspaces import MOST_OWNED
from apps.core.db import as_system
from tests.accounts.teams import BASE, JSON, Team, at_once, make_team
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def verified(database: None) -> Person:
    return make_person()


def test_create_makes_a_team_with_its_owner(verified: Person) -> None:
    answer = verified.client.post(BASE, {"name": "  Rye & Sons "}, content_type=JSON)
    assert answer.status_code == 201, answer.content
    body = answer.json()
    assert answer.headers["Location"] == f"{BASE}{body['id']}/"
    with as_system():
        row = Workspace.objects.get(pk=body["id"])
        place = Membership.objects.get(workspace=row)
    assert (place.user_id, place.role) == (verified.user.pk, Role.OWNER)
    seen = verified.client.get(f"{BASE}{row.pk}/").json()
    assert seen == {
        "id": str(row.pk),
        "name": "Rye & Sons",
        "kind": "team",
        "plan": "free",
        "role": "owner",
        "abilities": ["read", "write", "manage", "own"],
        "membership_id": str(place.pk),
        "is_current": False,
        "member_count": 1,
        "deletion_due_at": None,
        "created_at": seen["created_at"],
        "updated_at": seen["updated_at"],
    }
    # The answer is the list's row: the token still acts elsewhere, from where members are hidden.
    assert body == {**seen, "member_count": None}
    assert Team(body["id"], verified).events() == ["workspace.created"]


def test_create_needs_a_verified_address() -> None:
    answer = make_person(email_verified_at=None).client.post(BASE, {"name": "Rye"}, content_type=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "email_not_verified")


def test_create_once_by_key(verified: Person) -> None:
    first, second = (
        verified.client.post(BASE, {"name": "Rye"}, content_type=JSON, headers={"idempotency-key": "k"})
        for _ in range(2)
    )
    assert (first.json(), second.headers["Idempotent-Replayed"]) == (second.json(), "true")
    assert verified.client.get(BASE).json()["count"] == 2


@pytest.mark.parametrize(
    ("body", "attr"),
    [
        ({}, "name"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Rye\r\nBcc: all@example.com"}, "name"),
        ({"name": "Rye\u2028Sons"}, "name"),
        ({"name": "Rye", "plan": "team"}, "plan"),
        ({"name": "Rye", "kind": "personal"}, "kind"),
    ],
)
def test_bad_bodies_are_named(verified: Person, body: dict[str, Any], attr: str) -> None:
    answer = verified.client.post(BASE, body, content_type=JSON)
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, attr)
    assert verified.client.get(BASE).json()["count"] == 1


def test_so_many_and_no_more_even_at_once(verified: Person) -> None:
    with as_system():
        rows = [Workspace(name=f"Team {n}", kind="team") for n in range(MOST_OWNED - 2)]
        Workspace.objects.bulk_create(rows)
        Membership.objects.bulk_create(
            Membership(user=verified.user, workspace=row, role=Role.OWNER) for row in rows
        )

    def create() -> int:
        return verified.client.post(BASE, {"name": "One more"}, content_type=JSON).status_code

    assert sorted(at_once(create, create, create)) == [201, 409, 409]


def test_update_by_whoever_manages_it_there() -> None:
    """The role in the path's workspace counts; everyone here is the owner of the one their token acts in."""
    team = make_team()
    expected = {Role.OWNER: 200, Role.ADMIN: 200, Role.MEMBER: 403, Role.VIEWER: 403}
    for role, status in expected.items():
        person = team.owner if role == Role.OWNER else team.add(role)
        answer = person.client.patch(team.url, {"name": f"By {role}"}, content_type=JSON)
        assert (role, answer.status_code) == (role, status), answer.content
        if status == 200:
            assert answer.json() == person.client.get(team.url).json()
            assert answer.json()["name"] == f"By {role}"
        else:
            assert answer.json()["code"] == "permission_denied"
    assert team.events() == ["workspace.created", "workspace.updated", "workspace.updated"]


def test_the_role_where_the_token_acts_gives_nothing_elsewhere() -> None:
    """A viewer here who owns a team: what they own they rename, from a token that acts where they only look."""
    team, other = make_team(), make_team()
    with as_system():
        Membership.objects.create(user=other.owner.user, workspace_id=team.id, role=Role.VIEWER)
    tokens = other.owner.client.post(f"{team.url}switch/").json()
    there = {"authorization": f"Bearer {tokens['access_token']}"}
    answer = other.owner.client.patch(other.url, {"name": "Mine"}, content_type=JSON, headers=there)
    assert (answer.status_code, answer.json()["name"]) == (200, "Mine")
    answer = other.owner.client.patch(team.url, {"name": "Mine"}, content_type=JSON, headers=there)
    assert answer.status_code == 403


def test_nothing_that_differs_is_nothing_told() -> None:
    team = make_team(name="Rye")
    for body in ({"name": "Rye"}, {}):
        assert team.owner.client.patch(team.url, body, content_type=JSON).status_code == 200
    assert team.events() == ["workspace.created"]


def test_a_stale_if_match_is_refused() -> None:
    team = make_team()
    seen = team.owner.client.get(team.url).headers["ETag"]
    first, second = (
        team.owner.client.patch(team.url, {"name": name}, content_type=JSON, headers={"if-match": seen})
        for name in ("First", "Second")
    )
    assert (first.status_code, second.status_code) == (200, 412)
    assert team.owner.client.get(team.url).json()["name"] == "First"


def test_a_stranger_finds_nothing_whatever_they_own_elsewhere() -> None:
    team, other = make_team(), make_team()
    assert other.owner.client.get(team.url).status_code == 404
    assert other.owner.client.patch(team.url, {"name": "Mine"}, content_type=JSON).status_code == 404
    assert other.owner.client.post(f"{team.url}switch/").status_code == 404
    assert team.owner.client.get(team.url).json()["name"] == "Rye & Sons"


def test_unknown_query_parameters_are_refused() -> None:
    team = make_team()
    for url in (f"{team.url}?colour=red", f"{BASE}?colour=red", f"{team.members}?colour=red"):
        assert team.owner.client.get(url).json()["errors"][0]["attr"] == "colour"


def test_the_first_wall_holds_with_the_policies_away() -> None:
    team, other = make_team(), make_team()
    tables = ("accounts_workspace", "accounts_membership", "accounts_invitation")
    with connections["owner"].cursor() as cursor:
        for table in tables:
            cursor.execute(f"CREATE POLICY open_wide ON {table} TO foothold_app USING (true)")
    try:
        for url in (team.url, team.members, team.invitations, team.place(team.owner)):
            assert team.owner.client.get(url).status_code == 200, url
            assert other.owner.client.get(url).status_code == 404, url
            # Another's row under one's own workspace.
            assert other.owner.client.get(url.replace(team.id, other.id)).status_code in (200, 404)
        assert other.owner.client.get(team.place(team.owner).replace(team.id, other.id)).status_code == 404
        assert other.owner.client.get(BASE).json()["count"] == 2
        assert other.owner.client.get(other.members).json()["count"] == 1
    finally:
        with connections["owner"].cursor() as cursor:
            for table in tables:
                cursor.execute(f"DROP POLICY open_wide ON {table}")
