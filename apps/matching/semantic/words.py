"""Text as the words that meaning is learnt from. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from apps.vacancies.lexicon.tokens import singular

# "c++", "c#" and "node.js" are words; a number alone is none.
_WORD = re.compile(r"[a-z][a-z0-9]*(?:\.(?:js|net|io)\b)?(?:\+\+|#)?")
_MARKS = re.compile("[\u0300-\u036f]")
_LONGEST = 40


def words(text: str) -> list[str]:
    """The words in order: lower case, without accents, English plurals as their singular, no numbers."""
    text = text.lower()
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text).replace("ß", "ss"))
    return [word for found in _WORD.findall(text) if (word := _base(found))]


@lru_cache(maxsize=1 << 17)
def _base(word: str) -> str:
    if len(word) > _LONGEST:
        return ""
    return (singular(word) if word.isalnum() else None) or word
