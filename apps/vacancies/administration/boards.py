"""Boards for staff: how reading them goes, what they sent, and what to do about it. What reads boards is imported when it
is used: a process that shows no admin does without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.safestring import SafeString

from apps.core.db import atomic
from apps.core.errors import AppError
from apps.events.administration import FootholdAdmin, ReadOnlyAdmin
from apps.vacancies.administration.board_health import BoardLooks, HealthFilter
from apps.vacancies.administration.tables import link, table
from apps.vacancies.models import OwnSource, RawPosting, Source, SourceRun

_RUNS, _SAMPLES = 10, 10


class SourceForm(forms.ModelForm[Source]):
    """Which board it is has to be readable; a spec has to describe one."""

    def clean(self) -> dict[str, Any]:
        from apps.vacancies.boards.naming import named

        said = super().clean() or {}
        kind, board = (said.get(name) or getattr(self.instance, name) for name in ("kind", "board"))
        try:
            named(kind=kind, board=board, spec=said.get("spec"))
        except AppError as fault:
            raise forms.ValidationError(fault.detail, code=fault.code) from fault
        return said


@admin.register(Source)
class SourceAdmin(BoardLooks, FootholdAdmin[Source]):
    form = SourceForm
    list_display = (
        "kind", "board", "health", "is_enabled", "is_verified", "open_postings", "last_run_at", "next_run_at", "alarm",
    )  # fmt: skip
    list_filter = (HealthFilter, "is_enabled", "kind")
    search_fields = ("board", "company_name")
    ordering = ("kind", "board")
    empty_value_display = "–"
    actions = ("run_now", "clear_alarm", "enable", "disable", "read_again")
    readonly_fields = (
        "health", "terms", "failures", "cooldown_until", "alarm", "alarmed_at", "last_run_at", "last_complete_at",
        "open_postings", "latest_runs", "sample_postings",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("kind", "board", "company_name", "base_url", "spec", "terms")}),
        (
            "When",
            {"fields": ("is_enabled", "interval_seconds", "next_run_at", "last_run_at", "last_complete_at")},
        ),
        (
            "Health",
            {"fields": ("health", "failures", "cooldown_until", "alarm", "alarmed_at", "open_postings")},
        ),
        ("Latest runs", {"fields": ("latest_runs",)}),
        ("What it sent last", {"fields": ("sample_postings",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Source | None = None) -> Any:
        """Which board it is stays, once it is one."""
        names = super().get_readonly_fields(request, obj)
        return (*names, "kind", "board") if obj else names

    @admin.display(description="terms")
    def terms(self, board: Source) -> str:
        from apps.vacancies.boards.kinds import board_kinds

        found = next((each.terms for each in board_kinds() if each.kind == board.kind), None)
        if found is None:
            return "–"
        verified = "verified" if found.verified else "not verified: never met as a recorded answer"
        default = "on" if found.default_on else "off"
        return (
            f"grade {found.grade}, {verified}, {default} by default, at most every {found.min_interval} s"
            + (f", shown with: {found.attribution}" if found.attribution else "")
        )

    @admin.display(description="runs")
    def latest_runs(self, board: Source) -> SafeString:
        runs = SourceRun.objects.filter(source=board).defer("checkpoint").order_by("-started_at")[:_RUNS]
        heads = ("started", "outcome", "seen", "new", "changed", "refused", "closed", "requests", "fault")
        return table(
            heads,
            (
                (
                    link(run, f"{run.started_at:%Y-%m-%d %H:%M:%S}"), run.outcome, run.seen, run.created, run.changed,
                    run.refused, run.closed, run.requests, run.fault[:120],
                )
                for run in runs
            ),
        )  # fmt: skip

    @admin.display(description="postings")
    def sample_postings(self, board: Source) -> SafeString:
        found = (
            RawPosting.objects.filter(source=board)
            .select_related("vacancy")
            .defer("payload", "minhash", "fingerprint", "vacancy__search", "vacancy__description_html")
            .order_by("-last_seen_at")[:_SAMPLES]
        )
        return table(
            ("posting", "vacancy", "last seen", "missed", "how it was placed"),
            (
                (
                    link(raw, raw.source_posting_id),
                    link(raw.vacancy, raw.vacancy.title) if raw.vacancy else "not read",
                    f"{raw.last_seen_at:%Y-%m-%d %H:%M}",
                    raw.missed,
                    raw.merge_reason,
                )
                for raw in found
            ),
        )

    @admin.action(description="Read now", permissions=["change"])
    def run_now(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        from apps.vacancies.boards.catalogue import ask_run

        self._each(request, queryset, lambda board, actor: ask_run(board, actor_id=actor), "to be read now")

    @admin.action(description="Clear alarm and cool-down", permissions=["change"])
    def clear_alarm(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        from apps.vacancies.boards.catalogue import clear_alarm

        self._each(request, queryset, lambda board, actor: clear_alarm(board, actor_id=actor), "cleared")

    @admin.action(description="Switch on", permissions=["change"])
    def enable(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        self._switch(request, queryset, is_enabled=True)

    @admin.action(description="Switch off", permissions=["change"])
    def disable(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        self._switch(request, queryset, is_enabled=False)

    def _switch(self, request: HttpRequest, queryset: QuerySet[Source], *, is_enabled: bool) -> None:
        from apps.vacancies.boards.catalogue import switch

        self._each(
            request,
            queryset,
            lambda board, actor: switch(board, is_enabled=is_enabled, actor_id=actor),
            "switched on" if is_enabled else "switched off",
        )

    @admin.action(description="Read again what was kept (no fetch)", permissions=["change"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        from apps.vacancies.boards.catalogue import ask_again

        self._each(
            request, queryset, lambda board, actor: ask_again(board, actor_id=actor), "to be read again"
        )

    def _each(
        self,
        request: HttpRequest,
        queryset: QuerySet[Source],
        do: Callable[[Source, UUID | None], object],
        done: str,
    ) -> None:
        """Do it to each board that was picked, each in a transaction of its own; say what could not be done."""
        count = 0
        actor = request.user.pk if isinstance(request.user.pk, UUID) else None
        for pk in queryset.values_list("pk", flat=True):
            try:
                with atomic():
                    board = Source.objects.select_for_update().get(pk=pk)
                    do(board, actor)
                count += 1
            except AppError as fault:
                self.message_user(request, f"{board}: {fault.detail}", messages.WARNING)
        if count:
            self.message_user(request, f"{count} {done}.")


@admin.register(OwnSource)
class OwnSourceAdmin(BoardLooks, ReadOnlyAdmin[OwnSource]):
    list_display = (
        "kind", "board", "workspace", "health", "alarm", "open_postings", "last_run_at", "next_run_at", "is_enabled",
    )  # fmt: skip
    list_filter = (HealthFilter, "is_enabled", "kind")
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "board")
    ordering = ("-created_at",)
