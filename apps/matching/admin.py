from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from apps.events.administration import ReadOnlyAdmin
from apps.matching.models import SemanticFit, VacancyProfile, VocabularyWord


@admin.register(VacancyProfile)
class VacancyProfileAdmin(ReadOnlyAdmin[VacancyProfile]):
    list_display = ("vacancy_id", "occupation", "reader", "listed_at", "updated_at")
    list_filter = ("reader",)
    search_fields = ("=vacancy__id", "=occupation")
    ordering = ("-id",)


@admin.register(VocabularyWord)
class VocabularyWordAdmin(ReadOnlyAdmin[VocabularyWord]):
    list_display = ("word", "postings")
    search_fields = ("=word",)
    ordering = ("-postings",)


@admin.register(SemanticFit)
class SemanticFitAdmin(ReadOnlyAdmin[SemanticFit]):
    list_display = ("version", "kind", "state", "postings", "vocabulary", "threshold", "figures", "fitted_at")
    list_filter = ("state", "kind")
    exclude = ("model",)
    ordering = ("-fitted_at",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SemanticFit]:
        # Some megabytes a row, which nobody looks at.
        return super().get_queryset(request).defer("model")
