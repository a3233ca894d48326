"""The tokens that stand in mails, minted when the mail is sent and never stored."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from apps.accounts.models import User
from apps.core.errors import TokenExpired, TokenInvalid

_VERIFY, _RESET = "accounts.verify-email", "accounts.reset-password"
VERIFY_DAYS, RESET_HOURS = 3, 1


def verification_token(user: User) -> str:
    return signing.dumps([str(user.pk), user.email], salt=_VERIFY)


def read_verification(token: str) -> tuple[UUID, str]:
    """The user and the address. Raises TokenExpired or TokenInvalid."""
    return _read(token, _VERIFY, VERIFY_DAYS * 86_400)


def reset_token(user: User) -> str:
    """Good once: it is bound to the password that it replaces."""
    return signing.dumps([str(user.pk), _fingerprint(user)], salt=_RESET)


def read_reset(token: str) -> tuple[UUID, str]:
    """The user, and a fingerprint to hold against their present state. Raises TokenExpired or TokenInvalid."""
    return _read(token, _RESET, RESET_HOURS * 3600)


def is_fingerprint(fingerprint: str, user: User) -> bool:
    return constant_time_compare(fingerprint, _fingerprint(user))


def _fingerprint(user: User) -> str:
    state = f"{user.pk}\n{user.email}\n{user.password}\n{user.token_version}"
    return salted_hmac(_RESET, state, algorithm="sha256").hexdigest()


def _read(token: str, salt: str, seconds: int) -> tuple[UUID, str]:
    try:
        said: Any = signing.loads(token, salt=salt, max_age=seconds)
        user_id, bound_to = said
        return UUID(user_id), str(bound_to)
    except signing.SignatureExpired as fault:
        raise TokenExpired("This link is too old; ask for a new one.") from fault
    except (signing.BadSignature, ValueError, TypeError, AttributeError) as fault:
        raise TokenInvalid() from fault
