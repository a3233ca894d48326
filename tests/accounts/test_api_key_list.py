"""`GET api-keys/` and `GET api-keys/{id}/`"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from apps.accounts.models import ApiKey, Role
from apps.core.db import as_system
from tests.accounts.keys import PATH, made
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


def names(person: Person, query: str = "") -> list[str]:
    response = person.client.get(f"{PATH}{query}")
    assert response.status_code == 200, response.content
    return [row["name"] for row in response.json()["results"]]


def test_the_list_holds_what_the_detail_shows(member: Person) -> None:
    answer = made(member)
    answer.pop("key")
    assert member.client.get(PATH).json() == {
        "count": 1,
        "count_exact": True,
        "next": None,
        "previous": None,
        "results": [answer],
    }
    assert member.client.get(f"{PATH}{answer['id']}/").json() == answer


def test_members_see_their_own_and_admins_everyones(member: Person, stranger: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    made(member, name="owner's")
    theirs = made(colleague, name="member's")
    assert names(colleague) == ["member's"]
    assert names(member) == ["member's", "owner's"]
    assert names(stranger) == []
    own = member.client.get(PATH).json()["results"][1]["id"]
    assert member.client.get(f"{PATH}{theirs['id']}/").status_code == 200
    assert colleague.client.get(f"{PATH}{own}/").status_code == 404
    assert stranger.client.get(f"{PATH}{own}/").status_code == 404


def test_it_is_filtered_by_status(member: Person) -> None:
    for name in ("alive", "over", "ended"):
        made(member, name=name)
    with as_system():
        ApiKey.objects.filter(name="over").update(expires_at=datetime(2020, 1, 1, tzinfo=UTC))
        ApiKey.objects.filter(name="ended").update(revoked_at=datetime.now(UTC))
    assert names(member, "?status=active") == ["alive"]
    assert names(member, "?status=expired") == ["over"]
    assert names(member, "?status=revoked") == ["ended"]
    found = {row["name"]: row["status"] for row in member.client.get(PATH).json()["results"]}
    assert found == {"alive": "active", "over": "expired", "ended": "revoked"}
    assert member.client.get(f"{PATH}?status=gone").status_code == 400


def test_it_is_ordered(member: Person) -> None:
    for name in ("b", "a", "c"):
        made(member, name=name)
    assert names(member, "?ordering=name") == ["a", "b", "c"]
    assert names(member) == ["c", "a", "b"]
    assert member.client.get(f"{PATH}?ordering=secret_hash").status_code == 400


def test_nobody_unknown_gets_in(anonymous: Client) -> None:
    assert anonymous.get(PATH).status_code == 401


def test_queries_are_constant(member: Person) -> None:
    counts = []
    for more in (1, 4, 15):
        for _ in range(more):
            made(member)
        with CaptureQueriesContext(connections["default"]) as captured:
            assert len(names(member)) == len(names(member, "?page_size=100"))
        counts.append(len(captured.captured_queries))
    assert len(set(counts)) == 1, counts
