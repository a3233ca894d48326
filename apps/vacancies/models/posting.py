"""What a vacancy says, whoever holds it: one set of columns for the catalogue and for a workspace's own."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.utils import timezone

from apps.core.vocabulary import EmploymentType as EmploymentType
from apps.core.vocabulary import Remote as Remote
from apps.core.vocabulary import SalaryPeriod as SalaryPeriod


class Seniority(models.TextChoices):
    INTERN = "intern"
    ENTRY = "entry"
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    LEAD = "lead"
    MANAGER = "manager"
    DIRECTOR = "director"
    EXECUTIVE = "executive"


# In place of the scopes of a posting that names no place.
UNSAID = "UNSAID"


class BudgetType(models.TextChoices):
    FIXED = "fixed"
    HOURLY = "hourly"


class VacancyStatus(models.TextChoices):
    OPEN = "open"
    CLOSED = "closed"


def _one_of(field: str, choices: type[models.TextChoices]) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__in": ["", *choices.values]}), name=f"%(class)s_{field}"
    )


class AbstractVacancy(models.Model):
    """A posting as we understand it. Text columns are "" and numbers null where the posting does not say.

    `listed_at` is `posted_at`, else `first_seen_at`: what lists are ordered by. `salary_year_*` is the pay a year in
    the same currency, for filters. `locations` is a list of {text, city, region, country, remote_scope, lat, lon}; `remote_scopes` says for filters
    where one lives who works remotely: the scopes said, else the countries, else `UNSAID`. `time_zones` are offsets
    from UTC in hours. `job_function` is what kind of work the title names. `budget_*` and
    `client_score` (0 to 100) are a marketplace's.
    """

    title = models.CharField(max_length=300)
    title_key = models.CharField(max_length=300, blank=True, default="")
    job_function = models.CharField(max_length=40, blank=True, default="")
    company_name = models.CharField(max_length=200, blank=True, default="")
    company_logo_url = models.URLField(max_length=500, blank=True, default="")
    locations = models.JSONField(default=list, blank=True)
    location_text = models.TextField(blank=True, default="")
    countries = ArrayField(models.CharField(max_length=2), default=list, blank=True)
    remote_scopes = ArrayField(models.CharField(max_length=16), default=list, blank=True, editable=False)
    time_zones = ArrayField(models.FloatField(), default=list, blank=True)
    remote = models.CharField(max_length=8, choices=Remote.choices, blank=True, default="")
    employment_type = models.CharField(max_length=12, choices=EmploymentType.choices, blank=True, default="")
    seniority = models.CharField(max_length=12, choices=Seniority.choices, blank=True, default="")
    salary_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    salary_max = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    salary_currency = models.CharField(max_length=3, blank=True, default="")
    salary_period = models.CharField(max_length=8, choices=SalaryPeriod.choices, blank=True, default="")
    salary_year_min = models.DecimalField(
        max_digits=12, decimal_places=2, null=True, blank=True, editable=False
    )
    salary_year_max = models.DecimalField(
        max_digits=12, decimal_places=2, null=True, blank=True, editable=False
    )
    skills = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    requirements = ArrayField(models.TextField(), default=list, blank=True)
    description_html = models.TextField(blank=True, default="")
    description_text = models.TextField(blank=True, default="")
    snippet = models.CharField(max_length=400, blank=True, default="")
    language = models.CharField(max_length=8, blank=True, default="")
    department = models.CharField(max_length=200, blank=True, default="")
    visa_sponsorship = models.BooleanField(null=True, blank=True)
    security_clearance = models.BooleanField(null=True, blank=True)
    budget_type = models.CharField(max_length=8, choices=BudgetType.choices, blank=True, default="")
    budget_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    budget_max = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    client_score = models.PositiveSmallIntegerField(null=True, blank=True)
    url = models.URLField(max_length=2000, blank=True, default="")
    apply_url = models.URLField(max_length=2000, blank=True, default="")
    source = models.CharField(max_length=32, blank=True, default="")
    source_id = models.CharField(max_length=200, blank=True, default="")
    posted_at = models.DateTimeField(null=True, blank=True)
    first_seen_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(default=timezone.now)
    listed_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=8, choices=VacancyStatus.choices, default=VacancyStatus.OPEN)
    application_deadline = models.DateField(null=True, blank=True)
    repost_count = models.PositiveIntegerField(default=0)
    search = models.GeneratedField(
        expression=SearchVector("title", "company_name", weight="A", config="english")
        + SearchVector("location_text", "department", weight="B", config="english")
        + SearchVector("description_text", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    class Meta:
        abstract = True
        constraints = [
            _one_of("remote", Remote),
            _one_of("employment_type", EmploymentType),
            _one_of("seniority", Seniority),
            _one_of("salary_period", SalaryPeriod),
            _one_of("budget_type", BudgetType),
            models.CheckConstraint(
                condition=models.Q(status__in=VacancyStatus.values), name="%(class)s_status"
            ),
            models.CheckConstraint(
                condition=models.Q(salary_min__lte=models.F("salary_max"))
                | models.Q(salary_min=None)
                | models.Q(salary_max=None),
                name="%(class)s_salary_range",
            ),
            models.CheckConstraint(
                condition=models.Q(status="open", closed_at=None)
                | models.Q(status="closed", closed_at__isnull=False),
                name="%(class)s_closed_at",
            ),
        ]
        indexes = [
            GinIndex(fields=["search"], name="%(class)s_search"),
            GinIndex(fields=["skills"], name="%(class)s_skills"),
            # The second condition holds for all that say where (`querysets.remote_within`). Without it whoever asks for
            # remote ones, and something else, would be given the whole of this index to look through as well.
            GinIndex(
                fields=["remote_scopes"],
                name="%(class)s_scopes",
                condition=models.Q(remote="remote") & ~models.Q(remote_scopes=[]),
            ),
            GinIndex(fields=["location_text"], opclasses=["gin_trgm_ops"], name="%(class)s_location"),
            GinIndex(fields=["company_name"], opclasses=["gin_trgm_ops"], name="%(class)s_company"),
        ]

    @property
    def budget(self) -> dict[str, Any] | None:
        """{type, min, max} of a marketplace's posting; None where no amount is said."""
        if self.budget_min is None and self.budget_max is None:
            return None
        return {"type": self.budget_type or None, "min": self.budget_min, "max": self.budget_max}

    def __str__(self) -> str:
        return f"{self.title} at {self.company_name}" if self.company_name else self.title
