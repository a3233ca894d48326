"""What was read out of the catalogue's vacancies, so that a request never has to."""

from __future__ import annotations

from django.db import models

from apps.core.models import CatalogueModel
from apps.vacancies.models import Vacancy


class VacancyProfile(CatalogueModel):
    """`scoring.VacancyFacts` of one vacancy. Reading a posting takes 6 ms, this row .02.

    It holds for the vacancy as of `vacancy_updated_at` and the code and words named by `reader`; a row that no longer
    does is passed over and made anew by `matching.read_vacancies`. `listed_at` is the vacancy's own, for the index.
    """

    vacancy = models.OneToOneField(Vacancy, on_delete=models.CASCADE, related_name="profile")
    vacancy_updated_at = models.DateTimeField()
    reader = models.CharField(max_length=32)
    occupation = models.CharField(max_length=80, blank=True, default="")
    listed_at = models.DateTimeField()
    facts = models.JSONField()

    class Meta:
        indexes = [
            models.Index(fields=["occupation", "-listed_at", "-vacancy"], name="profile_by_occupation")
        ]

    def __str__(self) -> str:
        return f"profile of {self.vacancy_id}"
