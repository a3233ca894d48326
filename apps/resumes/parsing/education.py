"""Schools from the lines of an education section: institution, degree, field, dates, grades and honours."""

from __future__ import annotations

import re

from apps.resumes.content import Education, empty_education
from apps.resumes.parsing import entries, notes, roles
from apps.resumes.parsing.education_roles import DEGREE, EXTRA, GRADE, SCHOOL, assign
from apps.resumes.parsing.entries import Entry, Piece
from apps.resumes.parsing.fields import Evidence, clean, sentence, sureness
from apps.resumes.parsing.model import Line

_COURSES = re.compile(
    r"^(?:relevant\s+)?(?:coursework|courses|modules|schwerpunkte?|vertiefung|cours|materias|corsi|vakken)\s*[:–-]\s*",
    re.I,
)
_IN = re.compile(r"\s+(?:in|en|em|im|of|for|w zakresie|na kierunku|-|–|—)\s+|:\s+", re.IGNORECASE)


def read(lines: list[Line], *, styled: bool, path: str, first: int, evidence: Evidence) -> list[Education]:
    """Schools in page order; evidence is noted under `path`.N from N = `first` on."""
    found = entries.split(lines, styled=styled, complete=_is_complete)
    schools: list[Education] = []
    for entry, by_role in zip(found, assign(found), strict=True):
        school = _school(entry, by_role)
        if not (school["institution"] or school["degree"] or school["field_of_study"]):
            continue
        _note(evidence, f"{path}.{first + len(schools)}", school, entry, by_role)
        schools.append(school)
    return schools


def _is_complete(texts: list[str]) -> bool:
    parts = [part for text in texts for part in roles.fragments(text)]
    return any(roles.school_score(part) >= 1 for part in parts) and any(
        roles.degree_score(part) >= 0.8 for part in parts
    )


def _school(entry: Entry, by_role: dict[str, list[Piece]]) -> Education:
    school = empty_education()
    school["institution"] = clean(", ".join(piece.text for piece in by_role.get(SCHOOL, [])[:1]))
    degree = clean(", ".join(piece.text for piece in by_role.get(DEGREE, [])[:1]))
    field = clean(", ".join(piece.text for piece in by_role.get("field", [])))
    if degree and not field and roles.degree_score(degree) and split_degree(degree)[1] == "":
        field = _field_below(entry, by_role)
    if field and not degree:
        degree, field = field, ""
    school["degree"], cut = split_degree(degree)
    school["field_of_study"] = ", ".join(part for part in (cut, field) if part)
    if entry.span:
        school["is_current"] = entry.span.current
        school["start_date"] = "" if entry.span.single else entry.span.start
        school["graduation_date"] = entry.span.end
    _extras(school, entry, by_role)
    return school


def _field_below(entry: Entry, by_role: dict[str, list[Piece]]) -> str:
    """The field of study on the line after the degree's, where that line is no grade, honour or place."""
    degree = by_role[DEGREE][0]
    after = [piece for piece in entry.pieces if piece not in by_role.get(SCHOOL, [])]
    at = next((index for index, piece in enumerate(after) if piece is degree), len(after))
    for piece in after[at + 1 : at + 2]:
        plain = piece in by_role.get(EXTRA, []) and piece.text.istitle() and len(piece.text.split()) <= 5
        if (
            plain
            and piece.slot == degree.slot._replace(nth=piece.slot.nth)
            and not re.search(r"\d", piece.text)
        ):
            by_role[EXTRA].remove(piece)
            return clean(piece.text)
    return ""


def split_degree(text: str) -> tuple[str, str]:
    """Degree and field of study: "B.Sc. in Physics", "Máster, Traducción", "学士 機械工学"."""
    parts = roles.fragments(text)
    if len(parts) > 1 and roles.degree_score(parts[0]):
        head, tail = split_degree(parts[0])
        return head, ", ".join([*([tail] if tail else []), *parts[1:]])
    if len(parts) > 1 and roles.degree_score(parts[-1]) and not roles.degree_score(", ".join(parts[:-1])):
        return parts[-1], ", ".join(parts[:-1])
    for match in _IN.finditer(text):
        head, tail = text[: match.start()], text[match.end() :]
        if match.group().strip().lower() in ("of", "for"):
            continue
        if roles.degree_score(head):
            return head.strip(), tail.strip()
    wide = text.split()
    if len(wide) == 2 and roles.degree_score(wide[0]) and not wide[0].isascii() and wide[0][0] >= "\u3040":
        return wide[0], wide[1]
    return (
        (text, "")
        if roles.degree_score(text) or not parts
        else (("", text) if len(text.split()) <= 8 else (text, ""))
    )


def _extras(school: Education, entry: Entry, by_role: dict[str, list[Piece]]) -> None:
    school["gpa"] = notes.first(entry.notes, "grade")
    school["honors"] = notes.items(entry.notes, "honors")
    school["relevant_courses"] = notes.items(entry.notes, "courses")
    school["skills"] = notes.items(entry.notes, "skills")
    extras = [piece.text for piece in by_role.get(EXTRA, [])]
    extras += [cell.text for cell in [*entry.bullets, *entry.prose]]
    for text in extras:
        text = sentence(text)
        if grade := GRADE.search(text):
            school["gpa"] = school["gpa"] or " ".join((grade[1] or grade[2]).split())
            if len(text) <= len(grade.group()) + 3:
                continue
        if courses := _COURSES.match(text):
            school["relevant_courses"] += [
                part.strip(" .") for part in text[courses.end() :].split(",") if part.strip(" .")
            ]
        elif text:
            school["honors"].append(text)


def _note(
    evidence: Evidence, path: str, school: Education, entry: Entry, by_role: dict[str, list[Piece]]
) -> None:
    for key, role, score in (
        ("institution", SCHOOL, roles.school_score),
        ("degree", DEGREE, roles.degree_score),
    ):
        text = school["institution"] if key == "institution" else school["degree"]
        if text:
            pieces = by_role.get(role, [])
            evidence.note(f"{path}.{key}", sureness(score(text)), pieces[0].box if pieces else None)
    if school["field_of_study"]:
        evidence.note(f"{path}.field_of_study", 0.8)
    if school["graduation_date"] or school["start_date"]:
        evidence.note(f"{path}.graduation_date", 0.9, entry.span_box)
    if school["gpa"]:
        evidence.note(f"{path}.gpa", 0.85)
