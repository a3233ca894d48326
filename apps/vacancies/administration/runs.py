"""What was read of boards: each run, and each posting as it came."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.events.administration import ReadOnlyAdmin
from apps.vacancies.administration.tables import table
from apps.vacancies.models import OwnSourceRun, RawPosting, SourceRun
from apps.vacancies.models.sources import AbstractRun


class _RunAdmin(ReadOnlyAdmin[Any]):
    list_display: tuple[str, ...] = (
        "source", "outcome", "started_at", "finished_at", "seen", "created", "changed", "merged", "refused", "closed",
        "fault_line",
    )  # fmt: skip
    list_filter: ClassVar[tuple[str, ...]] = ("outcome",)
    list_select_related = ("source",)
    search_fields: ClassVar[tuple[str, ...]] = ("source__board", "=task_id")
    ordering = ("-started_at",)
    exclude: ClassVar[tuple[str, ...]] = ("faults", "checkpoint")
    readonly_fields = ("what_was_refused",)
    empty_value_display = "–"

    @admin.display(description="fault")
    def fault_line(self, run: AbstractRun) -> str:
        return run.fault[:80]

    @admin.display(description="what could not be read")
    def what_was_refused(self, run: AbstractRun) -> SafeString:
        return table(
            ("posting", "why"), ((each.get("source_id", ""), each.get("reason", "")) for each in run.faults)
        )


@admin.register(SourceRun)
class SourceRunAdmin(_RunAdmin):
    list_filter: ClassVar[tuple[str, ...]] = ("outcome", "source__kind")


@admin.register(RawPosting)
class RawPostingAdmin(ReadOnlyAdmin[RawPosting]):
    list_display = (
        "source_posting_id", "source", "vacancy", "adapter_version", "fetched_at", "last_seen_at", "missed",
        "merge_reason",
    )  # fmt: skip
    list_filter = ("source__kind",)
    list_select_related = ("source", "vacancy")
    search_fields = ("=source_posting_id", "=vacancy__id")
    ordering = ("-fetched_at",)
    exclude = ("payload", "minhash", "fingerprint", "content", "block_keys")
    readonly_fields = ("as_received",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[RawPosting]:
        long = ("payload", "minhash", "fingerprint", "content", "vacancy__search", "vacancy__description_html",
                "vacancy__description_text")  # fmt: skip
        return super().get_queryset(request).defer(*long)

    @admin.display(description="as received")
    def as_received(self, raw: RawPosting) -> SafeString:
        shown = json.dumps(raw.payload, indent=2, ensure_ascii=False, sort_keys=True)
        return format_html('<pre style="white-space: pre-wrap; max-width: 90ch">{}</pre>', shown)


@admin.register(OwnSourceRun)
class OwnSourceRunAdmin(_RunAdmin):
    list_display = (*_RunAdmin.list_display, "workspace_id")
    search_fields: ClassVar[tuple[str, ...]] = ("=workspace__id", "=task_id")
