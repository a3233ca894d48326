"""The words of titles, and what each has of a question's terms. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from apps.matching.occupations.spelling import LEVEL_WORDS
from apps.matching.search.places import words_of

# What a term is worth that a title has only the beginning of ("tech" in "Technical").
BEGUN = 0.9
# By the two bits of a term (`Worth`): nothing of it, the term, its beginning, both.
CREDITS = (0.0, 1.0, BEGUN, 1.0)
_SHORTEST_BEGINNING = 4


class Title(NamedTuple):
    """The words of a title, and those of them that tell what the work is."""

    said: frozenset[str]
    telling: frozenset[str]


class Worth(dict[str, int]):
    """What a title that says a word has of each term, in bits: of the term at place n, bit 2n is the term itself, bit 2n + 1
    its beginning. Found once a word."""

    def __init__(self, terms: Sequence[str]) -> None:
        super().__init__()
        # Whatever is a term or its beginning, or begins with it, has its first letters.
        self._terms: dict[str, list[tuple[int, str]]] = {}
        for place, term in enumerate(terms):
            self._terms.setdefault(term[:_SHORTEST_BEGINNING], []).append((place, term))

    def __missing__(self, said: str) -> int:
        bits = 0
        for place, term in self._terms.get(said[:_SHORTEST_BEGINNING], ()):
            if term == said:
                bits |= 1 << 2 * place
            elif _begins(term, said) or _begins(said, term):
                bits |= 2 << 2 * place
        self[said] = bits
        return bits


class Forms:
    """Other titles of the work that was asked for, by the words of a title: whether it has one, and which of its words are
    then asked for: the terms, and the words of the longest form that it has every word of (of several, the first)."""

    def __init__(self, forms: Iterable[frozenset[str]], terms: frozenset[str]) -> None:
        self._forms = sorted(filter(None, forms), key=len, reverse=True)
        self._words = frozenset().union(*self._forms)
        self._terms = terms
        self._known: dict[frozenset[str], tuple[bool, frozenset[str]]] = {}

    def __getitem__(self, said: frozenset[str]) -> tuple[bool, frozenset[str]]:
        said &= self._words
        known = self._known.get(said)
        if known is None:
            form: frozenset[str] = next((form for form in self._forms if form <= said), frozenset())
            known = self._known[said] = bool(form), self._terms | form
        return known


@lru_cache(maxsize=16_384)
def read(title: str) -> Title:
    said = words_of(title)
    telling = frozenset(word for word in said if word not in LEVEL_WORDS and not word.isdigit())
    return Title(said, telling or said)


def _begins(whole: str, beginning: str) -> bool:
    return len(beginning) >= _SHORTEST_BEGINNING and whole.startswith(beginning)
