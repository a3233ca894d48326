"""The event (one row a fact) and its deliveries (one row a handler): the outbox."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from apps.core.models import uuid7


class Event(models.Model):
    """Something that became true, written in the transaction that made it so.

    Partitioned by month of the UUIDv7 `id`. `workspace_id` and `actor_id` are bare: a record outlives its account.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    type = models.CharField(max_length=64)
    occurred_at = models.DateTimeField(default=timezone.now)
    workspace_id = models.UUIDField()
    actor_id = models.UUIDField(null=True)
    request_id = models.CharField(max_length=128, blank=True, default="")
    subject_type = models.CharField(max_length=64, blank=True, default="")
    subject_id = models.UUIDField(null=True)
    changed = ArrayField(models.CharField(max_length=64), default=list)
    payload = models.JSONField(default=dict)

    class Meta:
        managed = False
        db_table = "events_event"

    def __str__(self) -> str:
        return f"{self.type} {self.id}"


class Delivery(models.Model):
    """One event still (or once) owed to one handler."""

    class Status(models.TextChoices):
        DUE = "due"
        DONE = "done"
        DEAD = "dead"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event_id = models.UUIDField()
    workspace_id = models.UUIDField()
    handler = models.CharField(max_length=128)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.DUE)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(default=timezone.now)
    delivered_at = models.DateTimeField(null=True, blank=True)
    fault = models.TextField(blank=True, default="")

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(fields=["event_id", "handler"], name="delivery_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=["due", "done", "dead"]), name="delivery_status"
            ),
        ]
        indexes = [models.Index(fields=["due_at"], condition=models.Q(status="due"), name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.handler} of {self.event_id}: {self.status}"
