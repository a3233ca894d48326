"""Generations as clients see them."""

from __future__ import annotations

from typing import Any, get_args

from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.generation.models import Generation
from apps.generation.vocabulary import ClaimKind, Length
from apps.generation.writers import Circuit
from apps.jobs.api.serializers import TaskSerializer
from apps.matching.api.serializers import MatchSuggestionSerializer
from apps.resumes.api.content import ResumeContentSerializer

TONES = ("professional", "friendly", "confident", "concise")
CLAIM_KINDS = get_args(ClaimKind)
OPTIONS = ("tone", "length", "language", "emphasis")


class GenerateRequest(StrictSerializer):
    """What to write from and for: either a vacancy we hold, or the text of one.

    What a writer does with tone, length, language and emphasis stands in `listGenerationProviders` under `heeds`.
    """

    resume_id = serializers.UUIDField()
    vacancy_id = serializers.UUIDField(required=False)
    vacancy_text = serializers.CharField(
        max_length=50_000, required=False, help_text="A posting as pasted; a short first line is its title."
    )
    tone = serializers.ChoiceField(choices=TONES, required=False)
    length = serializers.ChoiceField(choices=get_args(Length), default="one_page")
    language = serializers.RegexField(
        r"^[a-z]{2}$", required=False, help_text="ISO 639-1; else the resume's own."
    )
    emphasis = serializers.ListField(
        child=serializers.CharField(max_length=80),
        max_length=20,
        default=list,
        help_text="What to bring forward.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if ("vacancy_id" in attrs) == ("vacancy_text" in attrs):
            raise serializers.ValidationError(
                {
                    "vacancy_id": serializers.ErrorDetail(
                        "Give exactly one of vacancy_id and vacancy_text.", code="exactly_one"
                    )
                }
            )
        options = {"tone": "", "language": ""} | {name: attrs.pop(name) for name in OPTIONS if name in attrs}
        return {**attrs, "options": options}


class GenerationAcceptedSerializer(StrictSerializer):
    """`stream_url` is null where what is written can't be followed word by word."""

    task = TaskSerializer()
    generation_id = serializers.UUIDField()
    stream_url = serializers.CharField(allow_null=True)


class EvidenceSerializer(StrictSerializer):
    """A claim of the document, and where in the resume it was taken from."""

    claim = serializers.CharField()
    source_path = serializers.CharField()
    source_text = serializers.CharField()


class UnsupportedClaimSerializer(StrictSerializer):
    """A claim of a refused draft that the resume does not carry. `claim_path` leads into the draft."""

    claim = serializers.CharField()
    reason = serializers.CharField()
    kind = serializers.ChoiceField(choices=CLAIM_KINDS)
    claim_path = serializers.CharField()


class GenerationAttemptSerializer(StrictSerializer):
    """One writer that was asked. `outcome` is `written`, or the code of its refusal."""

    provider = serializers.CharField()
    model = serializers.CharField()
    outcome = serializers.CharField()
    latency_ms = serializers.IntegerField()


class GenerationMetadataSerializer(StrictSerializer):
    """What it took. `cost` is in USD."""

    tokens_in = serializers.IntegerField(default=0)
    tokens_out = serializers.IntegerField(default=0)
    cost = serializers.FloatField(default=0.0)
    latency_ms = serializers.IntegerField(default=0)
    attempts = GenerationAttemptSerializer(many=True, default=list)


class GenerationSummarySerializer(StrictModelSerializer[Generation]):
    """A generation in a list."""

    status = serializers.ChoiceField(choices=Generation.Status.choices, read_only=True)
    resume_id = serializers.UUIDField(source="resume_version.resume_id", read_only=True)
    vacancy_id = serializers.UUIDField(source="any_vacancy_id", allow_null=True, read_only=True)
    result_resume_id = serializers.UUIDField(allow_null=True, read_only=True)
    rating = serializers.SerializerMethodField()

    class Meta:
        model = Generation
        fields: tuple[str, ...] = (
            "id", "kind", "status", "resume_id", "vacancy_id", "result_resume_id", "task_id", "provider", "model",
            "rating", "created_at", "finished_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_rating(self, row: Generation) -> str | None:
        return row.rating or None


class GenerationSerializer(GenerationSummarySerializer):
    """A generation with what was written. `content` is null until it has succeeded."""

    content = ResumeContentSerializer(allow_null=True, read_only=True)
    alternatives = ResumeContentSerializer(many=True, read_only=True)
    suggestions = MatchSuggestionSerializer(many=True, read_only=True)
    evidence = EvidenceSerializer(many=True, read_only=True)
    unsupported = UnsupportedClaimSerializer(many=True, read_only=True)
    metadata = GenerationMetadataSerializer(read_only=True)

    class Meta(GenerationSummarySerializer.Meta):
        fields = (
            *GenerationSummarySerializer.Meta.fields,
            "content", "alternatives", "suggestions", "evidence", "unsupported", "metadata",
        )  # fmt: skip
        read_only_fields = fields


class RateGenerationRequest(StrictSerializer):
    rating = serializers.ChoiceField(choices=Generation.Rating.choices)
    comment = serializers.CharField(max_length=2000, allow_blank=True, default="")


class GenerationProviderSerializer(StrictSerializer):
    """Who writes. `heeds` are the options it acts on; `state` is of its circuit: `closed` is well, `open` is resting."""

    name = serializers.CharField()
    models = serializers.ListField(child=serializers.CharField())
    kinds = serializers.ListField(child=serializers.ChoiceField(choices=Generation.Kind.choices))
    heeds = serializers.ListField(child=serializers.ChoiceField(choices=OPTIONS))
    state = serializers.ChoiceField(source="circuit", choices=get_args(Circuit))
