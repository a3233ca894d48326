from __future__ import annotations

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.resumes.models import Resume, ResumeVersion


@admin.register(Resume)
class ResumeAdmin(ReadOnlyAdmin[Resume]):
    """Which resumes there are. What stands in them is not for staff."""

    list_display = ("id", "workspace", "origin", "language", "current_version", "updated_at")
    list_filter = ("origin", "language")
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id")
    ordering = ("-id",)
    exclude = ("title", "content")


@admin.register(ResumeVersion)
class ResumeVersionAdmin(ReadOnlyAdmin[ResumeVersion]):
    list_display = ("resume", "number", "reason", "actor_id", "created_at")
    list_filter = ("reason",)
    search_fields = ("=id", "=resume__id", "=workspace__id")
    ordering = ("-id",)
    exclude = ("title", "content", "note")
