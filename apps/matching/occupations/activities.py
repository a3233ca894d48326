"""What people say they do, or want done, who don't name a title: "putting parts together in a factory". Pure.

`activities/*.txt` hold a line an occupation (or several, the likeliest first) and the words by which it is asked for. A
question asks for it when it holds all words of one of them, in whatever order and ending.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from apps.matching.words import singular, words

DATA = Path(__file__).parent / "activities"
# Words that say the same of an activity.
_ALIKE = {
    alike: kind
    for kind, some in {
        "fix": "repair mend maintain restore overhaul",
        "child": "children kid",
        "car": "auto automobile",
        "elderly": "aged",
        "shop": "boutique",
        "clothe": "clothing garment apparel fashion",
        "center": "centre",
        "run": "running manage managing",
        "autism": "autistic",
        "look": "looking",
        "robot": "robotic",
        "deliver": "delivery",
    }.items()
    for alike in some.split()
}
_SHORTEST = 3


class Activity(NamedTuple):
    """The occupations asked for, and the places of the words in the question that ask for them."""

    slugs: tuple[str, ...]
    places: frozenset[int]


class Activities:
    """Built once, then only read."""

    def __init__(self, asked: Iterable[tuple[tuple[str, ...], frozenset[str]]]) -> None:
        self._by_word: defaultdict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)
        for slugs, stems in asked:
            self._by_word[min(stems)].append((slugs, stems))

    def read(self, spelled: Sequence[str]) -> list[Activity]:
        """Those that the words name, the most words first; of the rest only what shares no word with them."""
        said: dict[str, int] = {}
        for place, word in enumerate(spelled):
            said.setdefault(stem(word), place)
        met = [
            (slugs, stems)
            for first in said
            for slugs, stems in self._by_word.get(first, ())
            if stems <= said.keys()
        ]
        met.sort(key=lambda one: (-len(one[1]), min(said[each] for each in one[1]), one[0]))
        found: dict[tuple[str, ...], set[int]] = {}
        taken: set[int] = set()
        for slugs, stems in met:
            places = {said[each] for each in stems}
            if slugs in found or taken.isdisjoint(places):
                found.setdefault(slugs, set()).update(places)
                taken |= places
        return [Activity(slugs, frozenset(places)) for slugs, places in found.items()]


@cache
def activities() -> Activities:
    """All that the data files hold."""
    return Activities(read_all())


def read_all() -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """(occupations, stems) of each wording in the data files."""
    for path in sorted(DATA.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            slugs, _, wordings = line.partition(": ")
            for wording in wordings.split("; "):
                yield tuple(slugs.split()), frozenset(map(stem, words(wording)))


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without number and tense, roughly: the same for "driving", "drives" and "drive"."""
    word = _ALIKE.get(word, word)
    word = singular(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsez":
                word = word[:-1]
            break
    word = word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word
    return _ALIKE.get(word, word)
