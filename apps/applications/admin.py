from __future__ import annotations

from django.contrib import admin

from apps.applications.models import Application, ApplicationNote
from apps.events.administration import ReadOnlyAdmin


@admin.register(Application)
class ApplicationAdmin(ReadOnlyAdmin[Application]):
    """States change through the workflow only, not here."""

    list_display = ("id", "workspace", "state", "state_changed_at", "applied_at", "updated_at")
    list_filter = ("state",)
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "=vacancy__id", "=own_vacancy__id")
    search_help_text = "An id in full: of an application, a workspace or a vacancy"
    ordering = ("-updated_at",)


@admin.register(ApplicationNote)
class ApplicationNoteAdmin(ReadOnlyAdmin[ApplicationNote]):
    """Who wrote when; the words are the member's own."""

    list_display = ("id", "application", "workspace", "created_by_id", "created_at")
    list_select_related = ("workspace", "application")
    search_fields = ("=id", "=application__id", "=workspace__id")
    exclude = ("text",)
    ordering = ("-created_at",)
