"""Second factors as their owner sees them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from apps.accounts.api.serializers.auth import SignInRequest
from apps.accounts.api.serializers.webauthn import (
    AuthenticationCredentialRequest,
    PasskeyCreationOptionsSerializer,
    PasskeyRequestOptionsSerializer,
    RegistrationCredentialRequest,
)
from apps.core.api.serializers import StrictSerializer

_LONGEST_CODE, _LONGEST_NAME = 64, 100


class MfaSerializer(StrictSerializer):
    """What is on. `enabled`: a password or a provider alone does not sign in."""

    enabled = serializers.BooleanField()
    totp = serializers.BooleanField()
    passkeys = serializers.IntegerField()
    recovery_codes_left = serializers.IntegerField()


class ProofRequest(StrictSerializer):
    """That it is the owner who asks: the password, or a code of the app or for recovery.

    An account with neither needs a sign-in of the last ten minutes.
    """

    password = serializers.CharField(
        max_length=256, trim_whitespace=False, required=False, style={"input_type": "password"}
    )
    code = serializers.CharField(max_length=_LONGEST_CODE, required=False)


class TotpEnrolmentSerializer(StrictSerializer):
    """To set an authenticator app up with; good for ten minutes."""

    secret = serializers.CharField(help_text="base32.")
    otpauth_url = serializers.CharField()
    qr_svg = serializers.CharField(help_text="The address as a QR code, an SVG document.")


class ConfirmTotpRequest(StrictSerializer):
    code = serializers.CharField(max_length=_LONGEST_CODE)


class RecoveryCodesSerializer(StrictSerializer):
    """Shown this once. Empty where there are codes already: they stay good."""

    recovery_codes = serializers.ListField(child=serializers.CharField())


class RecoveryCodeCountSerializer(StrictSerializer):
    left = serializers.IntegerField(source="recovery_codes_left")


class PasskeySerializer(StrictSerializer):
    """A passkey of the caller's."""

    id = serializers.UUIDField(source="data.public_id")
    name = serializers.CharField(source="data.name")
    created_at = serializers.DateTimeField()
    last_used_at = serializers.DateTimeField(allow_null=True)


class BegunPasskeySerializer(StrictSerializer):
    options = PasskeyCreationOptionsSerializer()
    expires_in = serializers.IntegerField(help_text="Seconds.")


class CreatePasskeyRequest(StrictSerializer):
    name = serializers.CharField(max_length=_LONGEST_NAME)
    credential = RegistrationCredentialRequest()


class CreatedPasskeySerializer(StrictSerializer):
    """The passkey, and with the first factor recovery codes, shown this once."""

    passkey = PasskeySerializer()
    recovery_codes = serializers.ListField(child=serializers.CharField())


class UpdatePasskeyRequest(StrictSerializer):
    name = serializers.CharField(max_length=_LONGEST_NAME)


class PasskeyQuestionSerializer(StrictSerializer):
    """`options` go to the browser; its credential comes back with `challenge`."""

    challenge = serializers.CharField()
    options = PasskeyRequestOptionsSerializer()
    expires_in = serializers.IntegerField(help_text="Seconds.")


class MfaChallengeReferenceRequest(StrictSerializer):
    challenge = serializers.CharField(max_length=256)


class CompleteMfaChallengeRequest(SignInRequest):
    """One of `code`, `recovery_code` and `credential`."""

    challenge = serializers.CharField(max_length=256)
    code = serializers.CharField(max_length=_LONGEST_CODE, required=False)
    recovery_code = serializers.CharField(max_length=_LONGEST_CODE, required=False)
    credential = AuthenticationCredentialRequest(required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        given = {"code", "recovery_code", "credential"} & attrs.keys()
        if len(given) != 1:
            raise serializers.ValidationError("Give one of code, recovery_code and credential.")
        return attrs


class CompletePasskeySignInRequest(SignInRequest):
    challenge = serializers.CharField(max_length=256)
    credential = AuthenticationCredentialRequest()
