"""The places that a question names, and whether a vacancy lies in them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from apps.matching.words import singular, words
from apps.vacancies.normalise.gazetteer import gazetteer
from apps.vacancies.normalise.place_names import lookup

_MOST_WORDS, _SHORTEST = 3, 4


@dataclass(frozen=True, slots=True)
class Place:
    """Its words, and what finds one of its codes in a text; None where it has none."""

    spelled: frozenset[str]
    code: re.Pattern[str] | None

    def holds(self, said: frozenset[str], title: str, places: str) -> bool:
        """Whether a vacancy whose title says these words lies here, by the title or by its own `places`."""
        if self.spelled <= said or self.spelled <= words_of(places):
            return True
        return self.code is not None and any(map(self.code.search, (title, places)))


def places_in(spelled: Sequence[str], unlike: Set[str]) -> list[Place]:
    """The places named by these words, in their order, longest names first; none of `unlike` is one."""
    found, start = [], 0
    while start < len(spelled):
        for size in range(min(_MOST_WORDS, len(spelled) - start), 0, -1):
            name = " ".join(spelled[start : start + size])
            if name not in unlike and (place := _place(name)):
                found.append(place)
                start += size
                break
        else:
            start += 1
    return found


@lru_cache(maxsize=16_384)
def words_of(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words(text))


@lru_cache(maxsize=4096)
def _place(name: str) -> Place | None:
    meant = lookup(name)
    if meant is None or meant.world is not None or len(name) < _SHORTEST:
        return None
    codes = {
        code for code, regions in gazetteer().region_codes.items() if meant.region and meant.region in regions
    }
    codes |= {meant.country} if meant.country else set()
    code = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(codes)))})\b") if codes else None
    return Place(words_of(name), code)
