"""Certificates, awards and publications: one a line, or each under a title of its own."""

from __future__ import annotations

import re
from functools import cache

from apps.resumes.content import Award, Certification, Publication
from apps.resumes.parsing import dates, entries, notes, roles
from apps.resumes.parsing.addresses import URL
from apps.resumes.parsing.entries import Entry
from apps.resumes.parsing.fields import Evidence, clean, sentence
from apps.resumes.parsing.lists import items
from apps.resumes.parsing.model import Box, Line
from apps.resumes.parsing.sections import is_paragraph
from apps.resumes.parsing.vocabulary import fold, folded


def certifications(lines: list[Line], evidence: Evidence) -> list[Certification]:
    """Certificates; on one line the issuer stands in brackets or behind a comma or dash."""
    out: list[Certification] = []
    if has_titles(lines):
        for entry in entries.by_title(lines):
            _note(evidence, f"certifications.{len(out)}.name", 0.9, entry)
            out.append(_titled_certificate(entry))
        return out
    for text, box in items(lines):
        span = dates.find(text)
        name, issuer = _name_and_issuer(dates.without(text, span) if span else text)
        if not name:
            continue
        evidence.note(f"certifications.{len(out)}.name", 0.85, box)
        out.append(_certificate(name, issuer, span, text))
    return out


def _titled_certificate(entry: Entry) -> Certification:
    name, issuer, _ = _head(entry)
    found = _certificate(name, issuer, entry.span, entry.span_text)
    found["credential_id"] = notes.first(entry.notes, "credential")
    return found


def _certificate(name: str, issuer: str, span: dates.Span | None, text: str) -> Certification:
    start = span.start if span else ""
    end = span.end if span and not span.single else ""
    if span and span.single and _only_until(text[: span.at]):
        start, end = "", span.end
    return {"name": name, "issuer": issuer, "date_obtained": start, "expiration_date": end, "credential_id": ""}


def _only_until(before: str) -> bool:
    """Whether the words before a date say that something holds until then."""
    return bool(re.search(rf"(?:^|\W)(?:{_until()})\W*$", fold(before)))


@cache
def _until() -> str:
    return "|".join(re.escape(word) for word in sorted(folded("words", "until")))


def _name_and_issuer(text: str) -> tuple[str, str]:
    bracket = re.match(r"^(.+?)\s*\(([^()]{4,})\)\s*$", text)
    if bracket and roles.organisation_score(bracket[2]) >= 0.7:
        return clean(bracket[1]), clean(bracket[2])
    parts = roles.fragments(text)
    if len(parts) == 2 and roles.organisation_score(parts[1]) >= 0.7:
        return parts[0], parts[1]
    return clean(text), ""


def awards(lines: list[Line], evidence: Evidence) -> list[Award]:
    """Awards, with who gave them and what for where the page sets that apart."""
    out: list[Award] = []
    if has_titles(lines):
        for entry in entries.by_title(lines):
            _note(evidence, f"awards.{len(out)}.title", 0.9, entry)
            title, awarder, summary = _head(entry)
            date = entry.span.start if entry.span else ""
            out.append({"title": title, "awarder": awarder, "date": date, "summary": "\n".join(summary)})
        return out
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
    if has_titles(lines):
        for entry in entries.by_title(lines):
            _note(evidence, f"publications.{len(out)}.name", 0.85, entry)
            name, publisher, summary = _head(entry)
            date = (entry.span.end or entry.span.start) if entry.span else ""
            out.append(
                {"name": name, "publisher": publisher, "date": date, "url": _url(entry), "summary": "\n".join(summary)}
            )
        return out
    for text, box in items(lines):
        span = dates.find(text)
        url = match[0] if (match := URL.search(text)) else ""
        evidence.note(f"publications.{len(out)}.name", 0.75, box)
        name = clean(dates.without(text, span) if span and text.endswith(text[span.at : span.to]) else text)
        date = span.end or span.start if span else ""
        out.append({"name": name or clean(text), "publisher": "", "date": date, "url": url, "summary": ""})
    return out


def has_titles(lines: list[Line]) -> bool:
    """Whether each thing has a title in a type of its own: bold, and with something lighter beside or below it."""
    if any(line.bullet for line in lines) or not lines or not lines[0].main.style.bold:
        return False
    lighter = any(not run.style.bold for line in lines for run in line.main.runs if any(map(str.isalnum, run.text)))
    return lighter or any(notes.of(line) for line in lines)


def _head(entry: Entry) -> tuple[str, str, list[str]]:
    """Title, who gave or printed it, and what else is said: whole sentences are said, names are given."""
    texts = [piece.text for piece in entry.pieces if not URL.fullmatch(piece.text)]
    title, under = (clean(texts[0]), texts[1:]) if texts else ("", [])
    name = next((text for text in under if not _is_said(text)), "")
    said = [sentence(text) for text in under if text is not name]
    return title, clean(name), said + [sentence(cell.text) for cell in entry.prose]


def _url(entry: Entry) -> str:
    return entry.url or next((piece.text for piece in entry.pieces if URL.fullmatch(piece.text)), "")


def _is_said(text: str) -> bool:
    return is_paragraph(text) or bool(re.search(r"[^\W\d]{3}[.!?]$", text) and len(text.split()) >= 3)


def _note(evidence: Evidence, path: str, confidence: float, entry: Entry) -> None:
    box: Box | None = entry.pieces[0].box if entry.pieces else None
    evidence.note(path, confidence, box)
