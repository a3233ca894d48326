from __future__ import annotations

from typing import Any

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.jobs.models import AbstractTask, GlobalTask, Task


class _TaskAdmin(ReadOnlyAdmin[Any]):
    list_display: tuple[str, ...] = (
        "kind",
        "status",
        "so_far",
        "attempts",
        "queued_at",
        "started_at",
        "finished_at",
    )
    list_filter = ("status", "kind")
    ordering = ("-id",)

    @admin.display(description="progress")
    def so_far(self, task: AbstractTask) -> str:
        return f"{task.done} of {task.total}" if task.total else str(task.done)


@admin.register(Task)
class TaskAdmin(_TaskAdmin):
    list_display = (*_TaskAdmin.list_display, "workspace_id")
    search_fields = ("=id", "=workspace_id", "=user_id", "kind")


@admin.register(GlobalTask)
class GlobalTaskAdmin(_TaskAdmin):
    search_fields = ("=id", "kind")
