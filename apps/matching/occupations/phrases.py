"""All forms by their first word: which of them stand in a title.

A table of whole forms, and how long those of a first word get: it is ready three times sooner than a trie, and titles
are so short that reading them takes no longer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from apps.matching.occupations.spelling import ABOUT_ANY_JOB, BROAD_HEADS, LEVEL_WORDS, stems

_REMEMBERED = 65_536
_SHORTEST_HEAD, _SHORTEST_FRONT = 4, 3
_MOST_JOINED = 4


class Hit(NamedTuple):
    """An occupation named by the keys `start` up to `start + size`."""

    slug: str
    start: int
    size: int


class Phrases:
    """Built once, then only read; safe to share between threads.

    `slugs` are the occupations by the key of a form, `known` all words of the keys, `inflected` those of languages that
    give words endings, `heads` German nouns (with their slug) that may end a longer one: "Fachkrankenpfleger".
    """

    def __init__(
        self, slugs: dict[str, str], known: frozenset[str], inflected: frozenset[str], heads: dict[str, str]
    ) -> None:
        self._slugs = slugs
        self._known = known
        self._inflected = inflected
        self._heads = heads
        self._longest: dict[str, int] = {}
        for key in slugs:
            first, size = key.partition(" ")[0], key.count(" ") + 1
            if size > self._longest.get(first, 0):
                self._longest[first] = size
        self.canonical = lru_cache(maxsize=_REMEMBERED)(self._canonical)
        self.compound = lru_cache(maxsize=_REMEMBERED)(self._compound)

    def longest(self, keys: Sequence[str]) -> Hit | None:
        """The longest form among the keys; of equally long ones the last, for English puts the trade at the end."""
        best: Hit | None = None
        for hit in self.hits(keys):
            if best is None or hit.size >= best.size:
                best = hit
        return best

    def hits(self, keys: Sequence[str]) -> list[Hit]:
        """The longest form at each place where one starts; a word like "engineer" is one only where it stands alone."""
        canonical = list(map(self.canonical, keys))
        found: list[Hit] = []
        for start, key in enumerate(canonical):
            for size in range(min(self._longest.get(key, 0), len(canonical) - start), 0, -1):
                slug = self._slugs.get(key if size == 1 else " ".join(canonical[start : start + size]))
                if slug and not (size == 1 and key in BROAD_HEADS and _is_narrowed(keys)):
                    found.append(Hit(slug, start, size))
                    break
        return found

    def cover(self, keys: Sequence[str]) -> list[Hit]:
        """Forms that don't overlap, long ones first chosen, in the order they stand in; compounds where nothing else is."""
        taken: set[int] = set()
        chosen: list[Hit] = []
        hits = [*self.hits(keys), *self._joined_hits(keys)]
        for hit in sorted(hits, key=lambda hit: (-hit.size, -hit.start)):
            places = range(hit.start, hit.start + hit.size)
            if taken.isdisjoint(places):
                taken.update(places)
                chosen.append(hit)
        for place, key in enumerate(keys):
            if place not in taken and (slug := self.compound(key)):
                chosen.append(Hit(slug, place, 1))
        return sorted(chosen, key=lambda hit: hit.start)

    def _joined_hits(self, keys: Sequence[str]) -> list[Hit]:
        """Forms that are spelled with a blank more or less than here: "xray technician", "front end developer"."""
        canonical = list(map(self.canonical, keys))
        spelled = [
            ("".join(canonical[start : start + size]), start, size)
            for start in range(len(canonical))
            for size in range(1, min(_MOST_JOINED, len(canonical) - start) + 1)
        ]
        return [
            Hit(self._joined[key], start, size)
            for key, start, size in spelled
            if key in self._joined and (size > 1 or key not in self._slugs)
        ]

    @cached_property
    def _joined(self) -> dict[str, str]:
        """The occupations by their forms written as one word; only questions are read so."""
        return {key.replace(" ", ""): slug for key, slug in self._slugs.items()}

    def _canonical(self, key: str) -> str:
        """The key as the forms spell it, whatever its gender and number; itself where no form has it."""
        if key in self._known:
            return key
        return next((stem for stem in stems(key) if stem in self._inflected), key)

    def _compound(self, key: str) -> str:
        """The occupation that the longest known noun at the end of a German compound names, or ""."""
        if len(key) < _SHORTEST_HEAD + _SHORTEST_FRONT:
            return ""
        for word in (key, *stems(key)):
            for cut in range(_SHORTEST_FRONT, len(word) - _SHORTEST_HEAD + 1):
                slug = self._heads.get(word[cut:])
                if slug:
                    return slug
        return ""


def _is_narrowed(keys: Sequence[str]) -> bool:
    """Whether the title says more than one word and a level."""
    return sum(key not in LEVEL_WORDS and key not in ABOUT_ANY_JOB for key in keys) > 1
