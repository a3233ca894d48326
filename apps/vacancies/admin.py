from __future__ import annotations

from django.contrib import admin

from apps.events.administration import FootholdAdmin, ReadOnlyAdmin
from apps.vacancies.models import Company, OwnVacancy, RawPosting, Source, SourceRun, Vacancy


@admin.register(Vacancy)
class VacancyAdmin(FootholdAdmin[Vacancy]):
    list_display = (
        "title",
        "company_name",
        "places",
        "remote",
        "seniority",
        "status",
        "source",
        "listed_at",
    )
    list_filter = ("status", "source", "remote", "seniority", "employment_type")
    search_fields = ("=id", "title", "company_name")
    search_help_text = "A title, a company, or an id in full"
    ordering = ("-listed_at", "-id")
    exclude = ("search",)
    empty_value_display = "–"
    readonly_fields = ("content_hash", "field_sources", "title_key")

    @admin.display(description="places")
    def places(self, vacancy: Vacancy) -> str:
        texts = [str(place.get("text", "")) for place in vacancy.locations]
        return "; ".join(texts[:3]) + (f" and {len(texts) - 3} more" if len(texts) > 3 else "")


@admin.register(OwnVacancy)
class OwnVacancyAdmin(ReadOnlyAdmin[OwnVacancy]):
    list_display = ("title", "company_name", "workspace", "status", "listed_at")
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "title", "company_name")
    ordering = ("-listed_at",)
    exclude = ("search",)


@admin.register(Company)
class CompanyAdmin(FootholdAdmin[Company]):
    list_display = ("name", "kind", "key", "website")
    list_filter = ("kind",)
    search_fields = ("name", "key")
    ordering = ("name",)


@admin.register(Source)
class SourceAdmin(FootholdAdmin[Source]):
    list_display = ("kind", "board", "company_name", "is_enabled", "last_run_at")
    list_filter = ("kind", "is_enabled")
    search_fields = ("board", "company_name")
    ordering = ("kind", "board")


@admin.register(SourceRun)
class SourceRunAdmin(ReadOnlyAdmin[SourceRun]):
    list_display = (
        "source",
        "outcome",
        "started_at",
        "finished_at",
        "seen",
        "created",
        "changed",
        "merged",
        "refused",
        "closed",
    )
    list_filter = ("outcome", "source__kind")
    list_select_related = ("source",)
    search_fields = ("source__board",)
    ordering = ("-started_at",)


@admin.register(RawPosting)
class RawPostingAdmin(ReadOnlyAdmin[RawPosting]):
    list_display = ("source_posting_id", "source", "adapter_version", "fetched_at", "missed", "merge_reason")
    list_filter = ("source__kind",)
    list_select_related = ("source",)
    search_fields = ("=source_posting_id", "=vacancy__id")
    ordering = ("-fetched_at",)
