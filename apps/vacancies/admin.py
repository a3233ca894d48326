from __future__ import annotations

from django.contrib import admin

from apps.events.administration import FootholdAdmin, ReadOnlyAdmin
from apps.vacancies import marketplace_admin, merge_admin, source_admin  # noqa: F401 - register their pages
from apps.vacancies.models import Company, OwnVacancy, Vacancy


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
    readonly_fields = ("content_hash", "field_sources", "title_key", "merged_into", "content_changed_at")
    inlines = merge_admin.INLINES

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
