"""People, workspaces, memberships, sessions, plans."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from apps.core.models import BaseModel, CatalogueModel


def fold_email(email: str) -> str:
    """The form in which addresses are kept and compared."""
    return email.strip().lower()


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=fold_email(username or ""))

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        user = self.model(email=fold_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(BaseModel, AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address."""

    email = models.EmailField(max_length=254, unique=True)
    full_name = models.CharField(max_length=200)
    email_verified_at = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False, help_text="May use the admin.")
    # Stands in every token: raising it ends all of them (a changed password).
    token_version = models.PositiveIntegerField(default=1)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_folded")
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_email_verified(self) -> bool:
        return self.email_verified_at is not None


class Plan(CatalogueModel):
    """What a workspace may use. Plans are data."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.name


class Workspace(BaseModel):
    """Where rows live: one person's, or a team's."""

    class Kind(models.TextChoices):
        PERSONAL = "personal"
        TEAM = "team"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=Kind.choices, default=Kind.PERSONAL)
    plan = models.ForeignKey(
        Plan, on_delete=models.PROTECT, related_name="workspaces", to_field="code", default="free"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["personal", "team"]), name="workspace_kind")
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

    def __str__(self) -> str:
        return f"{self.user_id} in {self.workspace_id}: {self.role}"


class Session(BaseModel):
    """One sign-in: the family of its refresh tokens. Only the newest is good; an older one ends the family."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sessions")
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    refresh_id = models.UUIDField()
    user_agent = models.CharField(max_length=200, blank=True, default="")
    last_used_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "-created_at"], name="session_by_user")]

    def __str__(self) -> str:
        return f"session of {self.user_id}"
