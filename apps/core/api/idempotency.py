"""`Idempotency-Key`: the same key and body answer the first answer again; another body is a 409; so is a twin.

Records are kept by a store that a lower-level app with tables registers (`jobs`); key, effect and answer are
committed together, or none of them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from typing import Protocol

from django.http import HttpResponseBase
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api.renderers import to_json
from apps.core.errors import Conflict, FieldError, ValidationFailed

HEADER = "Idempotency-Key"
_KEY = re.compile(r"[\x21-\x7e]{1,128}\Z")


class Kept(Protocol):
    """An answer given before."""

    @property
    def body_hash(self) -> str: ...
    @property
    def status(self) -> int: ...
    @property
    def body(self) -> bytes | memoryview: ...
    @property
    def location(self) -> str: ...


class Store(Protocol):
    def claim(self, operation: str, key: str) -> bool:
        """Hold the key to the end of the transaction; False while another request holds it."""

    def find(self, operation: str, key: str) -> Kept | None: ...

    def keep(
        self, operation: str, key: str, *, body_hash: str, status: int, body: bytes, location: str
    ) -> None: ...


_stores: list[Store] = []


def register_store(store: Store) -> None:
    """Called once, when the app that keeps the records is ready."""
    _stores[:] = [store]


def _hash_of(request: Request) -> str:
    # The path is part of what is asked: one operation may serve several (`generate/{kind}/`).
    digest = hashlib.sha256(request.path.encode() + b"\0")
    files = getattr(request, "FILES", None) or {}
    for name in sorted(files):
        digest.update(name.encode() + b"\0")
        for chunk in files[name].chunks():
            digest.update(chunk)
        files[name].seek(0)
    data = request.data
    plain = {k: v for k, v in data.items() if k not in files} if hasattr(data, "items") else data
    digest.update(to_json(plain))
    digest.update(to_json(sorted(request.query_params.lists())))
    return digest.hexdigest()


def run_once(
    request: Request,
    operation: str,
    *,
    required: bool,
    effect: Callable[[], HttpResponseBase],
    shown_once: tuple[str, ...] = (),
) -> HttpResponseBase:
    """Run `effect` unless this key has had its answer. Raises Conflict for a twin under way or another body.

    Fields of the answer named in `shown_once` are secrets: they are kept, and answered again, as null.
    """
    key = request.headers.get(HEADER)
    if key is None:
        if required:
            raise ValidationFailed(
                f"{HEADER}: this operation costs something and needs a key of yours",
                errors=[
                    FieldError(HEADER, "required", "Send any unique text; the same one when you try again.")
                ],
            )
        return effect()
    if not _KEY.match(key):
        raise ValidationFailed(
            f"{HEADER}: 1 to 128 printable characters",
            errors=[FieldError(HEADER, "invalid", "1 to 128 printable ASCII characters.")],
        )
    store, body_hash = _stores[0], _hash_of(request)
    if not store.claim(operation, key):
        raise Conflict("A request with this Idempotency-Key is under way.")
    kept = store.find(operation, key)
    if kept is not None:
        if kept.body_hash != body_hash:
            raise Conflict("This Idempotency-Key was used with another body.")
        return _again(kept)
    response = effect()
    data = getattr(response, "data", None)
    store.keep(
        operation,
        key,
        body_hash=body_hash,
        status=response.status_code,
        body=b"" if data is None else to_json({**data, **dict.fromkeys(shown_once)} if shown_once else data),
        location=response.headers.get("Location", ""),
    )
    return response


class _Kept(Response):
    """An answer whose bytes are known."""

    def __init__(self, body: bytes, status: int) -> None:
        super().__init__(None, status=status)
        self._body = body

    def render(self) -> _Kept:
        self["Content-Type"] = "application/json"
        self.content = self._body
        self._is_rendered = True
        return self


def _again(kept: Kept) -> Response:
    response = _Kept(bytes(kept.body), kept.status)
    response.headers["Idempotent-Replayed"] = "true"
    if kept.location:
        response.headers["Location"] = kept.location
    return response
