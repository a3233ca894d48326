"""Background work as rows: the row is the truth, the message only wakes a worker."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from apps.core.models import BaseModel, uuid7


class Status(models.TextChoices):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELLED = "cancelled"


OVER = (Status.SUCCEEDED, Status.FAILED, Status.CANCELLED)


class AbstractTask(BaseModel):
    """One piece of work. `lease_until` says how long its worker counts as alive; a heartbeat renews it."""

    kind = models.CharField(max_length=64)
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.QUEUED)
    arguments = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True)
    message = models.CharField(max_length=200, blank=True, default="")
    result = models.JSONField(null=True, blank=True)
    problem = models.JSONField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    cancel_asked = models.BooleanField(default=False)
    # Who holds it: a fresh mark each time it is claimed, so that a worker that lost its lease can't finish it.
    lease = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    queued_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="%(app_label)s_%(class)s_status"
            ),
        ]
        indexes = [
            models.Index(
                fields=["queued_at"],
                condition=models.Q(status__in=["queued", "running"]),
                name="%(app_label)s_%(class)s_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}: {self.status}"

    @property
    def is_over(self) -> bool:
        return self.status in OVER


class Task(AbstractTask):
    """Work of a workspace, for the user who asked. Both ids are bare: `accounts` lies above."""

    workspace_id = models.UUIDField()
    user_id = models.UUIDField()
    role = models.CharField(max_length=16)
    plan = models.CharField(max_length=32, default="free")
    request_id = models.CharField(max_length=128, blank=True, default="")

    class Meta(AbstractTask.Meta):
        indexes = [
            *AbstractTask.Meta.indexes,
            models.Index(fields=["workspace_id", "-created_at", "-id"], name="task_by_workspace"),
        ]


class GlobalTask(AbstractTask):
    """Work of no workspace: a crawl of the catalogue, a clean-up. Only staff see it."""


class IdempotencyRecord(models.Model):
    """The answer given to one key of one caller, kept 24 hours."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    workspace_id = models.UUIDField()
    user_id = models.UUIDField()
    operation = models.CharField(max_length=64)
    key = models.CharField(max_length=128)
    body_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    location = models.CharField(max_length=500, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["workspace_id", "user_id", "operation", "key"], name="idempotency_once"
            )
        ]
        indexes = [models.Index(fields=["created_at"], name="idempotency_age")]

    def __str__(self) -> str:
        return f"{self.operation} {self.key}"
