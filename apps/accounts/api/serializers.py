"""Accounts as clients see them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from rest_framework import serializers

from apps.accounts.models import Role, User, Workspace
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer


class UserSerializer(StrictModelSerializer[User]):
    """The person behind a token."""

    email_verified = serializers.BooleanField(source="is_email_verified", read_only=True)

    class Meta:
        model = User
        fields = ("id", "email", "full_name", "email_verified", "created_at")
        read_only_fields = ("id", "email", "created_at")


class WorkspaceSummarySerializer(StrictModelSerializer[Workspace]):
    """Where the caller acts."""

    plan = serializers.CharField(source="plan_id", read_only=True)

    class Meta:
        model = Workspace
        fields = ("id", "name", "kind", "plan")
        read_only_fields = fields


class MeSerializer(UserSerializer):
    """The caller: who they are, where they act, and what they may do there."""

    workspace = serializers.SerializerMethodField()
    role = serializers.SerializerMethodField()
    abilities = serializers.SerializerMethodField()
    is_staff = serializers.BooleanField(read_only=True)

    class Meta(UserSerializer.Meta):
        fields = (*UserSerializer.Meta.fields, "is_staff", "workspace", "role", "abilities")  # type: ignore[assignment]

    def get_workspace(self, user: User) -> WorkspaceSummarySerializer:
        workspace = Workspace.objects.get(pk=self.context["view"].caller.workspace_id)
        return WorkspaceSummarySerializer(workspace).data  # type: ignore[return-value]

    def get_role(self, user: User) -> Role:
        return Role(self.context["view"].caller.role)

    def get_abilities(self, user: User) -> list[str]:
        return sorted(self.context["view"].caller.abilities)


class UpdateMeRequest(StrictSerializer):
    full_name = serializers.CharField(max_length=200, required=False)


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
