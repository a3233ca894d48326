"""Register, sign in, stay signed in, sign out."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from apps.core.db import as_system
from apps.events.models import Delivery
from apps.events.relay import relay
from tests.factories.accounts import PASSWORD, Person

pytestmark = pytest.mark.usefixtures("database")
JSON = "application/json"
ADA = {"email": "Ada@Example.com", "password": PASSWORD, "full_name": "Ada Example"}


def post(client: Client, path: str, body: object) -> tuple[int, dict[str, Any]]:
    response = client.post(f"/api/v1/{path}", body, content_type=JSON)
    return response.status_code, response.json() if response.content else {}


def test_register_opens_an_account_and_mails_a_token(anonymous: Client) -> None:
    status, body = post(anonymous, "auth/register/", ADA)
    assert status == 201
    assert body["verification_sent"] is True
    assert body["user"]["email"] == "ada@example.com"
    assert relay() == 1
    token = next(line for line in mail.outbox[0].body.splitlines() if len(line) > 60 and " " not in line)
    status, pair = post(anonymous, "auth/verify-email/", {"token": token})
    assert status == 200
    assert pair["user"]["email_verified"] is True


def test_register_says_nothing_of_a_taken_address(anonymous: Client) -> None:
    first = post(anonymous, "auth/register/", ADA)
    second = post(anonymous, "auth/register/", {**ADA, "full_name": "Somebody Else"})
    assert second[0] == 201
    assert second[1].keys() == first[1].keys()
    assert second[1]["user"].keys() == first[1]["user"].keys()
    assert second[1]["user"]["id"] != first[1]["user"]["id"]
    relay()
    assert [m.subject for m in mail.outbox] == ["Confirm your e-mail address", "You already have an account"]


def test_login_and_me(anonymous: Client) -> None:
    post(anonymous, "auth/register/", ADA)
    status, pair = post(anonymous, "auth/login/", {"email": "ada@example.com", "password": PASSWORD})
    assert status == 200
    assert set(pair) == {"access_token", "refresh_token", "token_type", "expires_in", "user"}
    me = anonymous.get("/api/v1/users/me/", headers={"authorization": f"Bearer {pair['access_token']}"})
    assert me.status_code == 200
    body = me.json()
    assert body["role"] == "owner"
    assert body["workspace"]["kind"] == "personal"
    assert body["abilities"] == ["manage", "own", "read", "write"]


@pytest.mark.parametrize(
    "body", [{**ADA, "password": "wrong-wrong-wrong"}, {**ADA, "email": "nobody@example.com"}]
)
def test_login_refuses_alike(anonymous: Client, body: dict[str, str]) -> None:
    post(anonymous, "auth/register/", ADA)
    status, problem = post(anonymous, "auth/login/", {"email": body["email"], "password": body["password"]})
    assert (status, problem["code"]) == (401, "not_authenticated")
    assert problem["detail"] == "The e-mail address or the password is wrong"


def test_refresh_rotates_and_reuse_ends_the_family(member: Person, anonymous: Client) -> None:
    first = member.tokens.refresh_token
    status, pair = post(anonymous, "auth/refresh/", {"refresh_token": first})
    assert status == 200
    assert pair["refresh_token"] != first
    status, problem = post(anonymous, "auth/refresh/", {"refresh_token": first})
    assert (status, problem["code"]) == (401, "token_invalid")
    status, _ = post(anonymous, "auth/refresh/", {"refresh_token": pair["refresh_token"]})
    assert status == 401
    me = anonymous.get("/api/v1/users/me/", headers={"authorization": f"Bearer {pair['access_token']}"})
    assert me.status_code == 401


def test_logout_ends_the_session_at_once(member: Person) -> None:
    assert member.client.get("/api/v1/users/me/").status_code == 200
    assert post(member.client, "auth/logout/", {"refresh_token": member.tokens.refresh_token})[0] == 204
    assert member.client.get("/api/v1/users/me/").status_code == 401


def test_a_token_from_another_key_is_refused(anonymous: Client, member: Person) -> None:
    import jwt

    claims = jwt.decode(member.tokens.access_token, options={"verify_signature": False})
    forged = jwt.encode(claims, "another key of at least thirty-two bytes", algorithm="HS256")
    response = anonymous.get("/api/v1/users/me/", headers={"authorization": f"Bearer {forged}"})
    assert (response.status_code, response.json()["code"]) == (401, "token_invalid")


@pytest.mark.parametrize(
    ("body", "content_type", "status", "code"),
    [
        ("not json", JSON, 400, "parse_error"),
        ({**ADA, "colour": "red"}, JSON, 400, "validation_error"),
        ({"email": "x"}, JSON, 400, "validation_error"),
        ("a=b", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        ([1], JSON, 400, "validation_error"),
    ],
)
def test_bad_bodies_are_one_problem(
    anonymous: Client, body: object, content_type: str, status: int, code: str
) -> None:
    response = anonymous.post("/api/v1/auth/register/", body, content_type=content_type)
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["request_id"] == response.headers["X-Request-ID"]


def test_me_takes_changes_and_if_match(member: Person) -> None:
    seen = member.client.get("/api/v1/users/me/")
    patch = {"full_name": "New Name"}
    changed = member.client.patch(
        "/api/v1/users/me/", patch, content_type=JSON, headers={"if-match": seen.headers["ETag"]}
    )
    assert (changed.status_code, changed.json()["full_name"]) == (200, "New Name")
    stale = member.client.patch(
        "/api/v1/users/me/",
        {"full_name": "Old"},
        content_type=JSON,
        headers={"if-match": seen.headers["ETag"]},
    )
    assert (stale.status_code, stale.json()["code"]) == (412, "precondition_failed")
    again = member.client.get(
        "/api/v1/users/me/", headers={"if-none-match": changed.headers.get("ETag", '"x"')}
    )
    assert again.status_code == 200


def test_unknown_query_parameters_paths_and_methods(member: Person) -> None:
    assert member.client.get("/api/v1/users/me/?colour=red").json()["code"] == "validation_error"
    assert member.client.get("/api/v1/nothing/").json()["code"] == "not_found"
    assert member.client.put("/api/v1/users/me/").json()["code"] == "method_not_allowed"


def test_deliveries_are_marked_done_once(anonymous: Client) -> None:
    post(anonymous, "auth/register/", ADA)
    assert (relay(), relay()) == (1, 0)
    with as_system():
        assert [d.status for d in Delivery.objects.all()] == ["done"]
