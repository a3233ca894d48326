"""Is this line the title of a section, and of which kind? By words alone; typography is judged in `sections`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from apps.resumes.parsing.vocabulary import fold, load

_AND = re.compile(r"\s*(?:[&+/|,、・]|\b(?:and|und|et|y|e|en|i|ve|och|og|ja|a|och|oder|or)\b)\s*")
_CLEAN = re.compile(r"^[\W\d_]+|[\W_]+$")
_LETTERSPACED = re.compile(r"^(?:\w ){3,}\w$")
MAX_WORDS = 6


class Heading(NamedTuple):
    """A kind of section; `strong` where the words leave no doubt, weak where typography must agree."""

    kind: str
    strong: bool


@cache
def _phrases() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, phrases in load("headings").items():
        for phrase in cast("list[str]", phrases):
            table.setdefault(_key(phrase), kind)
            table.setdefault(fold(phrase), kind)
    return table


@cache
def _stems() -> dict[str, str]:
    stems = cast("dict[str, list[str]]", load("words")["heading_stems"])
    return {fold(stem): kind for kind, words in stems.items() for stem in words}


@cache
def _open_stems() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Stems long enough to end a compound word, and stems of scripts without spaces."""
    stems = tuple(_stems())
    return tuple(stem for stem in stems if len(stem) >= 8), tuple(
        stem for stem in stems if stem[0] > "\u3039"
    )


def _key(text: str) -> str:
    return " & ".join(part for part in _AND.split(fold(text)) if part)


def match(text: str) -> Heading | None:
    """The kind of section this text is a title of, or None. At most six words are considered."""
    if not text or len(text) > 60:
        return None
    return _match(text)


@lru_cache(maxsize=8192)
def _match(text: str) -> Heading | None:
    if _LETTERSPACED.match(text.strip()):
        text = text.replace(" ", "")
    bare = fold(_CLEAN.sub("", text.strip()))
    if not bare or len(bare.split()) > MAX_WORDS or "@" in bare:
        return None
    table = _phrases()
    if kind := table.get(bare) or table.get(_key(bare)):
        return Heading(kind, True)
    parts = [part for part in _AND.split(bare) if part]
    if len(parts) > 1 and (kind := table.get(parts[0])):
        listed = bool(re.search(r"[,|]", bare))
        if all(part in table for part in parts) or not listed:
            return Heading(kind, all(part in table for part in parts) or len(bare.split()) <= 4)
    return _by_stem(text, bare)


def _by_stem(text: str, bare: str) -> Heading | None:
    if re.search(r"\d|[.;,]\s|[.;]$", text) or text.strip()[:1].islower():
        return None
    stems, words = _stems(), [part for part in re.split(r"[\s&/-]+", bare) if part]
    if len(words) > 5:
        return None
    for word in (words[-1], words[0]):
        if kind := stems.get(word):
            return Heading(kind, False)
    if len(words) > 1 or len(bare) > 40:
        return None
    ends, within = _open_stems()
    tail = next((stem for stem in ends if bare.endswith(stem)), None)
    tail = tail or next((stem for stem in within if stem in bare and len(bare) <= 12), None)
    return Heading(stems[tail], False) if tail else None
