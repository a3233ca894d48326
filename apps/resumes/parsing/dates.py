"""Dates as people write them on resumes, in many languages: points, ranges, seasons, running jobs.

A point is "YYYY-MM" or "YYYY". Years lie between 1940 and 2045; anything else is no date.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, cast

from apps.resumes.parsing.vocabulary import fold, folded, load


class Span(NamedTuple):
    """A time span in a text. `single` when the page gives one point only; offsets are into the text searched."""

    start: str
    end: str
    current: bool
    single: bool
    at: int
    to: int


_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_GREGORIAN = r"(?:平成|令和|昭和)\s?(?:\d{1,2}|元)年"
_DURATION = re.compile(
    r"\(?\b\d+(?:[.,]\d)?\s*\+?\s*(?:years?|yrs?|yr|months?|mos?|jahre?n?|monate?n?|ans?|mois|años?|meses|mes|anni|anno|mesi|mese"
    r"|jaar|maanden|maand|lat|lata|rok|miesięcy|miesiące|miesiąc|anos?|weeks?|wochen|yıl|ay|år|måneder|månader)\b\.?"
    r"(?:,?\s*(?:and|und|et|y|e|en|i)?\s*\d+\s*(?:months?|mos?|monate?n?|mois|mes(?:es)?|mesi|mese|maanden|maand|miesięcy|miesiące|ay|måneder|månader))?\)?"
    r"|[(（]?\d+年(?:間)?(?:\d+[ヶかカケ]月)?[)）](?!\d)",
    re.IGNORECASE,
)


@cache
def _words(key: str) -> list[str]:
    words = cast("list[str]", load("words")[key])
    return sorted({form for word in words for form in (word, fold(word))}, key=len, reverse=True)


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


@cache
def _months() -> dict[str, int]:
    table: dict[str, int] = {}
    for number, names in enumerate(cast("list[list[str]]", load("words")["months"]), 1):
        for name in names:
            table.setdefault(fold(name), number)
    return table


@cache
def _point(*, after_dash: bool = False) -> str:
    names = sorted({form for name in _month_names() for form in (name, fold(name))}, key=len, reverse=True)
    month = rf"(?<![^\W\d_])(?:{_any(names)})\b\.?"
    season = rf"(?<![^\W\d_])(?:{_any(_words('seasons'))})s?\b"
    before = r"\d" if after_dash else r"\d.,$€£#/-"
    of = r"(?:\s+(?:de|del|di|d'|of|do|des))?"
    return (
        rf"(?:{_YEAR}\s?年\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?|{_YEAR}\s?年|{_YEAR}\s?년\s?\d{{1,2}}\s?월|{_GREGORIAN}\s?\d{{1,2}}月"
        rf"|(?:\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?{of}\s+)?{month}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?=\s+{_YEAR}))?{of}\s*[,/.\-]?\s*(?:{_YEAR}|['’]\d\d)(?!\d)"
        rf"|{season}{of},?\s*(?:{_YEAR}|['’]\d\d)(?:[/–-]\d\d(?!\d))?"
        rf"|(?<!\d){_YEAR}(?:\s?/\s?|[-.])(?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?![\d./])"
        rf"|(?<![\d/])(?:(?:0?[1-9]|[12]\d|3[01])[./])?(?:0?[1-9]|1[0-2])\s?[./-]\s?{_YEAR}(?!\d)"
        rf"|(?<!\d)(?:0[1-9]|1[0-2])/\d\d(?![\d/%])"
        rf"|{_YEAR}\s+{month}"
        rf"|(?<![{before}]){_YEAR}(?![\d%])(?!\s?(?:pupils|students|units|km|mm|kg|h\b)))"
    )


def _month_names() -> list[str]:
    return [name for names in cast("list[list[str]]", load("words")["months"]) for name in names]


@cache
def _pattern() -> re.Pattern[str]:
    point, end = _point(), _point(after_dash=True)
    names = sorted({form for name in _month_names() for form in (name, fold(name))}, key=len, reverse=True)
    separator = rf"\s*(?:[–—―‒−~〜～→‐-]|\b(?:{_any([w for w in _words('range_words') if w.isalpha() or ' ' in w or ('/' in w and len(w) > 1)])})\b|から|까지|(?<=\d)\s(?:and|und|et|y|e|en|og|och|&)(?=\s{_YEAR}\b))+\s*"
    present = rf"(?:\(?(?:the\s)?(?:{_any(_words('present'))})\)?(?![^\W\d_]))"
    since = rf"(?:\b(?:{_any(_words('since'))})\b\.?:?\s+)"
    bare = rf"(?<![^\W\d_])(?:{_any(names)})\b\.?|(?<!\d)(?:0?[1-9]|1[0-2])"
    qualifier = rf"(?:\(?\b(?:{_any(_words('qualifiers'))})\b:?\s+)?"
    return re.compile(
        rf"(?P<since>{since})?{qualifier}(?:(?P<start>{point})|(?P<bare>{bare})(?={separator}))"
        rf"(?:{separator}(?:(?:in\s|{since})?{qualifier}(?P<end>{end})|(?P<present>{present})|(?P<short>['’]?\d\d(?![\d.,/%]\d|\d))))?"
        rf"(?P<open>\s*(?:[–—-]|(?:から|～|〜))\s*$)?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8192)
def find(text: str) -> Span | None:
    """The span a text states, the last range before the last single point; None when there is no date."""
    if not any(char.isdigit() for char in text):
        return None
    found = [span for match in _pattern().finditer(text) if (span := _span(match))]
    ranges = [span for span in found if not span.single]
    return (ranges or found)[-1] if found else None


def find_all(text: str) -> list[Span]:
    """Every span of a text, from left to right."""
    return [span for match in _pattern().finditer(text) if (span := _span(match))]


def without(text: str, span: Span) -> str:
    """The text without the span, its brackets, durations and the separators left over."""
    head, tail = text[: span.at].rstrip(), text[span.to :].lstrip()
    if head.endswith(("(", "[", "（")):
        head, tail = head[:-1], tail.lstrip(")]） ")
    rest = f"{head}\x00{tail}"
    rest = _DURATION.sub("", rest)
    rest = re.sub(r"\s*[|·•,;–—/-]?\s*\x00\s*[|·•,;:–—/-]?\s*", lambda m: _seam(m.group()), rest)
    rest = rest.strip(" |·•,;–—-/\t:")
    return rest[1:-1].strip() if rest.startswith("(") and rest.endswith(")") else rest


def _seam(text: str) -> str:
    marks = text.replace("\x00", "").strip()
    return f" {marks[0]} " if len(marks) > 1 else " "


def is_noise(text: str) -> bool:
    """Whether nothing but a duration ("2 years 10 months") is said."""
    return bool(text) and not _DURATION.sub("", text).strip(" ()·•|,–-")


def says_nothing(text: str) -> bool:
    """Whether what was left of a text once its dates were taken out only went with them: "until", "2 years"."""
    left = fold(text).strip(" .()–-")
    return (
        is_noise(text)
        or is_present(text)
        or left in folded("words", "until")
        or not any(map(str.isalnum, left))
    )


def is_present(text: str) -> bool:
    """Whether the text says that something still runs."""
    return fold(text).strip(" .()–-") in folded("words", "present")


def _span(match: re.Match[str]) -> Span | None:
    end = match["end"] and parse_point(match["end"])
    if match["bare"]:
        month = _months().get(fold(match["bare"]).rstrip(".")) or _number(match["bare"])
        if not end or len(end) < 7 or not month:
            return None
        return Span(f"{end[:4]}-{month:02d}", end, False, False, match.start(), match.end())
    start = parse_point(match["start"])
    if not start:
        return None
    at, to = match.start(), match.end()
    if match["present"] or match["open"]:
        return Span(start, "", True, False, at, to)
    if end:
        return Span(start, end, False, False, at, to) if end[:4] >= start[:4] else None
    if match["short"]:
        year = int(start[:2] + match["short"][-2:])
        year += 100 if year < int(start[:4]) else 0
        if year - int(start[:4]) <= 45:
            return Span(start, str(year), False, False, at, to)
    if match["since"]:
        return Span(start, "", True, False, at, to)
    return Span(start, start, False, True, at, to)


def _number(text: str) -> int:
    return int(text) if text.isdigit() and 1 <= int(text) <= 12 else 0


def parse_point(text: str) -> str:
    """One point in time as "YYYY-MM" or "YYYY"; "" when there is none."""
    folded = fold(text)
    year = re.search(_YEAR, folded)
    if not year:
        return _short_point(folded)
    names = [word for word in re.findall(r"[^\W\d_]+", folded) if word in _months()]
    if names and names[0] not in _seasons():
        return f"{year[0]}-{_months()[names[0]]:02d}"
    rest = folded[: year.start()] + " " + folded[year.end() :]
    if _has_season(folded):
        return year[0]
    numbers = [int(number) for number in re.findall(r"\d+", rest)]
    if not numbers:
        return year[0]
    leading = folded.strip().startswith(year[0])
    month = numbers[0] if leading or len(numbers) == 1 else numbers[1]
    return f"{year[0]}-{month:02d}" if 1 <= month <= 12 else year[0]


def _short_point(folded: str) -> str:
    month_year = re.fullmatch(r"(0[1-9]|1[0-2])/(\d\d)", folded.strip())
    if month_year:
        return f"{_century(month_year[2])}-{month_year[1]}"
    short = re.search(r"['’](\d\d)", folded)
    names = [word for word in re.findall(r"[^\W\d_]+", folded) if word in _months()]
    if short and names:
        return f"{_century(short[1])}-{_months()[names[0]]:02d}"
    return _century(short[1]) if short else ""


def _century(two: str) -> str:
    return ("20" if int(two) <= 45 else "19") + two


@cache
def _seasons() -> frozenset[str]:
    return frozenset(fold(word) for word in _words("seasons"))


def _has_season(folded: str) -> bool:
    return any(
        word.rstrip("s") in _seasons() or word in _seasons() for word in re.findall(r"[^\W\d_]+", folded)
    )
