"""How near two job titles are. `TitleGraph` is the seam: a larger graph of occupations can take this one's place."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from apps.matching.scoring.match import FULL
from apps.matching.scoring.words import fold, singular, words

SAME_FAMILY, NEIGHBOUR = 380, 620
"""Nearness in thousandths of two occupations of one family, and of two that people move between."""

_CUT = re.compile(r"\s[|·•@]\s?|\s[-–—]\s|\(|\[")
_LEVEL_WORDS = frozenset(
    words(
        "senior sr junior jr mid middle medior staff principal lead intern trainee graduate entry associate founding head chief i ii iii iv v level "
        "m f d w x h gn mfd the of and for a an in to at with remote hybrid onsite contract temporary part full time ft pt new"
    )
)
_BROAD_HEADS = frozenset(
    words(
        "manager engineer specialist analyst assistant coordinator director officer representative consultant executive technician operator "
        "developer designer expert agent worker administrator advisor adviser associate lead supervisor member partner"
    )
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as read: its occupation ("" where the graph doesn't know it), what narrows it, and all its words."""

    text: str
    occupation: str
    family: str
    narrowing: tuple[str, ...]
    terms: tuple[str, ...]


class TitleGraph(Protocol):
    """Anything that reads titles and says how near two of them are, 0..1000, the same for the same input always."""

    def read(self, text: str) -> Title: ...

    def likeness(self, wanted: Title, held: Title) -> int: ...


class SmallTitleGraph:
    """Our own table of occupations (`occupations.toml`), with their names in several languages and their neighbours."""

    def __init__(self, table: Path) -> None:
        data = tomllib.loads(table.read_text(encoding="utf-8"))
        self._family: dict[str, str] = {}
        self._phrases: dict[tuple[str, ...], str] = {}
        for family, occupations in data["family"].items():
            for occupation, names in occupations.items():
                self._family[occupation] = family
                for name in (occupation.replace("-", " "), *names):
                    self._phrases[tuple(singular(word) for word in words(name))] = occupation
        self._neighbours = {frozenset(pair) for pair in data["neighbours"]}
        self._longest = max(len(phrase) for phrase in self._phrases)

    def read(self, text: str) -> Title:
        """The first part of the title that names an occupation; what stands behind a dash or bracket only narrows."""
        terms = [singular(word) for word in words(text)]
        for segment in (*_CUT.split(text), text):
            occupation, used = self._occupation([singular(word) for word in words(segment)])
            if occupation:
                break
        plain = tuple(sorted({term for term in terms if term not in _LEVEL_WORDS and not term.isdigit()}))
        narrowing = tuple(term for term in plain if term not in used) if occupation else ()
        return Title(fold(text).strip(), occupation, self._family.get(occupation, ""), narrowing, plain)

    def _occupation(self, terms: list[str]) -> tuple[str, frozenset[str]]:
        """The longest known phrase; of equally long ones the last, for English puts the trade at the end."""
        for length in range(min(self._longest, len(terms)), 0, -1):
            for start in range(len(terms) - length, -1, -1):
                phrase = tuple(terms[start : start + length])
                if phrase in self._phrases:
                    return self._phrases[phrase], frozenset(phrase)
        return "", frozenset()

    def likeness(self, wanted: Title, held: Title) -> int:
        if wanted.text == held.text and wanted.text:
            return FULL
        if wanted.occupation and held.occupation:
            return self._by_occupation(wanted, held)
        return _by_words(wanted, held)

    def _by_occupation(self, wanted: Title, held: Title) -> int:
        if wanted.occupation == held.occupation:
            if not wanted.narrowing or not held.narrowing:
                return 920
            return 860 + _overlap(wanted.narrowing, held.narrowing) * 140 // FULL
        if frozenset((wanted.occupation, held.occupation)) in self._neighbours:
            return NEIGHBOUR
        if wanted.family == held.family:
            return SAME_FAMILY
        return 0


def _overlap(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Shared words of two sorted tuples, by Dice, in thousandths."""
    shared = len(set(left) & set(right))
    return FULL * 2 * shared // max(1, len(left) + len(right))


def _by_words(wanted: Title, held: Title) -> int:
    """For titles outside the table: shared words, where a word like "manager" alone says next to nothing."""
    telling = [tuple(term for term in title.terms if term not in _BROAD_HEADS) for title in (wanted, held)]
    broad = [tuple(term for term in title.terms if term in _BROAD_HEADS) for title in (wanted, held)]
    if not telling[0] or not telling[1]:
        return 0
    return (
        _overlap(telling[0], telling[1]) * 800
        + _overlap(broad[0], broad[1]) * _overlap(telling[0], telling[1]) // FULL * 200
    ) // FULL


@lru_cache(maxsize=1)
def default_graph() -> SmallTitleGraph:
    """The graph in use. Read once, at first need."""
    return SmallTitleGraph(Path(__file__).with_name("occupations.toml"))
