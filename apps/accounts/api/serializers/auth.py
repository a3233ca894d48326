"""Sign-in as clients see it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers

from apps.accounts.api.serializers.users import UserSerializer
from apps.accounts.models import User
from apps.core.api.serializers import StrictSerializer


def password_field() -> serializers.CharField:
    return serializers.CharField(max_length=256, trim_whitespace=False, style={"input_type": "password"})


class RegisterRequest(StrictSerializer):
    email = serializers.EmailField(max_length=254)
    password = password_field()
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


class SignInRequest(StrictSerializer):
    """What every request that signs in may ask for."""

    session = serializers.ChoiceField(
        choices=["token", "cookie"],
        default="token",
        help_text="`cookie` keeps the refresh token in an HttpOnly cookie and out of the answer.",
    )


class LoginRequest(SignInRequest):
    email = serializers.EmailField(max_length=254)
    password = password_field()


class VerifyEmailRequest(SignInRequest):
    token = serializers.CharField(max_length=4096)


class RefreshTokenRequest(StrictSerializer):
    refresh_token = serializers.CharField(
        max_length=4096,
        required=False,
        help_text="Left out in cookie mode, with `X-CSRF-Token` in its place.",
    )


class EmailRequest(StrictSerializer):
    email = serializers.EmailField(max_length=254)


class ChangePasswordRequest(StrictSerializer):
    current_password = password_field()
    new_password = password_field()


class ConfirmPasswordResetRequest(StrictSerializer):
    token = serializers.CharField(max_length=4096)
    password = password_field()


class TokenPairSerializer(StrictSerializer):
    """A short access token, and a refresh token that is good once."""

    access_token = serializers.CharField()
    refresh_token = serializers.CharField(
        source="shown_refresh_token", allow_null=True, help_text="Null in cookie mode."
    )
    token_type = serializers.ChoiceField(choices=["bearer"])
    expires_in = serializers.IntegerField(help_text="Seconds.")
    user = UserSerializer()


class MfaChallengeSerializer(StrictSerializer):
    """The password was right, and a second factor is wanted."""

    challenge = serializers.CharField(help_text="Goes back with the second factor; good once.")
    methods = serializers.ListField(
        child=serializers.ChoiceField(choices=["totp", "passkey", "recovery_code"])
    )
    expires_in = serializers.IntegerField(help_text="Seconds.")
