"""Where a search goes on: signed, and only for the question it was given for."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

import orjson
from django.core import signing

from apps.core.errors import FieldError, ValidationFailed

_SALT = "matching.search.cursor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """`moment` is the first page's: what came later waits for the next question. `version` is the meaning's.

    `place` counts the ranked hits that were passed; `last` is the id of the last of them. Behind the ranked ones
    `listed_at` and `last` are the place in the order of dates.
    """

    asked: str
    moment: datetime
    version: str
    place: int
    last: UUID
    listed_at: datetime | None = None

    def encode(self) -> str:
        values = asdict(self) | {
            "moment": self.moment.isoformat(),
            "last": self.last.hex,
            "listed_at": self.listed_at.isoformat() if self.listed_at else None,
        }
        return signing.Signer(salt=_SALT).sign_object(list(values.values()), compress=True)

    @classmethod
    def decode(cls, raw: str, asked: str) -> Self:
        """Raises ValidationFailed for a cursor that is not ours, or was given for another question."""
        try:
            made_for, moment, version, place, last, listed_at = signing.Signer(salt=_SALT).unsign_object(raw)
        except (signing.BadSignature, ValueError) as fault:
            raise _refused("This is no cursor of ours; take `next` from an answer.") from fault
        if made_for != asked:
            raise _refused("This cursor belongs to another question.")
        return cls(
            asked=made_for,
            moment=datetime.fromisoformat(moment),
            version=version,
            place=place,
            last=UUID(last),
            listed_at=datetime.fromisoformat(listed_at) if listed_at else None,
        )


def digest(
    workspace_id: UUID, query: str, filters: Mapping[str, Any], resume_id: UUID | None, mode: str
) -> str:
    """Names a question. How many a page and which facets are no part of it."""
    said = [workspace_id, query, dict(filters), resume_id, mode]
    return hashlib.sha256(orjson.dumps(said, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()[:24]


def _refused(detail: str) -> ValidationFailed:
    return ValidationFailed(f"cursor: {detail}", errors=[FieldError("cursor", "invalid", detail)])
