"""A trie over words: which spellings start at which word of a text, whatever the plural or the version glued on.

Chosen by measurement over one regex of all spellings and over Aho-Corasick automata (bench/lexicon.py): those see
characters, so every hit inside a word, and every plural, hyphen and line break, has to be sorted out afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from .records import Surface
from .tokens import Tokens, is_joined, singular, tokenize

_ENDS_OF_INFLECTED = frozenset("s0123456789")
_REMEMBERED = 65536  # words whose first step is remembered: the vocabulary of postings, by far
_SHORTEST_VERSIONED = 4  # "Python3" and "HTML5" are Python and HTML; "C4" is no C


class Found(NamedTuple):
    """A stretch of text that spells something: the readings its casing allows, offsets in characters, words."""

    surfaces: tuple[Surface, ...]
    start: int
    end: int
    size: int


class _Node:
    """A word of the trie: the words that may follow, and the spellings that end here with their own words."""

    __slots__ = ("ends", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.ends: list[tuple[Surface, list[str]]] = []


class Trie:
    """A compiled set of spellings. Immutable once built; safe to share between threads."""

    def __init__(self, surfaces: Iterable[tuple[Surface, Tokens]]) -> None:
        root = _Node()
        for surface, tokens in surfaces:
            node = root
            for key in tokens.keys:
                following = node.next.get(key)
                if following is None:
                    following = node.next[key] = _Node()
                node = following
            node.ends.append((surface, tokens.raws))
        self._first = lru_cache(maxsize=_REMEMBERED)(partial(_step, root.next))

    def find(self, text: str) -> list[Found]:
        """Every spelling at every word of the text, overlapping ones included."""
        tokens = tokenize(text)
        following = [*tokens.keys[1:], ""]
        found: list[Found] = []
        for index, node in enumerate(map(self._first, tokens.keys)):
            if node is not None and (node.ends or _step(node.next, following[index]) is not None):
                found += _walk(text, tokens, index, node)
        return found


def _step(following: dict[str, _Node], key: str) -> _Node | None:
    """The node of a word: as it stands, in the singular, or without the version glued to it ("Python3")."""
    node = following.get(key)
    if node is None and key[-1:] in _ENDS_OF_INFLECTED:
        return _inflected(following, key)
    return node


def _inflected(following: dict[str, _Node], key: str) -> _Node | None:
    if key.endswith("s"):
        single = singular(key)
        return following.get(single) if single else None
    stem = key.rstrip("0123456789.")
    return following.get(stem) if len(stem) >= _SHORTEST_VERSIONED else None


def _walk(text: str, tokens: Tokens, first: int, node: _Node) -> Iterator[Found]:
    """Every spelling that starts at the token `first`, whose node is given."""
    keys, raws, starts = tokens
    last = first
    while True:
        end = starts[last] + len(raws[last])
        if node.ends and (surfaces := _readings(text, starts[first], raws[first : last + 1], node)):
            yield Found(surfaces, starts[first], end, last - first + 1)
        last += 1
        if not node.next or last == len(keys) or not is_joined(text, end, starts[last]):
            return
        following = _step(node.next, keys[last])
        if following is None:
            return
        node = following


def _readings(text: str, start: int, raws: list[str], node: _Node) -> tuple[Surface, ...]:
    """The spellings of the node that the text's own casing allows."""
    if len(raws) == 1 and len(raws[0]) == 1 and _is_hyphenated(text, start):
        return ()
    return tuple(
        surface
        for surface, own in node.ends
        if not surface.as_written
        or all(raw in (word, word + "s") for raw, word in zip(raws, own, strict=True))
    )


def _is_hyphenated(text: str, start: int) -> bool:
    """Whether a single letter is a part of a word: "C-level", "R-squared", "vitamin-C"."""
    return text[start + 1 : start + 2] in ("-", "’", "'") or text[start - 1 : start] == "-"
