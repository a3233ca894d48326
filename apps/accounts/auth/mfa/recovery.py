"""Ten codes for the day the telephone is lost: each good once, shown once, kept as an encrypted seed."""

from __future__ import annotations

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

from apps.accounts.auth.mfa.factors import Type, authenticators
from apps.accounts.models import User
from apps.core.db import atomic


def first_codes(user: User) -> list[str]:
    """The codes that come with a first factor; none where there are codes already. Within the caller's transaction."""
    if authenticators(user).filter(type=Type.RECOVERY_CODES).exists():
        return []
    return _new(user)


def replaced(user: User) -> list[str]:
    """New codes; those from before are no longer good. Within the caller's transaction."""
    authenticators(user).filter(type=Type.RECOVERY_CODES).delete()
    return _new(user)


def _new(user: User) -> list[str]:
    codes: list[str] = RecoveryCodes.activate(user).generate_codes()
    return codes


def use(user: User, code: str) -> bool:
    """Whether `code` is one of the user's that was not used yet; it is now. Locks the row."""
    found = authenticators(user).filter(type=Type.RECOVERY_CODES).first()
    if found is None:
        return False
    # allauth's own transaction is on the default alias: the lock needs one where the row is.
    with atomic():
        return bool(RecoveryCodes(found).validate_code(code))
