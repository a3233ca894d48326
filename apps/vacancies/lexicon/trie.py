"""A trie over words: which spellings start at which word of a text, whatever the plural or the version glued on.

Chosen by measurement over one regex of all spellings and over Aho-Corasick automata (bench/lexicon.py): those see
characters, so every hit inside a word, and every plural, hyphen and line break, has to be sorted out afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from .records import SOFT, Surface
from .tokens import Tokens, is_joined, singular, tokenize

_ENDS_OF_INFLECTED = frozenset("s0123456789")
_REMEMBERED = 65536  # words whose first step is remembered: the vocabulary of postings, by far
_SHORTEST_VERSIONED = 4  # "Python3" and "HTML5" are Python and HTML; "C4" is no C
# Words between two names that share a word: "manual and automated testing", "product strategy and roadmap".
_JOINERS = frozenset(("and", "or", "&", "/", "und", "et"))
# …but these follow anything: "product and business strategies", "customer empathy and experience".
_LOOSE_HEADS = frozenset(
    ("strategy", "strategies", "model", "models", "experience", "experiences", "engineering", "design")
)


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
        for index, (node, after) in enumerate(zip(map(self._first, tokens.keys), following, strict=False)):
            if node is not None and (node.ends or after in node.next or _step(node.next, after)):
                found += _walk(text, tokens, index, node)
            if after in _JOINERS:
                found += self._shared(text, tokens, index)
        return found

    def _shared(self, text: str, tokens: Tokens, before: int) -> Iterator[Found]:
        """The spelling of two words that shares one with its neighbour across a joiner, at its own word alone.

        "Manual and automated testing" names manual testing, "data collection and analysis" names data analysis: but
        only because "automated testing" and "data collection" are names themselves.
        """
        keys = tokens.keys
        behind = before + 2
        if behind >= len(keys):
            return
        right = behind + 1 < len(keys) and self._pair(keys[behind], keys[behind + 1])
        left = before and self._pair(keys[before - 1], keys[before])
        if not (right or left) or not _are_joined(text, tokens, before, behind):
            return
        if right and _are_joined(text, tokens, behind, behind + 1):
            yield from self._named(tokens, (before, behind + 1), before)
        if left and _are_joined(text, tokens, before - 1, before):
            yield from self._named(tokens, (before - 1, behind), behind)

    def _named(self, tokens: Tokens, words: tuple[int, int], own: int) -> Iterator[Found]:
        """What two words spell together, standing at the one that is its own; of no size, so that others go first."""
        one, other = (tokens.keys[word] for word in words)
        ends = [] if other in _LOOSE_HEADS else self._pair(one, other)
        surfaces = tuple(
            surface
            for surface, _ in ends
            if surface.slug and not surface.as_written and surface.trade != SOFT
        )
        if surfaces:
            yield Found(surfaces, tokens.starts[own], tokens.starts[own] + len(tokens.raws[own]), 0)

    def _pair(self, one: str, other: str) -> list[tuple[Surface, list[str]]]:
        node = self._first(one)
        node = node and _step(node.next, other)
        return node.ends if node else []


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


def _are_joined(text: str, tokens: Tokens, first: int, last: int) -> bool:
    """Whether the words from `first` to `last` follow one another with nothing but gaps between them."""
    _, raws, starts = tokens
    return all(is_joined(text, starts[at] + len(raws[at]), starts[at + 1]) for at in range(first, last))


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
