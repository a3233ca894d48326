"""The passages of a text that say most of what was searched for, as pieces of plain text that a client can show without
trusting any markup. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from apps.matching.search.marking import Span

LONGEST, MOST_FRAGMENTS = 200, 3
# How far before its first match a passage may begin, to begin with a sentence or at least with a word.
_LEAD = 60
# No passage is better for what stands behind so many.
_MOST_SPANS = 60
_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"(?:[.!?:;]\s+|\n\s*|•\s*)")


class Piece(NamedTuple):
    text: str
    is_match: bool


Fragment = tuple[Piece, ...]
"""The pieces of a passage in their order: together they are the passage."""


Passage = tuple[int, int]
"""Where a passage of a text begins and ends."""


def fragments_of(text: str, spans: Sequence[Span], most: int = MOST_FRAGMENTS) -> list[Fragment]:
    """At most `most` passages of at most 200 characters, the one that says most first; none overlaps another.

    A passage says more by each different term it holds, then by how often; of equal ones the earlier is better.
    """
    passages: list[Passage] = []
    left = [span for span in spans if span.end - span.start <= LONGEST][:_MOST_SPANS]
    begun: dict[Span, Passage] = {}
    while left and len(passages) < most:
        for span in left:
            if span not in begun:
                begun[span] = _around(text, span, passages)
        candidates = list(dict.fromkeys([begun[span] for span in left]))
        best = candidates[0]
        if len(candidates) > 1:
            best = max(candidates, key=lambda passage: _worth(passage, left))
        passages.append(best)
        left = [span for span in left if not _touches(span, best)]
        begun = {span: begun[span] for span in left if _is_far(span, best)}
    return [tuple(_pieces(text, passage, spans)) for passage in passages]


def _worth(passage: Passage, spans: Sequence[Span]) -> tuple[int, int, int]:
    start, end = passage
    inside = [span.term for span in spans if start <= span.start and span.end <= end]
    return len(set(inside)), len(inside), -start


def _is_far(span: Span, taken: Passage) -> bool:
    """Whether the passage that a match would begin is the same with and without the one that was taken."""
    return span.start - _LEAD > taken[1] or span.start + LONGEST < taken[0]


def _touches(span: Span, passage: Passage) -> bool:
    return span.start < passage[1] and span.end > passage[0]


def _around(text: str, span: Span, taken: Sequence[Passage]) -> Passage:
    """The passage that a match would begin: from its sentence if that is near, to where the last whole word ends."""
    ends = [end for _, end in taken if end <= span.start]
    floor = max([0, span.start - _LEAD, *ends])
    start = floor
    sentence = None
    for sentence in _SENTENCE.finditer(text, floor, span.start):
        start = sentence.end()
    if sentence is None and floor and floor not in ends:
        after = _SPACE.search(text, floor, span.start)
        start = after.end() if after else span.start
    ceiling = min([len(text), start + LONGEST, *[begin for begin, _ in taken if begin >= span.end]])
    if ceiling < span.end:
        start, ceiling = span.start, min(len(text), span.start + LONGEST)
    end = ceiling
    if ceiling < len(text) and not text[ceiling].isspace():
        end = max(span.end, text.rfind(" ", start, ceiling))
    return _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Passage:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, passage: Passage, spans: Sequence[Span]) -> Iterator[Piece]:
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
