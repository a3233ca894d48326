"""Finds skills in running text: a trie over words, longest name first, doubtful spellings by their company."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from .records import Mention, Surface
from .tokens import Token, is_joined, singular, tokenize

# A doubtful spelling ("Go", "Word") counts if a certain skill of its own trade stands this near, in characters…
_NEAR = 60
# …or if it is an item of a list that holds another skill: only this may stand between the two.
_WORDS = r"\b(?:and|or|und|oder|et|ou|y|e)\b"
_LIST_GAP = re.compile(rf"\s*(?:[,;:/|&+•·()]|{_WORDS}|\n)\s*[-*•·(]?\s*(?:{_WORDS})?\s*")
_MAX_LIST_GAP = 9


@dataclass(slots=True)
class _Node:
    """A word of the trie: the words that may follow, and the spellings that end here."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[Surface, list[str]]] = field(default_factory=list)


class _Found(NamedTuple):
    surfaces: tuple[Surface, ...]
    start: int
    end: int
    size: int


class Matcher:
    """A compiled set of spellings. Immutable once built; safe to share between threads."""

    def __init__(self, surfaces: Iterable[Surface]) -> None:
        self._root: dict[str, _Node] = {}
        for surface in surfaces:
            tokens = tokenize(surface.text)
            following = self._root
            for token in tokens:
                node = following.setdefault(token.key, _Node())
                following = node.next
            node.ends.append((surface, [token.raw for token in tokens]))

    def find(self, text: str) -> list[Mention]:
        """The skills the text names, in order, none overlapping another; offsets in characters of `text`."""
        chosen = _unmuted(text, _longest_first(self._candidates(text)))
        return _with_company(text, [found for found in chosen if found.surfaces[0].slug])

    def _candidates(self, text: str) -> list[_Found]:
        tokens = tokenize(text)
        candidates: list[_Found] = []
        for index, token in enumerate(tokens):
            node = _follow(self._root, token.key)
            if node is not None:
                candidates += _walk(text, tokens, index, node)
        return candidates


def _follow(following: dict[str, _Node], key: str) -> _Node | None:
    """The node of a word as it stands, in the singular, or without the version glued to it ("Python3")."""
    node = following.get(key)
    if node is None and key[-1] == "s" and (single := singular(key)):
        node = following.get(single)
    elif node is None and key[-1].isdigit() and len(stem := key.rstrip("0123456789.")) >= 4:
        node = following.get(stem)
    return node


def _walk(text: str, tokens: list[Token], first: int, node: _Node) -> Iterable[_Found]:
    """Every spelling that starts at the token `first`, whose node is given."""
    last = first
    while True:
        if node.ends:
            surfaces = _spelled(text, tokens[first : last + 1], node)
            if surfaces:
                yield _Found(surfaces, tokens[first].start, tokens[last].end, last - first + 1)
        last += 1
        if not node.next or last == len(tokens):
            return
        if not is_joined(text, tokens[last - 1].end, tokens[last].start):
            return
        following = _follow(node.next, tokens[last].key)
        if following is None:
            return
        node = following


def _spelled(text: str, tokens: list[Token], node: _Node) -> tuple[Surface, ...]:
    """The spellings of the node that the text's own casing allows."""
    if len(tokens) == 1 and len(tokens[0].key) == 1 and _is_hyphenated(text, tokens[0]):
        return ()
    return tuple(
        surface
        for surface, raws in node.ends
        if not surface.as_written
        or all(token.raw in (raw, raw + "s") for token, raw in zip(tokens, raws, strict=True))
    )


def _is_hyphenated(text: str, token: Token) -> bool:
    """Whether a single letter is a part of a word: "C-level", "R-squared", "vitamin-C"."""
    return text[token.end : token.end + 1] in ("-", "’", "'") or text[token.start - 1 : token.start] == "-"


def _longest_first(candidates: list[_Found]) -> list[_Found]:
    """Of overlapping candidates the one of most words, then of most characters; in order of the text."""
    chosen: list[_Found] = []
    taken: set[int] = set()
    for found in sorted(candidates, key=lambda f: (-f.size, f.start - f.end, f.start)):
        span = range(found.start, found.end)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(found)
    return sorted(chosen, key=lambda f: f.start)


def _unmuted(text: str, chosen: list[_Found]) -> list[_Found]:
    """All but what stands in a line with boilerplate."""
    muted = {_line(text, found) for found in chosen if found.surfaces[0].mutes}
    return [found for found in chosen if _line(text, found) not in muted] if muted else chosen


def _line(text: str, found: _Found) -> int:
    return text.rfind("\n", 0, found.start)


def _with_company(text: str, chosen: list[_Found]) -> list[Mention]:
    """The certain mentions and those doubtful ones that their neighbours vouch for."""
    accepted: list[Surface | None] = [_certain(found) for found in chosen]
    if any(surface is None for surface in accepted):
        order = range(len(chosen))
        for index in (*order, *reversed(order)):
            if accepted[index] is None:
                accepted[index] = _vouched(text, chosen, accepted, index)
    return [
        Mention(surface.slug, found.start, found.end)
        for found, surface in zip(chosen, accepted, strict=True)
        if surface is not None and surface.slug is not None
    ]


def _certain(found: _Found) -> Surface | None:
    return next((surface for surface in found.surfaces if not surface.needs_company), None)


def _vouched(text: str, chosen: list[_Found], accepted: list[Surface | None], index: int) -> Surface | None:
    """The reading of a doubtful spelling that accepted neighbours support, if they support just one."""
    trades: set[str] = set()
    in_list = False
    for other in (index - 1, index + 1):
        if 0 <= other < len(chosen) and (neighbour := accepted[other]) is not None:
            between = _between(text, chosen[index], chosen[other])
            if len(between) <= _NEAR and "\n\n" not in between:
                trades.add(neighbour.trade)
            in_list = in_list or (len(between) <= _MAX_LIST_GAP and _LIST_GAP.fullmatch(between) is not None)
    surfaces = chosen[index].surfaces
    fitting = [surface for surface in surfaces if surface.trade in trades and (in_list or not surface.only_in_lists)]
    readings = fitting or (surfaces if in_list else ())
    return readings[0] if len({surface.slug for surface in readings}) == 1 else None


def _between(text: str, one: _Found, other: _Found) -> str:
    return text[one.end : other.start] if one.start < other.start else text[other.end : one.start]
