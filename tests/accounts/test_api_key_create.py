"""`POST api-keys/`"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.core import mail

from apps.accounts.models import ApiKey, Role
from apps.core.db import as_system
from apps.events.models import Event
from apps.events.relay import relay
from apps.jobs.models import IdempotencyRecord
from tests.accounts.keys import JSON, PATH, made, pem, program, set_plan
from tests.factories.accounts import Person, make_person

pytestmark = pytest.mark.usefixtures("database")
BODY = {"name": "Importer", "scopes": ["resumes:read", "*:write", "resumes:read"]}


def create(person: Person, body: dict[str, Any], **headers: str) -> tuple[int, dict[str, Any]]:
    response = person.client.post(PATH, body, content_type=JSON, headers=headers)
    return response.status_code, response.json()


def test_the_key_is_answered_whole_and_kept_as_a_digest(member: Person) -> None:
    answer = made(member, **BODY)
    prefix, _, secret = answer["key"].partition(".")
    with as_system():
        row = ApiKey.objects.get()
    assert row.expires_at is not None
    assert answer == {
        "id": str(row.pk),
        "user_id": str(member.user.pk),
        "name": "Importer",
        "prefix": prefix,
        "scopes": ["*:write", "resumes:read"],
        "public_key": "",
        "status": "active",
        "expires_at": row.expires_at.isoformat().replace("+00:00", "Z"),
        "last_used_at": None,
        "revoked_at": None,
        "created_at": row.created_at.isoformat().replace("+00:00", "Z"),
        "key": f"{prefix}.{secret}",
    }
    assert prefix.startswith("fhk_") and len(prefix) == 16
    assert len(secret) == 43
    assert row.secret_hash == hashlib.sha256(secret.encode()).hexdigest()
    assert timedelta(days=89) < row.expires_at - datetime.now(UTC) < timedelta(days=91)


def test_it_is_shown_once(member: Person) -> None:
    answer = made(member)
    detail = member.client.get(f"{PATH}{answer['id']}/")
    assert "key" not in detail.json()
    assert answer["key"].partition(".")[2] not in detail.content.decode()
    response = member.client.post(PATH, BODY, content_type=JSON)
    assert response.headers["Cache-Control"] == "no-store"


def test_a_repeated_request_makes_no_second_key_and_keeps_no_secret(member: Person) -> None:
    first = create(member, BODY, **{"idempotency-key": "once"})
    again = create(member, BODY, **{"idempotency-key": "once"})
    assert first[0] == again[0] == 201
    assert again[1] == {**first[1], "key": None}
    with as_system():
        assert ApiKey.objects.count() == 1
        kept = bytes(IdempotencyRecord.objects.get().body)
    assert first[1]["key"].partition(".")[2].encode() not in kept


def test_its_maker_is_told_and_the_event_holds_no_secret(member: Person) -> None:
    answer = made(member)
    with as_system():
        event = Event.objects.get(type="api_key.created")
    assert event.changed == ["expires_at", "name", "public_key", "scopes"]
    assert (str(event.subject_id), event.actor_id) == (answer["id"], member.user.pk)
    assert event.payload == {"user_id": str(member.user.pk)}
    relay()
    [letter] = [found for found in mail.outbox if "API key" in found.subject]
    assert letter.to == [member.user.email]
    assert answer["prefix"] not in letter.body


@pytest.mark.parametrize(
    ("change", "attr"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["everything"]}, "scopes.0"),
        ({"scopes": ["*:read", "*:own"]}, "scopes.1"),
        ({"scopes": ["vacancies:staff"]}, "scopes.0"),
        ({"scopes": [1]}, "scopes.0"),
        ({"name": ""}, "name"),
        ({"expires_at": "2020-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": "2999-01-01T00:00:00Z"}, "expires_at"),
        ({"expires_at": None}, "expires_at"),
        ({"public_key": "no key"}, "public_key"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_bad_input_is_named(member: Person, change: dict[str, Any], attr: str) -> None:
    set_plan(member, "pro")
    status, problem = create(member, {**BODY, **change})
    assert (status, problem["code"]) == (400, "validation_error")
    assert [error["attr"] for error in problem["errors"]] == [attr]
    with as_system():
        assert not ApiKey.objects.exists()


def test_a_key_of_another_kind_is_refused(member: Person) -> None:
    set_plan(member, "pro")
    other = ec.generate_private_key(ec.SECP256R1()).public_key()
    text = other.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    assert create(member, {**BODY, "public_key": text})[0] == 400


def test_signing_is_a_feature_of_the_plan(member: Person) -> None:
    body = {**BODY, "public_key": pem(Ed25519PrivateKey.generate())}
    status, problem = create(member, body)
    assert (status, problem["code"]) == (403, "plan_limit_reached")
    set_plan(member, "pro")
    status, answer = create(member, body)
    assert status == 201
    assert answer["key"] == answer["prefix"]
    assert answer["public_key"] == body["public_key"]


def test_no_scope_goes_beyond_the_role(member: Person) -> None:
    colleague = make_person(workspace_of=member, role=Role.MEMBER)
    status, problem = create(colleague, {"name": "x", "scopes": ["*:read", "*:manage"]})
    assert (status, problem["errors"][0]["attr"]) == (400, "scopes.1")
    assert create(colleague, {"name": "x", "scopes": ["*:read", "*:write"]})[0] == 201


def test_it_asks_for_a_verified_address_a_role_and_a_person(member: Person) -> None:
    status, problem = create(make_person(email_verified_at=None), BODY)
    assert (status, problem["code"]) == (403, "email_not_verified")
    viewer = make_person(workspace_of=member, role=Role.VIEWER)
    assert create(viewer, BODY)[1]["code"] == "permission_denied"
    key = made(member, scopes=["*:read", "*:write", "*:manage"])["key"]
    response = program(key).post(PATH, BODY, content_type=JSON)
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")


def test_fifty_keys_are_enough(member: Person) -> None:
    made(member)
    with as_system():
        first = ApiKey.objects.get()
        for number in range(49):
            ApiKey.objects.create(
                workspace_id=first.workspace_id,
                user_id=first.user_id,
                name="x",
                prefix=f"fhk_{number:012d}",
                secret_hash="",
                scopes=[],
            )
    status, problem = create(member, BODY)
    assert (status, problem["code"]) == (409, "conflict")
    member.client.delete(f"{PATH}{first.pk}/")
    assert create(member, BODY)[0] == 201
