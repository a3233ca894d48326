"""Applications as clients see them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.applications import workflow
from apps.applications.models import Application
from apps.applications.workflow import State
from apps.core.api.fields import WebAddressField
from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.core.reading import from_columns
from apps.vacancies.api.serializers import NullableChoiceField, VacancySummarySerializer, WriteVacancyRequest

LONGEST_NOTE = 5000
TIMELINE_TYPES = ("application.created", "application.transitioned", "application.changed")


class ApplicationSerializer(StrictModelSerializer[Application]):
    """One vacancy that the workspace wants. `allowed` are the states it may enter now."""

    vacancy = VacancySummarySerializer(source="any_vacancy", read_only=True)
    state = serializers.ChoiceField(choices=workflow.CHOICES, read_only=True)
    allowed = serializers.SerializerMethodField()
    resume_version_id = serializers.UUIDField(allow_null=True, read_only=True)

    class Meta:
        model = Application
        fields = (
            "id", "vacancy", "state", "allowed", "state_changed_at", "applied_at", "note", "resume_version_id",
            "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = fields

    get_allowed = extend_schema_field(
        serializers.ListField(child=serializers.ChoiceField(choices=workflow.CHOICES))
    )(from_columns("state", "archived_from")(workflow.allowed_as_stored))


class CreateApplicationRequest(StrictSerializer):
    """A `vacancy_id`, or the `title` and `company_name` of a vacancy that is not here yet."""

    vacancy_id = serializers.UUIDField(required=False)
    title = serializers.CharField(max_length=300, required=False)
    company_name = serializers.CharField(max_length=200, required=False)
    url = WebAddressField(max_length=2000, required=False)
    resume_version_id = serializers.UUIDField(
        required=False, help_text="The state of a resume that was sent."
    )
    note = serializers.CharField(max_length=LONGEST_NOTE, allow_blank=True, default="")
    state = serializers.ChoiceField(
        choices=workflow.INITIAL_CHOICES, default=State.SAVED.value, help_text="Where it stands already."
    )
    applied_at = serializers.DateTimeField(required=False, help_text="When it was sent; now, for `applied`.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        said = {name: attrs.pop(name) for name in ("title", "company_name", "url") if name in attrs}
        attrs["state"] = State(attrs["state"])
        if "vacancy_id" in attrs:
            if said:
                raise _fault(next(iter(said)), "Give either vacancy_id or a vacancy typed in.", "invalid")
            return attrs
        if not said:
            raise _fault("vacancy_id", "Give it, or title and company_name.", "required")
        for name in ("title", "company_name"):
            if name not in said:
                raise _fault(name, "A vacancy typed in needs it.", "required")
        # What a vacancy takes is declared once, with its defaults.
        vacancy = WriteVacancyRequest(data=said)
        vacancy.is_valid(raise_exception=True)
        return {**attrs, "typed_in": vacancy.validated_data}


class UpdateApplicationRequest(StrictSerializer):
    """Only what is given changes."""

    note = serializers.CharField(max_length=LONGEST_NOTE, allow_blank=True, required=False)
    resume_version_id = serializers.UUIDField(allow_null=True, required=False)


class TransitionApplicationRequest(StrictSerializer):
    """`at` is when it happened: now by default, not before the last change."""

    to = serializers.ChoiceField(choices=workflow.CHOICES)
    at = serializers.DateTimeField(required=False)
    note = serializers.CharField(max_length=LONGEST_NOTE, allow_blank=True, default="")

    def validate_to(self, value: str) -> State:
        return State(value)


class TimelineEntrySerializer(StrictSerializer):
    """One thing that happened. `occurred_at` is when it was recorded, `at` when a change of state took place."""

    id = serializers.UUIDField()
    type = serializers.ChoiceField(choices=TIMELINE_TYPES)
    occurred_at = serializers.DateTimeField()
    actor_id = serializers.UUIDField(allow_null=True)
    from_state = NullableChoiceField(workflow.CHOICES, source="payload.from_state", default=None)
    to_state = NullableChoiceField(workflow.CHOICES, source="payload.to_state", default=None)
    at = serializers.DateTimeField(source="payload.at", allow_null=True, default=None)
    note = serializers.CharField()


def _fault(attr: str, detail: str, code: str) -> serializers.ValidationError:
    return serializers.ValidationError({attr: serializers.ErrorDetail(detail, code=code)})
