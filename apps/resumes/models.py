"""The resume as it stands, and every state it ever had."""

from __future__ import annotations

from django.db import models

from apps.core.models import OwnedModel
from apps.documents.models import Document


class Resume(OwnedModel):
    """A resume as it stands now. `content` is as `content.ResumeContent`, complete, and equals its newest version's."""

    class Origin(models.TextChoices):
        PARSED = "parsed"
        TYPED = "typed"
        TAILORED = "tailored"

    title = models.CharField(max_length=200)
    content = models.JSONField()
    current_version = models.PositiveIntegerField(default=1)
    # BCP 47, "" where unknown.
    language = models.CharField(max_length=35, blank=True, default="")
    origin = models.CharField(max_length=8, choices=Origin.choices)
    document = models.ForeignKey(Document, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(origin__in=["parsed", "typed", "tailored"]), name="resume_origin"
            )
        ]
        indexes = [
            models.Index(fields=["workspace", "-updated_at", "-id"], name="resume_changed"),
            models.Index(fields=["workspace", "-created_at", "-id"], name="resume_newest"),
        ]

    def __str__(self) -> str:
        return f"resume {self.id}"


class ResumeVersion(OwnedModel):
    """One state of a resume. Written once: the application's role may not UPDATE this table."""

    class Reason(models.TextChoices):
        CREATED = "created"
        PARSED = "parsed"
        UPDATED = "updated"
        RESTORED = "restored"
        GENERATED = "generated"

    resume = models.ForeignKey(Resume, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    content = models.JSONField()
    language = models.CharField(max_length=35, blank=True, default="")
    reason = models.CharField(max_length=9, choices=Reason.choices)
    note = models.CharField(max_length=500, blank=True, default="")
    actor_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["resume", "number"], name="version_once"),
            models.CheckConstraint(
                condition=models.Q(reason__in=["created", "parsed", "updated", "restored", "generated"]),
                name="version_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number} of {self.resume_id}"
