"""Merges as staff see them: what waits for a word, side by side, and what can be taken back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from apps.core.errors import AppError
from apps.events.administration import ReadOnlyAdmin
from apps.vacancies.merging import comparison
from apps.vacancies.merging.selectors import to_review
from apps.vacancies.models import MergeDecision, VacancyChange


class WaitingFilter(admin.SimpleListFilter):
    """What to look at: without a choice, what waits for a person."""

    title, parameter_name = "what", "what"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("all", "Everything"), *MergeDecision.State.choices]

    def choices(self, changelist: Any) -> Any:
        waiting, *rest = super().choices(changelist)
        return [{**waiting, "display": "Waiting for review"}, *rest]

    def queryset(self, request: HttpRequest, queryset: QuerySet[MergeDecision]) -> QuerySet[MergeDecision]:
        if self.value() is None:
            return queryset.filter(pk__in=to_review().values("pk"))
        return queryset if self.value() == "all" else queryset.filter(state=self.value())


@admin.register(MergeDecision)
class MergeDecisionAdmin(ReadOnlyAdmin[MergeDecision]):
    """The review of what the rules were unsure of. A decision's page shows both postings, and takes the last word."""

    list_display = ("reason", "kind", "state", "confidence", "posting_title", "vacancy_title", "decided_at")
    list_filter = (WaitingFilter, "kind")
    list_select_related = ("posting__vacancy", "vacancy")
    search_fields = ("=id", "=posting__id", "=vacancy__id")
    search_help_text = "An id in full: of the decision, of the posting or of the vacancy"
    ordering = ("-confidence", "id")

    @admin.display(description="posting of")
    def posting_title(self, decision: MergeDecision) -> str:
        return str(decision.posting.vacancy or "–")

    @admin.display(description="vacancy")
    def vacancy_title(self, decision: MergeDecision) -> str:
        return str(decision.vacancy)

    def get_urls(self) -> list[URLPattern]:
        decide = path(
            "<uuid:pk>/decide/",
            self.admin_site.admin_view(self.decide),
            name="vacancies_mergedecision_decide",
        )
        return [decide, *super().get_urls()]

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        decision = self.get_object(request, object_id)
        shown = self._compared(decision) | {"may_decide": self._may_decide(request)} if decision else {}
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), **shown})

    def decide(self, request: HttpRequest, pk: UUID) -> HttpResponse:
        """Merge, keep apart or undo: `verb` of the form."""
        from apps.vacancies.merging import (
            services,
        )  # reads of every source: too heavy for each process's start

        page = reverse("admin:vacancies_mergedecision_change", args=[pk])
        decision = MergeDecision.objects.filter(pk=pk).first()
        if request.method != "POST" or decision is None or not self._may_decide(request):
            return HttpResponseRedirect(page)
        actor = request.user.pk
        verbs = {
            "merge": lambda: services.accept(decision_id=pk, actor_id=actor),
            "keep_apart": lambda: services.refuse(decision_id=pk, actor_id=actor),
            "undo": lambda: services.unmerge(
                vacancy_id=decision.vacancy_id, posting_id=decision.posting_id, actor_id=actor
            ),
        }
        try:
            verbs.get(request.POST.get("verb", ""), lambda: None)()
        except AppError as refusal:
            messages.error(request, refusal.detail)
            return HttpResponseRedirect(page)
        messages.success(request, "Done.")
        following = to_review().first()
        if following is None or request.POST.get("verb") == "undo":
            return HttpResponseRedirect(reverse("admin:vacancies_mergedecision_changelist"))
        return HttpResponseRedirect(reverse("admin:vacancies_mergedecision_change", args=[following.pk]))

    def _may_decide(self, request: HttpRequest) -> bool:
        return request.user.has_perm("vacancies.change_mergedecision")

    def _compared(self, decision: MergeDecision) -> dict[str, Any]:
        """What the posting says on the left, what the vacancy says on the right."""
        from apps.vacancies.ingest import members

        posting = decision.posting
        rows = members.rows_of([pk for pk in (posting.vacancy_id, decision.vacancy_id) if pk])
        said = members.said_by(posting, rows) if posting.vacancy_id else {}
        other = vars(rows[decision.vacancy_id])
        return {
            "decision": decision,
            "posting": posting,
            "evidence": sorted(decision.evidence.items()),
            "lines": comparison.lines(said, other),
            "runs": comparison.runs(str(said.get("description_text", "")), other["description_text"]),
        }


class _History(admin.TabularInline[Any, Any]):
    """Rows that are only looked at, the newest first."""

    extra, can_delete, show_change_link = 0, False, True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class DecisionInline(_History):
    """Which postings it is; a decision's own page undoes it."""

    model = MergeDecision
    fk_name = "vacancy"
    fields = ("reason", "kind", "state", "confidence", "decided_at", "look")
    readonly_fields = ("look",)
    ordering = ("-decided_at",)
    verbose_name_plural = "merges"

    @admin.display(description="")
    def look(self, decision: MergeDecision) -> str:
        page = reverse("admin:vacancies_mergedecision_change", args=[decision.pk])
        return format_html('<a href="{}">Compare, undo</a>', page)


class ChangeInline(_History):
    """What changed, and when."""

    model = VacancyChange
    fields = ("at", "kind", "reason", "fields")
    ordering = ("-at",)
    verbose_name_plural = "history"


INLINES: tuple[type[admin.TabularInline[Any, Any]], ...] = (DecisionInline, ChangeInline)
