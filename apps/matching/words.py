"""Words as they are compared: folded, split, lightly stemmed. The same for titles, places and degrees."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[+#]+)?", re.UNICODE)
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Case, accents and width out, so that `Ärztin`, `ARZTIN` and `ärztin` compare equal."""
    if text.isascii():
        return text.lower()
    flat = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    if flat.isascii():
        return flat
    return "".join(char for char in flat if not unicodedata.combining(char)).translate(_UNDECOMPOSED)


def words(text: str) -> list[str]:
    """The folded words of `text` in their order; `c++` and `c#` stay whole."""
    return _WORD.findall(fold(text))


def singular(word: str) -> str:
    """An English plural made singular, roughly: `sales` and `systems` lose their s, `business` and `aws` don't."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
