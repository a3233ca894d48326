"""`GET workspaces/`"""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import Membership, Workspace
from apps.core.db import as_system
from tests.accounts.teams import BASE, JSON, make_team
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")


def test_all_that_one_is_in_and_what_one_may_do_there() -> None:
    team = make_team()
    viewer = team.add("viewer")
    body = viewer.client.get(BASE).json()
    assert (body["count"], body["next"]) == (2, None)
    personal, other = body["results"] if body["results"][0]["is_current"] else body["results"][::-1]
    assert (personal["kind"], personal["role"], personal["member_count"]) == ("personal", "owner", 1)
    assert (other["name"], other["role"], other["abilities"], other["is_current"], other["member_count"]) == (
        "Rye & Sons",
        "viewer",
        ["read"],
        False,
        None,
    )
    # The detail acts in the workspace of the path, and so can count.
    assert viewer.client.get(team.url).json() == {**other, "member_count": 2}
    assert viewer.client.get(f"{BASE}{personal['id']}/").json() == personal


def test_hides_what_one_is_not_in(stranger: Person) -> None:
    make_team()
    assert [row["kind"] for row in stranger.client.get(BASE).json()["results"]] == ["personal"]


def test_ordering() -> None:
    team = make_team(name="Aaa")
    for name in ("Zzz", "Mmm"):
        team.owner.client.post(BASE, {"name": name}, content_type=JSON)
    names = [row["name"] for row in team.owner.client.get(f"{BASE}?ordering=-name").json()["results"]]
    assert names == sorted(names, reverse=True)
    assert team.owner.client.get(f"{BASE}?ordering=plan").status_code == 400


def test_the_number_of_queries_does_not_grow(member: Person) -> None:
    counts = []
    for rows in (1, 5, 20):
        with as_system():
            while Membership.objects.filter(user=member.user).count() < rows:
                workspace = Workspace.objects.create(name="Another", kind="team")
                Membership.objects.create(user=member.user, workspace=workspace, role="member")
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(member.client.get(BASE).json()["results"]) == rows
        counts.append(len(captured))
    assert len(set(counts)) == 1, counts
