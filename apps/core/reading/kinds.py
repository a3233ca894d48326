"""What a serializer field does to a value on its way out, as a plain function; None where it does nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

import orjson
from rest_framework import fields as drf
from rest_framework import serializers

from apps.core.api.fields import NullableChoiceField, WebAddressField, WordField
from apps.core.api.renderers import to_json
from apps.core.reading.placeholders import NotCompilable

Convert = Callable[[Any], Any]
Field = drf.Field[Any, Any, Any, Any]
# How many JSON values of a list's column are kept as they are written out: places repeat from row to row.
_KEPT = 4096

# Their values come from PostgreSQL as orjson writes them. The type itself, not its heirs: those may do more.
_AS_THEY_ARE: frozenset[type[Field]] = frozenset(
    {
        drf.BooleanField, drf.CharField, drf.ChoiceField, drf.EmailField, drf.IntegerField, drf.JSONField,
        drf.RegexField, drf.SlugField, drf.URLField, drf.UUIDField, WebAddressField, WordField,
    }
)  # fmt: skip


def number(value: Decimal) -> int | float:
    """A decimal as the renderer writes it."""
    return int(value) if value == value.to_integral_value() else float(value)


def _as_it_is(value: Any) -> Any:
    return value


def _or_none(value: Any) -> Any:
    return value or None


def convert_of(field: Field) -> Convert | None:
    """For a field without fields of its own. Raises NotCompilable for one that is not known here."""
    kind = type(field)
    if kind in _AS_THEY_ARE or kind in (drf.DateTimeField, drf.DateField):
        _require_default_format(field)
        return None
    if kind is NullableChoiceField:
        return _or_none
    if kind is drf.FloatField:
        return float
    if kind is drf.DecimalField and not getattr(field, "coerce_to_string", True):
        return number
    if isinstance(field, drf.ListField) and kind is drf.ListField:
        return _list_of(convert_of(field.child))
    if isinstance(field, drf.DictField) and kind is drf.DictField and convert_of(field.child) is None:
        return None
    raise NotCompilable(f"{kind.__name__} {field.field_name}")


def _require_default_format(field: Field) -> None:
    given = getattr(field, "format", None)
    if given not in (None, "iso-8601", "hex_verbose") or getattr(field, "timezone", None) is not None:
        raise NotCompilable(f"{field.field_name} has a format of its own")


def _list_of(convert: Convert | None) -> Convert | None:
    if convert is None:
        return None
    return lambda values: [None if value is None else convert(value) for value in values]


def mapping_of(serializer: serializers.BaseSerializer[Any]) -> Convert:
    """For a serializer over JSON that is stored: each of its fields out of a mapping, with its default."""
    taken = []
    for name, field in _plain_fields(serializer):
        if field.source != name:
            raise NotCompilable(f"{name} has another source")
        taken.append((name, _default(field), _within(field)))

    def convert(value: Mapping[str, Any]) -> dict[str, Any]:
        made = {}
        for name, default, inner in taken:
            # Without a default a missing key is a fault of the row, here as there.
            found = value.get(name, default[0]) if default else value[name]
            made[name] = found if found is None or inner is None else inner(found)
        return made

    return convert


def _within(field: Field) -> Convert | None:
    if isinstance(field, serializers.ListSerializer):
        return _list_of(mapping_of(_child_of(field)))
    return mapping_of(field) if isinstance(field, serializers.BaseSerializer) else convert_of(field)


def _plain_fields(serializer: serializers.BaseSerializer[Any]) -> list[tuple[str, Field]]:
    require_plain(serializer)
    assert isinstance(serializer, serializers.Serializer)
    return [(name, field) for name, field in serializer.fields.items() if not field.write_only]


def require_plain(serializer: serializers.BaseSerializer[Any]) -> None:
    """Raises NotCompilable for a serializer that writes itself in a way of its own."""
    if type(serializer).to_representation not in (
        serializers.Serializer.to_representation,
        serializers.ModelSerializer.to_representation,
    ):
        raise NotCompilable(f"{type(serializer).__name__} has a to_representation of its own")


def _child_of(field: serializers.ListSerializer[Any]) -> serializers.BaseSerializer[Any]:
    if not isinstance(field.child, serializers.BaseSerializer):
        raise NotCompilable(f"{field.field_name} is a list of no objects")
    return field.child


def _default(field: Field) -> tuple[Any] | None:
    if field.default is not drf.empty:
        if callable(field.default):
            raise NotCompilable(f"{field.field_name} has a default that is made")
        return (field.default,)
    return (None,) if field.allow_null else None


def json_value(raw: bytes) -> Any:
    """What stands in a jsonb column: a byte for the version, then text."""
    return json.loads(raw[1:])


def json_column(field: Field) -> Convert:
    """For a field over a jsonb column, from the bytes as PostgreSQL sends them."""
    if not isinstance(field, serializers.BaseSerializer):
        inner = convert_of(field)
        return json_value if inner is None else lambda raw: inner(json_value(raw))
    shape: Convert = _within(field) or _as_it_is

    @lru_cache(maxsize=_KEPT)
    def written(raw: bytes) -> Any:
        found = json_value(raw)
        return None if found is None else orjson.Fragment(to_json(shape(found)))

    return written
