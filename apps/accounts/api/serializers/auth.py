"""Sign-in as clients see it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers

from apps.accounts.api.serializers.users import UserSerializer
from apps.accounts.models import User
from apps.core.api.serializers import StrictSerializer


class RegisterRequest(StrictSerializer):
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=256, trim_whitespace=False, style={"input_type": "password"})
    full_name = serializers.CharField(max_length=200)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        try:
            validate_password(attrs["password"], User(email=attrs["email"], full_name=attrs["full_name"]))
        except ValidationError as fault:
            raise serializers.ValidationError({"password": list(fault.messages)}) from fault
        return attrs


class RegisteredSerializer(StrictSerializer):
    user = UserSerializer()
    verification_sent = serializers.BooleanField()


class LoginRequest(StrictSerializer):
    email = serializers.EmailField(max_length=254)
    password = serializers.CharField(max_length=256, trim_whitespace=False, style={"input_type": "password"})


class RefreshTokenRequest(StrictSerializer):
    refresh_token = serializers.CharField(max_length=4096)


class VerifyEmailRequest(StrictSerializer):
    token = serializers.CharField(max_length=4096)


class TokenPairSerializer(StrictSerializer):
    """A short access token, and a refresh token that is good once."""

    access_token = serializers.CharField()
    refresh_token = serializers.CharField()
    token_type = serializers.ChoiceField(choices=["bearer"])
    expires_in = serializers.IntegerField(help_text="Seconds.")
    user = UserSerializer()
