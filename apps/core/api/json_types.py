"""Whether a JSON value is of the type that the schema states for a field. DRF takes 7 for "7"; the contract doesn't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rest_framework import serializers

# The more particular kinds first: a BooleanField is no CharField, a ModelField none of them.
_TEXT = (
    serializers.CharField,
    serializers.UUIDField,
    serializers.DateTimeField,
    serializers.DateField,
    serializers.TimeField,
    serializers.IPAddressField,
)
_EXPECTED: tuple[tuple[tuple[type[serializers.Field[Any, Any, Any, Any]], ...], str], ...] = (
    (_TEXT, "a string"),
    ((serializers.BooleanField,), "true or false"),
    ((serializers.IntegerField,), "a whole number"),
    ((serializers.FloatField, serializers.DecimalField), "a number"),
)


def expected_type(field: serializers.Field[Any, Any, Any, Any], value: object) -> str | None:
    """What `value` should have been, in words; None when it is that, or when the field looks by itself."""
    if value is None:
        return None
    for kinds, words in _EXPECTED:
        if isinstance(field, kinds):
            return None if _is(words, value) else words
    return None


def _is(words: str, value: object) -> bool:
    if words == "a string":
        return isinstance(value, str)
    if words == "true or false":
        return isinstance(value, bool)
    if isinstance(value, bool):
        return False
    if words == "a whole number":
        return isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    return isinstance(value, int | float)


def wrong_types(
    fields: Mapping[str, serializers.Field[Any, Any, Any, Any]], data: Mapping[str, Any]
) -> Iterator[tuple[str, Any]]:
    """Each field of `data` whose value, or an item of whose list, is of another type: its name and DRF's error."""
    for name, field in fields.items():
        if name not in data:
            continue
        fault = _fault(field, data[name])
        if fault is not None:
            yield name, fault


def _fault(field: serializers.Field[Any, Any, Any, Any], value: object) -> Any:
    if isinstance(field, serializers.ListField) and isinstance(value, list):
        found = {i: fault for i, item in enumerate(value) if (fault := _fault(field.child, item)) is not None}
        return found or None
    if isinstance(field, serializers.DictField) and isinstance(value, Mapping):
        within = {str(k): fault for k, v in value.items() if (fault := _fault(field.child, v)) is not None}
        return within or None
    words = expected_type(field, value)
    return None if words is None else [serializers.ErrorDetail(f"Must be {words}.", code="invalid")]
