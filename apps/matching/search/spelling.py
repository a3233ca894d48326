"""A word's better spelling: one slip of the fingers away, and common enough to have been meant. Pure.

Words are found by what is left of them without one letter: two words that are one slip apart have such a rest in common
(a letter dropped, doubled, put in, hit beside, or two swapped).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

# Of shorter words too many are one slip apart.
SHORTEST, LONGEST = 4, 30
MOST_WORDS = 4

_TOKEN = re.compile(r"[^\W_]+(?:['’+#.&/-][^\W_]+)*[+#]*")
_EXCLUDED = re.compile(r'(?:(?<=\s)|^)-(?:"[^"]*"?|\S+)')
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
# How unlikely each slip is, as the logarithm of how many times commoner the word must be to make up for it.
_SWAPPED, _DOUBLED, _DROPPED, _BESIDE, _OTHER = 1.0, 1.0, 1.5, 1.5, 5.0
# The first letter is seldom wrong.
_FIRST = 2.0
# A word that stands in so few postings is no better than what was typed.
FEWEST = 3


class Word(NamedTuple):
    """A word of a query, where it stands in it."""

    start: int
    end: int
    text: str


def words_to_check(text: str) -> list[Word]:
    """Words that may be misspelt: of letters only, long enough, wanted (not excluded by `-`); the first few."""
    excluded = [found.span() for found in _EXCLUDED.finditer(text)]
    found: list[Word] = []
    for token in _TOKEN.finditer(text):
        word = Word(token.start(), token.end(), token.group())
        is_excluded = any(start <= word.start < end for start, end in excluded)
        if word.text.isalpha() and SHORTEST <= len(word.text) <= LONGEST and not is_excluded:
            found.append(word)
    return found[:MOST_WORDS]


def rests(word: str) -> list[str]:
    """The word, and the word without each of its letters: what it is found by."""
    return list(dict.fromkeys([word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]))


def better(typed: str, known: Mapping[str, int]) -> str | None:
    """What was meant by `typed` (lower case); `known` are words of the vocabulary with their postings. None for a word
    that is known, or where nothing likely is one slip away. Of equally likely ones the first by name."""
    if typed in known:
        return None
    likely = [
        (math.log(postings) - cost, word)
        for word, postings in known.items()
        if postings >= FEWEST and len(word) >= SHORTEST and (cost := _cost(typed, word)) is not None
    ]
    return min(likely, key=lambda each: (-each[0], each[1]))[1] if likely else None


def _cost(typed: str, meant: str) -> float | None:
    """How unlikely it is that `typed` was typed for `meant`; None for more than one slip."""
    start = next(
        (place for place, (one, other) in enumerate(zip(typed, meant, strict=False)) if one != other), None
    )
    if start is None:
        start = min(len(typed), len(meant))
    return _slip(typed[start:], meant[start:], meant[start - 1 : start], is_first=start == 0)


def _slip(typed: str, meant: str, before: str, *, is_first: bool) -> float | None:
    """Of what is left from the first letter that differs; `before` is the letter before it."""
    extra = _FIRST if is_first else 0.0
    if typed[1:] == meant:
        return extra + (_DOUBLED if typed[:1] == before else _OTHER)
    if typed == meant[1:]:
        return extra + (_DROPPED if meant[:1] != before else _DOUBLED)
    if typed[:2] == meant[1::-1] and typed[2:] == meant[2:]:
        return extra + _SWAPPED
    if typed[1:] == meant[1:]:
        return extra + (_BESIDE if typed[0] in neighbours(meant[0]) else _OTHER)
    return None


def neighbours(letter: str) -> str:
    """The letters beside this one on the keyboard."""
    for number, row in enumerate(_ROWS):
        place = row.find(letter)
        if place >= 0:
            near = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            for other in (number - 1, number + 1):
                if 0 <= other < len(_ROWS):
                    shift = 0 if other > number else 1
                    near += _ROWS[other][max(0, place - 1 + shift) : place + 1 + shift]
            return near
    return ""


def replaced(text: str, words: Mapping[Word, str]) -> str:
    """The query with other words, everything else as it was; capitals stay where they were."""
    return "".join(_parts(text, words))


def _parts(text: str, words: Mapping[Word, str]) -> Iterator[str]:
    place = 0
    for word in sorted(words):
        yield text[place : word.start]
        yield _cased(words[word], word.text)
        place = word.end
    yield text[place:]


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
