"""How much two texts have in common, from a few hundred bytes kept of each. Pure.

Two sketches: of the runs of three words, which tell how much was taken over, and of the words, which tell an edited
text from another one that shares its boilerplate: change 15 % of the words and 61 % of the runs are left, but 90 % of
the different words; of two openings with one company's paragraphs the runs may say 60 % as well, the words say 75 %.
The estimate of a Jaccard share of runs has a standard error of sqrt(J (1 - J) / 128), .035 at .8 and .044 at .5; that of
words, from one bit of each of 1,024 minima (Li and König's b-bit sketch), about .017 at .75 in a quarter of the room.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import eq

from rensa import RMinHash

PERMUTATIONS = 128
_SEED = 20_261
_WORD = re.compile(r"\w+")
# A text of ASCII is split three times as fast as it is searched; of most others these signs are all that is not.
_SIGNS = "’‘“”–—•…\xa0"
_BETWEEN_WORDS = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_FEWEST_RUNS = 60  # below this a text is a teaser: too little to tell copies by
_BITS = 1024
# Of 32-bit numbers in a row the lowest byte of each, and its last bit as a digit.
_LOWEST = slice(0 if sys.byteorder == "little" else 3, None, 4)
_LAST_BIT = bytes(ord("1") if byte & 1 else ord("0") for byte in range(256))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is kept of a text: 128 minima of its runs, the last bit of each of 1,024 minima of its words (128 bytes), and
    how many different runs and words there are. Both sketches are empty for a text of about 60 words or fewer."""

    minhash: tuple[int, ...] = ()
    words: bytes = b""
    runs: int = 0
    vocabulary: int = 0


def shingles(text: str) -> list[str]:
    """Runs of three words, lower case, without punctuation, for boards set their own dashes and quotes. Repeated runs
    are kept: the hash takes each once."""
    return _runs(_words(text))


def minhash(text: str) -> tuple[int, ...]:
    """128 minima as unsigned 32-bit numbers; empty for a text of about 60 words or fewer."""
    runs = shingles(text)
    return _minima(runs) if len(runs) >= _FEWEST_RUNS else ()


def sketch(text: str) -> Sketch:
    """What is kept of this text."""
    words = _words(text)
    count, runs = max(len(words) - 2, 0), list(set(_runs(words)))
    if count < _FEWEST_RUNS:
        return Sketch(runs=len(runs))
    vocabulary = list(set(words))  # in any order: a minimum has none
    return Sketch(
        minhash=_minima(runs),
        words=_bits(vocabulary),
        runs=len(runs),
        vocabulary=len(vocabulary),
    )


def similarity(left: Sequence[int], right: Sequence[int]) -> float | None:
    """Estimated share of runs two texts have in common, 0 to 1; None when one of them can't be compared."""
    if len(left) != PERMUTATIONS or len(right) != PERMUTATIONS:
        return None
    in_common: int = sum(map(eq, left, right))
    return in_common / PERMUTATIONS


def likeness(left: bytes, right: bytes) -> float | None:
    """The same for the words. Half of the bits agree by chance, so texts with nothing in common may come out at .05."""
    if len(left) * 8 != _BITS or len(right) * 8 != _BITS:
        return None
    apart = (int.from_bytes(left) ^ int.from_bytes(right)).bit_count()
    return max(0.0, 1 - 2 * apart / _BITS)


def contained(alike: float, count: int, others: int) -> float:
    """Estimated share of the shorter text that stands in the longer, 0 to 1, from the Jaccard share and both counts: a
    copy that another board cut, or wrapped in its own template, stays near 1 where Jaccard falls.

    With an unknown count (0) it is the Jaccard share, which is never more."""
    if not count or not others:
        return alike
    in_common = alike / (1 + alike) * (count + others)
    return min(1.0, in_common / min(count, others))


def _words(text: str) -> list[str]:
    """The words of a text in order, lower case."""
    text = text.lower()
    if not text.isascii():
        for sign in _SIGNS:
            text = text.replace(sign, " ")
    return text.translate(_BETWEEN_WORDS).split() if text.isascii() else _WORD.findall(text)


def _runs(words: Sequence[str]) -> list[str]:
    return list(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def _bits(tokens: Sequence[str]) -> bytes:
    hashed = RMinHash(num_perm=_BITS, seed=_SEED)
    hashed.update(tokens)
    lowest = array("I", hashed.digest()).tobytes()[_LOWEST]
    return int(lowest.translate(_LAST_BIT), 2).to_bytes(_BITS // 8)


def _minima(tokens: Sequence[str]) -> tuple[int, ...]:
    hashed = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    hashed.update(tokens)
    return tuple(hashed.digest())
