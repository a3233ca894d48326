"""Levels of education: what a resume holds, and the least that a posting asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from apps.matching.words import fold, singular, words

if TYPE_CHECKING:
    from apps.resumes.content import Education

SCHOOL, VOCATIONAL, BACHELOR, MASTER, DOCTORATE = 1, 2, 3, 4, 5
LEVEL_NAMES = {
    SCHOOL: "school",
    VOCATIONAL: "vocational",
    BACHELOR: "bachelor",
    MASTER: "master",
    DOCTORATE: "doctorate",
}

_LEVELS: tuple[tuple[int, str], ...] = (
    (DOCTORATE, r"\bph\.? ?d\b|doctor|dottorat|\bdr\.|\bdphil\b|\bj\.?d\.?\b|\bm\.?d\b"),
    (MASTER, r"\bmaster|\bm\.? ?sc?\b|\bm\.?a\.?\b|\bm\.? ?eng\b|\bm\.? ?tech\b|\bmba\b|\bm\.?b\.?a\b|\bllm\b|\bmsw\b|\bmlis\b|diplom\b|staatsexamen|magister|laurea magistrale|licenciatura|ingenieur|ingeniera|postgraduate|\bpgce\b"),
    (BACHELOR, r"bachelor|\bb\.? ?sc?\b|\bb\.?a\.?\b|\bb\.? ?eng\b|\bb\.?e\b|\bb\.? ?tech\b|\bb\.? ?com\b|\bbba\b|\bllb\b|\bbfa\b|undergraduate|college degree|university degree|licence\b|laurea|licencjat|grado|bacharel|\bhbo\b|4.year degree|four.year degree"),
    (VOCATIONAL, r"associate|apprentice|ausbildung|diploma|certificate (?:iii|iv)|\bbts\b|\bcap\b|\bnvq\b|\bbtec\b|vocational|trade school|techniker|\bmbo\b|\bhnc\b|\bhnd\b|\btecnico\b"),
    (SCHOOL, r"high school|\bged\b|secondary|abitur|realschul|mittlere reife|baccalaureat|\bgcse|a.level|maturit"),
)  # fmt: skip
_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in _LEVELS)
_DEGREE_WANTED = re.compile(
    r"degree|bachelor|master'?s?\b|\bph\.?d|diploma|ged\b|\bb\.?s\.?/|\bbs\b|\bmba\b|abschluss|studium|diplome|licenciatura|titulacion"
)
_SOFT = re.compile(
    r"or equivalent|equivalent (?:practical |work )?experience|or similar|or related experience|or comparable"
)
_FIELDS = re.compile(
    r"(?:degree|bachelor'?s?|master'?s?|ph\.?d\.?|b\.?s\.?|m\.?s\.?)\b[^.;:\n]{0,40}?\bin\b ([^.;:\n()]{3,120})"
)
_NOT_A_FIELD = frozenset(
    words(
        "or and related field similar a an the other relevant discipline equivalent of with plus degree technical in area subject experience"
    )
)


def level_of(text: str) -> int | None:
    """The highest level that the text names; None where it names none."""
    folded = fold(text)
    return next((level for level, pattern in _PATTERNS if pattern.search(folded)), None)


def education_held(entries: Iterable[Education]) -> tuple[int | None, tuple[str, ...]]:
    """The highest level (None where no entry says) and the words of the fields studied, sorted."""
    levels: list[int] = []
    fields: set[str] = set()
    for entry in entries:
        level = level_of(f"{entry['degree']} {entry['field_of_study']}")
        if level is not None:
            levels.append(level)
        fields.update(singular(word) for word in words(entry["field_of_study"]) if len(word) > 2)
    return (max(levels) if levels else None), tuple(sorted(fields - _NOT_A_FIELD))


def education_wanted(lines: Iterable[str]) -> tuple[int | None, bool, tuple[str, ...]]:
    """The least level that satisfies the lines, whether experience may stand in for it, and the words of the fields."""
    least: int | None = None
    soft = False
    fields: set[str] = set()
    for line in lines:
        folded = fold(line)
        if len(folded) > 500 or not _DEGREE_WANTED.search(folded):
            continue
        levels = [level for level, pattern in _PATTERNS if pattern.search(folded)]
        if not levels and "degree" not in folded:
            continue
        here = min(levels) if levels else BACHELOR
        least = here if least is None else min(least, here)
        soft = soft or bool(_SOFT.search(folded))
        for found in _FIELDS.finditer(folded):
            fields.update(singular(word) for word in words(found[1]) if len(word) > 2)
    return least, soft, tuple(sorted(fields - _NOT_A_FIELD))
