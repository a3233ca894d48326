"""Where a text names what was searched for. Pure: how words are stemmed is given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
# How far apart two words of a phrase may stand: a comma, a bullet, the end of a line.
_GAP = 40
# No passage is better for what stands behind so many.
_MOST_PLACES = 400

Stems = Mapping[str, str]
"""The stem of each lower-case word; "" for one that counts for nothing ("of"). A word that is missing is its own stem."""
Term = tuple[str, ...]
"""The stems of a word, or of the words of a phrase in their order; "" stands for any one word."""
Word = tuple[int, int, str]
"""A word of a text: start, end, in lower case."""
Place = list[Word]
"""Words from where a term may begin."""


class Reading(NamedTuple):
    """A text in lower case, letter for letter, and the words in it with which a term may begin."""

    lowered: str
    words: list[Word]


class Span(NamedTuple):
    """A match from `start` to `end` of the text, by the term numbered `term`."""

    start: int
    end: int
    term: int


def words_of(text: str) -> list[str]:
    """Lower-case words, as they are looked up in `Stems`."""
    return [found.group().lower() for found in _WORD.finditer(text)]


def term_of(words: Sequence[str], stems: Stems) -> Term:
    """A term without words that count for nothing at its ends; empty where none counts."""
    found = [stems.get(word, word) for word in words]
    while found and not found[0]:
        found.pop(0)
    while found and not found[-1]:
        found.pop()
    return tuple(found)


class Marker:
    """Finds terms in texts: by how their first words begin, then by stems, so that few words have to be stemmed.

    A text is read (`read`), the words in it that may begin a term are stemmed, those that do are followed as far as their
    terms reach (`places`), the words behind them are stemmed, and what is then a term is a match (`spans`).
    """

    def __init__(self, terms: Sequence[Term]) -> None:
        self._by_first: dict[str, list[tuple[int, Term]]] = {}
        for number, term in enumerate(terms):
            if term:
                self._by_first.setdefault(term[0], []).append((number, term))
        for found in self._by_first.values():
            found.sort(key=lambda each: -len(each[1]))
        beginnings = {beginning for stem in self._by_first for beginning in _beginnings(stem)}
        # What begins as another does is found with it, but for one letter, which is a word by itself.
        self._beginnings = [
            each for each in beginnings if not any(each[:end] in beginnings for end in range(2, len(each)))
        ]

    def read(self, texts: Iterable[str]) -> list[Reading]:
        """Several texts in one go: to look for a few letters costs more by the number of texts than by their length."""
        lowered = [_lowered(text) for text in texts]
        together = "\n".join(lowered)
        starts = sorted(start for beginning in self._beginnings for start in _starts(together, beginning))
        readings, begin, first = [], 0, 0
        for text in lowered:
            behind = bisect_left(starts, begin + len(text), first)
            within = starts[first : min(behind, first + _MOST_PLACES)]
            readings.append(Reading(text, [_word_at(text, start - begin) for start in within]))
            begin, first = begin + len(text) + 1, behind
        return readings

    def places(self, reading: Reading, stems: Stems) -> list[Place]:
        """Where terms begin, as far as first words say it: with the words behind these, as far as a term reaches."""
        found = []
        for first in reading.words:
            terms = self._by_first.get(stems.get(first[2], first[2]))
            if terms:
                reach = len(terms[0][1])
                found.append([first] if reach == 1 else _behind(reading.lowered, first, reach))
        return found

    def spans(self, places: Iterable[Place], stems: Stems) -> list[Span]:
        """Every match in order of place; of matches that overlap the first stands, of those at one place the longest."""
        spans: list[Span] = []
        end = 0
        for place in places:
            if place[0][0] < end:
                continue
            said = tuple([stems.get(word, word) for _, _, word in place])
            number, length = _longest(said, self._by_first.get(said[0], []))
            if length:
                end = place[length - 1][1]
                spans.append(Span(place[0][0], end, number))
        return spans


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A letter that is two in lower case would shift every place behind it.
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _starts(lowered: str, beginning: str) -> list[int]:
    """Where words begin so: looked for as a text, which is faster than any pattern. One letter is a word by itself."""
    is_word, found = len(beginning) == 1, []
    start = lowered.find(beginning)
    while start >= 0:
        is_first = not start or not lowered[start - 1].isalnum()
        if is_first and not (is_word and lowered[start + 1 : start + 2].isalnum()):
            found.append(start)
        start = lowered.find(beginning, start + 1)
    return found


def _word_at(lowered: str, start: int) -> Word:
    found = _WORD.match(lowered, start)
    assert found is not None
    return start, found.end(), found.group()


def _behind(lowered: str, first: Word, reach: int) -> Place:
    place = [first]
    while len(place) < reach:
        limit = place[-1][1] + _GAP
        then = _WORD.search(lowered, place[-1][1], limit)
        if then is None:
            break
        is_whole = then.end() < limit
        place.append(
            (then.start(), then.end(), then.group()) if is_whole else _word_at(lowered, then.start())
        )
    return place


def _beginnings(stem: str) -> list[str]:
    """What every word of a stem begins with. A short English stem ends otherwise than some of its words from its third
    letter on ("sky", "skies"), a longer one only later."""
    if len(stem) == 3 and stem.endswith("ie"):
        return [f"{stem[0]}i", f"{stem[0]}y"]  # "dying"
    return [stem[: 2 if len(stem) <= 3 else 3]]


def _longest(said: Term, terms: Sequence[tuple[int, Term]]) -> tuple[int, int]:
    """The number and the length of the first of `terms`, the longest first, that these stems begin with."""
    for number, term in terms:
        begins = said[: len(term)]
        if term == begins or ("" in term and len(begins) == len(term) and all(map(_fits, term, begins))):
            return number, len(term)
    return -1, 0


def _fits(wanted: str, stem: str) -> bool:
    return not wanted or wanted == stem
