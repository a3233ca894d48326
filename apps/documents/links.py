"""Links to a file that anybody may follow who has them, and that expire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing
from django.utils import timezone

from apps.core.caller import Caller
from apps.core.errors import NotFound
from apps.documents.models import Document

LIFETIME = timedelta(minutes=10)
_SALT = "documents.download"


@dataclass(frozen=True, slots=True)
class Link:
    """`url` is a path of this server; it works until `expires_at`."""

    url: str
    expires_at: datetime


def link_to(document: Document, caller: Caller) -> Link:
    token = signing.dumps(
        {"d": document.pk.hex, "w": caller.workspace_id.hex, "u": caller.user_id.hex},
        salt=_SALT,
        compress=False,
    )
    return Link(f"/files/{token}/", timezone.now() + LIFETIME)


def follow(token: str) -> tuple[UUID, Caller]:
    """Which file, and for whom. Raises NotFound for a link that has expired or is none of ours."""
    try:
        held = signing.loads(token, salt=_SALT, max_age=LIFETIME)
    except signing.SignatureExpired as fault:
        raise NotFound("This link has expired; ask for a new one.") from fault
    except signing.BadSignature as fault:
        raise NotFound() from fault
    # Whoever holds the link reads this one file, and does nothing else.
    return UUID(held["d"]), Caller(user_id=UUID(held["u"]), workspace_id=UUID(held["w"]), role="viewer")
