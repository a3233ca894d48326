"""`GET workspaces/{id}/members/` and one of them"""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.accounts.teams import make_team

pytestmark = pytest.mark.usefixtures("database")


def test_a_member_as_a_whole() -> None:
    team = make_team()
    admin = team.add("admin", full_name="Ada Example", email="ada@example.com")
    url = team.place(admin)
    seen = team.owner.client.get(url).json()
    assert seen == {
        "id": url.split("/")[-2],
        "user_id": str(admin.user.pk),
        "email": "ada@example.com",
        "full_name": "Ada Example",
        "role": "admin",
        "abilities": ["change_role", "remove"],
        "joined_at": seen["joined_at"],
        "updated_at": seen["updated_at"],
    }
    body = team.owner.client.get(team.members).json()
    assert (body["count"], body["results"][1]) == (2, seen)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("owner", {"owner": [], "admin": ["change_role", "remove"], "viewer": ["change_role", "remove"]}),
        ("admin", {"owner": [], "admin": ["change_role", "remove"], "viewer": ["change_role", "remove"]}),
        ("viewer", {"owner": [], "admin": [], "viewer": ["remove"]}),
    ],
)
def test_shows_what_the_caller_may_do_with_each(who: str, expected: dict[str, list[str]]) -> None:
    team = make_team()
    people = {"owner": team.owner, "admin": team.add("admin"), "viewer": team.add("viewer")}
    rows = people[who].client.get(team.members).json()["results"]
    assert {row["role"]: row["abilities"] for row in rows} == expected


def test_a_second_owner_may_do_with_the_first_what_the_first_may_with_them() -> None:
    team = make_team()
    second = team.add("owner")
    for person in (team.owner, second):
        rows = person.client.get(team.members).json()["results"]
        assert [row["abilities"] for row in rows] == [["change_role", "remove"]] * 2


def test_filters_ordering_and_pages() -> None:
    team = make_team()
    for role in ("viewer", "viewer", "member"):
        team.add(role)
    get = team.owner.client.get
    assert [row["role"] for row in get(f"{team.members}?role=viewer").json()["results"]] == ["viewer"] * 2
    assert [row["role"] for row in get(f"{team.members}?ordering=role").json()["results"]] == [
        "member",
        "owner",
        "viewer",
        "viewer",
    ]
    page = get(f"{team.members}?page_size=3").json()
    assert (page["count"], len(page["results"]), len(get(page["next"]).json()["results"])) == (4, 3, 1)
    assert get(f"{team.members}?role=king").status_code == 400


def test_hides_the_members_of_others() -> None:
    team, other = make_team(), make_team()
    for url in (team.members, team.place(team.owner)):
        assert other.owner.client.get(url).status_code == 404
    # Under one's own workspace, another's row is not there either.
    assert other.owner.client.get(team.place(team.owner).replace(team.id, other.id)).status_code == 404


def test_the_number_of_queries_does_not_grow() -> None:
    team = make_team()
    counts = []
    for rows in (1, 5, 20):
        while team.owner.client.get(team.members).json()["count"] < rows:
            team.add("member")
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(team.owner.client.get(team.members).json()["results"]) == rows
        counts.append(len(captured))
    assert len(set(counts)) == 1, counts
