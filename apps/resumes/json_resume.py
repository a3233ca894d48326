"""JSON Resume v1 in and out of our resume content, without loss. Pure: no Django.

Where writing what was read would not give back the very same JSON (`""` for an absent key, a number as text, a date in
words, an address in parts), the original is kept in `extra` under its path. It is used again for as long as it reads as
what the content says: an edit always wins over a kept original. Keys that have no place are kept the same way.

A path joins keys and indexes by dots (`work.0.url`); inside a key `.` is written `~1` and `~` is written `~0`. Indexes
are those of the content's lists: who moves or removes an item takes its extras along with `carry_extra`.
Keys of JSON Resume v0 (`company`, `website`, `gpa`) are read where the key of v1 is missing. A first link without a name is the person's own site (`basics.url`); every other link is a profile.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from apps.core.errors import FieldError, UnprocessableFile
from apps.resumes.content import Link, ResumeContent, empty_content
from apps.resumes.json_resume_codec import Reader, Writer
from apps.resumes.json_resume_fields import ABSENT, BASICS, SECTIONS

PLACED = {"basics"} | {section.key for section in SECTIONS}
KNOWN = PLACED | {"$schema", "interests", "references", "meta"}


def from_json_resume(document: Mapping[str, Any]) -> ResumeContent:
    """What a JSON Resume v1 document says; `null` counts as not said.

    Raises UnprocessableFile: for another format, or with one FieldError for each value of a wrong type.
    """
    _refuse_other_formats(document)
    reader = Reader()
    basics = reader.object_at(document.get("basics", ABSENT), BASICS, "basics")
    website = basics.pop("website")
    basics["links"] = ([Link(name="", url=website)] if website else []) + basics["links"]
    content = cast(dict[str, Any], empty_content())
    content["summary"] = basics.pop("summary")
    content["contact_info"] = basics
    for section in SECTIONS:
        content[section.name] = reader.items(document.get(section.key, ABSENT), section.item, section.key)
    reader.keep_rest(document, PLACED, "")
    if reader.errors:
        raise UnprocessableFile("A value in this JSON Resume has the wrong type", errors=reader.errors)
    content["extra"] = reader.extra
    return cast(ResumeContent, content)


def to_json_resume(content: ResumeContent) -> dict[str, Any]:
    """The content as a JSON Resume v1 document; nothing that is empty is written, unless it was read so."""
    writer = Writer(content["extra"])
    contact = content["contact_info"]
    has_site = bool(contact["links"]) and not contact["links"][0]["name"]
    basics = writer.members(
        {
            **contact,
            "summary": content["summary"],
            "website": contact["links"][0]["url"] if has_site else "",
            "links": contact["links"][has_site:],
        },
        BASICS,
        "basics",
    )
    document: dict[str, Any] = {}
    if basics:
        document["basics"] = basics
    elif not writer.kept.get("basics", ABSENT):
        document["basics"] = writer.kept["basics"]
    for section in SECTIONS:
        written = writer.items(cast(Any, content)[section.name], section.item, section.key)
        if written is not ABSENT:
            document[section.key] = written
    return document | writer.rest("", PLACED)


def _refuse_other_formats(document: object) -> None:
    if not isinstance(document, Mapping):
        raise UnprocessableFile("A JSON Resume is one JSON object")
    meta = document.get("meta")
    form = str(meta.get("format", "")) if isinstance(meta, Mapping) else ""
    if form.upper().startswith("FRESH"):
        raise UnprocessableFile("This is a FRESH resume, not a JSON Resume")
    strange = sorted(str(key) for key in document if key not in KNOWN)
    if strange and "basics" not in document and "jsonresume" not in str(document.get("$schema", "")):
        raise UnprocessableFile(
            "This is not a JSON Resume",
            errors=[FieldError(key, "unknown_key", "JSON Resume has no such section") for key in strange],
        )
