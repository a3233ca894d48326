"""A file of a workspace: what it is, and where its bytes lie."""

from __future__ import annotations

from django.db import models

from apps.core.models import OwnedModel


class Document(OwnedModel):
    """Bytes that were uploaded or made. They never change; `media_type` is told from them, not from a claim."""

    class Kind(models.TextChoices):
        UPLOAD = "upload"
        RENDER = "render"
        LETTER = "letter"
        # Everything held on one person: theirs alone, whoever else is in the workspace.
        EXPORT = "export"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    filename = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    blob_key = models.CharField(max_length=128, unique=True)
    created_by_id = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["upload", "render", "letter", "export"]), name="document_kind"
            )
        ]
        indexes = [models.Index(fields=["workspace", "-created_at", "-id"], name="document_newest")]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
