from __future__ import annotations

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.generation.models import Generation


@admin.register(Generation)
class GenerationAdmin(ReadOnlyAdmin[Generation]):
    """What was asked for and how it went. What was written is the workspace's own business."""

    list_display = (
        "kind",
        "status",
        "workspace_id",
        "provider",
        "model",
        "rating",
        "created_at",
        "finished_at",
    )
    list_filter = ("kind", "status", "provider", "rating")
    search_fields = ("=id", "=workspace__id", "=task_id")
    ordering = ("-id",)
    exclude = ("content", "alternatives", "evidence", "unsupported", "suggestions", "vacancy_text")
