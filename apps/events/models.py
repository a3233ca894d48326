"""The event (one row a fact), its deliveries (one row a handler: the outbox), and what seals events into chains."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from apps.core.models import uuid7


class Event(models.Model):
    """Something that became true, written in the transaction that made it so.

    Partitioned by month of the UUIDv7 `id`. `workspace_id` and `actor_id` are bare: a record outlives its account.
    `seq` and `hash` are given by the sealer, after commit; the payload lies beside the chain, and can be erased.
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
    # Hexadecimal, and null only in rows older than sealing that nobody has sealed yet.
    digest = models.CharField(max_length=64, null=True, editable=False)
    salt = models.BinaryField(null=True, editable=False)
    seq = models.BigIntegerField(null=True, editable=False)
    hash = models.CharField(max_length=64, null=True, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

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


class Chain(models.Model):
    """How far a workspace's events are sealed. Its row is the sealer's lock."""

    workspace_id = models.UUIDField(primary_key=True)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)
    sealed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.workspace_id} to {self.seq}"


class Checkpoint(models.Model):
    """A signed statement on a chain: its head was here, or these rows went with their month."""

    class Kind(models.TextChoices):
        HEAD = "head"
        DROPPED = "dropped"

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    workspace_id = models.UUIDField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    first_seq = models.BigIntegerField()
    seq = models.BigIntegerField()
    hash = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)
    # Which key signed it: see `signing.py`.
    kid = models.CharField(max_length=16)
    signature = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace_id", "kind", "seq"], name="checkpoint_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["head", "dropped"]) & models.Q(first_seq__lte=models.F("seq")),
                name="checkpoint_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.workspace_id} at {self.seq}"
