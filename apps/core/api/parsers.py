"""JSON from outside: counted before it is read, and refused where two readers could understand it differently."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Any, Final, Never

import orjson
from django.conf import settings
from rest_framework.parsers import BaseParser
from rest_framework.request import Request

from apps.core.errors import ParseFailed, PayloadTooLarge

DEEPEST: Final = 64
_LARGEST_INTEGER: Final = 2**63


def is_json(request: Request) -> bool:
    """Whether a body is JSON, whose values have types; a form's are all text."""
    return (request.content_type or "").partition(";")[0].strip().lower() == JSONParser.media_type


class JSONParser(BaseParser):
    """application/json in UTF-8, `settings.DATA_UPLOAD_MAX_MEMORY_SIZE` bytes at most.

    Raises PayloadTooLarge; ParseFailed for what is no JSON (NaN and Infinity too), nests deeper than 64 levels,
    names a field twice in one object, or holds a number that no double or 64-bit integer can.
    """

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        raw = stream.read(limit + 1)
        if len(raw) > limit:
            raise PayloadTooLarge(f"A JSON body may hold {limit // 1024 // 1024} MB at most.")
        return from_json(raw)


def from_json(raw: bytes) -> Any:
    """The value of a JSON text. Raises ParseFailed, whose detail says what is wrong and quotes nothing."""
    try:
        # The strict reader first: it knows no NaN, no broken UTF-8, no half surrogate pair, and bounds recursion.
        value = orjson.loads(raw)
    except orjson.JSONDecodeError as fault:
        raise ParseFailed("The body is not valid JSON in UTF-8.") from fault
    if _is_deeper(value, DEEPEST):
        raise ParseFailed(f"The body nests deeper than {DEEPEST} levels.")
    # The lenient one shows each object as it was written, which tells names that stand there twice.
    return json.loads(raw, object_pairs_hook=_object, parse_int=_integer, parse_constant=_no_constant)


def _is_deeper(value: Any, deepest: int) -> bool:
    level = [value]
    for _ in range(deepest + 1):
        level = [each for each in level if isinstance(each, dict | list)]
        if not level:
            return False
        level = [inner for each in level for inner in (each.values() if isinstance(each, dict) else each)]
    return True


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ParseFailed("An object of the body names a field twice.")
    return found


def _integer(text: str) -> int:
    value = int(text)
    if not -_LARGEST_INTEGER <= value < _LARGEST_INTEGER:
        raise ParseFailed("The body holds a whole number of more than 64 bits.")
    return value


def _no_constant(name: str) -> Never:
    raise ParseFailed("The body is not valid JSON in UTF-8.")
