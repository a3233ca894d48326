from __future__ import annotations

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.events.models import Delivery, Event


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin[Event]):
    """What happened, newest first. Nobody changes it here or anywhere."""

    list_display = (
        "type",
        "occurred_at",
        "workspace_id",
        "actor_id",
        "subject_type",
        "subject_id",
        "request_id",
    )
    search_fields = ("=id", "=workspace_id", "=subject_id", "=actor_id", "type")
    search_help_text = "An id in full, or a type as vacancy.changed"
    ordering = ("-id",)


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin[Delivery]):
    list_display = ("handler", "status", "attempts", "due_at", "delivered_at", "fault")
    list_filter = ("status", "handler")
    search_fields = ("=event_id", "=workspace_id", "handler")
    ordering = ("-id",)
