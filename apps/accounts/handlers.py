"""Mails that an account owes its owner. Tokens are minted here, when the mail is sent, and stand in no event."""

from __future__ import annotations

from django.core.mail import send_mail

from apps.accounts.auth import identity, mail
from apps.accounts.models import User
from apps.core import windows
from apps.events.registry import Happened, handles

# Whoever asks for mails to somebody else's address sends them few.
MOST_AN_HOUR = 3


def _recipient(event: Happened, *, kind: str = "") -> User | None:
    """Whom the event is about; None where that is nobody, or where they had enough mails of this kind."""
    user = identity.user_called(event.subject_id) if event.subject_id else None
    if user is None or (kind and not windows.hit(f"mail:{kind}:{user.pk}", MOST_AN_HOUR, 3600).allowed):
        return None
    return user


def _send(user: User, subject: str, *paragraphs: str) -> None:
    send_mail(subject, "\n\n".join(paragraphs) + "\n", None, [user.email])


@handles("user.registered", name="accounts.send_verification")
def send_verification(event: Happened) -> None:
    user = _recipient(event)
    if user is not None:
        _mail_verification(user)


@handles("user.verification_requested", name="accounts.resend_verification")
def resend_verification(event: Happened) -> None:
    user = _recipient(event, kind="verification")
    if user is not None:
        _mail_verification(user)


def _mail_verification(user: User) -> None:
    if user.is_email_verified:
        return
    _send(
        user,
        "Confirm your e-mail address",
        "Welcome to Foothold.",
        "Confirm this address by sending the token below to `auth/verify-email/`, or by pasting it into the app. "
        f"It is good once, for {mail.VERIFY_DAYS} days.",
        mail.verification_token(user),
    )


@handles("user.registered_again", name="accounts.tell_of_second_registration")
def tell_of_second_registration(event: Happened) -> None:
    user = _recipient(event, kind="registered-again")
    if user is not None:
        _send(
            user,
            "You already have an account",
            "Somebody, perhaps you, tried to register this address again. Nothing has changed. "
            "Sign in as usual, or reset the password if you have forgotten it.",
        )


@handles("user.password_reset_requested", name="accounts.send_password_reset")
def send_password_reset(event: Happened) -> None:
    user = _recipient(event, kind="reset")
    if user is not None and user.is_active:
        _send(
            user,
            "Set a new password",
            "Somebody, perhaps you, asked for a new password for this address. If it was not you, do nothing: "
            "the present one stays.",
            "To set a new one, send the token below to `auth/password/reset/confirm/`, or paste it into the app. "
            f"It is good once, for {mail.RESET_HOURS} hour.",
            mail.reset_token(user),
        )


@handles("user.password_changed", name="accounts.tell_of_changed_password")
def tell_of_changed_password(event: Happened) -> None:
    user = _recipient(event)
    if user is not None:
        _send(
            user,
            "Your password was changed",
            "The password of your account was changed, and every other device was signed out.",
            "If it was not you, reset the password now: whoever did it is signed out by that.",
        )


@handles("session.begun_on_new_device", name="accounts.tell_of_new_device")
def tell_of_new_device(event: Happened) -> None:
    session = identity.session_called(event.subject_id) if event.subject_id else None
    if session is None:
        return
    _send(
        session.user,
        "A new sign-in to your account",
        f"Your account was signed in to on {session.created_at:%d %B %Y at %H:%M} UTC from a device that it has not "
        "seen before.",
        f"Address: {session.address or 'unknown'}\nProgram: {session.user_agent or 'unknown'}",
        "If it was you, there is nothing to do. If not, end that session and change your password.",
    )
