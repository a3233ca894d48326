"""Words as the lexicon sees them: "C++", "C#", ".NET" and "Node.js" are one token each, "/" and "&" are their own."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple


def _token_pattern(word: str) -> re.Pattern[str]:
    return re.compile(
        r"(?:https?://|www\.)\S+"  # addresses hold words that are no skills: each is one token, and so is e-mail's
        rf"|{word}(?:\.(?=[a-z0-9]|NET\b|JS\b|IO\b){word})*(?:\+\+|#(?!\w)|\+(?!\w)|@[\w-]+\.\S+)?"
        r"|(?<!\w)\.(?:NET|Net|net)\b|[/&]"
    )


_TOKEN = _token_pattern(r"[^\W_]+")
# Text taken from PDF may spell "é" as "e" and a mark; the slower pattern keeps the two together.
_MARK = re.compile(r"[\u0300-\u036f]")
_TOKEN_WITH_MARKS = _token_pattern(r"(?:[^\W_\u0300-\u036f]+[\u0300-\u036f]*)+")
# What may stand between two words of one name: nothing, one space, a hyphen, an apostrophe, one line break.
_GAP = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*|[-‐‑–'’]")


class Tokens(NamedTuple):
    """The words of a text, in order: folded, as written, and where each starts, in characters."""

    keys: list[str]
    raws: list[str]
    starts: list[int]


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Lower case without accents: "Führung" and "FUHRUNG" are the same word to the lexicon."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def tokenize(text: str) -> Tokens:
    """Every token of the text."""
    pattern = _TOKEN if text.isascii() or not _MARK.search(text) else _TOKEN_WITH_MARKS
    raws = pattern.findall(text)
    starts: list[int] = []
    end = 0
    for raw in raws:  # no token can begin in a gap between tokens, so the next occurrence is the token itself
        start = text.index(raw, end)
        starts.append(start)
        end = start + len(raw)
    return Tokens([fold(raw) for raw in raws], raws, starts)


def is_joined(text: str, end: int, start: int) -> bool:
    """Whether what stands between `end` of one word and `start` of the next lets them be one name."""
    return end == start or text[end:start] == " " or _GAP.fullmatch(text, end, start) is not None


def singular(key: str) -> str | None:
    """The singular an English plural may have, or None where the word is too short or no plural."""
    if len(key) < 4 or not key.endswith("s") or key.endswith(("ss", "us", "is")):
        return None
    if key.endswith("ies") and len(key) > 5:
        return key[:-3] + "y"
    if key.endswith(("ches", "shes", "sses", "xes")):
        return key[:-2]
    return key[:-1]


def key_of(name: str) -> str:
    """The one key of a spelling, however it is cased, accented, spaced or hyphenated."""
    return " ".join(tokenize(name).keys)
