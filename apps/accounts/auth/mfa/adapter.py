"""What allauth's second factors ask of us: how secrets are locked, and who we are to an authenticator."""

from __future__ import annotations

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings

from apps.accounts.models import User
from apps.core import encryption


class Adapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    def encrypt(self, text: str) -> str:
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return encryption.decrypt(encrypted_text)

    def get_totp_label(self, user: User) -> str:
        return user.email

    def get_totp_issuer(self) -> str:
        return "Foothold"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {"id": settings.WEBAUTHN_RP_ID, "name": "Foothold"}

    def get_public_key_credential_user_entity(self, user: User) -> dict[str, Any]:
        """The handle is no address: authenticators keep it, and show it to whoever holds them."""
        return {"id": user.pk.hex.encode("ascii"), "name": user.email, "display_name": user.full_name}
