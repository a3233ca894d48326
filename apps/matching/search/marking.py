"""Where a text names what was searched for, as pieces of plain text that a client can show without trusting any markup.

Pure: how words are stemmed is given.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

LONGEST, MOST_FRAGMENTS = 200, 3
# How far before its first match a passage may begin, to begin with a sentence or at least with a word.
_LEAD = 60
_WORD = re.compile(r"[^\W_]+")
# How far apart two words of a phrase may stand: a comma, a bullet, the end of a line.
_GAP = 40
# No passage is better for what stands behind so many.
_MOST_PLACES = 400
_MOST_SPANS = 60
_SENTENCE = re.compile(r"(?:[.!?:;]\s+|\n\s*|•\s*)")

Stems = Mapping[str, str]
"""The stem of each lower-case word; "" for one that counts for nothing ("of"). A word that is missing is its own stem."""
Term = tuple[str, ...]
"""The stems of a word, or of the words of a phrase in their order; "" stands for any one word."""


Place = list[tuple[int, int, str]]
"""Words from where a term may begin: start, end, in lower case."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    is_match: bool


Fragment = tuple[Piece, ...]
"""The pieces of a passage in their order: together they are the passage."""


@dataclass(frozen=True, slots=True)
class Span:
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
    """Finds terms in texts: by how their first words begin, then by stems, so that few words have to be stemmed."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._by_first: dict[str, list[tuple[int, Term]]] = {}
        for number, term in enumerate(terms):
            if term:
                self._by_first.setdefault(term[0], []).append((number, term))
        self._reach = max((len(term) for term in terms), default=0)
        beginnings = sorted({_beginning(stem) for stem in self._by_first})
        self._pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(beginnings)})[^\W_]*") if beginnings else None

    def places(self, text: str) -> list[Place]:
        """Where a term may begin: the word there, and those behind it as far as a term reaches."""
        lowered = text.lower()
        if self._pattern is None or len(lowered) != len(text):
            # A letter that is two in lower case would shift every place behind it.
            lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
        found = self._pattern.finditer(lowered) if self._pattern else iter(())
        return [self._behind(lowered, match) for match in itertools.islice(found, _MOST_PLACES)]

    def _behind(self, lowered: str, first: re.Match[str]) -> Place:
        place = [(first.start(), first.end(), first.group())]
        while len(place) < self._reach and (then := _WORD.search(lowered, place[-1][1], place[-1][1] + _GAP)):
            word = _WORD.match(lowered, then.start())
            if word is None:
                break
            place.append((word.start(), word.end(), word.group()))
        return place

    def spans(self, places: Iterable[Place], stems: Stems) -> list[Span]:
        """Every match in order of place; of matches that overlap the first stands, of those at one place the longest."""
        spans: list[Span] = []
        end = 0
        for place in places:
            if place[0][0] < end:
                continue
            said = [stems.get(word, word) for _, _, word in place]
            number, length = _longest(said, self._by_first.get(said[0], []))
            if length:
                end = place[length - 1][1]
                spans.append(Span(place[0][0], end, number))
        return spans


def _beginning(stem: str) -> str:
    """What every word of a stem begins with, as a pattern. A short English stem ends otherwise than some of its words
    from its third letter on ("sky", "skies"), a longer one only later. One letter is a word by itself."""
    if len(stem) == 1:
        return rf"{stem}(?![^\W_])"
    if len(stem) == 3 and stem.endswith("ie"):
        return f"{stem[0]}[iy]"  # "dying"
    return stem[: 2 if len(stem) <= 3 else 3]


def _longest(said: Sequence[str], terms: Sequence[tuple[int, Term]]) -> tuple[int, int]:
    best = (-1, 0)
    for number, term in terms:
        is_here = len(said) >= len(term) and all(
            not wanted or wanted == stem for wanted, stem in zip(term, said, strict=False)
        )
        if is_here and len(term) > best[1]:
            best = (number, len(term))
    return best


def fragments_of(text: str, spans: Sequence[Span], most: int = MOST_FRAGMENTS) -> list[Fragment]:
    """At most `most` passages of at most 200 characters, the one that says most first; none overlaps another.

    A passage says more by each different term it holds, then by how often; of equal ones the earlier is better.
    """
    passages: list[tuple[int, int]] = []
    left = [span for span in spans if span.end - span.start <= LONGEST][:_MOST_SPANS]
    while left and len(passages) < most:
        start, end = max(
            (_around(text, span, passages) for span in left), key=lambda passage: _worth(passage, left)
        )
        passages.append((start, end))
        left = [span for span in left if not _touches(span, (start, end))]
    return [tuple(_pieces(text, passage, spans)) for passage in passages]


def _worth(passage: tuple[int, int], spans: Sequence[Span]) -> tuple[int, int, int]:
    inside = [span.term for span in spans if passage[0] <= span.start and span.end <= passage[1]]
    return len(set(inside)), len(inside), -passage[0]


def _touches(span: Span, passage: tuple[int, int]) -> bool:
    return span.start < passage[1] and span.end > passage[0]


def _around(text: str, span: Span, taken: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The passage that a match would begin: from its sentence if that is near, to where the last whole word ends."""
    floor = max([0, span.start - _LEAD, *(end for _, end in taken if end <= span.start)])
    starts = [found.end() for found in _SENTENCE.finditer(text, floor, span.start)]
    if starts:
        start = starts[-1]
    elif floor in {0, *(end for _, end in taken)}:
        start = floor
    else:
        after = re.search(r"\s+", text[floor : span.start])
        start = floor + after.end() if after else span.start
    ceiling = min([len(text), start + LONGEST, *(begin for begin, _ in taken if begin >= span.end)])
    if ceiling < span.end:
        start, ceiling = span.start, min(len(text), span.start + LONGEST)
    end = ceiling
    if ceiling < len(text) and not text[ceiling].isspace():
        end = max(span.end, text.rfind(" ", start, ceiling))
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    passage = text[start:end]
    return start + len(passage) - len(passage.lstrip()), end - (len(passage) - len(passage.rstrip()))


def _pieces(text: str, passage: tuple[int, int], spans: Sequence[Span]) -> Iterator[Piece]:
    place, end = passage
    for span in spans:
        if span.start < place or span.end > end:
            continue
        if span.start > place:
            yield Piece(text[place : span.start], is_match=False)
        yield Piece(text[span.start : span.end], is_match=True)
        place = span.end
    if place < end:
        yield Piece(text[place:end], is_match=False)
