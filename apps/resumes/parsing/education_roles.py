"""Which part of a school's head is the school, which the degree, field and place: by slot, or by cutting one line."""

from __future__ import annotations

import re
from collections import defaultdict

from apps.resumes.parsing import roles
from apps.resumes.parsing.entries import Entry, Piece, Slot
from apps.resumes.parsing.work_roles import cut_place

SCHOOL, DEGREE, PLACE, EXTRA = "institution", "degree", "location", "extra"
_ORDERS = (
    (DEGREE, SCHOOL, PLACE),
    (SCHOOL, DEGREE, PLACE),
    (SCHOOL, PLACE, DEGREE),
    (DEGREE, SCHOOL),
    (SCHOOL, DEGREE),
)
GRADE = re.compile(
    r"(?:c?gpa|grade|note|notendurchschnitt|abschlussnote|moyenne|nota(?: media)?|voto|media|ocena|średnia|cijfer|gemiddeld|cum\.? ?gpa|percentage|score|not ortalaması|medelbetyg)"
    r"\s*[:=]?\s*(\d{1,3}(?:[.,]\d+)?\s*(?:%|/\s*\d+(?:[.,]\d+)?)?)"
    r"|^(\d{1,3}(?:[.,]\d+)?\s*(?:%|/\s*\d{1,3}(?:[.,]\d+)?)(?:\s*e\s*lode|\s*cum laude)?)$",
    re.IGNORECASE,
)
GRADE_WORDS = re.compile(
    r"gpa|laude|hono|distinction|first class|second class|\d\s*%|\bmention\b|valedictorian|dean'?s list|lode|matrícula|bestanden|auszeichnung",
    re.I,
)


def assign(found: list[Entry]) -> list[dict[str, list[Piece]]]:
    """The pieces of every entry by role; \"field\" and \"extra\" hold what else stands in the head."""
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
    return (
        roles.degree_score(text)
        - 0.7 * roles.school_score(text)
        - 0.5 * bool(GRADE_WORDS.search(text) or GRADE.search(text))
    )


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
    if GRADE.search(text) or (GRADE_WORDS.search(text) and degree < 0.8):
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
