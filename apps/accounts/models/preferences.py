"""What a person wants, and the accounts elsewhere that they lend us."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from apps.accounts.models.people import User
from apps.core.fields import EncryptedTextField
from apps.core.models import BaseModel, OwnedModel


class Channel(models.TextChoices):
    """How news reaches somebody."""

    IN_APP = "in_app"
    EMAIL = "email"
    WEBHOOK = "webhook"


def usual_channels() -> list[str]:
    """Before somebody has chosen."""
    return [Channel.IN_APP.value, Channel.EMAIL.value]


class Preferences(BaseModel):
    """What kind of work somebody looks for, and how they want to hear of it. One row a user, made at first writing."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="preferences")
    target_titles = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    skills = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    locations = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    remote = ArrayField(models.CharField(max_length=8), default=list, blank=True)
    employment_types = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    salary_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    salary_currency = models.CharField(max_length=3, blank=True, default="")
    salary_period = models.CharField(max_length=8, blank=True, default="")
    work_permits = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    channels = ArrayField(models.CharField(max_length=16), default=usual_channels, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    language = models.CharField(max_length=8, default="en")
    quiet_from = models.TimeField(null=True, blank=True)
    quiet_until = models.TimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "preferences"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(salary_min=None) | models.Q(salary_min__gte=0),
                name="preferences_salary_positive",
            ),
            models.CheckConstraint(
                condition=models.Q(quiet_from=None, quiet_until=None)
                | models.Q(quiet_from__isnull=False, quiet_until__isnull=False),
                name="preferences_quiet_hours_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"preferences of {self.user_id}"


class Connection(OwnedModel):
    """A member's own account at a marketplace, a board or a mail server. The secret is encrypted and never shown."""

    class Status(models.TextChoices):
        UNTRIED = "untried"
        WORKING = "working"
        FAILING = "failing"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="connections")
    kind = models.CharField(max_length=32)
    name = models.CharField(max_length=120)
    account = models.CharField(max_length=254, blank=True, default="")
    # What is not secret: a host, a port.
    options = models.JSONField(default=dict, blank=True)
    # JSON of the kind's secret fields; empty where it has none.
    secret = EncryptedTextField(blank=True, default="")
    # Their names, so that showing what is held opens no secret.
    secret_fields = ArrayField(models.CharField(max_length=64), default=list, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.UNTRIED)
    fault = models.CharField(max_length=200, blank=True, default="")
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "workspace", "kind", "name"], name="connection_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["untried", "working", "failing"]), name="connection_status"
            ),
        ]
        indexes = [models.Index(fields=["workspace", "-created_at"], name="connection_by_workspace")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"
