"""One declaration validates and documents: `@operation` on a viewset's method.

    @operation(response=VacancySerializer, request=SaveVacancyRequest, idempotent=True)
    def save(self, request, pk, *, data): ...

The method gets `data` (validated body) and `query` (validated query parameters) where it declares serializers for
them, makes one service call and returns an object, which is serialised. Unknown input is refused.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpResponseBase
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from apps.core.api import idempotency
from apps.core.api.parsers import is_json
from apps.core.api.validating import SerializerClass, fields_of, validated
from apps.core.errors import FieldError, ValidationFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecation:
    """Two minor versions of grace. `instead` is the id of the operation to use."""

    since: date
    sunset: date
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """What one operation takes, gives and asks for."""

    id: str = ""
    request: SerializerClass | None = None
    response: SerializerClass | None = None
    query: type[serializers.Serializer[Any]] | None = None
    status: int = 200
    ability: str = "read"
    public: bool = False
    verified: bool = False
    many: bool = False
    idempotent: bool = False
    key_required: bool = False
    problems: tuple[int, ...] = ()
    # Which rate limit counts it: a key of `settings.RATE_LIMITS`. Without one, the viewset's.
    bucket: str = ""
    # What the plan (or a flag) must hold.
    feature: str = ""
    # For a person who signed in: an API key, whatever its scopes, is refused.
    session_only: bool = False
    # A POST that changes nothing: an API key may do it that may read.
    reads: bool = False
    # Since when it is deprecated, and when it goes.
    deprecated: Deprecation | None = None
    # Fields of the answer that are shown this once: kept nowhere, and null where an Idempotency-Key replays it.
    shown_once: tuple[str, ...] = ()
    # Content types of an answer that is no JSON (files).
    binary: tuple[str, ...] = ()
    # Other answers of success, by status: `?async=true` makes a 202.
    also: tuple[tuple[int, SerializerClass], ...] = ()
    # Parts of the path that are one of so many words: their name, and the words.
    path_words: tuple[tuple[str, tuple[str, ...]], ...] = ()
    # The detail carries an ETag that writes hold against `If-Match`.
    concurrent: bool = False


def refuse_unknown_query(request: Request, known: Iterable[str]) -> None:
    """A query parameter that no part of the operation reads is a 400, not dropped."""
    allowed = set(known)
    unknown = sorted(set(request.query_params) - allowed)
    if unknown:
        raise ValidationFailed(
            f"Unknown query parameter: {unknown[0]}",
            errors=[
                FieldError(name, "unknown", "This operation has no such query parameter.") for name in unknown
            ],
        )


def answer(view: Any, declared: Operation, result: object) -> HttpResponseBase:
    """The response of an operation that returned `result`."""
    if isinstance(result, HttpResponseBase):
        return result
    if declared.response is None:
        return Response(status=declared.status)
    body = declared.response(result, many=declared.many, context=view.get_serializer_context())
    headers = {"Cache-Control": "no-store"} if declared.shown_once else None
    return Response(body.data, status=declared.status, headers=headers)


def operation(**declaration: Any) -> Callable[[Callable[..., object]], Callable[..., HttpResponseBase]]:
    """Declare a method of a `FootholdViewSet`; the keywords are the fields of `Operation`."""
    declared = Operation(**declaration)

    def decorate(method: Callable[..., object]) -> Callable[..., HttpResponseBase]:
        @functools.wraps(method)
        def run(view: Any, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if declared.query is not None:
                refuse_unknown_query(request, fields_of(declared.query))
                kwargs["query"] = validated(
                    declared.query, request.query_params.dict(), view.get_serializer_context()
                )
            elif not declared.many:
                refuse_unknown_query(request, ())
            if declared.request is not None:
                context = {**view.get_serializer_context(), "json_body": is_json(request)}
                kwargs["data"] = validated(declared.request, request.data, context)

            def once() -> HttpResponseBase:
                return answer(view, declared, method(view, request, *args, **kwargs))

            if declared.idempotent:
                return idempotency.run_once(
                    request,
                    view.operation_id,
                    required=declared.key_required,
                    effect=once,
                    shown_once=declared.shown_once,
                )
            return once()

        run.declared = declared  # type: ignore[attr-defined]
        return run

    return decorate


def declared_on(view: Any, action: str | None) -> Operation | None:
    """The declaration of a view's action. A viewset may open or tighten inherited ones by `overrides`."""
    method = getattr(view, action or "", None)
    found: Operation | None = getattr(method, "declared", None)
    changes = getattr(view, "overrides", {}).get(action)
    return replace(found, **changes) if found and changes else found
