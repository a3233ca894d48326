"""Certificates, awards and publications: one a line, or each under a title of its own."""

from __future__ import annotations

import re
from functools import cache

from apps.resumes.content import Award, Certification, Publication
from apps.resumes.parsing import dates, notes, roles, titled
from apps.resumes.parsing.addresses import URL
from apps.resumes.parsing.fields import Evidence, clean
from apps.resumes.parsing.lists import items
from apps.resumes.parsing.model import Line
from apps.resumes.parsing.sections import is_paragraph
from apps.resumes.parsing.titled import Titled
from apps.resumes.parsing.vocabulary import fold, folded

_STOP = re.compile(r"\w{3}[.!?]$")


def certifications(lines: list[Line], evidence: Evidence) -> list[Certification]:
    """Certificates; on one line the issuer stands in brackets or behind a comma or dash."""
    out: list[Certification] = []
    if titled.has_titles(lines):
        for found in titled.read(lines):
            evidence.note(f"certifications.{len(out)}.name", 0.9, found.box)
            out.append(_titled_certificate(found))
        return out
    for text, box in items(lines):
        span = dates.find(text)
        name, issuer = _name_and_issuer(dates.without(text, span) if span else text)
        if not name:
            continue
        evidence.note(f"certifications.{len(out)}.name", 0.85, box)
        out.append(_certificate(name, issuer, span, text))
    return out


def _titled_certificate(found: Titled) -> Certification:
    certificate = _certificate(found.title, _named(found)[0], found.span, found.dated)
    certificate["credential_id"] = notes.first(found.notes, "credential")
    return certificate


def _certificate(name: str, issuer: str, span: dates.Span | None, text: str) -> Certification:
    start = span.start if span else ""
    end = span.end if span and not span.single else ""
    if span and span.single and _only_until(text[: span.at]):
        start, end = "", span.end
    return {
        "name": name,
        "issuer": issuer,
        "date_obtained": start,
        "expiration_date": end,
        "credential_id": "",
    }


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
    if titled.has_titles(lines):
        for found in titled.read(lines):
            evidence.note(f"awards.{len(out)}.title", 0.9, found.box)
            awarder, said = _named(found)
            date = found.span.start if found.span else ""
            out.append({"title": found.title, "awarder": awarder, "date": date, "summary": "\n".join(said)})
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
    if titled.has_titles(lines, bullets=True):
        for found in titled.read(lines):
            evidence.note(f"publications.{len(out)}.name", 0.85, found.box)
            publisher, said = _named(found)
            date = (found.span.end or found.span.start) if found.span else ""
            out.append(
                {
                    "name": found.title,
                    "publisher": publisher,
                    "date": date,
                    "url": found.url,
                    "summary": "\n".join(said),
                }
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


def _named(found: Titled) -> tuple[str, list[str]]:
    """Who gave or printed it, and what else is said: sentences, lists of people and dated lines are no names."""
    if found.beside:
        return ", ".join(found.beside), found.below
    first = found.without_url(found.below[0]) if found.below else ""
    if not first:
        return "", found.below[1:]
    if (
        "," in first
        or not first[0].isalpha()
        or dates.find(first)
        or is_paragraph(first)
        or _STOP.search(first)
    ):
        return "", found.below
    return clean(first), found.below[1:]
