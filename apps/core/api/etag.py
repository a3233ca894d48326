"""Optimistic concurrency: `ETag` on every GET (Django's conditional middleware), `If-Match` on every write."""

from __future__ import annotations

import hashlib

from django.utils.http import parse_etags, quote_etag
from rest_framework.request import Request

from apps.core.api.renderers import to_json
from apps.core.errors import PreconditionFailed


def etag_of(data: object) -> str:
    """The tag of a representation; the same as the conditional middleware gives the GET of it."""
    return quote_etag(hashlib.md5(to_json(data), usedforsecurity=False).hexdigest())


def require_match(request: Request, data: object) -> None:
    """Refuse a write whose `If-Match` names a representation other than the present one, `data`."""
    given = request.headers.get("If-Match")
    if given is None:
        return
    tags = parse_etags(given)
    if "*" not in tags and etag_of(data) not in [tag.removeprefix("W/") for tag in tags]:
        raise PreconditionFailed()
