"""Vacancies as clients see them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args
from uuid import UUID

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.api.fields import NullableChoiceField as NullableChoiceField
from apps.core.api.fields import WebAddressField, WordField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.core.reading import from_columns
from apps.vacancies import selectors
from apps.vacancies.api.offer_serializers import BudgetSerializer, ClientRefSerializer, GhostSignalSerializer
from apps.vacancies.models import Vacancy, VacancyMark
from apps.vacancies.models.posting import EmploymentType, Remote, SalaryPeriod, Seniority, VacancyStatus
from apps.vacancies.normalise.function import JobFunction

JOB_FUNCTION_CHOICES: list[tuple[str, str]] = [(one, one) for one in get_args(JobFunction)]


class LocationSerializer(StrictSerializer):
    """One place. `text` is the posting's own wording, the rest what we recognised in it."""

    text = serializers.CharField(max_length=300)
    city = serializers.CharField(max_length=120, required=False, default="", allow_blank=True)
    region = serializers.CharField(max_length=120, required=False, default="", allow_blank=True)
    country = serializers.CharField(max_length=2, required=False, default="", allow_blank=True)
    remote_scope = serializers.CharField(
        max_length=16,
        required=False,
        default="",
        allow_blank=True,
        help_text="Where a remote worker lives: a country's code, a part of the world as `EMEA`, `WORLDWIDE`, or empty.",
    )
    lat = serializers.FloatField(allow_null=True, required=False, default=None)
    lon = serializers.FloatField(allow_null=True, required=False, default=None)


class CompanyRefSerializer(StrictSerializer):
    """Who hires. `id` is null for a name that the catalogue does not know."""

    id = serializers.UUIDField(allow_null=True)
    name = serializers.CharField()
    logo_url = serializers.CharField()


def _money(**kwargs: Any) -> serializers.DecimalField:
    return serializers.DecimalField(
        max_digits=12,
        decimal_places=2,
        min_value=Decimal(0),
        allow_null=True,
        coerce_to_string=False,
        **kwargs,
    )


def _company(
    company_id: UUID | None, said: str, said_logo: str, name: str | None, logo: str | None
) -> CompanyRefSerializer:
    """What the posting says of it; where it says nothing, what the catalogue knows."""
    return {"id": company_id, "name": said or name or "", "logo_url": said_logo or logo or ""}  # type: ignore[return-value]  # the annotation is the schema's


def _budget(kind: str, least: Decimal | None, most: Decimal | None) -> dict[str, Any] | None:
    if least is None and most is None:
        return None
    return {"type": kind or None, "min": least, "max": most}


def _origin(workspace_id: UUID | None) -> str:
    """The catalogue has no workspace."""
    return "own" if workspace_id else "catalogue"


class VacancySummarySerializer(StrictModelSerializer[Vacancy]):
    """A vacancy in a list. `snippet` is the start of its text; the detail has all of it."""

    company = serializers.SerializerMethodField()
    locations = LocationSerializer(many=True, read_only=True)
    remote = NullableChoiceField(Remote.choices, read_only=True)
    employment_type = NullableChoiceField(EmploymentType.choices, read_only=True)
    seniority = NullableChoiceField(Seniority.choices, read_only=True)
    job_function = NullableChoiceField(
        JOB_FUNCTION_CHOICES, read_only=True, help_text="What kind of work the title names."
    )
    salary_min = _money(read_only=True)
    salary_max = _money(read_only=True)
    salary_currency = serializers.CharField(read_only=True, help_text="ISO 4217, or empty.")
    salary_period = NullableChoiceField(SalaryPeriod.choices, read_only=True)
    skills = serializers.ListField(child=serializers.CharField(), read_only=True)
    url = serializers.CharField(read_only=True, help_text="The posting's page, or empty.")
    apply_url = serializers.CharField(read_only=True, help_text="Where to apply, or empty.")
    status = serializers.ChoiceField(choices=VacancyStatus.choices, read_only=True)
    budget = serializers.SerializerMethodField()
    client = ClientRefSerializer(read_only=True, allow_null=True)
    origin = serializers.SerializerMethodField()
    saved = serializers.SerializerMethodField()
    applied_at = serializers.SerializerMethodField()

    class Meta:
        model = Vacancy
        fields: tuple[str, ...] = (
            "id", "title", "company", "locations", "remote", "employment_type", "seniority", "job_function",
            "salary_min", "salary_max", "salary_currency", "salary_period", "skills", "snippet",
            "url", "apply_url", "source", "source_id", "posted_at", "first_seen_at", "last_seen_at", "closed_at",
            "status", "budget", "client", "application_deadline", "visa_sponsorship", "repost_count", "origin", "saved",
            "applied_at",
        )  # fmt: skip
        read_only_fields = fields

    get_company = from_columns(
        "company_id", "company_name", "company_logo_url", "company__name", "company__logo_url"
    )(_company)
    get_budget = extend_schema_field(BudgetSerializer(allow_null=True))(
        from_columns("budget_type", "budget_min", "budget_max")(_budget)
    )
    get_origin = extend_schema_field(serializers.ChoiceField(choices=["catalogue", "own"]))(
        from_columns("workspace_id")(_origin)
    )

    def _mark(self, row: selectors.AnyVacancy) -> VacancyMark | None:
        marks: dict[Any, VacancyMark] = self.context["marks"]
        return marks.get(row.pk)

    @from_columns("marked__saved_at", make=lambda saved_at: saved_at is not None)
    def get_saved(self, row: selectors.AnyVacancy) -> bool:
        mark = self._mark(row)
        return bool(mark and mark.saved_at)

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    @from_columns("marked__applied_at", make=lambda applied_at: applied_at)
    def get_applied_at(self, row: selectors.AnyVacancy) -> Any:
        mark = self._mark(row)
        return mark.applied_at if mark else None


