"""How well a title says what was asked, in so many words. Pure.

A cosine takes "baker" and "pastry cook" for nearly one; somebody who asks for a baker wants bakers first.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from apps.matching.words import singular, words

# How much a word counts less for each other word beside it: "Baker" says more than "Baker of the night shift at Kestrel".
_BESIDE = 0.3
# What another name of the work counts of the name that was asked for.
_OTHER_NAME = 0.5
_SILENT = frozenset(
    words(
        "a an the to for in of on at and or from no with by as is my me who someone somebody that this get paid want "
        "job jobs work working position vacancy near remote home der die das und in mit für als le la les de du des et el los y en"
    )
)


class Wording:
    """What titles are held against: the words of a question, and the other names of the work it asks for."""

    def __init__(self, question: str, names: Iterable[str]) -> None:
        self._asked = words_of(question) - _SILENT
        self._names = [name for name in map(words_of, names) if name]

    def of(self, title: str) -> float:
        """0 (none of it) to 1 (nothing else)."""
        said = words_of(title)
        if not said:
            return 0.0
        asked = len(said & self._asked)
        best = asked / len(self._asked) * (asked / len(said)) ** _BESIDE if asked else 0.0
        named = max((len(name) for name in self._names if name <= said), default=0)
        return max(best, _OTHER_NAME * (named / len(said)) ** _BESIDE if named else 0.0)


@lru_cache(maxsize=16_384)
def words_of(text: str) -> frozenset[str]:
    return frozenset(singular(word) for word in words(text))
