"""Sections that are lists: certificates, awards, publications, languages, volunteering, projects, and the rest."""

from __future__ import annotations

import re

from apps.resumes.content import (
    Award,
    Certification,
    Extra,
    Language,
    Project,
    Publication,
    Volunteering,
    empty_project,
)
from apps.resumes.parsing import dates, entries, roles, work
from apps.resumes.parsing.contact import _URL
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


def certifications(lines: list[Line], evidence: Evidence) -> list[Certification]:
    """Certificates, one a line; the issuer stands in brackets or behind a comma or dash."""
    out: list[Certification] = []
    for text, box in items(lines):
        span = dates.find(text)
        rest = dates.without(text, span) if span else text
        name, issuer = _name_and_issuer(rest)
        if not name:
            continue
        evidence.note(f"certifications.{len(out)}.name", 0.85, box)
        start = span.start if span else ""
        end = span.end if span and not span.single else ""
        out.append(
            {
                "name": name,
                "issuer": issuer,
                "date_obtained": start,
                "expiration_date": end,
                "credential_id": "",
            }
        )
    return out


def _name_and_issuer(text: str) -> tuple[str, str]:
    bracket = re.match(r"^(.+?)\s*\(([^()]{4,})\)\s*$", text)
    if bracket and roles.organisation_score(bracket[2]) >= 0.7:
        return clean(bracket[1]), clean(bracket[2])
    parts = roles.fragments(text)
    if len(parts) == 2 and roles.organisation_score(parts[1]) >= 0.7:
        return parts[0], parts[1]
    return clean(text), ""


def awards(lines: list[Line], evidence: Evidence) -> list[Award]:
    """Awards, one a line."""
    out: list[Award] = []
    for text, box in items(lines):
        span = dates.find(text)
        rest = clean(dates.without(text, span) if span else text)
        if rest:
            evidence.note(f"awards.{len(out)}.title", 0.8, box)
            out.append({"title": rest, "awarder": "", "date": span.start if span else "", "summary": ""})
    return out


def publications(lines: list[Line], evidence: Evidence) -> list[Publication]:
    """Publications; unmarked lines in a lighter type belong to the title above."""
    out: list[Publication] = []
    for text, box, more in _blocks(lines):
        span = dates.find(text) or next((found for extra in more if (found := dates.find(extra))), None)
        url = next((match[0] for part in [text, *more] if (match := _URL.search(part))), "")
        evidence.note(f"publications.{len(out)}.name", 0.75, box)
        name = clean(dates.without(text, span) if span and text.endswith(text[span.at : span.to]) else text)
        date = span.end or span.start if span else ""
        out.append(
            {
                "name": name or clean(text),
                "publisher": "",
                "date": date,
                "url": url,
                "summary": "\n".join(more),
            }
        )
    return out


def _blocks(lines: list[Line]) -> list[tuple[str, Box | None, list[str]]]:
    out: list[tuple[str, Box | None, list[str]]] = []
    first = lines[0].main.style if lines else None
    varied = len({line.main.style.bold for line in lines}) > 1
    for line in lines:
        text = sentence(" ".join(cell.text for cell in [*line.cells, *line.notes]))
        if out and varied and not line.bullet and first and line.main.style.bold != first.bold:
            out[-1][2].append(text)
        elif text:
            out.append((text, line.box, []))
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
    for job in work.read(lines, styled=styled, path="volunteering", first=0, evidence=Evidence()):
        evidence.note(f"volunteering.{len(out)}.organization", 0.7)
        out.append(
            {
                "organization": job["company"],
                "position": job["position"],
                "url": "",
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
        pieces = [piece for piece in entry.pieces if not _is_url(piece.text)]
        url = next((found[0] for piece in entry.pieces if (found := _URL.search(piece.text))), "")
        bullets = [sentence(cell.text) for cell in entry.bullets]
        if not pieces:
            if not out:
                out += [_named(text) for text in bullets]
            continue
        project["name"], project["url"] = clean(pieces[0].text), url
        tail = [clean(piece.text) for piece in pieces[1:]] + [sentence(cell.text) for cell in entry.prose]
        project["description"], project["highlights"] = "\n".join(tail), bullets
        if entry.span:
            project["start_date"], project["end_date"] = entry.span.start, entry.span.end
        evidence.note(f"projects.{first + len(out)}.name", 0.85, pieces[0].box)
        out.append(project)
    return out


def _is_url(text: str) -> bool:
    return bool(_URL.fullmatch(text))


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
