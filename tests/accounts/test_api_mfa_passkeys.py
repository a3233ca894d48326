"""Passkeys: made by a software authenticator that signs as a browser would, and misused in every way."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator as Row
from django.core import mail
from django.db import connections
from django.test.utils import CaptureQueriesContext
from fido2 import cbor
from fido2.utils import websafe_decode, websafe_encode

from apps.core.db import acting, as_system
from tests.accounts.authenticator import Authenticator
from tests.accounts.calls import JSON, post
from tests.accounts.second_factors import add_passkey, begin_passkey, deliver, events_of
from tests.factories.accounts import PASSWORD, Person, make_person

pytestmark = pytest.mark.usefixtures("database")
PASSKEYS = "/api/v1/auth/mfa/passkeys/"


def refused(answer: Any) -> tuple[int, str]:
    body = answer.json()
    return answer.status_code, body["errors"][0]["attr"] if body["errors"] else body["code"]


def test_begin_gives_what_the_browser_wants(member: Person) -> None:
    options = begin_passkey(member)
    assert set(options) == {
        "rp", "user", "challenge", "pubKeyCredParams", "excludeCredentials", "authenticatorSelection", "extensions",
    }  # fmt: skip
    assert options["rp"] == {"id": "localhost", "name": "Foothold"}
    assert websafe_decode(options["user"]["id"]).decode() == member.user.pk.hex
    assert options["user"]["name"] == member.user.email
    assert len(websafe_decode(options["challenge"])) == 32
    assert options["authenticatorSelection"] == {
        "residentKey": "required",
        "requireResidentKey": True,
        "userVerification": "required",
    }
    assert options["excludeCredentials"] == []


def test_create_keeps_it_and_shows_recovery_codes_with_the_first(member: Person) -> None:
    created = add_passkey(member, Authenticator())
    assert created.status_code == 201 and created.headers["Cache-Control"] == "no-store"
    body = created.json()
    assert body["passkey"] == {
        "id": body["passkey"]["id"],
        "name": "Laptop",
        "created_at": body["passkey"]["created_at"],
        "last_used_at": None,
    }
    assert len(body["recovery_codes"]) == 10
    assert add_passkey(member, Authenticator(), "Key").json()["recovery_codes"] == []
    listed = member.client.get(PASSKEYS).json()
    assert [row["name"] for row in listed["results"]] == ["Key", "Laptop"]
    assert listed["results"][1] == body["passkey"]
    assert len(begin_passkey(member)["excludeCredentials"]) == 2
    assert events_of(member)[-2:] == ["passkey.created"] * 2
    deliver()
    assert "A passkey was added" in [m.subject for m in mail.outbox]


def test_begin_wants_the_password_and_a_verified_address(member: Person) -> None:
    assert refused(post(member.client, "auth/mfa/passkeys/begin/", {})) == (400, "password")
    person = make_person(email_verified_at=None)
    answer = post(person.client, "auth/mfa/passkeys/begin/", {"password": PASSWORD})
    assert refused(answer) == (403, "email_not_verified")


def test_create_is_for_what_was_begun_once(member: Person, stranger: Person) -> None:
    device = Authenticator()
    body = {"name": "Laptop", "credential": device.create(begin_passkey(member))}
    assert refused(post(stranger.client, "auth/mfa/passkeys/", body)) == (409, "conflict")
    assert post(member.client, "auth/mfa/passkeys/", body).status_code == 201
    assert refused(post(member.client, "auth/mfa/passkeys/", body)) == (409, "conflict")
    again = {"name": "Laptop", "credential": device.create(begin_passkey(member))}
    assert refused(post(member.client, "auth/mfa/passkeys/", again)) == (409, "conflict")


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://192.0.2.1"},
        {"origin": "https://localhost.evil.example"},
        {"rp_id": "evil.example"},
        {"verifies": False},
    ],
)
def test_create_refuses_another_site_and_an_unverified_owner(member: Person, wrong: dict[str, Any]) -> None:
    assert refused(add_passkey(member, Authenticator(**wrong))) == (400, "credential")
    with as_system():
        assert not Row.objects.exists()


def test_create_refuses_another_challenge(member: Person) -> None:
    device = Authenticator()
    old = device.create(begin_passkey(member))
    begin_passkey(member)
    answer = post(member.client, "auth/mfa/passkeys/", {"name": "Old", "credential": old})
    assert refused(answer) == (400, "credential")


def test_origins_can_be_listed(member: Person, settings: Any) -> None:
    settings.WEBAUTHN_ORIGINS = ("https://app.localhost",)
    assert refused(add_passkey(member, Authenticator())) == (400, "credential")
    assert add_passkey(member, Authenticator(origin="https://app.localhost")).status_code == 201


def _attested(credential: dict[str, Any], change: Any) -> dict[str, Any]:
    attestation: Any = cbor.decode(websafe_decode(credential["response"]["attestationObject"]))
    change(attestation)
    response = {**credential["response"], "attestationObject": websafe_encode(cbor.encode(attestation))}
    return {**credential, "response": response}


def _without_key(attestation: dict[str, Any]) -> None:
    data = attestation["authData"]
    attestation["authData"] = data[:32] + bytes([data[32] & ~0x40]) + data[33:37]


def _unknown_algorithm(attestation: dict[str, Any]) -> None:
    attestation["authData"] = attestation["authData"].replace(b"\x03\x26", b"\x03\x38\x63")  # -7 to -100


def _truncated(attestation: dict[str, Any]) -> None:
    attestation["authData"] = attestation["authData"][:-20]


@pytest.mark.parametrize("change", [_without_key, _unknown_algorithm, _truncated, dict.clear])
def test_create_refuses_broken_attestations(member: Person, change: Any) -> None:
    credential = _attested(Authenticator().create(begin_passkey(member)), change)
    answer = post(member.client, "auth/mfa/passkeys/", {"name": "Broken", "credential": credential})
    assert refused(answer) == (400, "credential")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("clientDataJSON", websafe_encode(b"[]")),
        ("clientDataJSON", websafe_encode(b'{"type": 1}')),
        ("clientDataJSON", websafe_encode(b"\xff\xfe")),
        ("attestationObject", websafe_encode(b"\xff" * 64)),
        ("attestationObject", websafe_encode(b"\x9f" * 5000)),
        ("attestationObject", websafe_encode(b"\x81" * 5000)),
        ("attestationObject", "A"),
    ],
)
def test_create_refuses_bytes_that_are_none(member: Person, field: str, value: str) -> None:
    credential = Authenticator().create(begin_passkey(member))
    credential["response"][field] = value
    answer = post(member.client, "auth/mfa/passkeys/", {"name": "Broken", "credential": credential})
    assert refused(answer) == (400, "credential")


def test_create_refuses_unknown_fields_and_other_alphabets(member: Person) -> None:
    credential = Authenticator().create(begin_passkey(member))
    for broken in (
        {**credential, "extra": 1},
        {**credential, "rawId": "a+b/"},
        {**credential, "type": "password"},
    ):
        answer = post(member.client, "auth/mfa/passkeys/", {"name": "Broken", "credential": broken})
        assert answer.status_code == 400
    # What other extensions of the browser say is ignored, as WebAuthn wants it.
    credential["clientExtensionResults"]["prf"] = {"enabled": True}
    answer = post(member.client, "auth/mfa/passkeys/", {"name": "Fine", "credential": credential})
    assert answer.status_code == 201


def test_an_id_that_differs_from_the_raw_id(member: Person) -> None:
    credential = Authenticator().create(begin_passkey(member)) | {"id": "AAAA"}
    answer = post(member.client, "auth/mfa/passkeys/", {"name": "Broken", "credential": credential})
    assert refused(answer) == (400, "credential")


def test_rename_with_if_match(member: Person) -> None:
    path = f"{PASSKEYS}{add_passkey(member, Authenticator()).json()['passkey']['id']}/"
    seen = member.client.get(path)
    assert seen.json()["name"] == "Laptop"
    tag = {"if-match": seen.headers["ETag"]}
    renamed = member.client.patch(path, {"name": "Desk"}, content_type=JSON, headers=tag)
    assert (renamed.status_code, renamed.json()["name"]) == (200, "Desk")
    stale = member.client.patch(path, {"name": "Else"}, content_type=JSON, headers=tag)
    assert stale.status_code == 412
    assert member.client.get(path).json()["name"] == "Desk"
    assert member.client.patch(path, {"colour": "red"}, content_type=JSON).status_code == 400


def test_remove_asks_for_proof_and_drops_the_codes_with_the_last(member: Person) -> None:
    ids = [add_passkey(member, Authenticator(), name).json()["passkey"]["id"] for name in ("One", "Two")]
    one, two = (f"auth/mfa/passkeys/{each}/remove/" for each in ids)
    assert refused(post(member.client, one, {})) == (400, "password")
    assert post(member.client, one, {"password": PASSWORD}).status_code == 204
    assert post(member.client, one, {"password": PASSWORD}).status_code == 404
    assert member.client.get("/api/v1/auth/mfa/").json()["recovery_codes_left"] == 10
    assert post(member.client, two, {"password": PASSWORD}).status_code == 204
    with as_system():
        assert not Row.objects.exists()
    assert events_of(member)[-1] == "passkey.deleted"


def test_the_only_way_in_stays(member: Person) -> None:
    created = add_passkey(member, Authenticator()).json()
    with as_system():
        member.user.set_unusable_password()
        member.user.save()
    path = f"auth/mfa/passkeys/{created['passkey']['id']}/remove/"
    assert refused(post(member.client, path, {})) == (400, "code")
    kept = post(member.client, path, {"code": created["recovery_codes"][0]})
    assert refused(kept) == (409, "conflict")
    # The refusal undid the use of the code.
    assert member.client.get("/api/v1/auth/mfa/").json()["recovery_codes_left"] == 10


def test_a_strangers_passkey_is_not_there(member: Person, stranger: Person) -> None:
    pk = add_passkey(member, Authenticator()).json()["passkey"]["id"]
    assert stranger.client.get(f"{PASSKEYS}{pk}/").status_code == 404
    assert stranger.client.patch(f"{PASSKEYS}{pk}/", {"name": "x"}, content_type=JSON).status_code == 404
    assert post(stranger.client, f"auth/mfa/passkeys/{pk}/remove/", {"password": PASSWORD}).status_code == 404
    assert stranger.client.get(PASSKEYS).json()["results"] == []
    assert member.client.get(f"{PASSKEYS}{uuid4()}/").status_code == 404


def test_the_database_alone_hides_it_too(member: Person, stranger: Person) -> None:
    add_passkey(member, Authenticator())
    with acting(stranger.caller):
        assert Row.objects.count() == 0
        assert Row.objects.filter(user_id=member.user.pk).update(data={}) == 0
    with acting(member.caller):
        assert Row.objects.count() == 2


def test_the_list_costs_the_same_at_1_5_and_20(member: Person) -> None:
    counts = []
    for number in (1, 5, 20):
        while member.client.get("/api/v1/auth/mfa/").json()["passkeys"] < number:
            assert add_passkey(member, Authenticator()).status_code == 201
        with CaptureQueriesContext(connections["default"]) as queries:
            assert len(member.client.get(f"{PASSKEYS}?page_size=20").json()["results"]) == number
        counts.append(len(queries))
    assert len(set(counts)) == 1
    full = post(member.client, "auth/mfa/passkeys/begin/", {"password": PASSWORD})
    assert refused(full) == (409, "conflict")
    first = member.client.get(f"{PASSKEYS}?page_size=15").json()
    rest = member.client.get(first["next"]).json()
    assert len({row["id"] for row in first["results"] + rest["results"]}) == 20
    assert member.client.get(f"{PASSKEYS}?ordering=-last_used_at&cursor=").status_code == 200
