"""What the tests of sign-in ask over and over."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.factories.accounts import PASSWORD, Person

JSON = "application/json"
Answer = Any


def post(client: Client, path: str, body: object, **meta: Any) -> Answer:
    return client.post(f"/api/v1/{path}", body, content_type=JSON, **meta)


def login(client: Client, email: str, password: str = PASSWORD, **meta: Any) -> Answer:
    session = meta.pop("session", "token")
    return post(client, "auth/login/", {"email": email, "password": password, "session": session}, **meta)


def browser() -> Client:
    """Somewhere nobody has signed in yet; it keeps the cookies it is given."""
    return Client(raise_request_exception=False)


def device_of(person: Person) -> Client:
    """A browser in which this person signed in before."""
    client = browser()
    assert login(client, person.user.email).status_code == 200
    return client


def me(access_token: str) -> int:
    """The status with which `getMe` answers a token."""
    answer = browser().get("/api/v1/users/me/", headers={"authorization": f"Bearer {access_token}"})
    return int(answer.status_code)
