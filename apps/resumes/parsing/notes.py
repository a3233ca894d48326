"""Labelled notes under an entry: "Skills: TIG, MIG · Grade: 1.7". They are part of its body, and never the next head."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple, cast

from apps.resumes.parsing.fields import sentence
from apps.resumes.parsing.model import Line
from apps.resumes.parsing.vocabulary import fold, load

Kind = Literal["skills", "grade", "honors", "courses", "credential"]
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:：|·•]{1,38}?)\s*[:：]\s+(?=\S)")
_BETWEEN = re.compile(r"\s+[·|•]\s+")
_COMMA = re.compile(r"\s*[,;、]\s+(?![^(]*\))|\s+[·|•]\s+")


class Note(NamedTuple):
    """What a label says: the kind of the label, and the text behind it."""

    kind: Kind
    text: str


@cache
def _labels() -> dict[str, Kind]:
    return {
        fold(label): cast("Kind", kind)
        for kind, labels in load("labels").items()
        for label in cast("list[str]", labels)
    }


@lru_cache(maxsize=8192)
def read(text: str) -> tuple[Note, ...]:
    """The notes of a line; none where it doesn't begin with a label that we know."""
    found: list[Note] = []
    for part in _BETWEEN.split(sentence(text)):
        label = _LABELLED.match(part)
        kind = _labels().get(fold(label["label"])) if label else None
        if label and kind:
            found.append(Note(kind, part[label.end() :]))
        elif not found:
            return ()
        else:
            found[-1] = Note(found[-1].kind, f"{found[-1].text} · {part}")
    return tuple(found)


def of(line: Line) -> tuple[Note, ...]:
    """The notes a line of its own holds; a list item is taken for what was done, whatever its first word."""
    if (
        line.bullet
        or line.notes
        or len(line.cells) != 1
        or not any(mark in run.text for run in line.main.runs for mark in ":：")
    ):
        return ()
    return read(line.text)


def items(notes: Iterable[Note], kind: Kind) -> list[str]:
    """What the notes of a kind list. Honours are phrases, so that only semicolons part them."""
    apart = re.compile(r"\s*;\s+") if kind == "honors" else _COMMA
    return [
        item
        for note in notes
        if note.kind == kind
        for part in apart.split(note.text)
        if (item := part.strip())
    ]


def first(notes: Iterable[Note], kind: Kind) -> str:
    """The text of the first note of a kind, or ""."""
    return next((note.text for note in notes if note.kind == kind), "")
