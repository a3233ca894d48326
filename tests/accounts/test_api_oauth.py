"""Signing in with an account elsewhere: against the OpenID provider `oidc-provider-mock`, and what GitHub documents."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.core import mail
from django.db import connections
from django.test import Client
from django.utils import timezone
from oidc_provider_mock import User as MockUser
from oidc_provider_mock import run_server_in_thread

from apps.accounts.models import Membership, OAuthLink, Session, SignInAttempt, User
from apps.core.db import as_system
from apps.events.models import Event
from tests.accounts.authenticator import Authenticator
from tests.accounts.calls import browser, login, me, post
from tests.accounts.providers import CLIENT_ID, CLIENT_SECRET, REDIRECT_URL, GitHub, running
from tests.accounts.second_factors import Clock, add_passkey, clock, deliver, events_of, turn_totp_on
from tests.factories.accounts import PASSWORD, Person, make_person, make_user

__all__ = ["clock"]
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def github(settings: Any) -> Iterator[GitHub]:
    with running(GitHub()) as server:
        settings.OUTBOUND_ALLOW = (server.endpoint,)
        settings.OAUTH_REDIRECT_URL = REDIRECT_URL
        settings.GITHUB_URL, settings.GITHUB_API_URL = server.url, f"{server.url}/api"
        settings.GITHUB_CLIENT_ID, settings.GITHUB_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
        yield server


@pytest.fixture
def google(settings: Any) -> Iterator[str]:
    """The issuer of a real OpenID provider that knows two people."""
    people = [
        MockUser(
            sub="g-1", claims={"email": "ada@example.com", "email_verified": True, "name": "Ada Example"}
        ),
        MockUser(sub="g-2", claims={"email": "eve@example.com", "email_verified": False}),
    ]
    with run_server_in_thread(user_claims=people, require_nonce=True) as server:
        issuer = f"http://localhost:{server.server_port}"
        settings.OUTBOUND_ALLOW = (f"localhost:{server.server_port}",)
        settings.OAUTH_REDIRECT_URL = REDIRECT_URL
        settings.GOOGLE_ISSUER = issuer
        settings.GOOGLE_CLIENT_ID, settings.GOOGLE_CLIENT_SECRET = CLIENT_ID, CLIENT_SECRET
        yield issuer


def start(provider: str, client: Client | None = None) -> Any:
    answer = (client or browser()).get(f"/api/v1/auth/oauth/{provider}/authorize/")
    assert answer.status_code == 200, answer.content
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.json()


def complete(provider: str, code: str, state: str, client: Client | None = None, **more: str) -> Any:
    body = {"code": code, "state": state, **more}
    return post(client or browser(), f"auth/oauth/{provider}/callback/", body)


def enter_by_github(github: GitHub, client: Client | None = None, **more: str) -> Any:
    return complete("github", *github.consent(start("github")["authorization_url"]), client, **more)


def consent_at_google(authorization_url: str, sub: str) -> tuple[str, str]:
    """The person at the provider's own page."""
    page = httpx.post(authorization_url, data={"sub": sub})
    assert page.status_code == 302, page.text
    query = parse_qs(urlsplit(page.headers["location"]).query)
    return query["code"][0], query["state"][0]


def enter_by_google(sub: str) -> Any:
    return complete("google", *consent_at_google(start("google")["authorization_url"], sub))


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def rows() -> tuple[int, int, int, int]:
    with as_system():
        return (
            User.objects.count(),
            OAuthLink.objects.count(),
            Session.objects.count(),
            SignInAttempt.objects.count(),
        )


def test_providers_are_those_configured(github: GitHub, settings: Any) -> None:
    listed = browser().get("/api/v1/auth/oauth/")
    assert listed.json() == {"providers": [{"name": "github", "title": "GitHub"}]}
    for name in ("google", "facebook"):
        assert refused(browser().get(f"/api/v1/auth/oauth/{name}/authorize/")) == (404, "not_found")
        assert refused(complete(name, "code", "state")) == (404, "not_found")
    settings.OAUTH_REDIRECT_URL = ""
    assert browser().get("/api/v1/auth/oauth/").json() == {"providers": []}


