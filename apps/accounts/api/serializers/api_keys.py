"""API keys as clients see them."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.models import ApiKey
from apps.core.api.scopes import ScopeField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer


class ApiKeySerializer(StrictModelSerializer[ApiKey]):
    """A program's way in. What it sends to get in was shown once, and is kept nowhere."""

    user_id = serializers.UUIDField(read_only=True, help_text="Whom it acts as.")
    scopes = serializers.ListField(child=ScopeField(), read_only=True)
    status = serializers.ChoiceField(choices=ApiKey.Status.choices, read_only=True)
    public_key = serializers.CharField(
        read_only=True, help_text="Ed25519, PEM. With one, each request must be signed; empty: none is."
    )

    class Meta:
        model = ApiKey
        fields: tuple[str, ...] = (
            "id",
            "user_id",
            "name",
            "prefix",
            "scopes",
            "public_key",
            "status",
            "expires_at",
            "last_used_at",
            "revoked_at",
            "created_at",
        )
        read_only_fields = fields


class ApiKeyWithSecretSerializer(ApiKeySerializer):
    """A new key with what its holder sends."""

    key = serializers.CharField(
        read_only=True,
        allow_null=True,
        help_text=(
            "What follows `Authorization: Api-Key `. Shown this once: an answer given again for the same "
            "`Idempotency-Key` has null here."
        ),
    )

    class Meta(ApiKeySerializer.Meta):
        fields = (*ApiKeySerializer.Meta.fields, "key")
        read_only_fields = fields


class CreateApiKeyRequest(StrictSerializer):
    name = serializers.CharField(max_length=120)
    scopes = serializers.ListField(
        child=ScopeField(),
        min_length=1,
        max_length=64,
        help_text="No further than your own role. None holds another: what also reads needs `…:read` too.",
    )
    expires_at = serializers.DateTimeField(
        required=False, help_text="Within 365 days; in 90 days where it is left out."
    )
    public_key = serializers.CharField(
        required=False,
        max_length=1000,
        help_text="Ed25519, PEM: the key then has no secret, and is good for requests signed by its other half.",
    )

    def validate_public_key(self, value: str) -> str:
        from apps.accounts.auth.signatures import NotEd25519, read_public_key

        try:
            return read_public_key(value)
        except NotEd25519 as fault:
            raise serializers.ValidationError("An Ed25519 public key in PEM is needed.") from fault


class UpdateApiKeyRequest(StrictSerializer):
    name = serializers.CharField(max_length=120, required=False)
    expires_at = serializers.DateTimeField(required=False, help_text="Sooner than now set, never later.")
