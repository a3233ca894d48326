"""`ordering=-posted_at`: what is allowed is an enum in the schema, and anything else a 400."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request

from apps.core.errors import FieldError, ValidationFailed


def choices(fields: tuple[str, ...]) -> list[str]:
    return [sign + name for name in fields for sign in ("", "-")]


def resolve_ordering(request: Request, default: str, fields: tuple[str, ...]) -> str:
    """The ordering asked for, or the default. Raises ValidationFailed for one that is not offered."""
    asked = request.query_params.get("ordering")
    if asked is None:
        return default
    if asked not in choices(fields):
        detail = f"One of {', '.join(choices(fields))}."
        raise ValidationFailed(
            f"ordering: {detail}", errors=[FieldError("ordering", "invalid_choice", detail)]
        )
    return asked


def ordering_parameter(default: str, fields: tuple[str, ...]) -> dict[str, Any]:
    return {
        "name": "ordering",
        "in": "query",
        "required": False,
        "description": "Rows without the value come last; ties go by id.",
        "schema": {"type": "string", "enum": choices(fields), "default": default},
    }
