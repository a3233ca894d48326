"""Resumes as clients see them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from apps.core.api.serializers import StrictModelSerializer, StrictSerializer
from apps.resumes import bounds
from apps.resumes.api.content import ResumeContentChangesSerializer, ResumeContentSerializer
from apps.resumes.models import Resume, ResumeVersion
from apps.resumes.rendering import OUTPUTS, THEMES

LARGEST_NUMBER = 2**31 - 1


class ResumeSummarySerializer(StrictModelSerializer[Resume]):
    """A resume in a list: without its content."""

    origin = serializers.ChoiceField(choices=Resume.Origin.choices, read_only=True)
    language = serializers.CharField(read_only=True, help_text="BCP 47; empty where unknown.")
    document_id = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The file it was read from."
    )
    parent_id = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The resume it was tailored from."
    )

    class Meta:
        model = Resume
        fields: tuple[str, ...] = (
            "id", "title", "language", "origin", "current_version", "document_id", "parent_id",
            "created_at", "updated_at",
        )  # fmt: skip
        read_only_fields = fields


class ResumeSerializer(ResumeSummarySerializer):
    """A resume as it stands."""

    content = ResumeContentSerializer(read_only=True)

    class Meta(ResumeSummarySerializer.Meta):
        fields = (*ResumeSummarySerializer.Meta.fields, "content")
        read_only_fields = fields


class _Sized(StrictSerializer):
    def validate_content(self, value: Any) -> Any:
        if bounds.size_of(value) > bounds.TOTAL_BYTES:
            raise serializers.ValidationError(
                f"A resume holds {bounds.TOTAL_BYTES // 1024} KB at most.", code="max_size"
            )
        return value


def _language(**kwargs: Any) -> serializers.RegexField:
    return serializers.RegexField(
        r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z",
        max_length=35,
        allow_blank=True,
        help_text="BCP 47.",
        **kwargs,
    )


class WriteResumeRequest(_Sized):
    title = serializers.CharField(max_length=200)
    language = _language(default="")
    content = ResumeContentSerializer()


class UpdateResumeRequest(_Sized):
    """Only what is given changes; of `content`, only the sections that are given."""

    title = serializers.CharField(max_length=200, required=False)
    language = _language(required=False)
    content = ResumeContentChangesSerializer(required=False)


class ResumeVersionSummarySerializer(StrictModelSerializer[ResumeVersion]):
    """A state of a resume in a list: without its content. `actor_id` is the user who wrote it."""

    reason = serializers.ChoiceField(choices=ResumeVersion.Reason.choices, read_only=True)

    class Meta:
        model = ResumeVersion
        fields: tuple[str, ...] = (
            "id", "resume_id", "number", "title", "language", "reason", "note", "actor_id", "created_at",
        )  # fmt: skip
        read_only_fields = fields


class ResumeVersionSerializer(ResumeVersionSummarySerializer):
    """A state of a resume; it never changes."""

    content = ResumeContentSerializer(read_only=True)

    class Meta(ResumeVersionSummarySerializer.Meta):
        fields = (*ResumeVersionSummarySerializer.Meta.fields, "content")
        read_only_fields = fields


class DiffQuery(StrictSerializer):
    """`from` and `to`: numbers of versions."""

    def get_fields(self) -> dict[str, Any]:
        return {
            "from": serializers.IntegerField(source="before", min_value=1, max_value=LARGEST_NUMBER),
            "to": serializers.IntegerField(source="after", min_value=1, max_value=LARGEST_NUMBER),
        }


class ResumeChangeSerializer(StrictSerializer):
    """One difference. `path` is of the newer state, for what was removed of the older one."""

    path = serializers.CharField()
    kind = serializers.ChoiceField(choices=["added", "removed", "changed"])
    before = serializers.JSONField(
        allow_null=True, help_text="As the content holds it: a text, a flag, a list or an item."
    )
    after = serializers.JSONField(allow_null=True)


class ResumeDiffSerializer(StrictSerializer):
    """Every difference between two versions; a moved item is none."""

    changes = ResumeChangeSerializer(many=True)


class RenderQuery(StrictSerializer):
    format = serializers.ChoiceField(choices=sorted(OUTPUTS), default="pdf")
    theme = serializers.ChoiceField(choices=[theme.name for theme in THEMES], default=THEMES[0].name)
    version = serializers.IntegerField(
        min_value=1, max_value=LARGEST_NUMBER, required=False, help_text="The newest, unless said."
    )


class ResumeThemeSerializer(StrictSerializer):
    """A look. `ats_safe`: one column in plain order, which any applicant tracking system reads."""

    name = serializers.CharField()
    title = serializers.CharField()
    description = serializers.CharField()
    ats_safe = serializers.BooleanField()
    preview_url = serializers.SerializerMethodField()

    def get_preview_url(self, theme: Any) -> str:
        """A PNG of an invented resume; needs no token."""
        return f"/api/v1/resume-themes/{theme.name}/preview/"


class ParseResumeRequest(StrictSerializer):
    """multipart/form-data."""

    file = serializers.FileField(
        allow_empty_file=True, help_text="PDF, DOC, DOCX, ODT, RTF, TXT, JSON Resume; 10 MB."
    )
    title = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)


class ParseQuery(StrictSerializer):
    """`async=true` reads the file in the background."""

    def get_fields(self) -> dict[str, Any]:
        return {"async": serializers.BooleanField(source="later", default=False)}


class ParseWarningSerializer(StrictSerializer):
    """Something to look at. `path` points into the content; empty for the whole file."""

    code = serializers.CharField()
    detail = serializers.CharField(allow_blank=True)
    path = serializers.CharField(allow_blank=True)


class ParsedResumeSerializer(StrictSerializer):
    """The resume, how sure each value is (0..1), and where it stood: page, x0, y0, x1, y1 in points from the top left."""

    resume = ResumeSerializer()
    confidence = serializers.DictField(child=serializers.FloatField(), source="parsed.confidence")
    boxes = serializers.DictField(
        child=serializers.ListField(child=serializers.FloatField(), min_length=5, max_length=5),
        source="parsed.boxes",
    )
    warnings = ParseWarningSerializer(many=True, source="parsed.warnings")
