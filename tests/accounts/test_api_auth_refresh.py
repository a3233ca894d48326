"""`auth/refresh/`: a race for one token, and what becomes of sessions that are over."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from apps.accounts.models import Session
from apps.accounts.tasks import forget_old_sessions
from apps.core.db import as_system
from apps.events.models import Event
from tests.accounts.calls import browser, me, post
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")


def race(token: str, clients: int) -> list[Any]:
    """What each of some clients gets that use one refresh token at the same moment."""
    answers: list[Any] = []
    start = threading.Barrier(clients)

    def refresh() -> None:
        client = browser()
        start.wait()
        answers.append(post(client, "auth/refresh/", {"refresh_token": token}))
        connections.close_all()

    threads = [threading.Thread(target=refresh) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


@pytest.mark.parametrize("clients", [2, 8])
def test_two_who_race_with_one_token_end_the_family(member: Person, clients: int) -> None:
    for _ in range(5):
        person = make_person()
        answers = race(person.tokens.refresh_token, clients)
        won = [answer.json() for answer in answers if answer.status_code == 200]
        assert len(won) == 1
        assert {answer.status_code for answer in answers} == {200, 401}
        again = post(browser(), "auth/refresh/", {"refresh_token": won[0]["refresh_token"]})
        assert (again.status_code, again.json()["code"]) == (401, "token_invalid")
        assert (me(won[0]["access_token"]), me(person.tokens.access_token)) == (401, 401)
        with as_system():
            assert Event.objects.filter(
                type="session.refresh_token_reused", subject_id=person.tokens.session_id
            ).exists()
    assert me(member.tokens.access_token) == 200


def test_one_who_uses_each_token_once_stays_signed_in(member: Person) -> None:
    token = member.tokens.refresh_token
    for _ in range(5):
        body = post(browser(), "auth/refresh/", {"refresh_token": token}).json()
        token = body["refresh_token"]
    assert me(body["access_token"]) == 200


def test_an_access_token_is_no_refresh_token(member: Person) -> None:
    answer = post(browser(), "auth/refresh/", {"refresh_token": member.tokens.access_token})
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")
    assert me(member.tokens.refresh_token) == 401


def test_a_session_that_has_expired_is_over(member: Person) -> None:
    with as_system():
        Session.objects.update(expires_at=timezone.now())
    assert post(browser(), "auth/refresh/", {"refresh_token": member.tokens.refresh_token}).status_code == 401


def test_sessions_that_are_long_over_are_forgotten(member: Person) -> None:
    long_ago = timezone.now() - timedelta(days=31)
    expired, revoked, lately = (make_person().tokens.session_id for _ in range(3))
    with as_system():
        Session.objects.filter(pk=expired).update(expires_at=long_ago)
        Session.objects.filter(pk=revoked).update(revoked_at=long_ago)
        Session.objects.filter(pk=lately).update(revoked_at=timezone.now())
    assert (forget_old_sessions(), forget_old_sessions()) == (2, 0)
    with as_system():
        assert set(Session.objects.values_list("pk", flat=True)) == {member.tokens.session_id, lately}
