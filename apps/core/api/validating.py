"""Input held against its serializer. DRF copies every field of a serializer for each instance, which takes longer than to
hold an input against them: here the fields are made once a thread."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any, cast

from rest_framework import serializers

SerializerClass = type[serializers.BaseSerializer[Any]]


class _Kept(threading.local):
    """A serializer tells its fields the request by its context, so no two threads share one."""

    def __init__(self) -> None:
        self.by_class: dict[SerializerClass, serializers.BaseSerializer[Any]] = {}


_kept = _Kept()


def fields_of(serializer: type[serializers.Serializer[Any]]) -> Mapping[str, Any]:
    """Its fields by name, to be read."""
    return cast("serializers.Serializer[Any]", _instance_of(serializer)).fields


def validated(serializer: SerializerClass, given: Any, context: Mapping[str, Any]) -> Any:
    """What `serializer` makes of `given`. Raises DRF's ValidationError for what it refuses."""
    checked = cast(Any, _instance_of(serializer))
    checked._context = context
    try:
        return checked.run_validation(given)
    except serializers.ValidationError:
        # What is wrong, an instance of its own says as DRF says it.
        refusing = serializer(data=given, context=dict(context))
        refusing.is_valid(raise_exception=True)
        return refusing.validated_data
    finally:
        checked._context = {}


def _instance_of(serializer: SerializerClass) -> serializers.BaseSerializer[Any]:
    known = _kept.by_class.get(serializer)
    if known is None:
        known = _kept.by_class[serializer] = serializer()
    return known
