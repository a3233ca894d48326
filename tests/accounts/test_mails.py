"""Mails that an account owes its owner, from the request to a real SMTP server and back."""

from __future__ import annotations

import threading

import pytest
from django.db import connections
from django.utils import timezone

from apps.accounts.auth import mail
from apps.accounts.models import User
from apps.core.db import as_system
from apps.events.relay import relay
from tests.accounts.calls import browser, login, me, post
from tests.factories.accounts import PASSWORD, Person, make_person, make_user
from tests.smtp import Postbox

pytestmark = pytest.mark.usefixtures("database")
ADA = {"email": "ada@example.com", "password": PASSWORD, "full_name": "Ada Example"}


def test_from_registration_to_signed_in(smtp: Postbox) -> None:
    assert post(browser(), "auth/register/", ADA).status_code == 201
    assert relay() == 1
    (letter,) = smtp.mails
    assert (letter["To"], letter["Subject"]) == ("ada@example.com", "Confirm your e-mail address")
    assert letter["From"] == "Foothold <no-reply@localhost>"
    answer = post(browser(), "auth/verify-email/", {"token": smtp.token()})
    assert (answer.status_code, answer.json()["user"]["email_verified"]) == (200, True)
    assert me(answer.json()["access_token"]) == 200


def test_a_verification_token_signs_in_once(smtp: Postbox) -> None:
    post(browser(), "auth/register/", ADA)
    relay()
    token = smtp.token()
    statuses = [post(browser(), "auth/verify-email/", {"token": token}).status_code for _ in range(2)]
    assert statuses == [200, 401]


def test_resent_verification_arrives_and_works(smtp: Postbox) -> None:
    user = make_user(email_verified_at=None)
    relay()
    smtp.mails.clear()
    for _ in range(5):
        assert post(browser(), "auth/verify-email/resend/", {"email": user.email}).status_code == 204
    relay()
    assert smtp.subjects == ["Confirm your e-mail address"] * 3
    assert post(browser(), "auth/verify-email/", {"token": smtp.token()}).status_code == 200


def test_a_second_registration_tells_the_owner_a_few_times(member: Person, smtp: Postbox) -> None:
    for _ in range(6):
        assert post(browser(), "auth/register/", {**ADA, "email": member.user.email}).status_code == 201
    relay()
    assert smtp.subjects == ["You already have an account"] * 3
    assert {letter["To"] for letter in smtp.mails} == {member.user.email}


def test_twenty_registrations_of_one_address_make_one_account(smtp: Postbox) -> None:
    statuses: list[int] = []
    start = threading.Barrier(20)

    def register() -> None:
        start.wait()
        statuses.append(post(browser(), "auth/register/", ADA).status_code)
        connections.close_all()

    threads = [threading.Thread(target=register) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert statuses == [201] * 20
    with as_system():
        assert User.objects.count() == 1


def test_a_taken_address_is_answered_like_a_new_one(member: Person) -> None:
    bodies = [
        post(browser(), "auth/register/", {**ADA, "email": email}).json()
        for email in (ADA["email"], member.user.email)
    ]
    assert [{name: type(value) for name, value in body["user"].items()} for body in bodies] == [
        {"id": str, "email": str, "full_name": str, "email_verified": bool, "created_at": str}
    ] * 2
    assert [body["user"]["email_verified"] for body in bodies] == [False, False]


def test_a_long_name_opens_an_account() -> None:
    answer = post(browser(), "auth/register/", {**ADA, "full_name": "A" * 200})
    assert (answer.status_code, answer.json()["user"]["full_name"]) == (201, "A" * 200)


def test_a_new_device_is_told_of_once(member: Person, smtp: Postbox) -> None:
    there = browser()
    agent = {"user-agent": "Lynx/2.9"}
    for _ in range(2):
        assert login(there, member.user.email, headers=agent, REMOTE_ADDR="192.0.2.9").status_code == 200
    # A program keeps no cookies, yet comes from the same place.
    assert login(browser(), member.user.email, headers=agent, REMOTE_ADDR="192.0.2.9").status_code == 200
    relay()
    assert smtp.subjects == ["A new sign-in to your account"]
    text = smtp.mails[0].get_content()
    assert "192.0.2.9" in text
    assert "Lynx/2.9" in text


def test_the_first_sign_in_is_nothing_new(smtp: Postbox) -> None:
    user = make_user()
    assert login(browser(), user.email).status_code == 200
    relay()
    assert smtp.mails == []


def test_documents_are_written_for_a_verified_address_only() -> None:
    for verified_at, code in ((None, "email_not_verified"), (timezone.now(), "validation_error")):
        person = make_person(email_verified_at=verified_at)
        answer = post(person.client, "generate/cover-letter/", {}, headers={"idempotency-key": "one"})
        assert answer.json()["code"] == code


def test_a_header_cannot_be_slipped_into_a_mail(member: Person, smtp: Postbox) -> None:
    login(browser(), member.user.email, headers={"user-agent": "x\r\nBcc: all@example.com"})
    relay()
    assert smtp.mails[0]["Bcc"] is None
    assert mail.read_verification(mail.verification_token(member.user))[1] == member.user.email
