"""Signing in with a passkey alone."""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.test import Client
from fido2.utils import websafe_decode, websafe_encode

from apps.accounts.models import Session
from apps.core.db import as_system
from tests.accounts.authenticator import Authenticator
from tests.accounts.calls import browser, me, post
from tests.accounts.second_factors import Clock, add_passkey, clock, turn_totp_on
from tests.factories.accounts import Person

__all__ = ["clock"]
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def device(member: Person) -> Authenticator:
    """One that holds a passkey of the member's."""
    device = Authenticator()
    assert add_passkey(member, device).status_code == 201
    return device


def ask(client: Client) -> Any:
    begun = client.post("/api/v1/auth/passkeys/begin/")
    assert begun.status_code == 200 and begun.headers["Cache-Control"] == "no-store"
    return begun.json()


def enter(device: Authenticator, client: Client | None = None, **changed: Any) -> Any:
    client = client or browser()
    asked = ask(client)
    body = {"challenge": asked["challenge"], "credential": device.get(asked["options"]), **changed}
    return post(client, "auth/passkeys/complete/", body)


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_begin_names_nobody(anonymous: Client) -> None:
    asked = ask(anonymous)
    assert asked == {
        "challenge": asked["challenge"],
        "options": {
            "challenge": asked["options"]["challenge"],
            "rpId": "localhost",
            "allowCredentials": [],
            "userVerification": "required",
        },
        "expires_in": 600,
    }


def test_it_is_both_factors(member: Person, device: Authenticator, clock: Clock) -> None:
    turn_totp_on(member, clock)
    entered = enter(device)
    assert entered.status_code == 200
    assert entered.json()["user"]["id"] == str(member.user.pk)
    assert me(entered.json()["access_token"]) == 200
    assert member.client.get("/api/v1/auth/mfa/passkeys/").json()["results"][0]["last_used_at"]


def test_cookie_mode(device: Authenticator) -> None:
    entered = enter(device, session="cookie")
    assert entered.json()["refresh_token"] is None
    assert entered.cookies["foothold_refresh"]["httponly"]


def test_nothing_is_good_twice(device: Authenticator) -> None:
    client = browser()
    asked = ask(client)
    body = {"challenge": asked["challenge"], "credential": device.get(asked["options"])}
    assert post(client, "auth/passkeys/complete/", body).status_code == 200
    assert refused(post(client, "auth/passkeys/complete/", body)) == (401, "token_invalid")
    # The signature under another challenge.
    other = {**body, "challenge": ask(client)["challenge"]}
    assert refused(post(client, "auth/passkeys/complete/", other)) == (401, "token_invalid")
    # A failure uses the challenge up, too.
    fresh = ask(client)
    post(client, "auth/passkeys/complete/", {**body, "challenge": fresh["challenge"]})
    late = {"challenge": fresh["challenge"], "credential": device.get(fresh["options"])}
    assert refused(post(client, "auth/passkeys/complete/", late)) == (401, "token_invalid")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("origin", "https://evil.example"),
        ("origin", "https://localhost.evil.example"),
        ("rp_id", "evil.example"),
        ("verifies", False),
        ("credential_id", b"another credential"),
        ("user_handle", b""),
        ("user_handle", b"nobody"),
        ("user_handle", b"\xff\x00"),
        ("user_handle", b"0" * 32),
    ],
)
def test_what_is_refused(device: Authenticator, name: str, value: Any) -> None:
    setattr(device, name, value)
    with as_system():
        before = Session.objects.count()
    answer = enter(device)
    # An empty handle is none of base64url: the form is refused before the signature.
    assert answer.status_code == (400 if value == b"" else 401)
    with as_system():
        assert Session.objects.count() == before


def test_another_key_of_the_same_name(device: Authenticator) -> None:
    forged = Authenticator(credential_id=device.credential_id, user_handle=device.user_handle, count=100)
    assert refused(enter(forged)) == (401, "token_invalid")


def test_ones_own_key_does_not_open_anothers_account(
    device: Authenticator, member: Person, stranger: Person
) -> None:
    own = Authenticator()
    assert add_passkey(stranger, own).status_code == 201
    own.user_handle = device.user_handle
    assert refused(enter(own)) == (401, "token_invalid")
    # Nor with the id of the other's passkey, kept under one's own account.
    twin = Authenticator(credential_id=device.credential_id)
    assert add_passkey(stranger, twin).status_code == 201
    twin.user_handle = device.user_handle
    twin.count = 1000
    assert refused(enter(twin)) == (401, "token_invalid")
    assert enter(device).json()["user"]["id"] == str(member.user.pk)


def test_a_count_that_does_not_grow_is_a_copy(device: Authenticator) -> None:
    device.count = 10
    assert enter(device).status_code == 200
    device.count = 5
    assert refused(enter(device)) == (401, "token_invalid")
    device.count = 10
    device.counts = False
    assert refused(enter(device)) == (401, "token_invalid")
    device.count, device.counts = 11, True
    assert enter(device).status_code == 200


def test_synced_passkeys_do_not_count(member: Person) -> None:
    synced = Authenticator(counts=False)
    assert add_passkey(member, synced).status_code == 201
    assert [enter(synced).status_code for _ in range(2)] == [200, 200]


def test_a_removed_or_closed_account(device: Authenticator, member: Person) -> None:
    with as_system():
        type(member.user).objects.filter(pk=member.user.pk).update(is_active=False)
    assert enter(device).status_code == 401


def test_a_begun_registration_is_no_sign_in(device: Authenticator, member: Person) -> None:
    client = browser()
    asked = ask(client)
    credential = device.get(asked["options"])
    response = post(
        client, "auth/passkeys/complete/", {"challenge": str(member.user.pk), "credential": credential}
    )
    assert refused(response) == (401, "token_invalid")


def test_a_hundred_broken_credentials_are_refused_and_none_is_a_fault(device: Authenticator) -> None:
    """Bits of what a browser sends are turned over, cut and repeated: always a 400 or 401, never a 500."""
    chance = random.Random(6238)
    client = browser()
    good = device.get(ask(client)["options"])
    for _ in range(100):
        field = chance.choice(sorted(good["response"]))
        raw = bytearray(websafe_decode(good["response"][field]))
        kind = chance.randrange(3)
        if kind == 0:
            raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del raw[chance.randrange(len(raw)) :]
        else:
            raw += raw[: chance.randrange(len(raw))]
        response = {**good["response"], field: websafe_encode(bytes(raw))}
        body = {"challenge": ask(client)["challenge"], "credential": {**good, "response": response}}
        assert post(client, "auth/passkeys/complete/", body).status_code in (400, 401)
