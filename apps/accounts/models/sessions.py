"""How somebody is known: sessions, keys, linked accounts, and sign-ins that are half way."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from apps.accounts.models.people import User
from apps.accounts.models.workspaces import Workspace
from apps.core.fields import EncryptedTextField
from apps.core.models import BaseModel, OwnedModel


class Session(BaseModel):
    """One sign-in: the family of its refresh tokens. Only the newest is good; an older one ends the family."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    refresh_id = models.UUIDField()
    user_agent = models.CharField(max_length=200, blank=True, default="")
    # Shown to its owner alone, who may know the place; erased with the session.
    address = models.GenericIPAddressField(null=True, blank=True)
    # Which of the owner's devices: the name of a signed cookie, so that a stranger's guesses can't lock it out.
    device_id = models.UUIDField(null=True, blank=True)
    # The refresh token lives in an HttpOnly cookie, and never stood in an answer.
    in_cookie = models.BooleanField(default=False)
    last_used_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], name="session_by_user")]

    def __str__(self) -> str:
        return f"session of {self.user_id}"


class ApiKey(OwnedModel):
    """Lets a program act as its maker in one workspace. The secret is shown once; its SHA-256 is kept.

    A key with a `public_key` (Ed25519, PEM) is good only for requests signed with its other half (RFC 9421).
    """

    class Status(models.TextChoices):
        ACTIVE = "active"
        EXPIRED = "expired"
        REVOKED = "revoked"

    # No column: what its holder sends, known only where the key has just been made.
    key: str | None = None
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="api_keys")
    name = models.CharField(max_length=120)
    prefix = models.CharField(max_length=16, unique=True)
    secret_hash = models.CharField(max_length=64)
    scopes = ArrayField(models.CharField(max_length=64))
    public_key = models.TextField(blank=True, default="")
    expires_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["workspace", "-created_at"], name="api_key_by_workspace")]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix})"

    @property
    def status(self) -> Status:
        if self.revoked_at is not None:
            return self.Status.REVOKED
        if self.expires_at is not None and self.expires_at <= timezone.now():
            return self.Status.EXPIRED
        return self.Status.ACTIVE


class OAuthLink(BaseModel):
    """An account elsewhere that signs in here. `subject` is the provider's own lasting id, never the address."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="oauth_links")
    provider = models.CharField(max_length=32)
    subject = models.CharField(max_length=255)
    email = models.EmailField(max_length=254, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="oauth_link_once"),
            models.UniqueConstraint(fields=["user", "provider"], name="oauth_link_once_a_provider"),
        ]

    def __str__(self) -> str:
        return f"{self.provider} of {self.user_id}"


class SignInAttempt(BaseModel):
    """A sign-in that is half way: gone to a provider, or asked for a second factor. Good once, ten minutes long."""

    class Kind(models.TextChoices):
        OAUTH = "oauth"
        MFA = "mfa"
        PASSKEY = "passkey"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    # SHA-256 of what the client was given.
    token_hash = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    provider = models.CharField(max_length=32, blank=True, default="")
    # JSON: the PKCE verifier, the nonce, a WebAuthn challenge.
    state = EncryptedTextField(blank=True, default="")
    failures = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["oauth", "mfa", "passkey"]), name="sign_in_attempt_kind"
            )
        ]
        indexes = [models.Index(fields=["expires_at"], name="sign_in_attempt_age")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
