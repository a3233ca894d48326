"""Serializer fields of our own: what the server takes is exactly what the schema says."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

_ADDRESS = r"https?://[^\s/?#@:\x00-\x1f\x7f]+(:[0-9]{1,5})?([/?#][^\s\x00-\x1f\x7f]*)?"


class WebAddressField(serializers.RegexField):
    """An http or https address without a user in it. `format: uri` would promise more than a link can be."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(regex=f"^{_ADDRESS}$", **kwargs)
        self.error_messages["invalid"] = "Must be an http or https address."


class WordField(serializers.RegexField):
    """Text in which there is something to see. The pattern says so to clients; `minLength` would let a blank pass."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(regex=r"[^\s\x1c-\x1f\x85\ufeff]", **kwargs)
        self.error_messages["invalid"] = "Must not be blank."


class NullableChoiceField(serializers.ChoiceField):
    """ "" in the table, null on the wire."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(choices=choices, allow_null=True, **kwargs)

    def to_representation(self, value: Any) -> Any:
        return super().to_representation(value) if value else None
