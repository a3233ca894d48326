"""Connections as clients see and write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.accounts.connection_kinds import INPUT_TYPES, LONGEST_SECRET
from apps.accounts.models import Connection
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer

_VALUE = [{"type": "string", "maxLength": 300}, {"type": "integer"}, {"type": "boolean"}]


@extend_schema_field({"type": "object", "additionalProperties": {"oneOf": _VALUE}})
class OptionsField(serializers.Field[Any, Any, Any, Any]):
    """What a kind of connection asks for that is no secret, by name. The kind looks at the values."""

    takes_null = False

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, Mapping):
            raise serializers.ValidationError("Must be an object.", code="wrong_type")
        wrong = {
            str(name): "Must be a text, a whole number, true or false."
            for name, value in data.items()
            if not (isinstance(value, str | int | bool) or (value is None and self.takes_null))
        }
        if wrong:
            raise serializers.ValidationError(wrong, code="wrong_type")
        return dict(data)

    def to_representation(self, value: Any) -> Any:
        return value


@extend_schema_field({"type": "object", "additionalProperties": {"oneOf": _VALUE, "nullable": True}})
class OptionChangesField(OptionsField):
    """The same; null takes one away."""

    takes_null = True


def _secret(**kwargs: Any) -> serializers.DictField:
    null = kwargs.pop("takes_null", False)
    return serializers.DictField(
        child=serializers.CharField(max_length=LONGEST_SECRET, trim_whitespace=False, allow_null=null),
        **kwargs,
    )


class ConnectionSerializer(StrictModelSerializer[Connection]):
    """A member's own account elsewhere. Its secret is encrypted, and never shown."""

    options = OptionsField(read_only=True)
    secret_fields = serializers.ListField(
        child=serializers.CharField(), read_only=True, help_text="Which secrets are held."
    )
    status = serializers.ChoiceField(choices=Connection.Status.choices, read_only=True)

    class Meta:
        model = Connection
        fields = (
            "id",
            "kind",
            "name",
            "account",
            "options",
            "secret_fields",
            "status",
            "fault",
            "last_used_at",
            "created_at",
            "updated_at",
        )
        read_only_fields = fields


class ReplaceConnectionRequest(StrictSerializer):
    name = serializers.CharField(max_length=120, help_text="Yours: no two of a kind are called the same.")
    account = serializers.CharField(
        max_length=254,
        allow_blank=True,
        default="",
        help_text="What it is called there: a user name, an address.",
    )
    options = OptionsField(default=dict, help_text="As the kind says: see `listConnectionKinds`.")
    secret = _secret(default=dict, help_text="As the kind says.")


class CreateConnectionRequest(ReplaceConnectionRequest):
    kind = serializers.CharField(max_length=32, help_text="A `code` of `listConnectionKinds`.")


class UpdateConnectionRequest(StrictSerializer):
    name = serializers.CharField(max_length=120, required=False)
    account = serializers.CharField(max_length=254, allow_blank=True, required=False)
    options = OptionChangesField(required=False, help_text="Those named change, null takes one away.")
    secret = _secret(required=False, takes_null=True, help_text="Those named change, null takes one away.")


class ConnectionInputSerializer(StrictSerializer):
    """One thing that a kind of connection asks for."""

    name = serializers.CharField()
    title = serializers.CharField()
    type = serializers.ChoiceField(choices=INPUT_TYPES)
    is_secret = serializers.BooleanField(help_text="Goes into `secret`, everything else into `options`.")
    is_required = serializers.BooleanField()
    minimum = serializers.IntegerField(allow_null=True)
    maximum = serializers.IntegerField(allow_null=True)
    help = serializers.CharField()


class ConnectionKindSerializer(StrictSerializer):
    """A kind of account that can be connected: enough to draw its form."""

    code = serializers.CharField()
    title = serializers.CharField()
    help = serializers.CharField()
    inputs = ConnectionInputSerializer(many=True)
