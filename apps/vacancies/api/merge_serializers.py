"""What a vacancy was made of, and its history, as clients see them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.vacancies.models import MergeDecision
from apps.vacancies.models.history import AbstractChange

HOW = [(name, name) for name in ("field", "text", "derived")]


class MergeEvidenceSerializer(StrictSerializer):
    """One thing that a decision was made by, as `similarity` 0.94 or `stage` rules."""

    name = serializers.CharField()
    value = serializers.CharField()


class MergeDecisionSerializer(StrictModelSerializer[MergeDecision]):
    """Why a posting was taken for one of this vacancy's, or may be one. `decided_by_id` is null where the rules did."""

    posting_id = serializers.UUIDField()
    vacancy_id = serializers.UUIDField()
    from_vacancy_id = serializers.UUIDField(
        allow_null=True, help_text="What it was until then; null for one that joined when it was first met."
    )
    kind = serializers.ChoiceField(choices=MergeDecision.Kind.choices)
    state = serializers.ChoiceField(choices=MergeDecision.State.choices)
    evidence = serializers.SerializerMethodField()

    class Meta:
        model = MergeDecision
        fields = (
            "id", "posting_id", "vacancy_id", "from_vacancy_id", "kind", "state", "confidence", "reason", "evidence",
            "decided_at", "decided_by_id",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(MergeEvidenceSerializer(many=True))
    def get_evidence(self, decision: MergeDecision) -> list[dict[str, str]]:
        return [{"name": name, "value": str(value)} for name, value in sorted(decision.evidence.items())]


class MergedPostingSerializer(StrictSerializer):
    """One posting of the vacancy."""

    posting_id = serializers.UUIDField(source="pk")
    kind = serializers.CharField(source="source.kind", help_text="As `greenhouse`.")
    board = serializers.CharField(source="source.board")
    source_id = serializers.CharField(source="source_posting_id")
    url = serializers.CharField()
    first_seen_at = serializers.DateTimeField()
    last_seen_at = serializers.DateTimeField()
    closed_at = serializers.DateTimeField(allow_null=True)


class FieldSourceSerializer(StrictSerializer):
    """Which posting a field of the vacancy was taken from."""

    field = serializers.CharField()
    posting_id = serializers.UUIDField()
    how = serializers.ChoiceField(
        choices=HOW,
        help_text="The source said so, it was read from the text, or we computed it.",
    )


class VacancyMergeSerializer(StrictSerializer):
    """What a vacancy was made of. `decisions` are those in force, proposed, undone and refused."""

    vacancy_id = serializers.UUIDField()
    merged_into = serializers.UUIDField(allow_null=True)
    postings = MergedPostingSerializer(many=True)
    fields_from = FieldSourceSerializer(many=True, source="fields")
    decisions = MergeDecisionSerializer(many=True)


class MergeVacancyRequest(StrictSerializer):
    vacancy_id = serializers.UUIDField(help_text="The one that becomes part of this.")
    kind = serializers.ChoiceField(
        choices=MergeDecision.Kind.choices, default=MergeDecision.Kind.CROSS_POST.value
    )
    reason = serializers.CharField(max_length=200)


class UnmergeVacancyRequest(StrictSerializer):
    posting_id = serializers.UUIDField(help_text="One of those that the merge to undo brought.")


class FieldChangeSerializer(StrictSerializer):
    """A field before and after; both are null for a long text, which is only named."""

    field = serializers.CharField()
    before = serializers.ListField(child=serializers.CharField(), allow_null=True)
    after = serializers.ListField(child=serializers.CharField(), allow_null=True)


class VacancyChangeSerializer(StrictSerializer):
    """Something that happened to a vacancy."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=AbstractChange.Kind.choices)
    at = serializers.DateTimeField()
    reason = serializers.CharField()
    changes = serializers.SerializerMethodField()

    @extend_schema_field(FieldChangeSerializer(many=True))
    def get_changes(self, change: AbstractChange) -> list[dict[str, Any]]:
        return [
            {
                "field": name,
                "before": _words(pair[0]) if pair else None,
                "after": _words(pair[1]) if pair else None,
            }
            for name, pair in sorted(change.fields.items())
        ]


def _words(value: Any) -> list[str]:
    """A value as words: none for an empty one, several for places."""
    if value in (None, ""):
        return []
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(part) for part in value] if isinstance(value, list) else [str(value)]
