"""Signing in with a password, changing it, and getting a new one when it is forgotten."""

from __future__ import annotations

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from apps.accounts.auth import lockout, mail, sessions
from apps.accounts.auth.identity import publish_of
from apps.accounts.auth.requests import RequestContext
from apps.accounts.auth.second_factor import MfaChallenge
from apps.accounts.auth.tokens import Issued
from apps.accounts.models import SignInAttempt, User, fold_email
from apps.core.caller import Caller
from apps.core.db import as_system, atomic
from apps.core.errors import FieldError, PermissionRefused, TokenInvalid, ValidationFailed


class BadCredentials(TokenInvalid):
    """The same words for an unknown address, a wrong password and a closed account."""

    code, status, title = "not_authenticated", 401, "The e-mail address or the password is wrong"


def sign_in(*, email: str, password: str, context: RequestContext) -> Issued | MfaChallenge:
    """Raises BadCredentials, or Throttled before the password is looked at.

    Takes as long for an unknown address as for a known one.
    """
    with as_system():
        user = User.objects.filter(email=fold_email(email)).first()
        attempt = lockout.enter(email=fold_email(email), user_id=user.pk if user else None, context=context)
        if not _is_theirs(user, password) or user is None or not user.is_active:
            attempt.failed()
            raise BadCredentials()
        attempt.succeeded()
        return sessions.admit(user, context)


def _is_theirs(user: User | None, password: str) -> bool:
    if user is None:
        make_password(password)
        return False
    return user.check_password(password)


def change(*, caller: Caller, current_password: str, new_password: str) -> Issued:
    """Set a new password and end every token but those answered here, which go on with the present session.

    Raises ValidationFailed for a wrong present password or a weak new one, Throttled after too many.
    """
    if caller.session_id is None:
        raise PermissionRefused("This needs a person who signed in.")
    bucket = f"password:{caller.user_id}"
    with as_system(), atomic():
        user = User.objects.select_for_update(of=("self",)).get(pk=caller.user_id)
        check(new_password, user, attr="new_password")
        lockout.take(bucket)
        if not user.check_password(current_password):
            raise _wrong("current_password", "This is not your password.")
        lockout.clear(bucket)
        _set(user, new_password)
        publish_of(user, "user.password_changed", changed=["password"])
        sessions.revoke_all(caller.user_id, but=caller.session_id)
        return sessions.renew(caller.session_id, caller.user_id)


def request_reset(email: str) -> None:
    """Owe a mail to the owner of an address. The same work for one that nobody has: an event, and nothing after it."""
    with as_system(), atomic():
        user = User.objects.filter(email=fold_email(email), is_active=True).first()
        publish_of(user, "user.password_reset_requested")


def confirm_reset(token: str, new: str) -> User:
    """Set the password of whoever got this token by mail. It ends with the password it was made for: good once.

    Ends every session, and signs nobody in: a second factor stays one. Raises TokenInvalid, TokenExpired,
    ValidationFailed.
    """
    user_id, fingerprint = mail.read_reset(token)
    with as_system(), atomic():
        user = User.objects.select_for_update(of=("self",)).filter(pk=user_id, is_active=True).first()
        if user is None or not mail.is_fingerprint(fingerprint, user):
            raise TokenInvalid("This link was used before; ask for a new one.")
        changed = ["password"]
        if user.email_verified_at is None:
            # They read the mail, so the address is theirs.
            user.email_verified_at = timezone.now()
            changed.append("email_verified_at")
        check(new, user, attr="password")
        _set(user, new)
        publish_of(user, "user.password_changed", changed=changed)
        sessions.revoke_all(user.pk)
        return user


def _set(user: User, password: str) -> None:
    user.set_password(password)
    user.token_version += 1
    user.save(update_fields=["password", "token_version", "email_verified_at", "updated_at"])
    # Who came half way with the old password begins again.
    SignInAttempt.objects.filter(user=user).delete()


def check(password: str, user: User, *, attr: str) -> None:
    """Hold a new password against the validators of the settings. Raises ValidationFailed that names `attr`."""
    try:
        validate_password(password, user)
    except ValidationError as fault:
        raise _wrong(attr, *fault.messages) from fault


def _wrong(attr: str, *details: str) -> ValidationFailed:
    return ValidationFailed(
        f"{attr}: {details[0]}", errors=[FieldError(attr, "invalid", detail) for detail in details]
    )
