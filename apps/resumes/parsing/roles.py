"""Who plays which role: how much a text looks like a job title, an organisation, a degree, a school or a place.

Scores are small positive numbers; 0 means no sign of it. They come from word lists alone and decide between
readings of the same page, never by themselves.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import cast

from apps.resumes.parsing.vocabulary import fold, folded, load

_WORDS = re.compile(r"[^\W\d_](?:[\w.'’/&-]*\w)?\.?", re.UNICODE)
_STRONG_SPLIT = re.compile(
    r"\s+[|·•⋄●–—]\s+|\s+[-@]\s+|\s*\|\s*|\s+at\s+(?=[A-Z])|\s+bei\s+(?=[A-ZÄÖÜ])|\s+chez\s+(?=[A-ZÉ])|\u3000"
)
_COMMA_SPLIT = re.compile(r",\s+|、|;\s+")
_REMEMBERED = 8192
_TOWN_WORDS = re.compile(r"\b(?:City|Town|Park|Port|County|Mills|House|Court|Farms?|Mobile|Home)\b")
Scorer = Callable[[str], float]


@lru_cache(maxsize=_REMEMBERED)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(fold(word).rstrip(",") for word in re.split(r"[\s/()]+", text) if word)


@cache
def _suffixes(name: str, key: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in cast("list[str]", load(name)[key]))


def _has_cjk(text: str, name: str) -> bool:
    return any(word in text for word in cast("list[str]", load(name)["cjk"]))


@lru_cache(maxsize=_REMEMBERED)
def title_score(text: str) -> float:
    """How much the text reads like a job title."""
    words = folded("titles", "words")
    tokens = [token.strip(".,:-") for token in _tokens(text)]
    if not tokens:
        return 0.0
    forms = [{token, *re.split(r"[-·]", token)} for token in tokens]
    hits = sum(any(form in words for form in group) for group in forms)
    score = min(hits, 2) * 0.8
    if hits and (forms[-1] & words or forms[0] & words):
        score += 0.4
    if not hits and any(token.endswith(_suffixes("titles", "suffixes")) for token in tokens):
        score = 1.0
    if _has_cjk(text, "titles"):
        score += 1.0
    if re.search(r"\b[IVX]{1,3}$", text) and hits:
        score += 0.2
    if _legal_form(text):
        score -= 1.0
    return max(score, 0.0)


def _legal_form(text: str) -> bool:
    tokens = {fold(token).strip(",()") for token in re.split(r"\s+", text)[1:]}
    return bool(tokens & folded("organisations", "legal"))


@lru_cache(maxsize=_REMEMBERED)
def organisation_score(text: str) -> float:
    """How much the text reads like the name of an employer."""
    tokens = [token.strip(".,:") for token in _tokens(text)]
    if not tokens:
        return 0.0
    words = folded("organisations", "words")
    hits = sum(token in words or any(part in words for part in token.split("-")) for token in tokens)
    score = min(hits, 2) * 0.7
    if hits and (tokens[-1] in words or tokens[0] in words):
        score += 0.2
    if _legal_form(text):
        score += 1.5
    if _has_cjk(text, "organisations"):
        score += 1.2
    if re.search(r"\w\s&\s\w", text) and not hits:
        score += 0.3
    if re.search(
        r"^\(?(?:self[- ]employed|freelance|freiberuflich|selbstständig|autónom[oa]|indépendante?|libero professionista|zzp)\b",
        fold(text),
    ):
        score += 0.8
    return score


@lru_cache(maxsize=_REMEMBERED)
def school_score(text: str) -> float:
    """How much the text reads like the name of a school."""
    flat = f" {fold(text)} "
    score = 0.0
    for word in folded("degrees", "schools"):
        inside = (len(word) >= 6 or word[0] > "\u2fff") and word in flat
        if inside or f" {word.strip()} " in flat:
            score = max(score, 1.4 if len(word) > 4 or word[0] > "\u2fff" else 1.0)
    return score + (0.2 if score else 0.35) * min(organisation_score(text), 1.5)


@cache
def _degree_pattern() -> re.Pattern[str]:
    words = sorted(
        (fold(word) for word in cast("list[str]", load("degrees")["words"])), key=len, reverse=True
    )
    latin = [
        re.escape(word) for word in words if word[0].isascii() or word[0] > "\u2fff" or word[0].isalpha()
    ]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(latin)})(?!\w)")


def _as_written(word: str, text: str) -> bool:
    """Abbreviations of two letters count in capitals only, of three with a capital: MA, not "Ma"; Bac, not "bac"."""
    if len(word) > 3 or "." in word or not word.isalpha():
        return True
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)
    return found is not None and (found[0].isupper() or (len(word) == 3 and not found[0].islower()))


@lru_cache(maxsize=_REMEMBERED)
def degree_score(text: str) -> float:
    """How much the text reads like a degree or qualification."""
    if re.search(r",\s[A-Z]{2}$", text) and place_score(text) >= 1.2:
        return 0.0  # "Boston, MA" is no master of arts
    flat = fold(text)
    found = next((match for match in _degree_pattern().finditer(flat) if _as_written(match[0], text)), None)
    if not found:
        cjk = any(mark in flat for mark in ("学士", "修士", "博士", "普通科", "학사", "석사", "博士"))
        return 1.4 if cjk else 0.0
    return 1.4 if found.start() <= 2 else 0.8


@lru_cache(maxsize=_REMEMBERED)
def place_score(text: str) -> float:
    """How much the text reads like a town, region or country."""
    bare = re.sub(r"\(.*?\)", "", text).strip(" ,.")
    if not bare or len(bare) > 50 or len(bare.split()) > 6:
        return 0.0
    known = _places()
    if fold(bare) in known:
        return 2.0
    if strong := re.search(r"\s[–—|·•-]\s", bare):
        tail = bare[strong.end() :]
        return 2.0 if tail in _regions() or fold(tail) in known else 0.0
    parts = [part.strip() for part in re.split(r",\s*|\s(?=[A-Z]{2,3}$)", bare) if part.strip()]
    if len(parts) > 1 and re.search(r"\d", re.sub(r"\b\d{4,6}\b", "", parts[0])):
        return 0.0
    if len(parts) > 1 and _is_region(parts[-1], known):
        land = fold(parts[-1]) in folded("places", "countries")
        inner = len(parts) == 2 or (len(parts) == 3 and land and _is_region(parts[-2], known))
        town = _TOWN_WORDS.sub("", parts[0])
        return 2.0 if inner and organisation_score(town) < 0.7 and not title_score(town) else 0.0
    if re.match(r"\d{4,6}\s+\S", bare) or re.search(
        r"[都道府県][^\s]{1,6}[市区町村]$|^[^\s]{2,4}[市区町村]$|\d+(?:er|e)$", bare
    ):
        return 1.6
    if len(parts) > 1 and fold(parts[0]) in known:
        return 1.2
    looks = bare[:1].isupper() and len(bare.split()) <= 3 and not re.search(r"\d", bare)
    town = _TOWN_WORDS.sub("", bare)
    return 0.3 if looks and not title_score(bare) and not organisation_score(town) else 0.0


@cache
def _places() -> frozenset[str]:
    return folded("places", "cities") | folded("places", "countries") | folded("places", "states")


def _is_region(text: str, known: frozenset[str]) -> bool:
    return re.sub(r"\s+\d{4,6}(?:-\d{4})?$", "", text) in _regions() or fold(text) in known


def is_region(text: str) -> bool:
    """Whether the text is the abbreviation of a state or province."""
    return text in _regions()


@cache
def _regions() -> frozenset[str]:
    return frozenset(cast("list[str]", load("places")["regions"]))


def fragments(text: str, *, commas: bool = True) -> list[str]:
    """The text cut at separators; legal forms and brackets are not cut off what they belong to."""
    parts: list[str] = []
    for strong in _STRONG_SPLIT.split(text):
        pieces = _COMMA_SPLIT.split(strong) if commas else [strong]
        merged: list[str] = []
        for piece in pieces:
            if merged and (_belongs(piece) or merged[-1].count("(") > merged[-1].count(")")):
                merged[-1] += ", " + piece
            else:
                merged.append(piece)
        parts += [piece.strip(" ,;|·–-") for piece in merged]
    return [part for part in parts if part]


@cache
def _tails() -> frozenset[str]:
    return frozenset(word.replace(" ", "") for word in folded("organisations", "legal")) | {
        "s.l",
        "s.a",
        "inc",
        "ltd",
    }


def _belongs(piece: str) -> bool:
    return fold(piece).replace(" ", "") in _tails()


def partitions(parts: Sequence[str], order: Sequence[str]) -> list[dict[str, str]]:
    """All ways to give the parts, in order and without gaps, to the roles of `order`."""
    found: list[dict[str, str]] = []
    count, roles = len(parts), len(order)
    for cuts in itertools.combinations(range(1, count), roles - 1):
        edges = (0, *cuts, count)
        found.append({role: ", ".join(parts[edges[i] : edges[i + 1]]) for i, role in enumerate(order)})
    return found


def best_split(
    text: str, orders: Sequence[Sequence[str]], score: Callable[[dict[str, str]], float]
) -> tuple[float, Sequence[str], dict[str, str]]:
    """The best reading of one line that holds several roles, with its score and the order of roles it took."""
    parts = fragments(text)[:7]
    best: tuple[float, Sequence[str], dict[str, str]] = (-1.0, orders[0], {orders[0][0]: text})
    for order in orders:
        for reading in partitions(parts, order):
            value = score(reading)
            if value > best[0]:
                best = (value, order, reading)
    return best
