from __future__ import annotations

from django.contrib import admin

from apps.events.administration import ReadOnlyAdmin
from apps.matching.models import VacancyProfile


@admin.register(VacancyProfile)
class VacancyProfileAdmin(ReadOnlyAdmin[VacancyProfile]):
    list_display = ("vacancy_id", "occupation", "reader", "listed_at", "updated_at")
    list_filter = ("reader",)
    search_fields = ("=vacancy__id", "=occupation")
    ordering = ("-id",)
