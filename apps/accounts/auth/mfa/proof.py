"""Whether it is the owner who asks to change how the account is entered: a token alone may be stolen."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from apps.accounts.auth import lockout
from apps.accounts.auth.mfa import factors, recovery, totp
from apps.accounts.auth.mfa.refusals import wrong
from apps.accounts.models import Session, User
from apps.core.caller import Caller
from apps.core.errors import PermissionRefused

FRESH = timedelta(minutes=10)


def bucket_of(user: User, where: UUID | None) -> str:
    """Where guesses at a second factor are counted: by session, or device that signed in before, or all others together.

    A thief of the password fills the last, and the owner's own device still gets in.
    """
    return f"second-factor:{user.pk}:{where or 'elsewhere'}"


def require(user: User, *, password: str, code: str, caller: Caller) -> None:
    """The password, where there is one; else a code, where there is a factor; else a sign-in of the last ten minutes.

    A code, of the app or for recovery, does in place of the password. Raises ValidationFailed that names the field,
    PermissionRefused, Throttled.
    """
    if code and factors.are_on(user):
        _require_code(user, code, bucket_of(user, caller.session_id))
    elif user.has_usable_password():
        _require_password(user, password)
    elif factors.of(user).methods not in ((), ("passkey",)):
        raise wrong("code", "Give a code of your authenticator app, or a recovery code.")
    elif not _is_fresh(caller):
        raise PermissionRefused("Sign in again first: this asks for a sign-in of the last ten minutes.")


def _require_password(user: User, password: str) -> None:
    bucket = f"password:{user.pk}"
    if password:
        lockout.take(bucket)
        if user.check_password(password):
            lockout.clear(bucket)
            return
    raise wrong("password", "This is not your password." if password else "Give your password.")


def _require_code(user: User, code: str, bucket: str) -> None:
    lockout.take(bucket)
    if not (totp.use(user, code) or recovery.use(user, code)):
        raise wrong("code", "This code is not good.")
    lockout.clear(bucket)


def _is_fresh(caller: Caller) -> bool:
    begun = timezone.now() - FRESH
    mine = Session.objects.filter(user_id=caller.user_id, created_at__gte=begun)
    return caller.session_id is not None and mine.filter(pk=caller.session_id).exists()