def test_start_sends_the_browser_with_state_and_pkce_and_keeps_the_verifier(google: str) -> None:
    begun = start("google")
    assert set(begun) == {"authorization_url", "state", "expires_in"} and begun["expires_in"] == 600
    query = {name: values[0] for name, values in parse_qs(urlsplit(begun["authorization_url"]).query).items()}
    assert begun["authorization_url"].startswith(f"{google}/oauth2/authorize?")
    assert query["state"] == begun["state"] and query["nonce"]
    assert (query["response_type"], query["redirect_uri"]) == ("code", REDIRECT_URL)
    assert (query["code_challenge_method"], len(query["code_challenge"])) == ("S256", 43)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT token_hash, state FROM accounts_signinattempt")
        ((token_hash, state),) = cursor.fetchall()
    assert begun["state"] not in token_hash and query["nonce"] not in state and "verifier" not in state


def test_google_opens_an_account_that_is_verified_and_signs_in_to_it_again(google: str) -> None:
    first = enter_by_google("g-1")
    assert first.status_code == 200
    user = first.json()["user"]
    assert (user["email"], user["full_name"], user["email_verified"]) == (
        "ada@example.com",
        "Ada Example",
        True,
    )
    assert me(first.json()["access_token"]) == 200
    with as_system():
        account = User.objects.get()
        assert not account.has_usable_password()
        assert Membership.objects.get().role == "owner"
        assert OAuthLink.objects.get().subject == "g-1"
    assert enter_by_google("g-1").json()["user"]["id"] == user["id"]
    assert rows()[:2] == (1, 1)
    deliver()
    assert "Confirm your e-mail address" not in [m.subject for m in mail.outbox]


def test_google_without_a_verified_address(google: str) -> None:
    assert refused(enter_by_google("g-2")) == (409, "conflict")
    make_user(email="eve@example.com")
    taken = enter_by_google("g-2")
    assert refused(taken) == (409, "conflict")
    assert rows()[1] == 0


def test_google_refuses_a_wrong_code(google: str) -> None:
    state = start("google")["state"]
    assert refused(complete("google", "wrong", state)) == (401, "token_invalid")
    assert rows() == (0, 0, 0, 0)


def test_github_opens_an_account(github: GitHub) -> None:
    entered = enter_by_github(github)
    assert entered.status_code == 200
    assert entered.json()["user"]["email"] == "ada@example.com"
    with as_system():
        assert OAuthLink.objects.get().subject == "583231"


def test_the_subject_is_who_it_is_whatever_the_address(github: GitHub) -> None:
    user_id = enter_by_github(github).json()["user"]["id"]
    github.user["login"] = "renamed"
    github.emails = [{"email": "new@example.com", "primary": True, "verified": False}]
    assert enter_by_github(github).json()["user"]["id"] == user_id
    # The same address in other hands is somebody else.
    github.user["id"] = 2
    github.emails = [{"email": "ada@example.com", "primary": True, "verified": True}]
    assert refused(enter_by_github(github)) == (409, "conflict")


def test_cookie_mode(github: GitHub) -> None:
    entered = enter_by_github(github, session="cookie")
    assert entered.json()["refresh_token"] is None
    assert entered.cookies["foothold_refresh"]["httponly"]


def test_a_proven_address_is_linked_and_its_owner_told(github: GitHub) -> None:
    person = make_person(email="ada@example.com")
    entered = enter_by_github(github)
    assert entered.json()["user"]["id"] == str(person.user.pk)
    assert login(browser(), "ada@example.com").status_code == 200
    assert "oauth.linked" in events_of(person)
    deliver()
    assert "Another way to sign in was linked" in [m.subject for m in mail.outbox]


@pytest.mark.parametrize(
    "emails",
    [
        [{"email": "ada@example.com", "primary": True, "verified": False}],
        [{"email": "ada@example.com", "primary": False, "verified": True}],
        [{"email": "ada@example.com", "primary": "yes", "verified": "yes"}],
        [],
    ],
)
@pytest.mark.parametrize("is_taken", [True, False])
def test_an_address_unproven_there_links_and_opens_nothing(
    github: GitHub, emails: list[dict[str, object]], is_taken: bool
) -> None:
    if is_taken:
        make_person(email="ada@example.com")
    github.emails = emails
    github.user["email"] = "ada@example.com"
    before = rows()
    answer = enter_by_github(github)
    assert refused(answer) == (409, "conflict")
    assert answer.json()["detail"].startswith("The provider vouches for no e-mail address")
    assert rows() == before


