"""Mails that an account owes its owner."""

from __future__ import annotations

from django.core.mail import send_mail

from apps.accounts.auth import identity, mail
from apps.events.registry import Happened, handles


@handles("user.registered", name="accounts.send_verification")
def send_verification(event: Happened) -> None:
    user = identity.user_called(event.subject_id) if event.subject_id else None
    if user is None or user.is_email_verified:
        return
    send_mail(
        "Confirm your e-mail address",
        "Welcome to Foothold.\n\n"
        "Confirm this address by sending the token below to `auth/verify-email/`, or by pasting it into the app. "
        "It is good for three days.\n\n"
        f"{mail.verification_token(user)}\n",
        None,
        [user.email],
    )


@handles("user.registered_again", name="accounts.tell_of_second_registration")
def tell_of_second_registration(event: Happened) -> None:
    user = identity.user_called(event.subject_id) if event.subject_id else None
    if user is None:
        return
    send_mail(
        "You already have an account",
        "Somebody, perhaps you, tried to register this address again. Nothing has changed. "
        "Sign in as usual, or reset the password if you have forgotten it.\n",
        None,
        [user.email],
    )
