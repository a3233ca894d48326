"""Readers, sections and field readers put together into one parsed resume."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from apps.resumes.content import ResumeContent, empty_content
from apps.resumes.parsing import (
    achievements,
    classify,
    contact,
    education,
    kinds,
    language,
    lists,
    places,
    plaintext,
    readers,
    sections,
    skills,
    sniff,
    work,
)
from apps.resumes.parsing.errors import CorruptFile, UnsupportedType
from apps.resumes.parsing.fields import BoxTuple, Evidence, sentence
from apps.resumes.parsing.model import Document, Line
from apps.resumes.parsing.sections import HEADER, Section, is_paragraph


@dataclass(frozen=True, slots=True)
class ParseWarning:
    """Something a person should look at. `path` points into the content, "" for the whole file."""

    code: str
    detail: str
    path: str = ""


@dataclass(slots=True)
class ParsedResume:
    """What `parse` gives. Boxes are (page from 1, x0, y0, x1, y1) in points from the top left; PDFs only."""

    content: ResumeContent
    confidence: dict[str, float] = field(default_factory=dict)
    boxes: dict[str, BoxTuple] = field(default_factory=dict)
    warnings: list[ParseWarning] = field(default_factory=list)
    kind: classify.Kind = "resume"
    text: str = ""
    language: str = ""
    media_type: str = ""


def parse(data: bytes, *, filename: str = "") -> ParsedResume:
    """Read a resume from a file's bytes.

    The format is told by content; `filename` serves for messages only. Raises a subclass of
    `apps.resumes.parsing.errors.UnreadableResume` for what can't be read, never anything else.
    """
    del filename
    media_type = sniff.media_type(data)
    if media_type == sniff.JSON:
        return _from_json(data)
    document = readers.read(data)
    if document.media_type == sniff.TEXT and plaintext.is_latex(document.text):
        return _unread(document)
    found = sections.split(document)
    evidence = Evidence()
    content = _content(document, found, evidence)
    text = document.text
    kind = classify.kind_of(text, found, len(content["work_experience"]), len(content["education"]))
    return ParsedResume(
        content,
        evidence.confidence,
        evidence.boxes,
        _warnings(content, kind),
        kind,
        text,
        language.language_of(text),
        document.media_type,
    )


def _unread(document: Document) -> ParsedResume:
    """Source code: its text is kept, and nothing in it is taken for a fact."""
    text, content = document.text, empty_content()
    return ParsedResume(
        content, warnings=_warnings(content, "other"), kind="other", text=text, media_type=document.media_type
    )


def _from_json(data: bytes) -> ParsedResume:
    from apps.resumes.json_resume import from_json_resume

    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CorruptFile() from error
    if not isinstance(document, Mapping) or not any(
        key in document for key in ("basics", "work", "education", "skills")
    ):
        raise UnsupportedType()
    content = from_json_resume(document)
    return ParsedResume(content, media_type=sniff.JSON, warnings=_warnings(content, "resume"))


def _content(document: Document, found: list[Section], evidence: Evidence) -> ResumeContent:
    content = empty_content()
    styled = document.has_styles
    for section in found:
        section.kind = kinds.settled(section, styled=styled)
    content["contact_info"] = contact.read(found, evidence)
    for section in found:
        _FIELDS.get(section.kind, _other)(content, section, evidence, styled)
    places.settle(content)
    if not content["summary"]:
        _summary_from_header(content, found, evidence)
    return content


def _work(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    first = len(content["work_experience"])
    content["work_experience"] += work.read(
        section.lines, styled=styled, path="work_experience", first=first, evidence=evidence
    )


def _education(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    first = len(content["education"])
    content["education"] += education.read(
        section.lines, styled=styled, path="education", first=first, evidence=evidence
    )


def _skills(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del styled
    first = len(content["skills"])
    content["skills"] += skills.read(section.lines, section.title)
    for index in range(first, len(content["skills"])):
        evidence.note(f"skills.{index}", 0.9 if section.strong else 0.6, section.lines[0].box)


def _projects(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    content["projects"] += lists.projects(
        section.lines, evidence, styled=styled, first=len(content["projects"])
    )


def _certifications(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del styled
    content["certifications"] += achievements.certifications(section.lines, evidence)


def _awards(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del styled
    content["awards"] += achievements.awards(section.lines, evidence)


def _publications(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del styled
    content["publications"] += achievements.publications(section.lines, evidence)


def _languages(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del styled
    content["languages"] += lists.languages(section.lines, evidence)


def _volunteering(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    content["volunteering"] += lists.volunteering(section.lines, evidence, styled=styled)


def _summary(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del styled
    text = _flow(section.lines)
    content["summary"] = "\n".join(part for part in (content["summary"], text) if part)
    if section.lines:
        evidence.note("summary", 0.9, section.lines[0].box)


def _flow(lines: list[Line]) -> str:
    """Lines as paragraphs: a line goes on where the one before ended without a stop."""
    out: list[str] = []
    for line in lines:
        text = sentence(line.text)
        if out and not line.bullet and not out[-1].endswith((".", "!", "?", ":", "。", ";")):
            out[-1] += " " + text
        elif text:
            out.append(text)
    return "\n".join(out)


def _nothing(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    """The head and contact sections are read by `contact`."""


def _other(content: ResumeContent, section: Section, evidence: Evidence, styled: bool) -> None:
    del evidence, styled
    if section.lines:
        content["extra"].append(lists.leftover(section.kind, section.title, section.lines))


_FIELDS = {
    HEADER: _nothing,
    "contact": _nothing,
    "work": _work,
    "education": _education,
    "skills": _skills,
    "projects": _projects,
    "certifications": _certifications,
    "awards": _awards,
    "publications": _publications,
    "languages": _languages,
    "volunteering": _volunteering,
    "summary": _summary,
}


def _summary_from_header(content: ResumeContent, found: list[Section], evidence: Evidence) -> None:
    lines = [line for section in found if section.kind == HEADER for line in section.lines]
    prose = [
        line
        for line in lines
        if is_paragraph(line.text)
        and "@" not in line.text
        and line.text != content["contact_info"]["headline"]
    ]
    if prose:
        content["summary"] = "\n".join(sentence(line.text) for line in prose)
        evidence.note("summary", 0.7, prose[0].box)


def _warnings(content: ResumeContent, kind: classify.Kind) -> list[ParseWarning]:
    warnings: list[ParseWarning] = []
    if kind != "resume":
        warnings.append(ParseWarning("not_a_resume", f"The file looks like: {kind.replace('_', ' ')}"))
    info: Mapping[str, Any] = content["contact_info"]
    for name in ("full_name", "email"):
        if not info[name]:
            warnings.append(
                ParseWarning(
                    "missing_field", f"No {name.replace('_', ' ')} was found", f"contact_info.{name}"
                )
            )
    if not content["work_experience"] and not content["education"]:
        warnings.append(ParseWarning("nothing_recognised", "Neither jobs nor schools were found"))
    return warnings