class VacancySerializer(VacancySummarySerializer):
    """A vacancy with all its text. `description_html` is sanitised."""

    requirements = serializers.ListField(child=serializers.CharField(), read_only=True)
    time_zones = serializers.ListField(
        child=serializers.FloatField(),
        read_only=True,
        help_text="Offsets from UTC in hours that are asked for; none where nothing is said.",
    )
    ghost_signal = serializers.SerializerMethodField()
    merged_into = serializers.SerializerMethodField()

    class Meta(VacancySummarySerializer.Meta):
        fields = (
            *VacancySummarySerializer.Meta.fields,
            "requirements", "time_zones", "description_html", "description_text", "department", "language", "ghost_signal",
            "merged_into",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_merged_into(self, row: selectors.AnyVacancy) -> UUID | None:
        """The vacancy that this one was found to be, which is listed in its place; null for one that stands."""
        return row.merged_into_id if isinstance(row, Vacancy) else None

    def get_ghost_signal(self, row: selectors.AnyVacancy) -> GhostSignalSerializer:
        return GhostSignalSerializer(self.context["ghosts"][row.pk]).data  # type: ignore[return-value]


class WriteVacancyRequest(StrictSerializer):
    """A vacancy of the workspace's own. What is left out is read from the description where it says it."""

    title = serializers.CharField(max_length=300)
    company_name = serializers.CharField(max_length=200, allow_blank=True, default="")
    locations = serializers.ListField(
        child=serializers.CharField(max_length=300),
        max_length=50,
        default=list,
        help_text="As a person writes them.",
    )
    remote = NullableChoiceField(Remote.choices, default=None)
    employment_type = NullableChoiceField(EmploymentType.choices, default=None)
    seniority = NullableChoiceField(Seniority.choices, default=None)
    salary_min = _money(default=None)
    salary_max = _money(default=None)
    salary_currency = serializers.RegexField(
        r"^[A-Z]{3}$", allow_blank=True, default="", help_text="ISO 4217."
    )
    salary_period = NullableChoiceField(SalaryPeriod.choices, default=None)
    budget = BudgetSerializer(allow_null=True, default=None)
    description_html = serializers.CharField(
        max_length=200_000, allow_blank=True, default="", help_text="Or plain text."
    )
    url = WebAddressField(max_length=2000, allow_blank=True, default="")
    apply_url = WebAddressField(max_length=2000, allow_blank=True, default="")
    application_deadline = serializers.DateField(allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        low, high = attrs.get("salary_min"), attrs.get("salary_max")
        if low is not None and high is not None and low > high:
            raise serializers.ValidationError(
                {"salary_min": serializers.ErrorDetail("must not exceed salary_max", code="max_value")}
            )
        return attrs


class UpdateVacancyRequest(WriteVacancyRequest):
    """Only what is given changes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "partial": True})


class ImportVacancyRequest(StrictSerializer):
    url = WebAddressField(max_length=2000, help_text="The page of one vacancy.")


class SaveVacancyRequest(StrictSerializer):
    note = serializers.CharField(max_length=5000, allow_blank=True, required=False)
    tags = serializers.ListField(child=WordField(max_length=40), max_length=20, required=False)


class VacancyMarkSerializer(StrictModelSerializer[VacancyMark]):
    """What the workspace noted on a vacancy."""

    vacancy_id = serializers.SerializerMethodField()
    tags = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        model = VacancyMark
        fields = ("vacancy_id", "saved_at", "hidden_at", "applied_at", "note", "tags")
        read_only_fields = fields

    def get_vacancy_id(self, mark: VacancyMark) -> str:
        return str(mark.vacancy_id or mark.own_vacancy_id)


class PostingRefSerializer(StrictSerializer):
    """One posting that was merged into a vacancy."""

    kind = serializers.CharField(source="source.kind", help_text="As `greenhouse`.")
    board = serializers.CharField(source="source.board")
    source_id = serializers.CharField(source="source_posting_id")
    url = serializers.CharField()
    first_seen_at = serializers.DateTimeField()
    last_seen_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)
