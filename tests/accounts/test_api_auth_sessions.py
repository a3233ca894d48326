"""`auth/sessions/`"""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.accounts.auth import sessions
from apps.accounts.auth.requests import RequestContext
from apps.accounts.models import Session
from apps.core.db import as_system
from apps.events.models import Event
from tests.accounts.calls import browser, login, me
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
PATH = "/api/v1/auth/sessions/"


def test_list_shows_where_one_is_signed_in(member: Person) -> None:
    login(browser(), member.user.email, headers={"user-agent": "Netscape 4"}, REMOTE_ADDR="192.0.2.7")
    body = member.client.get(PATH).json()
    newest, current = body["results"]
    times = {name: newest[name] for name in ("id", "created_at", "last_used_at", "expires_at")}
    assert newest == {"user_agent": "Netscape 4", "address": "192.0.2.7", "is_current": False, **times}
    assert (current["id"], current["is_current"]) == (str(member.tokens.session_id), True)
    assert (body["count"], body["count_exact"]) == (2, True)


def test_list_hides_what_is_over_and_what_is_others(member: Person, stranger: Person) -> None:
    with as_system():
        ended = sessions.begin(member.user, RequestContext())
        past = sessions.begin(member.user, RequestContext())
        Session.objects.filter(pk=ended.session_id).update(revoked_at=timezone.now())
        Session.objects.filter(pk=past.session_id).update(expires_at=timezone.now())
    assert [row["id"] for row in member.client.get(PATH).json()["results"]] == [str(member.tokens.session_id)]


def test_list_asks_as_much_for_one_as_for_twenty(member: Person) -> None:
    counts = []
    for more in (0, 4, 15):
        for _ in range(more):
            sessions.begin(member.user, RequestContext())
        with CaptureQueriesContext(connections["default"]) as queries:
            assert member.client.get(PATH).status_code == 200
        counts.append(len(queries))
    assert len(set(counts)) == 1, counts


def test_list_refuses_what_it_does_not_know(member: Person) -> None:
    assert member.client.get(f"{PATH}?colour=red").status_code == 400
    assert member.client.get(f"{PATH}?ordering=address").status_code == 400
    assert member.client.get(f"{PATH}?ordering=last_used_at").status_code == 200


def test_revoke_is_felt_at_once(member: Person) -> None:
    other = login(browser(), member.user.email).json()
    rows = member.client.get(PATH).json()["results"]
    mine = next(row["id"] for row in rows if not row["is_current"])
    assert me(other["access_token"]) == 200
    assert member.client.delete(f"{PATH}{mine}/").status_code == 204
    assert me(other["access_token"]) == 401
    assert member.client.delete(f"{PATH}{mine}/").status_code == 404
    with as_system():
        event = Event.objects.get(type="session.revoked")
    assert (str(event.subject_id), event.actor_id, event.changed) == (mine, member.user.pk, ["revoked_at"])


def test_a_stranger_revokes_nothing(member: Person, stranger: Person) -> None:
    assert stranger.client.delete(f"{PATH}{member.tokens.session_id}/").status_code == 404
    assert me(member.tokens.access_token) == 200


def test_revoke_others_leaves_the_one_that_asks(member: Person, stranger: Person) -> None:
    others = [login(browser(), member.user.email).json()["access_token"] for _ in range(3)]
    assert member.client.delete(PATH).status_code == 204
    assert [me(token) for token in others] == [401, 401, 401]
    assert (me(member.tokens.access_token), me(stranger.tokens.access_token)) == (200, 200)


def test_anonymous_sees_nothing() -> None:
    assert browser().get(PATH).status_code == 401
