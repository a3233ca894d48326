"""Codes of an authenticator app: turned on, asked for, turned off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils import timezone

from apps.accounts.models import Session, SignInAttempt
from apps.core import encryption
from apps.core.db import as_system
from tests.accounts.calls import login, post
from tests.accounts.second_factors import (
    Clock,
    challenge_for,
    clock,
    deliver,
    events_of,
    turn_totp_on,
)
from tests.factories.accounts import PASSWORD, Person, make_person

__all__ = ["clock"]
pytestmark = pytest.mark.usefixtures("database")


def test_begin_shows_a_secret_three_ways_and_turns_nothing_on(member: Person) -> None:
    begun = post(member.client, "auth/mfa/totp/", {"password": PASSWORD})
    assert begun.status_code == 200
    assert begun.headers["Cache-Control"] == "no-store"
    body = begun.json()
    assert set(body) == {"secret", "otpauth_url", "qr_svg"}
    assert body["otpauth_url"] == (
        f"otpauth://totp/{member.user.email.replace('@', '%40')}?secret={body['secret']}&issuer=Foothold"
    )
    assert "<svg" in body["qr_svg"]
    assert member.client.get("/api/v1/auth/mfa/").json() == {
        "enabled": False,
        "totp": False,
        "passkeys": 0,
        "recovery_codes_left": 0,
    }
    assert login(Client(), member.user.email).status_code == 200


def test_confirm_turns_it_on_and_shows_recovery_codes_once(member: Person, clock: Clock) -> None:
    _, codes = turn_totp_on(member, clock)
    assert len(set(codes)) == 10
    assert member.client.get("/api/v1/auth/mfa/").json() == {
        "enabled": True,
        "totp": True,
        "passkeys": 0,
        "recovery_codes_left": 10,
    }
    assert member.client.get("/api/v1/auth/mfa/recovery-codes/").json() == {"left": 10}
    assert events_of(member)[-1] == "mfa.enabled"
    deliver()
    assert "A second factor was turned on" in [m.subject for m in mail.outbox]


def test_secrets_are_ciphertext_at_rest(member: Person, clock: Clock) -> None:
    secret, codes = turn_totp_on(member, clock)
    with as_system():
        kept = {row.type: row.data for row in Authenticator.objects.all()}
    assert encryption.decrypt(kept["totp"]["secret"]) == secret
    assert secret not in str(kept) and not any(code in str(kept) for code in codes)


@pytest.mark.parametrize(
    ("body", "attr"),
    [({}, "password"), ({"password": "not-the-one"}, "password"), ({"code": "123456"}, "password")],
)
def test_begin_wants_the_password(member: Person, body: dict[str, str], attr: str) -> None:
    refused = post(member.client, "auth/mfa/totp/", body)
    assert (refused.status_code, refused.json()["errors"][0]["attr"]) == (400, attr)


def test_guesses_at_the_password_are_held_to_the_limit(member: Person) -> None:
    answers = [post(member.client, "auth/mfa/totp/", {"password": "guess"}).status_code for _ in range(12)]
    assert answers == [400] * 10 + [429] * 2
    # The right one no longer helps: whoever guesses must not learn it by going on.
    late = post(member.client, "auth/mfa/totp/", {"password": PASSWORD})
    assert late.status_code == 429 and int(late.headers["Retry-After"]) > 0


def test_an_account_without_a_password_needs_a_fresh_sign_in(member: Person) -> None:
    with as_system():
        member.user.set_unusable_password()
        member.user.save()
    assert post(member.client, "auth/mfa/totp/", {}).status_code == 200
    with as_system():
        Session.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    refused = post(member.client, "auth/mfa/totp/", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_denied")


def test_an_address_must_be_verified_first(database: None) -> None:
    person = make_person(email_verified_at=None)
    refused = post(person.client, "auth/mfa/totp/", {"password": PASSWORD})
    assert (refused.status_code, refused.json()["code"]) == (403, "email_not_verified")


def test_five_wrong_codes_end_what_was_begun(member: Person, clock: Clock) -> None:
    secret = post(member.client, "auth/mfa/totp/", {"password": PASSWORD}).json()["secret"]
    wrong = [post(member.client, "auth/mfa/totp/confirm/", {"code": "x"}).status_code for _ in range(5)]
    assert wrong == [400] * 5
    late = post(member.client, "auth/mfa/totp/confirm/", {"code": clock.code(secret)})
    assert (late.status_code, late.json()["code"]) == (409, "conflict")


def test_what_was_begun_lasts_ten_minutes_and_is_good_once(member: Person, clock: Clock) -> None:
    secret = post(member.client, "auth/mfa/totp/", {"password": PASSWORD}).json()["secret"]
    with as_system():
        assert SignInAttempt.objects.get().expires_at - timezone.now() <= timedelta(minutes=10)
        SignInAttempt.objects.update(expires_at=timezone.now())
    late = post(member.client, "auth/mfa/totp/confirm/", {"code": clock.code(secret)})
    assert late.status_code == 409
    turn_totp_on(member, clock)
    with as_system():
        assert not SignInAttempt.objects.exists()
    assert post(member.client, "auth/mfa/totp/", {"password": PASSWORD}).status_code == 409


def test_begun_by_one_is_not_confirmed_by_another(member: Person, stranger: Person, clock: Clock) -> None:
    secret = post(member.client, "auth/mfa/totp/", {"password": PASSWORD}).json()["secret"]
    taken = post(stranger.client, "auth/mfa/totp/confirm/", {"code": clock.code(secret)})
    assert taken.status_code == 409
    # Nor is what waits for a user reached by a token made of their id.
    for made_up in (str(member.user.pk), f"new-totp:{member.user.pk}"):
        forged = post(Client(), "auth/mfa/challenge/", {"challenge": made_up, "code": clock.code(secret)})
        assert (forged.status_code, forged.json()["code"]) == (401, "token_invalid")


@pytest.mark.parametrize("proof", ["password", "code"])
def test_disable_takes_the_recovery_codes_too(member: Person, clock: Clock, proof: str) -> None:
    secret, _ = turn_totp_on(member, clock)
    body = {"password": PASSWORD} if proof == "password" else {"code": clock.code(secret)}
    assert post(member.client, "auth/mfa/totp/disable/", {"code": "000000"}).status_code == 400
    assert post(member.client, "auth/mfa/totp/disable/", body).status_code == 204
    assert member.client.get("/api/v1/auth/mfa/").json()["enabled"] is False
    with as_system():
        assert not Authenticator.objects.exists()
    assert login(Client(), member.user.email).status_code == 200
    assert post(member.client, "auth/mfa/totp/disable/", {"password": PASSWORD}).status_code == 404
    assert events_of(member)[-2:] == ["mfa.enabled", "mfa.disabled"]


def test_a_stranger_sees_and_changes_nothing_of_it(member: Person, stranger: Person, clock: Clock) -> None:
    turn_totp_on(member, clock)
    assert stranger.client.get("/api/v1/auth/mfa/").json()["enabled"] is False
    assert post(stranger.client, "auth/mfa/totp/disable/", {"password": PASSWORD}).status_code == 404
    assert challenge_for(member, Client())


def test_unknown_fields_and_no_token(member: Person, anonymous: Client) -> None:
    assert post(member.client, "auth/mfa/totp/", {"password": PASSWORD, "pin": "1"}).status_code == 400
    assert member.client.get("/api/v1/auth/mfa/?all=1").status_code == 400
    assert anonymous.get("/api/v1/auth/mfa/").status_code == 401
    assert post(anonymous, "auth/mfa/totp/", {"password": PASSWORD}).status_code == 401
