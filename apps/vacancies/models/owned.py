"""What a workspace has of its own: vacancies it typed in, and its marks on any vacancy."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from apps.core.models import OwnedModel
from apps.vacancies.models.catalogue import Company, Vacancy
from apps.vacancies.models.posting import AbstractVacancy


class OwnVacancy(AbstractVacancy, OwnedModel):
    """A vacancy that only this workspace sees. `company` is set where the catalogue knows the name."""

    company = models.ForeignKey(Company, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_by_id = models.UUIDField(null=True, blank=True)

    class Meta(AbstractVacancy.Meta):
        verbose_name_plural = "own vacancies"
        indexes = [
            *AbstractVacancy.Meta.indexes,
            models.Index(fields=["workspace", "-listed_at", "-id"], name="ownvacancy_newest"),
        ]


class VacancyMark(OwnedModel):
    """What the workspace thinks of a vacancy: saved, hidden, applied to, seen."""

    vacancy = models.ForeignKey(
        Vacancy, on_delete=models.CASCADE, null=True, blank=True, related_name="marks"
    )
    own_vacancy = models.ForeignKey(
        OwnVacancy, on_delete=models.CASCADE, null=True, blank=True, related_name="marks"
    )
    saved_at = models.DateTimeField(null=True, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True, default="")
    tags = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(vacancy__isnull=False, own_vacancy=None)
                | models.Q(vacancy=None, own_vacancy__isnull=False),
                name="mark_one_vacancy",
            ),
            models.UniqueConstraint(fields=["workspace", "vacancy"], name="mark_once"),
            models.UniqueConstraint(fields=["workspace", "own_vacancy"], name="mark_own_once"),
        ]
        indexes = [
            models.Index(
                fields=["workspace", "-saved_at"],
                condition=models.Q(saved_at__isnull=False),
                name="mark_saved",
            )
        ]

    def __str__(self) -> str:
        return f"mark of {self.workspace_id}"
