"""What a workspace has of its own: vacancies it typed in, and its marks on any vacancy."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F
from django.db.models.functions import MD5

from apps.core.models import OwnedModel
from apps.vacancies.models.catalogue import Company, Vacancy
from apps.vacancies.models.posting import AbstractVacancy
from apps.vacancies.models.sources import OwnSource


class MarketplaceClient(OwnedModel):
    """Who offers work at a marketplace, as a member's own account there shows them.

    `hire_rate` is 0 to 1, `rating` 0 to 5, `score` 0 to 100 (`clients.score`); null where the marketplace does not say.
    `reviews` is a list of {rating, comment, date}.
    """

    platform = models.CharField(max_length=32)
    platform_id = models.CharField(max_length=200)
    name = models.CharField(max_length=200)
    company_name = models.CharField(max_length=200, blank=True, default="")
    location = models.CharField(max_length=200, blank=True, default="")
    total_spent = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True, default="")
    hire_rate = models.FloatField(null=True, blank=True)
    rating = models.FloatField(null=True, blank=True)
    reviews_count = models.PositiveIntegerField(null=True, blank=True)
    jobs_posted = models.PositiveIntegerField(null=True, blank=True)
    active_jobs = models.PositiveIntegerField(null=True, blank=True)
    reviews = models.JSONField(default=list, blank=True)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["workspace", "platform", "platform_id"], name="client_once")
        ]
        indexes = [models.Index(fields=["workspace", "name"], name="client_by_name")]

    def __str__(self) -> str:
        return f"{self.platform}: {self.name}"


class OwnVacancy(AbstractVacancy, OwnedModel):
    """A vacancy that only this workspace sees: typed in, read from a page, or from a board of the workspace's own.

    `company` is set where the catalogue knows the name. `own_source` is the board that keeps it current. `confidence`
    (0 to 1) and `field_sources` say how sure the reading of a page is, and where each field stood.
    """

    company = models.ForeignKey(Company, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    created_by_id = models.UUIDField(null=True, blank=True)
    own_source = models.ForeignKey(
        OwnSource, on_delete=models.SET_NULL, null=True, blank=True, related_name="vacancies"
    )
    client = models.ForeignKey(
        MarketplaceClient, on_delete=models.SET_NULL, null=True, blank=True, related_name="vacancies"
    )
    canonical_url = models.CharField(max_length=2000, blank=True, default="", editable=False)
    payload_hash = models.CharField(max_length=64, blank=True, default="")
    # Of the list's item, where a detail was merged into what was read; empty where the detail is still to be asked.
    list_hash = models.CharField(max_length=64, blank=True, default="")
    missed = models.PositiveSmallIntegerField(default=0, help_text="Complete crawls in a row without it.")
    confidence = models.FloatField(default=1.0)
    field_sources = models.JSONField(default=dict, blank=True)

    class Meta(AbstractVacancy.Meta):
        verbose_name_plural = "own vacancies"
        constraints = [
            *AbstractVacancy.Meta.constraints,
            models.UniqueConstraint(
                fields=["own_source", "source_id"],
                condition=models.Q(own_source__isnull=False),
                name="ownvacancy_of_source",
            ),
        ]
        indexes = [
            *AbstractVacancy.Meta.indexes,
            models.Index(fields=["workspace", "-listed_at", "-id"], name="ownvacancy_newest"),
            # Addresses may be longer than an index entry.
            models.Index(
                F("workspace_id"),
                MD5("canonical_url"),
                name="ownvacancy_url",
                condition=~models.Q(canonical_url=""),
            ),
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
