"""Serializers that refuse what they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model
from rest_framework import serializers

from apps.core.api.json_types import wrong_types

M = TypeVar("M", bound=Model)


class _Strict:
    """Unknown and read-only input fields are errors, so that a misspelt field is never silently dropped; so is a JSON
    value of another type than the schema's."""

    fields: Any
    context: Any

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, Mapping):
            unknown = [name for name in data if name not in self.fields or self.fields[name].read_only]
            if unknown:
                raise serializers.ValidationError(
                    {
                        str(name): serializers.ErrorDetail("No such field can be set here.", code="unknown")
                        for name in unknown
                    }
                )
            if self.context.get("json_body"):
                wrong = dict(wrong_types(self.fields, data))
                if wrong:
                    raise serializers.ValidationError(wrong)
        return super().to_internal_value(data)  # type: ignore[misc]


class StrictSerializer(_Strict, serializers.Serializer[Any]):
    """Base of every request and response that is no model."""


class StrictModelSerializer(_Strict, serializers.ModelSerializer[M]):
    """Base of every request and response that is a model."""
