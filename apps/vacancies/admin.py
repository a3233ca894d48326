from __future__ import annotations

from django.contrib import admin

from apps.events.administration import FootholdAdmin, ReadOnlyAdmin
from apps.vacancies.administration import boards, marketplaces, merges, runs  # noqa: F401 - register their pages
from apps.vacancies.models import Company, OwnVacancy, SavedSearch, SavedSearchMatch, Vacancy


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
    inlines = merges.INLINES

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


@admin.register(SavedSearch)
class SavedSearchAdmin(ReadOnlyAdmin[SavedSearch]):
    list_display = ("id", "workspace", "alert", "seen_at", "due_at", "created_at")
    list_filter = ("alert",)
    list_select_related = ("workspace",)
    search_fields = ("=id", "=workspace__id", "=user__id")
    ordering = ("-created_at",)


@admin.register(SavedSearchMatch)
class SavedSearchMatchAdmin(ReadOnlyAdmin[SavedSearchMatch]):
    list_display = ("id", "search_id", "vacancy_id", "own_vacancy_id", "created_at", "told_at")
    search_fields = ("=search__id", "=vacancy__id", "=own_vacancy__id")
    ordering = ("-created_at",)
