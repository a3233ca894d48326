"""Who signs in."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower

from apps.core.models import BaseModel


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
    # Asked to be deleted: until then it can be taken back, after it everything is erased.
    deletion_due_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_folded")
        ]
        indexes = [
            models.Index(
                fields=["deletion_due_at"],
                condition=models.Q(deletion_due_at__isnull=False),
                name="user_deletion_due",
            )
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def is_email_verified(self) -> bool:
        return self.email_verified_at is not None


class Colleague(models.Model):
    """The name and address of a member of the caller's workspace: a view, for a user's own row is nobody else's."""

    id = models.UUIDField(primary_key=True)
    email = models.EmailField()
    full_name = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "accounts_colleague"

    def __str__(self) -> str:
        return self.email
