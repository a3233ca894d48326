"""`PATCH DELETE workspaces/{id}/members/{id}/`"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from apps.accounts.models import ApiKey, Invitation
from apps.core.db import as_system
from apps.events.models import Event
from tests.accounts.teams import BASE, JSON, Team, at_once, invite, make_team
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def change(team: Team, by: Person, of: Person, role: str) -> Any:
    return by.client.patch(team.place(of), {"role": role}, content_type=JSON)


@pytest.mark.parametrize(
    ("actor", "present", "wanted", "status"),
    [
        ("owner", "viewer", "owner", 200),
        ("owner", "owner", "viewer", 200),
        ("owner", "admin", "member", 200),
        ("admin", "viewer", "admin", 200),
        ("admin", "admin", "viewer", 200),
        ("admin", "viewer", "owner", 403),
        ("admin", "owner", "viewer", 403),
        ("admin", "owner", "owner", 403),
        ("member", "viewer", "member", 403),
        ("viewer", "viewer", "viewer", 403),
    ],
)
def test_who_may_make_whom_what(actor: str, present: str, wanted: str, status: int) -> None:
    team = make_team()
    by, of = team.add(actor), team.add(present)
    answer = change(team, by, of, wanted)
    assert answer.status_code == status, answer.content
    assert team.role_of(of) == (wanted if status == 200 else present)
    assert ("member.role_changed" in team.events()) == (status == 200)
    if status == 200:
        assert answer.json()["role"] == wanted


def test_nobody_raises_themselves() -> None:
    team = make_team()
    for role in ("admin", "member", "viewer"):
        person = team.add(role)
        assert change(team, person, person, "owner").status_code == 403
        assert team.role_of(person) == role


def test_the_same_role_again_is_nothing_told() -> None:
    team = make_team()
    viewer = team.add("viewer")
    assert change(team, team.owner, viewer, "viewer").status_code == 200
    assert team.owner.client.patch(team.place(viewer), {}, content_type=JSON).status_code == 200
    assert team.events() == ["workspace.created"]


def test_what_is_told_of_a_change_and_a_removal() -> None:
    team = make_team()
    viewer = team.add("viewer")
    place = team.place(viewer).split("/")[-2]
    change(team, team.owner, viewer, "admin")
    team.owner.client.delete(team.place(viewer))
    with as_system():
        told = list(
            Event.objects.filter(workspace_id=team.id, type__startswith="member.").order_by("occurred_at")
        )
    assert [(e.type, e.actor_id, str(e.subject_id), e.changed) for e in told] == [
        ("member.role_changed", team.owner.user.pk, place, ["role"]),
        ("member.removed", team.owner.user.pk, place, []),
    ]
    assert told[0].payload == {"user_id": str(viewer.user.pk), "from": "viewer", "to": "admin"}


@pytest.mark.parametrize("role", ["viewer", "member", "admin"])
def test_anyone_may_leave(role: str) -> None:
    team = make_team()
    person = team.add(role)
    assert person.client.delete(team.place(person)).status_code == 204
    assert team.role_of(person) is None
    assert team.events()[-1] == "member.left"
    assert person.client.get(team.url).status_code == 404


@pytest.mark.parametrize(
    ("actor", "other", "status"),
    [
        ("owner", "owner", 204),
        ("owner", "admin", 204),
        ("admin", "admin", 204),
        ("admin", "member", 204),
        ("admin", "owner", 403),
        ("member", "viewer", 403),
        ("viewer", "member", 403),
    ],
)
def test_who_may_remove_whom(actor: str, other: str, status: int) -> None:
    team = make_team()
    by, of = team.add(actor), team.add(other)
    assert by.client.delete(team.place(of)).status_code == status
    assert (team.role_of(of) is None) == (status == 204)


def test_the_last_owner_neither_goes_nor_steps_down() -> None:
    team = make_team()
    team.add("admin")
    place = team.place(team.owner)
    for answer in (team.owner.client.delete(place), change(team, team.owner, team.owner, "admin")):
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert team.owners() == 1
    second = team.add("owner")
    assert team.owner.client.delete(place).status_code == 204
    assert change(team, second, second, "viewer").status_code == 409
    assert team.owners() == 1


def test_two_owners_leaving_at_once_leave_one_behind() -> None:
    for _ in range(5):
        team = make_team()
        second = team.add("owner")
        answers = at_once(*(partial(p.client.delete, team.place(p)) for p in (team.owner, second)))
        assert sorted(answer.status_code for answer in answers) == [204, 409]
        assert team.owners() == 1


def test_two_owners_unmaking_each_other_at_once_leave_one_behind() -> None:
    """Whoever comes second is no owner any more, and may unmake nobody."""
    for _ in range(5):
        team = make_team()
        second = team.add("owner")
        third = team.add("owner")
        answers = at_once(
            partial(change, team, team.owner, second, "member"),
            partial(change, team, second, team.owner, "member"),
        )
        assert sorted(answer.status_code for answer in answers) == [200, 403]
        assert (team.owners(), team.role_of(third)) == (2, "owner")


def test_leaving_and_stepping_down_of_four_owners_at_once() -> None:
    team = make_team()
    owners = [team.owner, *(team.add("owner") for _ in range(3))]
    answers = at_once(
        *(partial(owner.client.delete, team.place(owner)) for owner in owners[:2]),
        *(partial(change, team, owner, owner, "viewer") for owner in owners[2:]),
    )
    assert [answer.status_code for answer in answers].count(409) == 1
    assert team.owners() == 1


def test_a_personal_workspace_cannot_be_left(member: Person) -> None:
    mine = member.client.get(BASE).json()["results"][0]
    answer = member.client.delete(f"{BASE}{mine['id']}/members/{mine['membership_id']}/")
    assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
    assert "personal" in answer.json()["detail"]


def test_who_is_removed_has_no_key_and_no_invitation_left() -> None:
    """Nobody gets in again by a key, or by an invitation they sent to another address of their own."""
    team = make_team()
    admin = team.add("admin")
    invite(team, "other-me@example.com", by=admin, role="admin")
    invite(team, "friend@example.com")
    with as_system():
        for owner in (admin, team.owner):
            ApiKey.objects.create(
                workspace_id=team.id,
                user=owner.user,
                name="k",
                prefix=f"p{owner.user.pk.hex[-10:]}",
                secret_hash="0" * 64,
                scopes=["*:read"],
            )
    assert team.owner.client.delete(team.place(admin)).status_code == 204
    with as_system():
        keys = dict(ApiKey.objects.values_list("user_id", "revoked_at"))
        open_ones = Invitation.objects.filter(revoked_at=None).values_list("email", flat=True)
        assert list(open_ones) == ["friend@example.com"]
    assert keys[admin.user.pk] is not None
    assert keys[team.owner.user.pk] is None
    assert {"invitation.revoked", "member.removed"} <= set(team.events())


def test_who_may_invite_no_longer_has_no_invitation_left() -> None:
    team = make_team()
    admin = team.add("admin")
    invite(team, "other-me@example.com", by=admin, role="admin")
    assert change(team, team.owner, admin, "member").status_code == 200
    assert team.owner.client.get(team.invitations).json()["count"] == 0


def test_a_stale_if_match_is_refused() -> None:
    team = make_team()
    viewer = team.add("viewer")
    etag = team.owner.client.get(team.place(viewer)).headers["ETag"]
    headers = {"if-match": etag}
    assert change(team, team.owner, viewer, "member").status_code == 200
    for method in ("patch", "delete"):
        body = {"role": "admin"} if method == "patch" else {}
        answer = getattr(team.owner.client, method)(
            team.place(viewer), body, content_type=JSON, headers=headers
        )
        assert answer.status_code == 412, method
    assert team.role_of(viewer) == "member"


def test_the_admin_of_another_workspace_gets_404() -> None:
    team, other = make_team(), make_team()
    viewer, foreign = team.add("viewer"), other.add("admin")
    place = team.place(viewer)
    for url in (place, place.replace(team.id, other.id)):
        assert foreign.client.patch(url, {"role": "owner"}, content_type=JSON).status_code == 404
        assert foreign.client.delete(url).status_code == 404
    assert team.role_of(viewer) == "viewer"


@pytest.mark.parametrize(
    ("body", "attr"), [({"role": "king"}, "role"), ({"role": None}, "role"), ({"user_id": "x"}, "user_id")]
)
def test_bad_bodies_are_named(body: dict[str, Any], attr: str) -> None:
    team = make_team()
    answer = team.owner.client.patch(team.place(team.add("viewer")), body, content_type=JSON)
    assert (answer.status_code, answer.json()["errors"][0]["attr"]) == (400, attr)
