"""WebAuthn Level 3 as JSON, in the W3C's own names: what `parse…OptionsFromJSON` takes and `toJSON` gives."""

# ruff: noqa: N815 - the names are the W3C's, and browsers read and write them as they stand
from __future__ import annotations

from typing import Any

from rest_framework import serializers

from apps.core.api.serializers import StrictSerializer

_B64, _LARGE = 4096, 65_536
TRANSPORTS_AT_MOST = 10
KEY_TYPES = ("public-key",)
REQUIREMENTS = ("discouraged", "preferred", "required")


def _base64url(*, most: int = _B64, **options: Any) -> serializers.RegexField:
    return serializers.RegexField(r"\A[A-Za-z0-9_-]+={0,2}\Z", max_length=most, **options)


class RelyingPartySerializer(StrictSerializer):
    id = serializers.CharField()
    name = serializers.CharField()


class PasskeyUserSerializer(StrictSerializer):
    id = serializers.CharField(help_text="base64url.")
    name = serializers.CharField()
    displayName = serializers.CharField()


class PasskeyAlgorithmSerializer(StrictSerializer):
    type = serializers.ChoiceField(choices=KEY_TYPES)
    alg = serializers.IntegerField(help_text="COSE: -7 is ES256.")


class PasskeyDescriptorSerializer(StrictSerializer):
    type = serializers.ChoiceField(choices=KEY_TYPES)
    id = serializers.CharField(help_text="base64url.")


class PasskeySelectionSerializer(StrictSerializer):
    residentKey = serializers.ChoiceField(choices=REQUIREMENTS)
    requireResidentKey = serializers.BooleanField()
    userVerification = serializers.ChoiceField(choices=REQUIREMENTS)


class PasskeyExtensionsSerializer(StrictSerializer):
    credProps = serializers.BooleanField()


class PasskeyCreationOptionsSerializer(StrictSerializer):
    """For `PublicKeyCredential.parseCreationOptionsFromJSON`, then `navigator.credentials.create`."""

    rp = RelyingPartySerializer()
    user = PasskeyUserSerializer()
    challenge = serializers.CharField(help_text="base64url.")
    pubKeyCredParams = PasskeyAlgorithmSerializer(many=True)
    excludeCredentials = PasskeyDescriptorSerializer(many=True)
    authenticatorSelection = PasskeySelectionSerializer()
    extensions = PasskeyExtensionsSerializer()


class PasskeyRequestOptionsSerializer(StrictSerializer):
    """For `PublicKeyCredential.parseRequestOptionsFromJSON`, then `navigator.credentials.get`."""

    challenge = serializers.CharField(help_text="base64url.")
    rpId = serializers.CharField()
    allowCredentials = PasskeyDescriptorSerializer(many=True)
    userVerification = serializers.ChoiceField(choices=REQUIREMENTS)


class CredentialPropertiesRequest(serializers.Serializer[Any]):
    rk = serializers.BooleanField(required=False)


class ClientExtensionResultsRequest(serializers.Serializer[Any]):
    """What the browser's extensions say. Those nobody asked for are ignored, as WebAuthn wants it."""

    credProps = CredentialPropertiesRequest(required=False)


class _CredentialRequest(StrictSerializer):
    id = _base64url()
    rawId = _base64url()
    type = serializers.ChoiceField(choices=KEY_TYPES)
    clientExtensionResults = ClientExtensionResultsRequest(required=False)
    authenticatorAttachment = serializers.ChoiceField(
        choices=["platform", "cross-platform"], required=False, allow_null=True
    )


class AttestationResponseRequest(StrictSerializer):
    clientDataJSON = _base64url(most=_LARGE)
    attestationObject = _base64url(most=_LARGE)
    transports = serializers.ListField(
        child=serializers.CharField(max_length=32), required=False, max_length=TRANSPORTS_AT_MOST
    )
    authenticatorData = _base64url(most=_LARGE, required=False)
    publicKey = _base64url(most=_LARGE, required=False, allow_null=True)
    publicKeyAlgorithm = serializers.IntegerField(required=False)


class RegistrationCredentialRequest(_CredentialRequest):
    """`RegistrationResponseJSON`: what `toJSON()` of a new credential gives."""

    response = AttestationResponseRequest()


class AssertionResponseRequest(StrictSerializer):
    clientDataJSON = _base64url(most=_LARGE)
    authenticatorData = _base64url(most=_LARGE)
    signature = _base64url(most=_LARGE)
    userHandle = _base64url(required=False, allow_null=True)


class AuthenticationCredentialRequest(_CredentialRequest):
    """`AuthenticationResponseJSON`: what `toJSON()` of a signed challenge gives."""

    response = AssertionResponseRequest()
