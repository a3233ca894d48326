"""Runs over boards, and previews of them, as clients see them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.api.fields import NullableChoiceField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.core.vocabulary import EmploymentType, Remote, SalaryPeriod
from apps.vacancies.api.source_serializers import ORIGINS
from apps.vacancies.boards.selectors import AnyRun
from apps.vacancies.models import OwnSourceRun
from apps.vacancies.models.posting import Seniority
from apps.vacancies.models.sources import RunOutcome


class SourceFaultSerializer(StrictSerializer):
    """A posting that could not be read. `source_id` is empty where it has none."""

    source_id = serializers.CharField()
    reason = serializers.CharField()


class SourceRunSerializer(StrictModelSerializer[OwnSourceRun]):
    """One reading of a board. Only a `complete` one closes what is no longer listed. `fault` says why it is not one."""

    source_id = serializers.UUIDField(read_only=True)
    origin = serializers.SerializerMethodField()
    kind = serializers.CharField(source="source.kind", read_only=True)
    board = serializers.CharField(source="source.board", read_only=True)
    task_id = serializers.UUIDField(read_only=True, allow_null=True)
    outcome = serializers.ChoiceField(choices=RunOutcome.choices, read_only=True)
    faults = SourceFaultSerializer(many=True, read_only=True)

    class Meta:
        model = OwnSourceRun
        fields = (
            "id", "source_id", "origin", "kind", "board", "task_id", "outcome", "started_at", "finished_at", "seen",
            "created", "changed", "unchanged", "merged", "refused", "closed", "pages", "requests", "faults", "fault",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=ORIGINS))
    def get_origin(self, run: AnyRun) -> str:
        return "own" if isinstance(run, OwnSourceRun) else "catalogue"


class PreviewedPostingSerializer(StrictSerializer):
    """A posting as it would be kept."""

    source_id = serializers.CharField()
    title = serializers.CharField()
    company_name = serializers.CharField()
    url = serializers.CharField()
    locations = serializers.SerializerMethodField()
    remote = NullableChoiceField(Remote.choices)
    employment_type = NullableChoiceField(EmploymentType.choices)
    seniority = NullableChoiceField(Seniority.choices)
    salary_min = serializers.DecimalField(
        max_digits=12, decimal_places=2, allow_null=True, coerce_to_string=False
    )
    salary_max = serializers.DecimalField(
        max_digits=12, decimal_places=2, allow_null=True, coerce_to_string=False
    )
    salary_currency = serializers.CharField()
    salary_period = NullableChoiceField(SalaryPeriod.choices)
    posted_at = serializers.DateTimeField(allow_null=True)
    snippet = serializers.CharField()

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_locations(self, posting: Any) -> list[str]:
        return [place.text for place in posting.locations]


class SourcePreviewSerializer(StrictSerializer):
    """What the first page of a board came to. `items` counts what was read of it, at most 200."""

    kind = serializers.CharField()
    board = serializers.CharField()
    items = serializers.IntegerField()
    postings = PreviewedPostingSerializer(many=True, help_text="The first five.")
    faults = SourceFaultSerializer(many=True, help_text="What could not be read, at most twenty.")
    broken = serializers.CharField(help_text="Why the answer ended early, or empty.")
    has_more = serializers.BooleanField(help_text="Whether the page leads on to another.")
