"""Where rows live, who is in there, and who is asked to join."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from apps.accounts.models.people import User
from apps.accounts.models.plans import Plan
from apps.core.models import BaseModel, OwnedModel


class Workspace(BaseModel):
    """One person's, or a team's."""

    class Kind(models.TextChoices):
        PERSONAL = "personal"
        TEAM = "team"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.PERSONAL)
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="workspaces", to_field="code", default="free"
    )
    # Asked to be deleted: until then it can be taken back, after it everything is erased.
    deletion_due_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["personal", "team"]), name="workspace_kind")
        ]
        indexes = [
            models.Index(
                fields=["deletion_due_at"],
                condition=models.Q(deletion_due_at__isnull=False),
                name="workspace_deletion_due",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    VIEWER = "viewer"


class Membership(BaseModel):
    """A person's place in a workspace."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices, default=Role.MEMBER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "workspace"], name="membership_once"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role"),
        ]
        indexes = [models.Index(fields=["workspace", "created_at"], name="membership_by_workspace")]

    def __str__(self) -> str:
        return f"{self.user_id} in {self.workspace_id}: {self.role}"


class Invitation(OwnedModel):
    """Somebody asked to join. The token in the mail is signed when it is sent, and stands nowhere."""

    class Status(models.TextChoices):
        """Read off the times below, and stored nowhere."""

        PENDING = "pending"
        EXPIRED = "expired"
        ACCEPTED = "accepted"
        REVOKED = "revoked"

    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=16, choices=Role.choices, default=Role.MEMBER)
    invited_by_id = models.UUIDField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by_id = models.UUIDField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "email"],
                condition=models.Q(accepted_at=None, revoked_at=None),
                name="invitation_open_once",
            ),
            # An owner is made by a present owner, never by mail.
            models.CheckConstraint(
                condition=models.Q(role__in=["admin", "member", "viewer"]), name="invitation_role"
            ),
        ]
        indexes = [models.Index(fields=["workspace", "-created_at"], name="invitation_by_workspace")]

    def __str__(self) -> str:
        return f"{self.email} to {self.workspace_id}"

    @property
    def status(self) -> Invitation.Status:
        if self.accepted_at is not None:
            return self.Status.ACCEPTED
        if self.revoked_at is not None:
            return self.Status.REVOKED
        return self.Status.PENDING if self.expires_at > timezone.now() else self.Status.EXPIRED
