"""Word lists, as data: section headings, months, titles, organisations, degrees, places. No code decides here."""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import cast


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower case without accents, full-width forms or stray spaces; scripts other than Latin stay as they are."""
    text = unicodedata.normalize("NFKD", text.replace("\u00ad", "")).casefold()
    bare = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", bare).replace("ı", "i").replace("ł", "l").split())


@cache
def load(name: str) -> dict[str, object]:
    """One JSON file of this folder."""
    text = resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")
    return cast("dict[str, object]", json.loads(text))


@cache
def folded(name: str, key: str) -> frozenset[str]:
    """One list of a file as a set of folded words."""
    return frozenset(fold(word) for word in cast("list[str]", load(name)[key]))
