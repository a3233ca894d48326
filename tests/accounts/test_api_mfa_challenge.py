"""The second half of a sign-in: a challenge in place of tokens, and what answers it."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from django.utils import timezone

from apps.accounts.auth.attempts import forget_old
from apps.accounts.models import Session, SignInAttempt
from apps.core.db import as_system
from tests.accounts.authenticator import Authenticator
from tests.accounts.calls import browser, login, me, post
from tests.accounts.second_factors import (
    Clock,
    add_passkey,
    challenge_for,
    clock,
    deliver,
    events_of,
    turn_totp_on,
)
from tests.factories.accounts import PASSWORD, Person

__all__ = ["clock"]
pytestmark = pytest.mark.usefixtures("database")


def answer(challenge: str, client: Client | None = None, /, **given: Any) -> tuple[int, str]:
    """Status, and the code of the problem if it is one."""
    response = post(client or browser(), "auth/mfa/challenge/", {"challenge": challenge, **given})
    return response.status_code, response.json().get("code", "")


def test_a_password_gets_a_challenge_and_a_code_the_tokens(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    client = browser()
    half = login(client, member.user.email)
    assert half.status_code == 202
    body = half.json()
    assert body == {
        "challenge": body["challenge"],
        "methods": ["totp", "recovery_code"],
        "expires_in": 600,
    }
    assert "Set-Cookie" not in half.headers
    whole = post(client, "auth/mfa/challenge/", {"challenge": body["challenge"], "code": clock.code(secret)})
    assert whole.status_code == 200
    assert set(whole.json()) == {"access_token", "refresh_token", "token_type", "expires_in", "user"}
    assert me(whole.json()["access_token"]) == 200


def test_a_changed_password_ends_what_is_half_way(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    challenge = challenge_for(member, browser())
    change = {"current_password": PASSWORD, "new_password": "another-battery-staple"}
    assert post(member.client, "auth/password/change/", change).status_code == 200
    assert answer(challenge, code=clock.code(secret)) == (401, "token_invalid")


def test_a_wrong_password_says_nothing_of_the_second_factor(member: Person, clock: Clock) -> None:
    turn_totp_on(member, clock)
    refused = login(browser(), member.user.email, "wrong-wrong-wrong")
    assert (refused.status_code, refused.json()["code"]) == (401, "not_authenticated")


def test_cookie_mode_is_asked_for_with_the_second_half(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    client = browser()
    challenge = challenge_for(member, client)
    body = {"challenge": challenge, "code": clock.code(secret), "session": "cookie"}
    whole = post(client, "auth/mfa/challenge/", body)
    assert whole.status_code == 200 and whole.json()["refresh_token"] is None
    assert whole.cookies["foothold_refresh"]["httponly"]


def test_a_challenge_is_good_once(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    challenge = challenge_for(member, browser())
    assert answer(challenge, code=clock.code(secret)) == (200, "")
    clock.next_step()
    assert answer(challenge, code=clock.code(secret)) == (401, "token_invalid")


def test_a_code_is_good_once_whatever_the_challenge(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    code = clock.code(secret)
    assert answer(challenge_for(member, browser()), code=code) == (200, "")
    assert answer(challenge_for(member, browser()), code=code) == (401, "not_authenticated")
    # It would still be within the tolerance; a longer memory than the library's thirty seconds keeps it out.
    clock.next_step()
    assert answer(challenge_for(member, browser()), code=code) == (401, "not_authenticated")
    # One that is older than the last is as bad as that one.
    assert answer(challenge_for(member, browser()), code=clock.code(secret)) == (200, "")
    assert answer(challenge_for(member, browser()), code=code) == (401, "not_authenticated")


def test_the_code_that_confirmed_does_not_sign_in(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    assert answer(challenge_for(member, browser()), code=clock.code(secret, steps=-1)) == (
        401,
        "not_authenticated",
    )


def test_a_used_code_stays_used_without_valkey(member: Person, clock: Clock, settings: Any) -> None:
    secret, _ = turn_totp_on(member, clock)
    code = clock.code(secret)
    assert answer(challenge_for(member, browser()), code=code) == (200, "")
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    assert answer(challenge_for(member, browser()), code=code) == (401, "not_authenticated")
    clock.next_step()
    assert answer(challenge_for(member, browser()), code=clock.code(secret)) == (200, "")


def test_five_failures_end_a_challenge(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    challenge = challenge_for(member, browser())
    assert [answer(challenge, code="000000") for _ in range(5)] == [(401, "not_authenticated")] * 5
    assert answer(challenge, code=clock.code(secret)) == (401, "token_invalid")
    assert events_of(member).count("mfa.refused") == 5


def test_failures_count_over_challenges_and_spare_the_owners_device(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    known = browser()
    assert answer(challenge_for(member, known), known, code=clock.code(secret)) == (200, "")
    clock.next_step()
    thief = [answer(challenge_for(member, browser()), code="000000")[0] for _ in range(12)]
    assert thief == [401] * 10 + [429] * 2
    assert answer(challenge_for(member, browser()), code=clock.code(secret))[0] == 429
    assert answer(challenge_for(member, known), known, code=clock.code(secret)) == (200, "")


def test_a_challenge_lasts_ten_minutes(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    challenge = challenge_for(member, browser())
    with as_system():
        SignInAttempt.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert answer(challenge, code=clock.code(secret)) == (401, "token_invalid")
    challenge_for(member, browser())
    with as_system():
        assert SignInAttempt.objects.count() == 1  # the old one is swept
        SignInAttempt.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert (forget_old(), forget_old()) == (1, 0)


def test_an_account_that_was_closed_meanwhile(member: Person, clock: Clock) -> None:
    secret, _ = turn_totp_on(member, clock)
    challenge = challenge_for(member, browser())
    with as_system():
        type(member.user).objects.filter(pk=member.user.pk).update(is_active=False)
    assert answer(challenge, code=clock.code(secret)) == (401, "token_invalid")


@pytest.mark.parametrize("given", [{}, {"code": "1", "recovery_code": "2"}, {"code": ""}, {"pin": "1"}])
def test_exactly_one_answer(member: Person, clock: Clock, given: dict[str, str]) -> None:
    turn_totp_on(member, clock)
    assert answer(challenge_for(member, browser()), **given) == (400, "validation_error")


def test_recovery_codes_stand_in_once_each(member: Person, clock: Clock) -> None:
    _, codes = turn_totp_on(member, clock)
    assert answer(challenge_for(member, browser()), recovery_code=codes[3]) == (200, "")
    assert answer(challenge_for(member, browser()), recovery_code=codes[3]) == (401, "not_authenticated")
    spaced = f"{codes[4][:4]} {codes[4][4:8]}-{codes[4][8:]}"
    assert answer(challenge_for(member, browser()), recovery_code=spaced) == (200, "")
    # A recovery code is none of the app's.
    assert answer(challenge_for(member, browser()), code=codes[5]) == (401, "not_authenticated")
    assert member.client.get("/api/v1/auth/mfa/recovery-codes/").json() == {"left": 8}
    deliver()
    assert [m.subject for m in mail.outbox].count("A recovery code was used") == 2


def test_regenerated_codes_replace_the_old(member: Person, clock: Clock) -> None:
    assert post(member.client, "auth/mfa/recovery-codes/", {"password": PASSWORD}).status_code == 409
    secret, codes = turn_totp_on(member, clock)
    assert post(member.client, "auth/mfa/recovery-codes/", {}).status_code == 400
    made = post(member.client, "auth/mfa/recovery-codes/", {"code": clock.code(secret)})
    assert made.status_code == 200 and made.headers["Cache-Control"] == "no-store"
    assert not set(made.json()["recovery_codes"]) & set(codes)
    assert answer(challenge_for(member, browser()), recovery_code=codes[0]) == (401, "not_authenticated")
    assert answer(challenge_for(member, browser()), recovery_code=made.json()["recovery_codes"][0]) == (
        200,
        "",
    )


def test_a_passkey_answers_a_challenge(member: Person) -> None:
    device = Authenticator()
    assert add_passkey(member, device).status_code == 201
    half = login(browser(), member.user.email).json()
    assert half["methods"] == ["passkey", "recovery_code"]
    asked = post(browser(), "auth/mfa/challenge/passkey/", {"challenge": half["challenge"]})
    assert asked.status_code == 200
    options = asked.json()["options"]
    assert [entry["type"] for entry in options["allowCredentials"]] == ["public-key"]
    credential = device.get(options)
    assert answer(half["challenge"], credential=credential) == (200, "")
    # Neither the challenge nor the signature again.
    assert answer(half["challenge"], credential=credential) == (401, "token_invalid")
    second = challenge_for(member, browser())
    assert answer(second, credential=credential) == (401, "not_authenticated")
    post(browser(), "auth/mfa/challenge/passkey/", {"challenge": second})
    assert answer(second, credential=credential) == (401, "not_authenticated")


def test_no_passkey_to_ask_for(member: Person, clock: Clock) -> None:
    turn_totp_on(member, clock)
    challenge = challenge_for(member, browser())
    assert post(browser(), "auth/mfa/challenge/passkey/", {"challenge": challenge}).status_code == 409
    assert post(browser(), "auth/mfa/challenge/passkey/", {"challenge": "made-up"}).status_code == 401


@pytest.mark.parametrize("kind", ["code", "recovery_code"])
def test_twenty_at_once_with_one_code_make_one_session(member: Person, clock: Clock, kind: str) -> None:
    secret, codes = turn_totp_on(member, clock)
    given = {"code": clock.code(secret)} if kind == "code" else {"recovery_code": codes[0]}
    challenges = [challenge_for(member, browser()) for _ in range(5)]
    with as_system():
        before = Session.objects.count()
    statuses: list[int] = []

    def run(challenge: str) -> None:
        try:
            statuses.append(answer(challenge, **given)[0])
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(challenge,)) for challenge in challenges * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses.count(200) == 1
    assert set(statuses) <= {200, 401, 429}
    with as_system():
        assert Session.objects.count() == before + 1
