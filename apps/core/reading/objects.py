"""How a serializer writes an object, as a plain function: for answers that are put together in memory, not read as rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from operator import attrgetter
from typing import Any

from rest_framework import fields as drf
from rest_framework import serializers

from apps.core.reading.kinds import Convert, Field, convert_of, require_plain
from apps.core.reading.placeholders import NotCompilable

Written = dict[str, Any]
# Takes a field's value from an object.
_Take = Callable[[Any], Any]
_As = type[serializers.BaseSerializer[Any]]


def writer_of(
    serializer: serializers.BaseSerializer[Any], made: Collection[_As] = ()
) -> Callable[[Any], Written]:
    """A function of an object that gives what the serializer would, for `core.api.renderers.to_json`.

    What a serializer of `made` stands for was written before (a row of a compiled list) and is taken as it is. Methods
    are called without a context; a field with a default is read from a mapping. Raises NotCompilable for a field that is not known here.
    """
    require_plain(serializer)
    assert isinstance(serializer, serializers.Serializer)
    taken: list[tuple[str, _Take, Convert | None]] = [
        (name, _taking(field, serializer), _writing(field, made))
        for name, field in serializer.fields.items()
        if not field.write_only
    ]

    def write(value: Any) -> Written:
        written = {}
        for name, take, convert in taken:
            found = take(value)
            written[name] = found if found is None or convert is None else convert(found)
        return written

    return write


def _taking(field: Field, serializer: serializers.Serializer[Any]) -> _Take:
    if isinstance(field, serializers.SerializerMethodField):
        method: _Take = getattr(serializer, field.method_name or "")
        return method
    if field.source == "*":
        return _whole
    if field.default is drf.empty:
        if "." in (field.source or "") and field.allow_null:
            raise NotCompilable(f"{field.field_name} may end on its way")
        return attrgetter(field.source or "")
    name, default = field.source or "", field.default

    def from_mapping(value: Mapping[str, Any]) -> Any:
        found = value.get(name, drf.empty)
        if found is not drf.empty:
            return found
        return default() if callable(default) else default

    return from_mapping


def _writing(field: Field, made: Collection[_As]) -> Convert | None:
    if isinstance(field, serializers.SerializerMethodField) or type(field) in made:
        return None
    if isinstance(field, serializers.ListSerializer):
        if not isinstance(field.child, serializers.BaseSerializer):
            raise NotCompilable(f"{field.field_name} is a list of no objects")
        return _each(writer_of(field.child, made))
    if isinstance(field, serializers.BaseSerializer):
        return writer_of(field, made)
    if type(field) is serializers.DictField and isinstance(field.child, serializers.BaseSerializer):
        return _by_key(_writing(field.child, made) or _whole)
    return convert_of(field)


def _each(write: Convert) -> Convert:
    return lambda values: [write(value) for value in values]


def _by_key(write: Convert) -> Convert:
    return lambda values: {str(key): write(value) for key, value in values.items()}


def _whole(value: Any) -> Any:
    return value