def test_an_address_unproven_here_is_not_handed_over_and_its_password_ends(github: GitHub) -> None:
    squatter = make_person(email="ada@example.com", email_verified_at=None)
    answer = enter_by_github(github)
    assert refused(answer) == (409, "conflict")
    assert "never confirmed" in answer.json()["detail"]
    assert rows()[1] == 0
    # Whoever opened it is out: the sessions, and the password.
    assert squatter.client.get("/api/v1/users/me/").status_code == 401
    assert refused(login(browser(), "ada@example.com")) == (401, "not_authenticated")
    deliver()
    assert [m.subject for m in mail.outbox].count("Set a new password") == 1
    # Again: nothing more happens.
    assert refused(enter_by_github(github)) == (409, "conflict")
    assert events_of(squatter).count("user.password_voided") == 1
    # The owner of the mailbox gets in by a new password, and then this way too.
    post(browser(), "auth/password/reset/", {"email": "ada@example.com"})
    deliver()
    token = next(line for line in mail.outbox[-1].body.splitlines() if len(line) > 60 and " " not in line)
    assert (
        post(browser(), "auth/password/reset/confirm/", {"token": token, "password": PASSWORD}).status_code
        == 204
    )
    assert enter_by_github(github).json()["user"]["id"] == str(squatter.user.pk)


def test_a_second_factor_is_asked_for(github: GitHub, clock: Clock) -> None:
    person = make_person(email="ada@example.com")
    secret, _ = turn_totp_on(person, clock)
    half = enter_by_github(github)
    assert half.status_code == 202 and half.json()["methods"] == ["totp", "recovery_code"]
    answer = {"challenge": half.json()["challenge"], "code": clock.code(secret)}
    assert post(browser(), "auth/mfa/challenge/", answer).status_code == 200


def test_a_state_is_good_once_and_failure_uses_it_up(github: GitHub) -> None:
    code, state = github.consent(start("github")["authorization_url"])
    assert complete("github", code, state).status_code == 200
    assert refused(complete("github", code, state)) == (401, "token_invalid")
    code, state = github.consent(start("github")["authorization_url"])
    assert refused(complete("github", "wrong", state)) == (401, "token_invalid")
    assert refused(complete("github", code, state)) == (401, "token_invalid")


def test_a_code_needs_the_verifier_of_its_own_state(github: GitHub) -> None:
    stolen, _ = github.consent(start("github")["authorization_url"])
    _, own = github.consent(start("github")["authorization_url"])
    assert refused(complete("github", stolen, own)) == (401, "token_invalid")


def test_a_state_of_another_provider_expired_or_made_up(github: GitHub, google: str, settings: Any) -> None:
    settings.OUTBOUND_ALLOW = (github.endpoint, urlsplit(google).netloc)
    code, state = github.consent(start("github")["authorization_url"])
    assert refused(complete("google", code, state)) == (401, "token_invalid")
    assert refused(complete("github", code, state)) == (401, "token_invalid")
    code, state = github.consent(start("github")["authorization_url"])
    with as_system():
        SignInAttempt.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert refused(complete("github", code, state)) == (401, "token_invalid")
    assert refused(complete("github", code, "made-up")) == (401, "token_invalid")
    assert rows()[0] == 0
    assert "/login/oauth/access_token" not in github.asked


@pytest.mark.parametrize(
    ("path", "broken", "status"),
    [
        ("/login/oauth/access_token", (500, {}), 502),
        ("/login/oauth/access_token", (200, b"<html>"), 502),
        ("/login/oauth/access_token", (200, []), 502),
        ("/login/oauth/access_token", (200, {"error": "incorrect_client_credentials"}), 502),
        ("/login/oauth/access_token", (302, {}), 502),
        ("/login/oauth/access_token", (200, b"[" * 100_000), 502),
        ("/login/oauth/access_token", (200, b" " * (2 << 20)), 502),
        ("/api/user", (503, {}), 502),
        ("/api/user", (200, {"login": "ada"}), 502),
        ("/api/user", (200, {"id": True}), 502),
        ("/api/user", (200, {"id": "583231"}), 502),
        ("/api/user/emails", (200, {"email": "ada@example.com"}), 502),
        ("/api/user/emails", (200, ["ada@example.com"]), 502),
        ("/api/user/emails", (200, [{"primary": True, "verified": True}]), 502),
    ],
)
def test_a_provider_that_fails(github: GitHub, path: str, broken: tuple[int, object], status: int) -> None:
    code, state = github.consent(start("github")["authorization_url"])
    github.broken[path] = broken
    answer = complete("github", code, state)
    assert answer.status_code == status, answer.content
    assert answer.json()["code"] == "upstream_error"
    assert github.url not in answer.content.decode() and code not in answer.content.decode()
    assert rows() == (0, 0, 0, 0)
    github.broken.clear()
    assert refused(complete("github", code, state)) == (401, "token_invalid")


