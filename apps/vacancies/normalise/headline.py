"""Work model and kind of employment that a description says in so many words, near its beginning or its end.

Read sparingly: a short line of nothing but such words ("Full-time, hybrid"), or a sentence that calls this very role so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from apps.vacancies.normalise.posting import EmploymentType, RemoteKind

T = TypeVar("T")
_KINDS: tuple[tuple[EmploymentType, str], ...] = (
    ("part_time", r"part[ -]time|teilzeit|temps partiel|media jornada|tiempo parcial|parttime|tempo parziale|meio período"),
    ("full_time", r"full[ -]time|vollzeit|temps plein|jornada completa|tiempo completo|fulltime|voltijd|tempo pieno|tempo integral"),
    ("contract", r"contract(?:or|ing)?|freelancer?"),
)  # fmt: skip
_MODELS: tuple[tuple[RemoteKind, str], ...] = (
    ("remote", r"(?:100 ?% |fully )?remote|(?:100 ?% )?(?:télétravail|teletrabajo|remoto)"),
    ("hybrid", r"hybride?|híbrido|ibrido"),
    ("onsite", r"on[ -]?site|vor ort|sur site|presencial"),
)
_ROLE = r"(?:role|position|job|opportunity)"
_LABEL = re.compile(
    r"^(?:employment type|job type|work model|workplace type|hours|type|arbeitszeit|contrat|jornada)\s*:\s*",
    re.I,
)
_CUT = re.compile(r"\s*(?:[,;|·•/]|\s[-–—]\s|\band\b|\bund\b|\bet\b|\by\b)\s*", re.I)
_SHORT, _SENTENCE, _FIRST, _LAST = 60, 300, 8, 6
_HINTS = ("time", "remot", "hybrid", "site", "zeit", "temps", "jornada", "tempo", "voltijd", "teletra", "télétra", "presencial",
          "vor ort", "híbr", "ibrid", "período", "contract", "freelanc")  # fmt: skip


def _compiled(words: Iterable[tuple[T, str]]) -> tuple[tuple[T, re.Pattern[str], re.Pattern[str]], ...]:
    """Of each kind, the pattern of a line's part and that of a sentence."""
    return tuple(
        (
            kind,
            re.compile(rf"(?:{word})(?: (?:{_ROLE}|permanent|only|work))?", re.I),
            re.compile(
                rf"\bthis (?:is an?|(?:{_ROLE}) is(?: an?)?) (?:(?:permanent|paid|salaried|full[ -]time|part[ -]time),? )?"
                rf"(?:{word})(?: {_ROLE}\b| (?:in|at|from|out of) |[.,;]|$)",
                re.I,
            ),
        )
        for kind, word in words
    )


_KIND_PATTERNS, _MODEL_PATTERNS = _compiled(_KINDS), _compiled(_MODELS)


def headline_employment(text: str) -> EmploymentType | None:
    """Full-time, part-time or contract; None when the text says none, or both times. Contract is the least it says."""
    found = _found(_KIND_PATTERNS, text)
    return _one(found - {"contract"} or found)


def headline_model(text: str) -> RemoteKind | None:
    """The work model; None when the text says none, or several."""
    return _one(_found(_MODEL_PATTERNS, text))


def _one(found: set[T]) -> T | None:
    return next(iter(found)) if len(found) == 1 else None


def _found(patterns: tuple[tuple[T, re.Pattern[str], re.Pattern[str]], ...], text: str) -> set[T]:
    found: set[T] = set()
    for line in _edges(text):
        parts = _CUT.split(_LABEL.sub("", line).strip(" .!-")) if _is_terse(line) else []
        for kind, part, sentence in patterns:
            if any(map(part.fullmatch, parts)) or ("his " in line and sentence.search(line)):
                found.add(kind)
    return found


def _edges(text: str) -> list[str]:
    """The first and last lines that could say it: short ones, and those that speak of "this" role. Found without patterns."""
    first = [line for line in text[:3000].split("\n") if line][:_FIRST]
    last = [line for line in text[-1500:].split("\n") if line][-_LAST:]
    return [
        line for line in dict.fromkeys(first + last) if len(line) <= _SENTENCE and _could_say(line.lower())
    ]


def _could_say(line: str) -> bool:
    return (_is_terse(line) or "this " in line) and any(hint in line for hint in _HINTS)


def _is_terse(line: str) -> bool:
    """Short, or a line of parts: "Acme | Baker | Full-time | Bern"."""
    return len(line) <= _SHORT or line.count("|") > 1
