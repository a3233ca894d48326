from __future__ import annotations

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.events.models import Chain, Checkpoint, Delivery, Event


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
        "seq",
        "is_sealed",
    )
    search_fields = ("=id", "=workspace_id", "=subject_id", "=actor_id", "type")
    search_help_text = "An id in full, or a type as vacancy.changed"
    ordering = ("-id",)
    readonly_fields = ("seq", "hash", "digest", "erased_at")

    @admin.display(description="sealed", boolean=True)
    def is_sealed(self, event: Event) -> bool:
        return event.seq is not None


@admin.register(Chain)
class ChainAdmin(ReadOnlyAdmin[Chain]):
    list_display = ("workspace_id", "seq", "sealed_at", "hash")
    search_fields = ("=workspace_id",)
    ordering = ("-sealed_at",)


@admin.register(Checkpoint)
class CheckpointAdmin(ReadOnlyAdmin[Checkpoint]):
    list_display = ("workspace_id", "kind", "first_seq", "seq", "made_at", "kid")
    list_filter = ("kind",)
    search_fields = ("=workspace_id",)
    ordering = ("-id",)


@admin.register(Delivery)
class DeliveryAdmin(ReadOnlyAdmin[Delivery]):
    list_display = ("handler", "status", "attempts", "due_at", "delivered_at", "fault")
    list_filter = ("status", "handler")
    search_fields = ("=event_id", "=workspace_id", "handler")
    ordering = ("-id",)
