"""Cookie mode: `session: "cookie"`, and who may use the cookie."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from apps.accounts.auth import cookies
from tests.accounts.calls import browser, login, me, post
from tests.factories.accounts import Person

pytestmark = pytest.mark.usefixtures("database")
OURS = "http://testserver"


def signed_in(person: Person) -> tuple[Client, dict[str, Any], str]:
    """A browser in cookie mode, the body it got, and the token its pages read from the cookie."""
    client = browser()
    answer = login(client, person.user.email, session="cookie", headers={"origin": OURS})
    assert answer.status_code == 200
    return client, answer.json(), client.cookies[cookies.CSRF].value


def refresh(client: Client, **headers: str) -> Any:
    return post(client, "auth/refresh/", {}, headers=headers)


def test_the_refresh_token_stands_in_the_cookie_and_not_in_the_answer(member: Person) -> None:
    client, body, csrf = signed_in(member)
    assert body["refresh_token"] is None
    kept = client.cookies[cookies.REFRESH]
    assert (kept["httponly"], kept["samesite"], kept["path"]) == (True, "Strict", "/api/v1/auth/")
    readable = client.cookies[cookies.CSRF]
    assert (readable["httponly"], readable["samesite"], readable["path"]) == ("", "Strict", "/")
    assert kept.value not in str(body)
    assert csrf not in kept.value


def test_cookies_are_secure_in_production(member: Person, settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = True
    client, _, _ = signed_in(member)
    assert all(cookie["secure"] for cookie in client.cookies.values())
    assert len(client.cookies) == 3


def test_refresh_takes_the_cookie_and_rotates_it(member: Person) -> None:
    client, _, csrf = signed_in(member)
    first = client.cookies[cookies.REFRESH].value
    answer = refresh(client, **{"x-csrf-token": csrf, "origin": OURS})
    assert (answer.status_code, answer.json()["refresh_token"]) == (200, None)
    assert client.cookies[cookies.REFRESH].value != first
    assert me(answer.json()["access_token"]) == 200
    # The one before is spent: to use it again ends the family.
    client.cookies[cookies.REFRESH] = first
    assert refresh(client, **{"x-csrf-token": csrf}).status_code == 401
    assert me(answer.json()["access_token"]) == 401


@pytest.mark.parametrize("path", ["auth/refresh/", "auth/logout/"])
@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({}, False),
        ({"x-csrf-token": "0" * 64}, False),
        ({"x-csrf-token": "{csrf}", "origin": "https://elsewhere.example.com"}, False),
        ({"x-csrf-token": "{csrf}", "origin": "null"}, False),
        ({"x-csrf-token": "{csrf}", "origin": "https://app.example.com"}, True),
        ({"x-csrf-token": "{csrf}"}, True),
    ],
)
def test_only_our_own_pages_use_the_cookie(
    member: Person, settings: Settings, path: str, headers: dict[str, str], may: bool
) -> None:
    settings.CORS_ALLOWED_ORIGINS = ["https://app.example.com"]
    client, body, csrf = signed_in(member)
    sent = {name: value.format(csrf=csrf) for name, value in headers.items()}
    answer = post(client, path, {}, headers=sent)
    if may:
        assert answer.status_code == (200 if path == "auth/refresh/" else 204)
        return
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_denied")
    assert me(body["access_token"]) == 200
    assert refresh(client, **{"x-csrf-token": csrf}).status_code == 200


def test_the_token_of_another_session_does_not_pass(member: Person, stranger: Person) -> None:
    client, _, _ = signed_in(member)
    _, _, theirs = signed_in(stranger)
    client.cookies[cookies.CSRF] = theirs
    assert refresh(client, **{"x-csrf-token": theirs}).status_code == 403


def test_another_site_cannot_sign_a_browser_in(member: Person) -> None:
    answer = login(
        browser(), member.user.email, session="cookie", headers={"origin": "https://elsewhere.example.com"}
    )
    assert answer.status_code == 403
    assert not answer.cookies


def test_logout_ends_the_session_and_clears_the_cookies(member: Person) -> None:
    client, body, csrf = signed_in(member)
    answer = post(client, "auth/logout/", {}, headers={"x-csrf-token": csrf})
    assert answer.status_code == 204
    assert [answer.cookies[name]["max-age"] for name in (cookies.REFRESH, cookies.CSRF)] == [0, 0]
    assert me(body["access_token"]) == 401


def test_without_token_and_cookie_nobody_is_known() -> None:
    for path in ("auth/refresh/", "auth/logout/"):
        answer = post(browser(), path, {})
        assert (answer.status_code, answer.json()["code"]) == (401, "not_authenticated")


def test_switching_keeps_the_token_in_the_cookie(member: Person) -> None:
    client, body, _ = signed_in(member)
    answer = client.post(
        f"/api/v1/workspaces/{member.caller.workspace_id}/switch/",
        headers={"authorization": f"Bearer {body['access_token']}"},
    )
    assert (answer.status_code, answer.json()["refresh_token"]) == (200, None)
    assert answer.cookies[cookies.REFRESH].value
