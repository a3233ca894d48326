"""How a board does, at a glance."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from apps.vacancies.boards.health import HealthStatus, having, status_of
from apps.vacancies.models.sources import AbstractSource

_COLOURS = {
    HealthStatus.ALARMED: "#b3261e",
    HealthStatus.COOLING: "#b3261e",
    HealthStatus.FAILING: "#9a6700",
    HealthStatus.NEVER_RUN: "#6a6a6a",
    HealthStatus.PARTIAL: "#9a6700",
    HealthStatus.OK: "#1a7f37",
}


class HealthFilter(admin.SimpleListFilter):
    title = "health"
    parameter_name = "health"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(value), str(label)) for value, label in HealthStatus.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(having(self.value() or "", timezone.now())) if self.value() else queryset


class BoardLooks:
    """What the lists of boards have in common."""

    @admin.display(description="health", ordering="failures")
    def health(self, board: AbstractSource) -> SafeString:
        status = status_of(board, timezone.now())
        return format_html('<b style="color: {}">{}</b>', _COLOURS[status], status.label)

    @admin.display(description="verified", boolean=True)
    def is_verified(self, board: AbstractSource) -> bool | None:
        """Whether the reader of its kind is held against recorded answers."""
        from apps.vacancies.boards.kinds import board_kinds

        return next((each.terms.verified for each in board_kinds() if each.kind == board.kind), None)
