"""Schools from the lines of an education section: institution, degree, field, dates, grades and honours."""

from __future__ import annotations

import re
from collections import defaultdict

from apps.resumes.content import Education, empty_education
from apps.resumes.parsing import entries, roles
from apps.resumes.parsing.entries import Entry, Piece, Slot
from apps.resumes.parsing.fields import Evidence, clean, sentence, sureness
from apps.resumes.parsing.model import Line
from apps.resumes.parsing.work import cut_place

SCHOOL, DEGREE, PLACE, EXTRA = "institution", "degree", "location", "extra"
_ORDERS = (
    (DEGREE, SCHOOL, PLACE),
    (SCHOOL, DEGREE, PLACE),
    (SCHOOL, PLACE, DEGREE),
    (DEGREE, SCHOOL),
    (SCHOOL, DEGREE),
)
_GRADE = re.compile(
    r"(?:c?gpa|grade|note|notendurchschnitt|abschlussnote|moyenne|nota(?: media)?|voto|media|ocena|średnia|cijfer|gemiddeld|cum\.? ?gpa|percentage|score|not ortalaması|medelbetyg)"
    r"\s*[:=]?\s*(\d{1,3}(?:[.,]\d+)?\s*(?:%|/\s*\d+(?:[.,]\d+)?)?)"
    r"|^(\d{1,3}(?:[.,]\d+)?\s*(?:%|/\s*\d{1,3}(?:[.,]\d+)?)(?:\s*e\s*lode|\s*cum laude)?)$",
    re.IGNORECASE,
)
_COURSES = re.compile(
    r"^(?:relevant\s+)?(?:coursework|courses|modules|schwerpunkte?|vertiefung|cours|materias|corsi|vakken)\s*[:–-]\s*",
    re.I,
)
_IN = re.compile(r"\s+(?:in|en|em|im|of|for|w zakresie|na kierunku|-|–|—)\s+|:\s+", re.IGNORECASE)
_GRADE_WORDS = re.compile(
    r"gpa|laude|hono|distinction|first class|second class|\d\s*%|\bmention\b|valedictorian|dean'?s list|lode|matrícula|bestanden|auszeichnung",
    re.I,
)


def read(lines: list[Line], *, styled: bool, path: str, first: int, evidence: Evidence) -> list[Education]:
    """Schools in page order; evidence is noted under `path`.N from N = `first` on."""
    found = entries.split(lines, styled=styled, complete=_is_complete)
    schools: list[Education] = []
    for entry, by_role in zip(found, _assign(found), strict=True):
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


def _assign(found: list[Entry]) -> list[dict[str, list[Piece]]]:
    texts: dict[Slot, list[str]] = defaultdict(list)
    for entry in found:
        for piece in entry.pieces:
            texts[piece.slot].append(piece.text)
    mapping = _map_slots(found, texts)
    return [_roles_of(entry, mapping) for entry in found]


def _map_slots(found: list[Entry], texts: dict[Slot, list[str]]) -> dict[Slot, str]:
    """The slots of school and degree, where each has its own; nothing where one line holds both."""
    full = max(sum(bool(entry.pieces) for entry in found), 1)
    core = [slot for slot in texts if 3 * len(texts[slot]) >= full]
    best: tuple[float, Slot, Slot] | None = None
    for degree in core:
        for school in core:
            if degree == school:
                continue
            score = _mean(_degree_only, texts[degree]) + _mean(_school_only, texts[school])
            score -= 0.2 * (core.index(degree) + core.index(school))
            score -= 0.8 * (degree.where == "side") + 0.8 * (school.where == "side")
            score += 0.4 * min(len(texts[degree]), len(texts[school])) / full
            if best is None or score > best[0]:
                best = (score, degree, school)
    if best is None or best[0] < 0.6 or _together(texts, best[1], best[2]):
        return {}
    return {best[1]: DEGREE, best[2]: SCHOOL}


def _together(texts: dict[Slot, list[str]], degree: Slot, school: Slot) -> bool:
    """Whether the school's line holds the degree too, and the other slot neither."""
    both = [
        text for text in texts[school] if roles.degree_score(text) >= 0.8 and roles.school_score(text) >= 1.0
    ]
    weak = _mean(_degree_only, texts[degree]) < 0.5
    return weak and 2 * len(both) > len(texts[school])


def _mean(score: roles.Scorer, texts: list[str]) -> float:
    return sum(score(text) for text in texts) / len(texts)


def _degree_only(text: str) -> float:
    return roles.degree_score(text) - 0.7 * roles.school_score(text) - 0.5 * bool(_GRADE_WORDS.search(text) or _GRADE.search(text))


def _school_only(text: str) -> float:
    return roles.school_score(text) - 0.5 * roles.degree_score(text) - 0.3 * (roles.place_score(text) >= 2)


