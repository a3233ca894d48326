"""Signing in with an account elsewhere, as clients see it."""

from __future__ import annotations

from rest_framework import serializers

from apps.accounts.api.serializers.auth import SignInRequest
from apps.core.api.serializers import StrictSerializer


class OAuthProviderSerializer(StrictSerializer):
    name = serializers.CharField(help_text="As it stands in paths.")
    title = serializers.CharField(help_text="As people know it.")


class OAuthProvidersSerializer(StrictSerializer):
    """What this server is configured for."""

    providers = OAuthProviderSerializer(many=True)


class OAuthDepartureSerializer(StrictSerializer):
    """Where to send the browser. Keep `state`, and compare it with the one that comes back."""

    authorization_url = serializers.URLField()
    state = serializers.CharField()
    expires_in = serializers.IntegerField(help_text="Seconds.")


class CompleteOAuthRequest(SignInRequest):
    code = serializers.CharField(max_length=4096, help_text="As the provider put it into the address.")
    state = serializers.CharField(max_length=256)
