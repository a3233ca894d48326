"""The tokens that stand in mails, minted when the mail is sent and never stored."""

from __future__ import annotations

from uuid import UUID

from django.core import signing

from apps.accounts.models import User
from apps.core.errors import TokenExpired, TokenInvalid

_SALT = "accounts.verify-email"
_DAYS = 3


def verification_token(user: User) -> str:
    return signing.dumps([str(user.pk), user.email], salt=_SALT)


def read_verification(token: str) -> tuple[UUID, str]:
    """The user and the address. Raises TokenExpired or TokenInvalid."""
    try:
        user_id, email = signing.loads(token, salt=_SALT, max_age=_DAYS * 86_400)
        return UUID(user_id), str(email)
    except signing.SignatureExpired as fault:
        raise TokenExpired("This link is older than three days; ask for a new one.") from fault
    except (signing.BadSignature, ValueError, TypeError) as fault:
        raise TokenInvalid() from fault
