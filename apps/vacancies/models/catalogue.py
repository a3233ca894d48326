"""Shared by all, written by ingest and staff. No workspace, no policy: see TENANCY.md for the price of one."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import MD5

from apps.core.models import CatalogueModel
from apps.core.sampling import Sample
from apps.vacancies.models.posting import AbstractVacancy
from apps.vacancies.models.sources import Source

_SAID = (
    "status", "merged_into", "remote", "employment_type", "seniority", "job_function", "source", "countries",
    "salary_year_min", "salary_year_max", "salary_currency", "visa_sponsorship",
)  # fmt: skip


class Company(CatalogueModel):
    """Who hires. `key` is the folded name by which spellings meet (`normalise.company`)."""

    class Kind(models.TextChoices):
        EMPLOYER = "employer"
        AGENCY = "agency"
        CLIENT = "client"

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.EMPLOYER)
    logo_url = models.URLField(max_length=500, blank=True, default="")
    website = models.URLField(max_length=500, blank=True, default="")

    class Meta:
        verbose_name_plural = "companies"
        indexes = [
            models.Index(fields=["name", "id"], name="company_by_name"),
            GinIndex(fields=["key"], opclasses=["gin_trgm_ops"], name="company_by_words"),
        ]

    def __str__(self) -> str:
        return self.name


class Vacancy(AbstractVacancy, CatalogueModel):
    """One vacancy of the catalogue: one or more postings that are the same.

    `merged_into` is set on what was found to be another vacancy: it is listed no more, but who holds it can read it.
    """

    # It has indexes of its own (migration 0006).
    sample: ClassVar[Sample] = Sample(16)

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="vacancies")
    content_hash = models.CharField(max_length=64, blank=True, default="")
    field_sources = models.JSONField(default=dict)
    content_changed_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed"
    )

    class Meta(AbstractVacancy.Meta):
        verbose_name_plural = "vacancies"
        indexes = [
            *AbstractVacancy.Meta.indexes,
            # With what filters look at that no index of its own serves: they count without reading the rows.
            models.Index(fields=["-listed_at", "-id"], include=_SAID, name="vacancy_newest"),
            models.Index(fields=["-first_seen_at", "-id"], name="vacancy_arrived"),
            models.Index(fields=["company", "-listed_at"], name="vacancy_by_company"),
            models.Index(fields=["salary_year_max"], name="vacancy_salary"),
            # For words and a filter together: of the rows that the text index names, only those that pass are read.
            GinIndex(fields=["countries"], name="vacancy_countries"),
            models.Index(fields=["seniority"], condition=~models.Q(seniority=""), name="vacancy_seniority"),
            # Hardly a row of the catalogue says either: without these, whoever filters by them reads all of it.
            models.Index(
                fields=["client_score"],
                condition=models.Q(client_score__isnull=False),
                name="vacancy_client_score",
            ),
            models.Index(
                fields=["budget_max", "budget_min"],
                condition=models.Q(budget_max__isnull=False) | models.Q(budget_min__isnull=False),
                name="vacancy_budget",
            ),
        ]


class RawPosting(CatalogueModel):
    """One posting as received, kept so that it can be read again without a fetch; and which vacancy it became.

    `content` is what it says, as columns of a vacancy (`ingest.content`), where its vacancy has several postings; a
    vacancy of one posting says it in its own row, and `content` is null. `content_changed_at` is when its source last
    changed it.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="postings")
    source_posting_id = models.CharField(max_length=200)
    url = models.URLField(max_length=2000, blank=True, default="")
    payload = models.JSONField()
    payload_hash = models.CharField(max_length=64)
    # Of the list's item, where a detail was merged into `payload`; empty where the detail is still to be asked.
    list_hash = models.CharField(max_length=64, blank=True, default="")
    adapter_version = models.PositiveIntegerField()
    fetched_at = models.DateTimeField()
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    missed = models.PositiveSmallIntegerField(default=0, help_text="Complete crawls in a row without it.")
    closed_at = models.DateTimeField(null=True, blank=True)
    vacancy = models.ForeignKey(Vacancy, on_delete=models.CASCADE, null=True, related_name="postings")
    merge_reason = models.CharField(max_length=200, blank=True, default="")
    merge_confidence = models.FloatField(default=1.0)
    # What identity is decided by (`identity.Fingerprint`), and the three keys that candidates are found by.
    fingerprint = models.JSONField(default=dict)
    minhash = models.BinaryField(default=bytes)
    identity_key = models.CharField(max_length=64, blank=True, default="")
    vendor_key = models.CharField(max_length=300, blank=True, default="")
    canonical_url = models.CharField(max_length=2000, blank=True, default="")
    block_keys = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    content = models.JSONField(null=True, blank=True)
    content_changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "source_posting_id"], name="posting_once")]
        indexes = [
            models.Index(fields=["source", "last_seen_at"], name="posting_seen"),
            models.Index(fields=["identity_key"], name="posting_identity"),
            models.Index(fields=["vendor_key"], name="posting_vendor", condition=~models.Q(vendor_key="")),
            # Addresses may be longer than an index entry.
            models.Index(MD5("canonical_url"), name="posting_url", condition=~models.Q(canonical_url="")),
            # Without a list of what is pending, which each of a batch's thousand lookups would read through.
            GinIndex(fields=["block_keys"], name="posting_blocks", fastupdate=False),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.source_posting_id}"