def test_a_provider_that_is_slow_or_gone(github: GitHub, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from apps.accounts.auth.oauth import exchange

    monkeypatch.setattr(exchange, "_POLICY", replace(exchange._POLICY, read_seconds=0.3, total_seconds=0.5))
    code, state = github.consent(start("github")["authorization_url"])
    done = threading.Event()
    github.broken["/login/oauth/access_token"] = lambda: ((done.wait(5) and 200) or 200, {})
    assert refused(complete("github", code, state)) == (504, "upstream_timeout")
    done.set()
    code, state = github.consent(start("github")["authorization_url"])
    github.shutdown()
    github.server_close()
    assert refused(complete("github", code, state)) == (502, "upstream_error")
    assert rows() == (0, 0, 0, 0)


def test_an_address_that_is_not_allowed_is_not_called(github: GitHub, settings: Any) -> None:
    code, state = github.consent(start("github")["authorization_url"])
    settings.OUTBOUND_ALLOW = ()
    assert refused(complete("github", code, state)) == (502, "upstream_error")
    assert github.asked == []


def test_two_at_once_make_one_account(github: GitHub) -> None:
    journeys = [github.consent(start("github")["authorization_url"]) for _ in range(6)]
    statuses: list[int] = []

    def run(journey: tuple[str, str]) -> None:
        try:
            statuses.append(complete("github", *journey).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(journey,)) for journey in journeys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [200] * 6
    assert rows() == (1, 1, 6, 0)


def test_one_state_at_once_is_good_for_one(github: GitHub) -> None:
    code, state = github.consent(start("github")["authorization_url"])
    statuses: list[int] = []

    def run() -> None:
        try:
            statuses.append(complete("github", code, state).status_code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [200] + [401] * 7
    assert github.asked.count("/login/oauth/access_token") == 1


def test_a_closed_account_stays_closed(github: GitHub) -> None:
    enter_by_github(github)
    with as_system():
        User.objects.update(is_active=False)
    assert refused(enter_by_github(github)) == (401, "not_authenticated")


def test_unlink(github: GitHub, member: Person) -> None:
    with as_system():
        User.objects.filter(pk=member.user.pk).update(email="ada@example.com")
    assert enter_by_github(github).json()["user"]["id"] == str(member.user.pk)
    assert member.client.delete("/api/v1/auth/oauth/github/link/").status_code == 204
    assert refused(member.client.delete("/api/v1/auth/oauth/github/link/")) == (404, "not_found")
    assert rows()[1] == 0
    with as_system():
        assert Event.objects.filter(type="oauth.unlinked").get().changed == ["github"]


def test_unlink_is_refused_for_the_only_way_in(github: GitHub) -> None:
    tokens = enter_by_github(github).json()
    client = Client(headers={"authorization": f"Bearer {tokens['access_token']}"})
    assert refused(client.delete("/api/v1/auth/oauth/github/link/")) == (409, "conflict")
    begun = post(client, "auth/mfa/passkeys/begin/", {}).json()
    credential = Authenticator().create(begun["options"])
    assert post(client, "auth/mfa/passkeys/", {"name": "Key", "credential": credential}).status_code == 201
    assert client.delete("/api/v1/auth/oauth/github/link/").status_code == 204
    assert rows()[1] == 0


def test_unlink_is_of_ones_own(github: GitHub, member: Person, stranger: Person, anonymous: Client) -> None:
    with as_system():
        OAuthLink.objects.create(user=member.user, provider="github", subject="7")
    assert stranger.client.delete("/api/v1/auth/oauth/github/link/").status_code == 404
    assert anonymous.delete("/api/v1/auth/oauth/github/link/").status_code == 401
    assert rows()[1] == 1
    assert add_passkey(member, Authenticator()).status_code == 201


def test_bad_bodies(github: GitHub) -> None:
    assert refused(complete("github", "", "x")) == (400, "validation_error")
    assert refused(post(browser(), "auth/oauth/github/callback/", {"code": "x"})) == (400, "validation_error")
    assert refused(complete("github", "x", "y", colour="red")) == (400, "validation_error")
    assert refused(complete("github", "x", "y" * 300)) == (400, "validation_error")
