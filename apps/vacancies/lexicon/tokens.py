"""Words as the lexicon sees them: "C++", "C#", ".NET" and "Node.js" are one token each, "/" and "&" are their own."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_LETTERS = r"[^\W_̀-ͯ]+[̀-ͯ]*"
_WORD = rf"(?:{_LETTERS})+"
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+"  # addresses hold words that are no skills
    r"|(?<!\w)\.(?:NET|Net|net)\b"
    rf"|{_WORD}(?:\.(?=[a-z0-9]|NET\b|JS\b){_WORD})*(?:\+\+|#(?!\w)|\+(?!\w))?"
    r"|[/&]"
)
# What may stand between two words of one name: nothing, one space, a hyphen, an apostrophe, one line break.
_GAP = re.compile(r"[ \t\xa0]*\n?[ \t\xa0]*|[-‐‑–'’]")


class Token(NamedTuple):
    """A word of a text: its folded form, as it is written, and its character offsets."""

    key: str
    raw: str
    start: int
    end: int


def fold(word: str) -> str:
    """Lower case without accents: "Führung" and "FUHRUNG" are the same word to the lexicon."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def tokenize(text: str) -> list[Token]:
    """Every token of the text, in order."""
    return [Token(fold(m[0]), m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]


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
    return " ".join(token.key for token in tokenize(name))
