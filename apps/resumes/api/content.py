"""The resume's content, field by field as `apps/resumes/content.py` has it: a test holds the two together."""

from __future__ import annotations

import datetime
import re
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.fields import empty

from apps.core.api.serializers import StrictSerializer
from apps.resumes import bounds
from apps.resumes.content import empty_content

_DATE_PATTERN = r"([1-9][0-9]{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?"  # what no calendar has is refused besides
_DATE = re.compile(rf"{_DATE_PATTERN}\Z")


def _text(**kwargs: Any) -> serializers.CharField:
    return serializers.CharField(
        max_length=bounds.TEXT, allow_blank=True, trim_whitespace=False, default="", **kwargs
    )


def _lines() -> serializers.ListField:
    return serializers.ListField(
        child=serializers.CharField(max_length=bounds.TEXT, allow_blank=True, trim_whitespace=False),
        max_length=bounds.LINES,
        default=list,
    )


def _list_of(item: Any, most: int = bounds.ENTRIES) -> Any:
    return item(many=True, default=list, max_length=most)


@extend_schema_field(
    {
        "type": "string",
        "pattern": "^(" + _DATE_PATTERN.replace("?:", "") + ")$",
        "description": "YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown.",
        "default": "",
    }
)
class ResumeDateField(serializers.CharField):
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty where unknown."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=10, allow_blank=True, default="", help_text="YYYY, YYYY-MM or YYYY-MM-DD."
        )

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        if text and not _is_date(text):
            raise serializers.ValidationError("Give YYYY, YYYY-MM or YYYY-MM-DD.", code="invalid_date")
        return text


def _is_date(text: str) -> bool:
    found = _DATE.match(text)
    if not found:
        return False
    try:
        datetime.date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def _date() -> ResumeDateField:
    return ResumeDateField()


def _flag() -> serializers.BooleanField:
    return serializers.BooleanField(default=False)


class ResumeLinkSerializer(StrictSerializer):
    name = _text()
    url = _text()


class ContactInfoSerializer(StrictSerializer):
    full_name = _text()
    email = _text()
    phone = _text()
    address = _text()
    headline = _text()
    links = _list_of(ResumeLinkSerializer)


class WorkExperienceSerializer(StrictSerializer):
    company = _text()
    position = _text()
    location = _text()
    start_date = _date()
    end_date = _date()
    is_current = _flag()
    description = _text()
    responsibilities = _lines()
    skills = _lines()


class EducationSerializer(StrictSerializer):
    institution = _text()
    degree = _text()
    field_of_study = _text()
    start_date = _date()
    graduation_date = _date()
    is_current = _flag()
    gpa = _text()
    honors = _lines()
    relevant_courses = _lines()
    skills = _lines()


class CertificationSerializer(StrictSerializer):
    name = _text()
    issuer = _text()
    date_obtained = _date()
    expiration_date = _date()
    credential_id = _text()


class ProjectSerializer(StrictSerializer):
    name = _text()
    url = _text()
    start_date = _date()
    end_date = _date()
    description = _text()
    highlights = _lines()
    skills = _lines()


class PublicationSerializer(StrictSerializer):
    name = _text()
    publisher = _text()
    date = _date()
    url = _text()
    summary = _text()


class AwardSerializer(StrictSerializer):
    title = _text()
    awarder = _text()
    date = _date()
    summary = _text()


class ResumeLanguageSerializer(StrictSerializer):
    language = _text()
    fluency = _text()


class VolunteeringSerializer(StrictSerializer):
    organization = _text()
    position = _text()
    url = _text()
    start_date = _date()
    end_date = _date()
    summary = _text()
    highlights = _lines()


class SkillGroupSerializer(StrictSerializer):
    """A skill, or a group of them: `{name: "Languages", keywords: ["Go", "SQL"]}`. A bare string is a name."""

    name = _text()
    keywords = _lines()

    def to_internal_value(self, data: Any) -> Any:
        return super().to_internal_value({"name": data} if isinstance(data, str) else data)


class ResumeExtraSerializer(StrictSerializer):
    """What the shape has no place for: `path` is one of JSON Resume, `json` any JSON."""

    path = serializers.CharField(max_length=bounds.TEXT)
    json = serializers.JSONField(allow_null=True)

    def validate_json(self, value: Any) -> Any:
        if fault := bounds.fault_of_json(value):
            raise serializers.ValidationError(f"This value cannot be kept: it {fault}.", code="invalid")
        return value


class ResumeContentSerializer(StrictSerializer):
    """The structured resume. What is left out is empty; what is given is complete in every answer."""

    contact_info = ContactInfoSerializer(default=lambda: empty_content()["contact_info"])
    summary = _text()
    work_experience = _list_of(WorkExperienceSerializer)
    education = _list_of(EducationSerializer)
    certifications = _list_of(CertificationSerializer)
    projects = _list_of(ProjectSerializer)
    publications = _list_of(PublicationSerializer)
    awards = _list_of(AwardSerializer)
    languages = _list_of(ResumeLanguageSerializer)
    volunteering = _list_of(VolunteeringSerializer)
    skills = _list_of(SkillGroupSerializer)
    extra = _list_of(ResumeExtraSerializer, bounds.EXTRAS)


class ResumeContentChangesSerializer(ResumeContentSerializer):
    """Only the sections that are given change; a section that is given is replaced whole."""

    def get_fields(self) -> Any:
        fields = super().get_fields()
        for field in fields.values():
            field.required, field.default = False, empty
        return fields
