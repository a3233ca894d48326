"""The words of titles, and what each has of a question's terms. Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from apps.matching.occupations.spelling import LEVEL_WORDS
from apps.matching.search.places import words_of

# What a term is worth that a title has only the beginning of ("tech" in "Technical").
BEGUN = 0.9
# By the two bits of a term (`Worth`): nothing of it, the term, its beginning, both.
CREDITS = (0.0, 1.0, BEGUN, 1.0)
_SHORTEST_BEGINNING = 4
# The words of another title of the same work, and its place in the order of length.
Form = tuple[int, frozenset[str]]


class Title(NamedTuple):
    """The words of a title, and those of them that tell what the work is."""

    said: frozenset[str]
    telling: frozenset[str]


class Worth(dict[str, int]):
    """What a title that says a word has of each term, in bits: of the term at place n, bit 2n is the term itself, bit 2n + 1
    its beginning; the bit behind them all says that some form has the word. Found once a word."""

    def __init__(self, terms: Sequence[str], in_forms: Container[str]) -> None:
        super().__init__()
        self._terms, self._in_forms = terms, in_forms
        self.form = 1 << 2 * len(terms)

    def __missing__(self, said: str) -> int:
        bits = self.form if said in self._in_forms else 0
        for place, term in enumerate(self._terms):
            if term == said:
                bits |= 1 << 2 * place
            elif min(len(term), len(said)) >= _SHORTEST_BEGINNING and (
                said.startswith(term) or term.startswith(said)
            ):
                bits |= 2 << 2 * place
        self[said] = bits
        return bits


@lru_cache(maxsize=16_384)
def read(title: str) -> Title:
    said = words_of(title)
    telling = frozenset(word for word in said if word not in LEVEL_WORDS and not word.isdigit())
    return Title(said, telling or said)


def by_a_word(forms: Iterable[frozenset[str]]) -> dict[str, list[Form]]:
    """Forms by one of their words, each with its place in the order of length: a title is held against few of them."""
    by_word: dict[str, list[Form]] = {}
    for place, form in enumerate(sorted(forms, key=len, reverse=True)):
        by_word.setdefault(min(form), []).append((place, form))
    return by_word
