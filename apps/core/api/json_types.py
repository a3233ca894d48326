"""Whether a JSON value is of the type and length that the schema states for a field. DRF takes 7 for "7"; the contract
doesn't."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from rest_framework import serializers

_Field = serializers.Field[Any, Any, Any, Any]

# The more particular kinds first: a BooleanField is no CharField, a ModelField none of them.
_TEXT = (
    serializers.CharField,
    serializers.UUIDField,
    serializers.DateTimeField,
    serializers.DateField,
    serializers.TimeField,
    serializers.IPAddressField,
)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return _is_number(value) and (isinstance(value, int) or (isinstance(value, float) and value.is_integer()))


_EXPECTED: tuple[tuple[tuple[type[_Field], ...], str, Callable[[object], bool]], ...] = (
    (_TEXT, "a string", _is_text),
    ((serializers.BooleanField,), "true or false", _is_truth),
    ((serializers.IntegerField,), "a whole number", _is_whole),
    ((serializers.FloatField, serializers.DecimalField), "a number", _is_number),
)


def expected_type(field: _Field, value: object) -> str | None:
    """What `value` should have been, in words; None when it is that, or when the field looks by itself."""
    if value is None:
        return None
    for kinds, words, is_that in _EXPECTED:
        if isinstance(field, kinds):
            return None if is_that(value) else words
    return None


def wrong_types(fields: Mapping[str, _Field], data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Each field of `data` whose value, or an item of whose list, is of another type: its name and DRF's error."""
    for name, field in fields.items():
        if name not in data:
            continue
        fault = _fault(field, data[name])
        if fault is not None:
            yield name, fault


def _fault(field: _Field, value: object) -> Any:
    if isinstance(field, serializers.ListField) and isinstance(value, list):
        found = {i: fault for i, item in enumerate(value) if (fault := _fault(field.child, item)) is not None}
        return found or None
    if isinstance(field, serializers.DictField) and isinstance(value, Mapping):
        within = {str(k): fault for k, v in value.items() if (fault := _fault(field.child, v)) is not None}
        return within or None
    words = expected_type(field, value)
    if words is not None:
        return [serializers.ErrorDetail(f"Must be {words}.", code="invalid")]
    return _too_long(field, value)


def _too_long(field: _Field, value: object) -> Any:
    """As it came: what is trimmed or cleaned away counts too, for a client can't know of it."""
    longest = getattr(field, "max_length", None)
    if not isinstance(field, serializers.CharField) or not isinstance(value, str) or not longest:
        return None
    if len(value) <= longest:
        return None
    return [
        serializers.ErrorDetail(
            f"Ensure this field has no more than {longest} characters.", code="max_length"
        )
    ]
