"""Everything a resume and a vacancy say, as numbered facts that a draft may be held against."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from apps.generation.grounding.sentences import sentences
from apps.generation.grounding.shapes import (
    CONTACT_FIELDS,
    SECTIONS,
    Entry,
    Field,
    entries,
    lines_of,
    value_of,
)
from apps.generation.vocabulary import ClaimKind
from apps.resumes.content import ResumeContent

PERSON = ""
"""The entry of what is said of the person at large: summary, headline, skills."""
VACANCY = "vacancy"


class Fact(NamedTuple):
    """One thing that the source says. `path` leads into the resume (or starts with `vacancy.`), `entry` is what the
    fact belongs to (`work_experience.0`; "" for the person): facts of two entries never make one claim."""

    id: str
    path: str
    text: str
    kind: ClaimKind
    entry: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancyBrief:
    """What a writer is told of the vacancy."""

    title: str
    company_name: str = ""
    description_text: str = ""
    requirements: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()


def facts_of(content: ResumeContent) -> tuple[Fact, ...]:
    """Every fact of a resume, in the order of the page; ids `r1`, `r2`, … are stable for the same content."""
    said = (*_contact(content), *_summary(content), *_sections(content), *_skills(content), *_extra(content))
    return tuple(Fact(f"r{number}", *fact) for number, fact in enumerate(said, start=1))


def vacancy_facts_of(brief: VacancyBrief) -> tuple[Fact, ...]:
    """The facts of a vacancy, ids `v1`, …: they may be used to speak about the vacancy, never about the person."""
    said: list[tuple[str, str, ClaimKind]] = [
        ("title", brief.title, "vacancy_title"),
        ("company_name", brief.company_name, "vacancy_company"),
    ]
    said += [(f"skills.{index}", skill, "vacancy_skill") for index, skill in enumerate(brief.skills)]
    said += [
        (f"requirements.{index}", line, "vacancy_sentence") for index, line in enumerate(brief.requirements)
    ]
    said += [("description_text", line, "vacancy_sentence") for line in sentences(brief.description_text)]
    kept = [(path, text, kind) for path, text, kind in said if text.strip()]
    return tuple(
        Fact(f"v{number}", f"vacancy.{path}", text, kind, VACANCY)
        for number, (path, text, kind) in enumerate(kept, start=1)
    )


_Said = tuple[str, str, ClaimKind, str]


def _contact(content: ResumeContent) -> Iterator[_Said]:
    contact = content["contact_info"]
    values = dict(
        zip(
            CONTACT_FIELDS,
            (contact["full_name"], contact["email"], contact["phone"], contact["address"]),
            strict=True,
        )
    )
    for name, value in values.items():
        if value.strip():
            yield f"contact_info.{name}", value.strip(), "contact", "contact_info"
    if contact["headline"].strip():
        yield "contact_info.headline", contact["headline"].strip(), "title", PERSON
    for index, link in enumerate(contact["links"]):
        if link["name"] or link["url"]:
            yield (
                f"contact_info.links.{index}",
                f"{link['name']} {link['url']}".strip(),
                "link",
                "contact_info",
            )


def _summary(content: ResumeContent) -> Iterator[_Said]:
    for sentence in sentences(content["summary"]):
        yield "summary", sentence, "sentence", PERSON


def _sections(content: ResumeContent) -> Iterator[_Said]:
    for section, fields in SECTIONS.items():
        for index, entry in enumerate(entries(content, section)):
            for field in fields:
                yield from _field(entry, field, f"{section}.{index}")


def _field(entry: Entry, field: Field, place: str) -> Iterator[_Said]:
    if field.form in ("value", "date", "flag"):
        value = value_of(entry, field)
        if value:
            yield f"{place}.{field.name}", value, field.kind, place
        return
    for path, line in lines_of(entry, field):
        for text in (line.strip(),) if field.form == "names" else sentences(line):
            yield f"{place}.{path}", text, field.kind, place


def _skills(content: ResumeContent) -> Iterator[_Said]:
    for index, group in enumerate(content["skills"]):
        if group["name"].strip():
            yield f"skills.{index}.name", group["name"].strip(), "label", PERSON
        for position, keyword in enumerate(group["keywords"]):
            if keyword.strip():
                yield f"skills.{index}.keywords.{position}", keyword.strip(), "skill", PERSON


def _extra(content: ResumeContent) -> Iterator[_Said]:
    for index, extra in enumerate(content["extra"]):
        yield f"extra.{index}", extra_text(extra["path"], extra["json"]), "extra", "extra"


def extra_text(path: str, value: object) -> str:
    """An extra as one comparable text."""
    return f"{path} = {json.dumps(value, ensure_ascii=False, sort_keys=True)}"
