"""The fields of a resume's sections: what kind of fact each holds, and how a draft's field is held against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple, cast

from apps.generation.vocabulary import ClaimKind
from apps.resumes.content import ResumeContent

Form = Literal["value", "date", "flag", "text", "lines", "names"]
"""value: equal or absent · date: equal, coarser or absent · flag: equal · text, lines: sentence by sentence · names: skills."""


class Field(NamedTuple):
    name: str
    kind: ClaimKind
    form: Form
    stays: bool = False
    """Leaving this field out while the entry stays would claim more than the source: an end, an expiry, a level."""


def _dates(end: str) -> tuple[Field, ...]:
    return (Field("start_date", "date", "date"), Field(end, "date", "date", stays=True))


SECTIONS: dict[str, tuple[Field, ...]] = {
    "work_experience": (
        Field("company", "employer", "value"), Field("position", "title", "value"), Field("location", "place", "value"),
        *_dates("end_date"), Field("is_current", "flag", "flag"), Field("description", "sentence", "text"),
        Field("responsibilities", "sentence", "lines"), Field("skills", "skill", "names"),
    ),
    "education": (
        Field("institution", "institution", "value"), Field("degree", "qualification", "value"), Field("field_of_study", "qualification", "value"),
        *_dates("graduation_date"), Field("is_current", "flag", "flag"), Field("gpa", "number", "value"),
        Field("honors", "sentence", "lines"), Field("relevant_courses", "sentence", "lines"), Field("skills", "skill", "names"),
    ),
    "certifications": (
        Field("name", "qualification", "value"), Field("issuer", "institution", "value"), Field("date_obtained", "date", "date"),
        Field("expiration_date", "date", "date", stays=True), Field("credential_id", "number", "value"),
    ),
    "projects": (
        Field("name", "name", "value"), Field("url", "link", "value"), *_dates("end_date"),
        Field("description", "sentence", "text"), Field("highlights", "sentence", "lines"), Field("skills", "skill", "names"),
    ),
    "publications": (
        Field("name", "name", "value"), Field("publisher", "institution", "value"), Field("date", "date", "date"),
        Field("url", "link", "value"), Field("summary", "sentence", "text"),
    ),
    "awards": (
        Field("title", "qualification", "value"), Field("awarder", "institution", "value"), Field("date", "date", "date"),
        Field("summary", "sentence", "text"),
    ),
    "languages": (Field("language", "language", "value"), Field("fluency", "level", "value", stays=True)),
    "volunteering": (
        Field("organization", "employer", "value"), Field("position", "title", "value"), Field("url", "link", "value"),
        *_dates("end_date"), Field("summary", "sentence", "text"), Field("highlights", "sentence", "lines"),
    ),
}  # fmt: skip
CONTACT_FIELDS = ("full_name", "email", "phone", "address")

Entry = Mapping[str, object]


def entries(content: ResumeContent, section: str) -> tuple[Entry, ...]:
    """The entries of a section, by a name only known at run time."""
    return tuple(cast("list[Entry]", cast("Entry", content)[section]))


def lines_of(entry: Entry, field: Field) -> Iterator[tuple[str, str]]:
    """(path within the entry, text) of each non-empty line of a field of form text, lines or names."""
    value = entry[field.name]
    if isinstance(value, str):
        if value.strip():
            yield field.name, value
        return
    for index, line in enumerate(cast("list[str]", value)):
        if line.strip():
            yield f"{field.name}.{index}", line


def value_of(entry: Entry, field: Field) -> str:
    """The text of a field of form value, date or flag; "" where nothing is said."""
    value = entry[field.name]
    return ("true" if value else "") if isinstance(value, bool) else str(value).strip()