def _roles_of(entry: Entry, mapping: dict[Slot, str]) -> dict[str, list[Piece]]:
    by_role: dict[str, list[Piece]] = defaultdict(list)
    loose: list[Piece] = []
    for piece in entry.pieces:
        role = mapping.get(piece.slot)
        if role and not by_role[role]:
            by_role[role].append(piece)
        else:
            loose.append(piece)
    if not any(piece.slot.where == "side" or roles.place_score(piece.text) >= 1.2 for piece in loose):
        _cut_places(by_role)
    for piece in loose:
        _place_loose(piece, by_role)
    if not by_role.get(SCHOOL) and not by_role.get(DEGREE):
        _split_first(by_role)
    _cut(by_role)
    return by_role


def _place_loose(piece: Piece, by_role: dict[str, list[Piece]]) -> None:
    text = piece.text
    school, degree = _school_only(text), _degree_only(text)
    if _GRADE.search(text) or (_GRADE_WORDS.search(text) and degree < 0.8):
        by_role[EXTRA].append(piece)
    elif not by_role.get(PLACE) and roles.place_score(text) >= 1.2 and max(school, degree) < 0.9:
        by_role[PLACE].append(piece)
    elif (
        not by_role.get("field")
        and by_role.get(SCHOOL)
        and by_role[SCHOOL][0].line == piece.line
        and degree < 0.8
        and len(text.split()) <= 10
    ):
        by_role["field"].append(piece)
    elif not by_role.get(PLACE) and piece.slot.where == "side" and max(school, degree) < 0.9:
        by_role[PLACE].append(piece)
    elif not by_role.get(SCHOOL) and school >= 0.9 and roles.degree_score(text) < 0.8:
        by_role[SCHOOL].append(piece)
    elif degree >= 0.8 and (not by_role.get(DEGREE) or text.startswith(by_role[DEGREE][0].text)):
        by_role[DEGREE] = [piece]
    elif (
        not by_role.get(PLACE) and roles.place_score(text) > 0 and by_role.get(SCHOOL) and by_role.get(DEGREE)
    ):
        by_role[PLACE].append(piece)
    else:
        by_role[EXTRA].append(piece)


def _split_first(by_role: dict[str, list[Piece]]) -> None:
    for piece in list(by_role.get(EXTRA, [])):
        if len(roles.fragments(piece.text)) < 2 and not roles.degree_score(piece.text):
            continue
        by_role[EXTRA].remove(piece)
        by_role[DEGREE].append(piece)
        return


def _cut(by_role: dict[str, list[Piece]]) -> None:
    """Part what one line says of degree, school and place."""
    for role, other in ((DEGREE, SCHOOL), (SCHOOL, DEGREE)):
        head = by_role.get(role, [])
        if head and not by_role.get(other) and len(roles.fragments(head[0].text)) > 1:
            value, _, reading = roles.best_split(head[0].text, _ORDERS, _score)
            if value > 0.8 and _fits(other, reading.get(other, "")):
                piece = head.pop(0)
                for name, text in reading.items():
                    if name != PLACE or not by_role.get(PLACE):
                        by_role[name].insert(0, Piece(text, piece.slot, piece.box))
    _cut_places(by_role)


def _cut_places(by_role: dict[str, list[Piece]]) -> None:
    for role in (SCHOOL, DEGREE, "field"):
        for piece in by_role.get(role, [])[:1]:
            found = None if by_role.get(PLACE) else cut_place(piece.text) or _cut_town(piece.text)
            if found:
                piece.text = found[0]
                by_role[PLACE].append(Piece(found[1], piece.slot, piece.box))


def _fits(role: str, text: str) -> bool:
    return (roles.school_score(text) if role == SCHOOL else roles.degree_score(text)) >= 0.8


def _cut_town(text: str) -> tuple[str, str] | None:
    """A single unknown word behind a whole school name is its town; "University of California, Berkeley" is one name."""
    head, _, tail = text.rpartition(", ")
    town = (
        bool(head)
        and roles.place_score(tail) > 0
        and len(tail.split()) <= 2
        and roles.degree_score(tail) == 0
    )
    if town and roles.school_score(head) >= 1.0 and not head.casefold().startswith("university of"):
        return head, tail
    return None


def _score(reading: dict[str, str]) -> float:
    degree, school, place = (reading.get(role, "") for role in (DEGREE, SCHOOL, PLACE))
    value = roles.degree_score(degree) + roles.school_score(school)
    where = roles.place_score(place)
    value += 0.8 * where if where >= 1.2 or list(reading)[-2:] == [SCHOOL, PLACE] else -0.2 * bool(place)
    value -= (
        0.7 * roles.school_score(degree) if roles.school_score(degree) >= 1 else 0.0
    ) + 0.7 * roles.degree_score(school)
    value -= 0.3 * school.count(",")
    if place:
        value -= roles.school_score(place) + roles.degree_score(place)
    return value


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
    extras = [piece.text for piece in by_role.get(EXTRA, [])]
    extras += [cell.text for cell in [*entry.bullets, *entry.prose]]
    for text in extras:
        text = sentence(text)
        if grade := _GRADE.search(text):
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
