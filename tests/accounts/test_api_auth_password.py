"""`auth/password/…`: change, and a new one when it is forgotten, with mail through a real SMTP server."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from apps.accounts.auth import mail, passwords, second_factor, sessions
from apps.accounts.auth.requests import RequestContext
from apps.accounts.models import User
from apps.core.db import as_system
from apps.core.errors import NotAuthenticated
from apps.events.models import Event
from apps.events.relay import relay
from tests.accounts.calls import browser, login, me, post
from tests.factories.accounts import PASSWORD, Person, make_person, make_user
from tests.smtp import Postbox

pytestmark = pytest.mark.usefixtures("database")
NEW = "another-horse-another-battery"


def change(person: Person, current: str = PASSWORD, new: str = NEW) -> Any:
    return post(person.client, "auth/password/change/", {"current_password": current, "new_password": new})


def confirm(token: str, password: str = NEW) -> Any:
    return post(browser(), "auth/password/reset/confirm/", {"token": token, "password": password})


def reset_token(user: User) -> str:
    with as_system():
        return mail.reset_token(User.objects.get(pk=user.pk))


def test_change_ends_every_token_but_those_it_answers(member: Person, smtp: Postbox) -> None:
    other = login(browser(), member.user.email).json()
    relay()
    answer = change(member)
    body = answer.json()
    assert (answer.status_code, body["user"]["id"]) == (200, str(member.user.pk))
    assert [me(token) for token in (member.tokens.access_token, other["access_token"])] == [401, 401]
    assert post(browser(), "auth/refresh/", {"refresh_token": other["refresh_token"]}).status_code == 401
    assert me(body["access_token"]) == 200
    assert post(browser(), "auth/refresh/", {"refresh_token": body["refresh_token"]}).status_code == 200
    assert [login(browser(), member.user.email, word).status_code for word in (PASSWORD, NEW)] == [401, 200]
    relay()
    assert "Your password was changed" in smtp.subjects
    with as_system():
        event = Event.objects.get(type="user.password_changed")
    assert (event.actor_id, event.changed, event.payload) == (member.user.pk, ["password"], {})


@pytest.mark.parametrize(
    ("current", "new", "attr"),
    [
        ("not-my-password", NEW, "current_password"),
        (PASSWORD, "short", "new_password"),
        (PASSWORD, "password123", "new_password"),
        (PASSWORD, "{email}", "new_password"),
    ],
)
def test_change_refuses(member: Person, current: str, new: str, attr: str) -> None:
    answer = change(member, current, new.format(email=member.user.email))
    assert (answer.status_code, answer.json()["code"]) == (400, "validation_error")
    assert {error["attr"] for error in answer.json()["errors"]} == {attr}
    assert me(member.tokens.access_token) == 200


def test_a_stolen_token_guesses_ten_passwords(member: Person) -> None:
    statuses = [change(member, f"guess-number-{n}").status_code for n in range(15)]
    assert statuses == [400] * 10 + [429] * 5
    assert change(member).headers["Retry-After"] == "60"


def test_a_sign_in_with_the_old_password_does_not_outlive_the_change(member: Person) -> None:
    """The password was right when it was read, and is changed before the session is made."""
    with as_system():
        read_before = User.objects.get(pk=member.user.pk)
    assert change(member).status_code == 200
    with pytest.raises(NotAuthenticated):
        sessions.begin(read_before, RequestContext())


def test_reset_by_mail(member: Person, smtp: Postbox) -> None:
    assert post(browser(), "auth/password/reset/", {"email": member.user.email.upper()}).status_code == 204
    relay()
    assert smtp.mails[-1]["To"] == member.user.email
    token = smtp.token()
    answer = confirm(token)
    assert (answer.status_code, answer.content) == (204, b"")
    assert me(member.tokens.access_token) == 401
    assert [login(browser(), member.user.email, word).status_code for word in (PASSWORD, NEW)] == [401, 200]
    assert (confirm(token).status_code, confirm(token).json()["code"]) == (401, "token_invalid")
    relay()
    assert "Your password was changed" in smtp.subjects
    with as_system():
        assert all(token not in str(event.payload) for event in Event.objects.all())


def test_reset_says_nothing_of_who_has_an_account(member: Person, smtp: Postbox) -> None:
    for path in ("auth/password/reset/", "auth/verify-email/resend/"):
        answers = [post(browser(), path, {"email": email}) for email in (member.user.email, "no@example.com")]
        assert [(answer.status_code, answer.content) for answer in answers] == [(204, b""), (204, b"")]
    with as_system():
        kinds = Event.objects.filter(type__endswith="_requested").values_list("type", flat=True)
        assert sorted(kinds) == ["user.password_reset_requested"] * 2 + ["user.verification_requested"] * 2
    relay()
    assert [address for mail in smtp.mails for address in [mail["To"]]] == [member.user.email]


def test_reset_mails_are_few(member: Person, smtp: Postbox) -> None:
    for _ in range(8):
        assert post(browser(), "auth/password/reset/", {"email": member.user.email}).status_code == 204
    relay()
    assert smtp.subjects == ["Set a new password"] * 3


def test_reset_verifies_the_address(database: None) -> None:
    user = make_user(email_verified_at=None)
    assert confirm(reset_token(user)).status_code == 204
    assert login(browser(), user.email, NEW).json()["user"]["email_verified"] is True


@pytest.mark.parametrize(("password", "code"), [("short", "validation_error"), (NEW, None)])
def test_a_weak_password_does_not_spend_the_token(member: Person, password: str, code: str | None) -> None:
    token = reset_token(member.user)
    answer = confirm(token, password)
    assert answer.status_code == (400 if code else 204)
    assert confirm(token).status_code == (204 if code else 401)


def test_a_reset_token_is_good_for_one_hour_one_account_and_one_purpose(
    member: Person, stranger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = reset_token(member.user)
    assert post(browser(), "auth/verify-email/", {"token": token}).json()["code"] == "token_invalid"
    assert confirm(mail.verification_token(member.user)).json()["code"] == "token_invalid"
    assert confirm(token[:-1] + ("A" if token[-1] != "A" else "B")).json()["code"] == "token_invalid"
    now = timezone.now().timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + timedelta(hours=1).seconds + 1)
    assert (confirm(token).status_code, confirm(token).json()["code"]) == (401, "token_expired")


def test_a_changed_password_ends_the_tokens_in_mails(member: Person) -> None:
    token = reset_token(member.user)
    assert change(member).status_code == 200
    assert confirm(token, "yet-another-password").status_code == 401


def test_twenty_use_one_reset_token_and_one_gets_through(member: Person) -> None:
    token, statuses = reset_token(member.user), []
    start = threading.Barrier(20)

    def use(number: int) -> None:
        start.wait()
        statuses.append(confirm(token, f"battery-number-{number}").status_code)
        connections.close_all()

    threads = [threading.Thread(target=use, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(statuses) == [204] + [401] * 19


def test_reset_and_verification_do_not_pass_by_a_second_factor(
    member: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever reads the mail still needs the factor: no token comes of either."""
    challenge = second_factor.MfaChallenge("opaque", ("totp",), 600)
    monkeypatch.setattr(second_factor, "_registered", [(lambda user: True, lambda user, context: challenge)])
    assert "access_token" not in str(confirm(reset_token(member.user)).content)
    answer = login(browser(), member.user.email, NEW)
    assert (answer.status_code, answer.cookies.keys()) == (202, set())
    assert answer.json() == {"challenge": "opaque", "methods": ["totp"], "expires_in": 600}
    unverified = make_user(email_verified_at=None)
    answer = post(browser(), "auth/verify-email/", {"token": mail.verification_token(unverified)})
    assert (answer.status_code, "access_token" in answer.json()) == (202, False)


def test_a_closed_account_gets_no_mail_and_no_token(member: Person, smtp: Postbox) -> None:
    token = reset_token(member.user)
    with as_system():
        User.objects.filter(pk=member.user.pk).update(is_active=False)
    passwords.request_reset(member.user.email)
    relay()
    assert smtp.mails == []
    assert confirm(token).status_code == 401
    assert login(browser(), member.user.email).status_code == 401


def test_two_people_keep_to_themselves(member: Person) -> None:
    other = make_person()
    assert change(member).status_code == 200
    assert (me(other.tokens.access_token), login(browser(), other.user.email).status_code) == (200, 200)
