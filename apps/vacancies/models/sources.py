"""Boards that are read, and how each crawl of them went: those of the catalogue, and a workspace's own."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from apps.core.models import CatalogueModel, OwnedModel


class AbstractSource(models.Model):
    """One board that is read: a kind of source, whose board it is there, and how reading it has gone lately.

    `board` is the slug; of a marketplace, the words that are searched for. `spec` describes a board of kind `generic`.
    `failures` are in a row; until `cooldown_until` the board is left alone. `etag` and `last_modified` are the
    server's own words of the last complete answer, given back when it is asked again.
    """

    kind = models.CharField(max_length=32)
    board = models.CharField(max_length=200)
    company_name = models.CharField(
        max_length=200, blank=True, default="", help_text="Where the feed does not say it."
    )
    base_url = models.URLField(
        max_length=500, blank=True, default="", help_text="Instead of the vendor's host."
    )
    spec = models.JSONField(null=True, blank=True, help_text="Of a generic source: where, what, which field.")
    is_enabled = models.BooleanField(default=True)
    interval_seconds = models.PositiveIntegerField(
        null=True, blank=True, help_text="Between two crawls; empty: what the source's terms say."
    )
    next_run_at = models.DateTimeField(null=True, blank=True, help_text="Empty: not before somebody asks.")
    last_run_at = models.DateTimeField(null=True, blank=True)
    last_complete_at = models.DateTimeField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0, editable=False)
    cooldown_until = models.DateTimeField(null=True, blank=True)
    alarm = models.CharField(max_length=300, blank=True, default="", editable=False)
    alarmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    etag = models.CharField(max_length=300, blank=True, default="", editable=False)
    last_modified = models.CharField(max_length=100, blank=True, default="", editable=False)
    open_postings = models.PositiveIntegerField(
        default=0, editable=False, help_text="After the last complete crawl."
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.kind}: {self.board}"


class Source(AbstractSource, CatalogueModel):
    """A board whose postings are the catalogue's."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "board"], name="source_once")]
        indexes = [
            models.Index(fields=["next_run_at"], condition=models.Q(is_enabled=True), name="source_due")
        ]


class OwnSource(AbstractSource, OwnedModel):
    """A board that a member added: what it brings are the workspace's own vacancies, seen by nobody else.

    `created_by_id` is who keeps it: who added it, or who gave its key last. Nobody else can see the connection.
    """

    created_by_id = models.UUIDField(null=True, blank=True)
    connection = models.ForeignKey(
        "accounts.Connection", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "kind", "board"], name="ownsource_once")]
        indexes = [
            models.Index(fields=["workspace", "-created_at"], name="ownsource_by_workspace"),
            models.Index(fields=["next_run_at"], condition=models.Q(is_enabled=True), name="ownsource_due"),
        ]


class RunOutcome(models.TextChoices):
    RUNNING = "running"
    COMPLETE = "complete"
    UNCHANGED = "unchanged"
    PARTIAL = "partial"
    FAILED = "failed"


class AbstractRun(models.Model):
    """One crawl of a board: what it met, and whether it saw all of it. Only a complete one may close anything.

    `unchanged` is the server's word that nothing changed since the last complete crawl. `checkpoint` is where to go on
    after a crash: {number, request}, of the first page that is not yet written; empty before the first one was.
    """

    Outcome = RunOutcome

    task_id = models.UUIDField(null=True, blank=True, unique=True)
    outcome = models.CharField(max_length=9, choices=RunOutcome.choices, default=RunOutcome.RUNNING)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    seen = models.PositiveIntegerField(default=0)
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    requests = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list, help_text="At most 50 of {source_id, reason}.")
    fault = models.TextField(blank=True, default="")
    checkpoint = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class SourceRun(AbstractRun, CatalogueModel):
    """A crawl of a board of the catalogue."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="runs")

    class Meta:
        indexes = [models.Index(fields=["source", "-started_at"], name="run_by_source")]

    def __str__(self) -> str:
        return f"{self.source_id} {self.outcome}"


class OwnSourceRun(AbstractRun, OwnedModel):
    """A crawl of a board of the workspace's own."""

    source = models.ForeignKey(OwnSource, on_delete=models.CASCADE, related_name="runs")

    class Meta:
        indexes = [
            models.Index(fields=["source", "-started_at"], name="ownrun_by_source"),
            models.Index(fields=["workspace", "-started_at"], name="ownrun_by_workspace"),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.outcome}"
