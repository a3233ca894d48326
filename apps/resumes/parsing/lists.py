"""Sections that are lists: languages, volunteering, projects, and the rest."""

from __future__ import annotations

import re

from apps.resumes.content import (
    Extra,
    Language,
    Project,
    Volunteering,
    empty_project,
)
from apps.resumes.parsing import dates, entries, notes, roles, work
from apps.resumes.parsing.addresses import URL
from apps.resumes.parsing.fields import Evidence, clean, sentence
from apps.resumes.parsing.model import Box, Line
from apps.resumes.parsing.vocabulary import fold

_FLUENCY = re.compile(
    r"^(?P<name>[^\W\d_][^\d(:–,;]*?)\s*(?:[:(–]|\s-\s|,\s|\s(?=[ABC][12]\b))\s*(?P<level>.+?)\)?$"
)
_LAST_WORD = re.compile(r"^(?P<name>\S+)\s+(?P<level>\S.*)$")


def items(lines: list[Line]) -> list[tuple[str, Box | None]]:
    """One text per line, its dates and sides kept in it."""
    out: list[tuple[str, Box | None]] = []
    for line in lines:
        parts = [cell.text for cell in [*line.cells, *line.notes]]
        text = sentence(", ".join(part for part in parts if part))
        if text:
            out.append((text, line.box))
    return out


def languages(lines: list[Line], evidence: Evidence) -> list[Language]:
    """Languages with fluency: "Italiano: madrelingua", "German (C1)", "Duits – goed", "English | Native"."""
    out: list[Language] = []
    for line in lines:
        texts = [cell.text for cell in line.cells]
        if line.notes:
            texts[0] = f"{line.notes[0].text}: {texts[0]}"
        elif len(texts) == 2 and len(texts[1]) < 40 and not re.search(r"[:(]", texts[0]):
            texts = [f"{texts[0]}: {texts[1]}"]
        for text in texts:
            for part in re.split(
                r"[;|•·、]\s*|,\s*(?![^(]*\))|\s(?:and|und|et|y|e|en|i)\s(?=\w+\s*\()", text
            ):
                if part and (found := _language(part)):
                    evidence.note(f"languages.{len(out)}.language", 0.85, line.box)
                    out.append(found)
    return out


def _language(text: str) -> Language | None:
    text = clean(text)
    match = _FLUENCY.match(text) or _LAST_WORD.match(text)
    if match and len(match["name"].split()) <= 3:
        return {"language": clean(match["name"]), "fluency": clean(match["level"])}
    return {"language": text, "fluency": ""} if text and len(text.split()) <= 3 else None


def volunteering(lines: list[Line], evidence: Evidence, *, styled: bool) -> list[Volunteering]:
    """Unpaid work: entries as in a work section where there are dates, else one line each."""
    if sum(bool(line.bullet) for line in lines) == len(lines):
        return [_plain_volunteering(text) for text, _ in items(lines)]
    out: list[Volunteering] = []
    for job, reading in work.readings(lines, styled=styled):
        evidence.note(f"volunteering.{len(out)}.organization", 0.7)
        out.append(
            {
                "organization": job["company"],
                "position": job["position"],
                "url": reading.entry.url,
                "start_date": job["start_date"],
                "end_date": job["end_date"],
                "summary": job["description"],
                "highlights": job["responsibilities"],
            }
        )
    return out


def _plain_volunteering(text: str) -> Volunteering:
    span = dates.find(text)
    rest = clean(dates.without(text, span) if span else text)
    parts = roles.fragments(rest)
    position = parts[0] if len(parts) > 1 and roles.title_score(parts[0]) else ""
    organisation = ", ".join(parts[1:]) if position else rest
    start, end = (span.start, span.end) if span else ("", "")
    return {
        "organization": organisation,
        "position": position,
        "url": "",
        "start_date": start,
        "end_date": end,
        "summary": "",
        "highlights": [],
    }


def projects(lines: list[Line], evidence: Evidence, *, styled: bool, first: int) -> list[Project]:
    """Projects: the first piece of a head is the name; prose and further pieces describe it."""
    out: list[Project] = []
    for entry in entries.split(lines, styled=styled, complete=lambda texts: bool(texts)):
        project = empty_project()
        pieces = [piece for piece in entry.pieces if not URL.fullmatch(piece.text)]
        url = entry.url or next((piece.text for piece in entry.pieces if piece not in pieces), "")
        bullets = [sentence(cell.text) for cell in entry.bullets]
        if not pieces:
            if not out:
                out += [_named(text) for text in bullets]
            continue
        project["name"], project["url"] = clean(pieces[0].text), url
        tail = [clean(piece.text) for piece in pieces[1:]] + [sentence(cell.text) for cell in entry.prose]
        project["description"], project["highlights"] = "\n".join(tail), bullets
        project["skills"] = notes.items(entry.notes, "skills")
        if entry.span:
            project["start_date"], project["end_date"] = entry.span.start, entry.span.end
        evidence.note(f"projects.{first + len(out)}.name", 0.85, pieces[0].box)
        out.append(project)
    return out


def _named(text: str) -> Project:
    project = empty_project()
    head, _, tail = text.partition(": ")
    project["name"], project["description"] = (
        (clean(head), tail) if tail and len(head.split()) <= 8 else (clean(text), "")
    )
    return project


def leftover(kind: str, title: str, lines: list[Line]) -> Extra:
    """A section the shape has no place for, as JSON Resume would hold it."""
    texts = [text for text, _ in items(lines)]
    if kind == "interests":
        return {"path": "interests", "json": [{"name": text} for text in texts]}
    if kind == "references":
        return {"path": "references", "json": [{"name": "", "reference": text} for text in texts]}
    return {
        "path": f"meta.sections.{fold(title).replace(' ', '_') or kind}",
        "json": {"title": title, "lines": texts},
    }
