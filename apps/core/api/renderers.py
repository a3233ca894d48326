"""JSON by orjson: numbers for decimals, `Z` for UTC."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

_OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS


def _other(value: object) -> object:
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, uuid.UUID | datetime.timedelta):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def to_json(data: object) -> bytes:
    """The one JSON form of this API. Whole numbers may be of any size: a resume's own data comes out as it went in."""
    try:
        return orjson.dumps(data, default=_other, option=_OPTIONS)
    except TypeError:
        # Of what orjson has no form for, numbers beyond 64 bits are the only ones that JSON has; others raise again.
        return orjson.dumps(_spelt_out(data), default=_other, option=_OPTIONS)


def _spelt_out(value: object) -> object:
    """The same with large numbers as their digits."""
    if isinstance(value, Mapping):
        return {key: _spelt_out(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_spelt_out(one) for one in value]
    if isinstance(value, int) and not isinstance(value, bool) and value.bit_length() > 63:
        return orjson.Fragment(str(value))
    return value


class OrjsonRenderer(BaseRenderer):
    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return b"" if data is None else to_json(data)


class ProblemRenderer(OrjsonRenderer):
    media_type = "application/problem+json"


class AlwaysOurs(BaseContentNegotiation):
    """Every operation has one representation; `Accept` cannot ask for another, so it is not asked."""

    def select_parser(self, request: Request, parsers: list[BaseParser]) -> BaseParser | None:  # type: ignore[override]
        from rest_framework.negotiation import DefaultContentNegotiation

        return DefaultContentNegotiation().select_parser(request, parsers)

    def select_renderer(  # type: ignore[override]
        self, request: Request, renderers: list[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        return renderers[0], renderers[0].media_type
