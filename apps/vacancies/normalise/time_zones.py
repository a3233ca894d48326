"""The time zones that a location or a title asks for: "UTC-5 to UTC+1", "GMT+2 ±3h", "EST/PST hours"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from apps.vacancies.normalise.posting import Provenance
from apps.vacancies.normalise.text import clean

# Standard time; who names a zone of summer time means that.
_NAMED = {
    "UTC": 0.0, "GMT": 0.0, "WET": 0.0, "BST": 1.0, "CET": 1.0, "CEST": 2.0, "EET": 2.0, "EEST": 3.0, "MSK": 3.0,
    "IST": 5.5, "SGT": 8.0, "HKT": 8.0, "JST": 9.0, "KST": 9.0, "AEST": 10.0, "AEDT": 11.0, "NZST": 12.0, "NZDT": 13.0,
    "BRT": -3.0, "AST": -4.0, "EST": -5.0, "EDT": -4.0, "ET": -5.0, "CST": -6.0, "CDT": -5.0, "CT": -6.0,
    "MST": -7.0, "MDT": -6.0, "MT": -7.0, "PST": -8.0, "PDT": -7.0, "PT": -8.0, "AKST": -9.0, "HST": -10.0,
}  # fmt: skip
_WORDED = {"Eastern": -5.0, "Central European": 1.0, "Central": -6.0, "Mountain": -7.0, "Pacific": -8.0}
_WEST, _EAST, _WIDEST = -12.0, 14.0, 12
_SIGNED = r"[+\-−–]\s?\d{1,2}(?:[:.]\d{1,2})?(?!\d)"
# In capitals: "est", "pt" and "et" are words.
_NAME = rf"\b(?:{'|'.join(_NAMED)})\b"
# Two letters are a state as well ("Hartford, CT - MT Vernon"): only "CT hours" is a zone's.
_ZONE = rf"(?:(?i:UTC|GMT)\s?{_SIGNED}|\b(?:{'|'.join(name for name in _NAMED if len(name) > 2)})\b)"
_ABOUT = r"(?:±|\+\s?/\s?[-−–]|\+[-−])\s?(?P<hours>\d{1,2})(?!\d)"
_HOURS = r"(?:\s?(?:h|hrs?|hours?)\b)?"
_AROUND = re.compile(rf"(?P<zone>{_ZONE})\s?[(,]?\s?{_ABOUT}{_HOURS}")
_FROM = re.compile(rf"{_ABOUT}{_HOURS}\s(?:(?:from|of|around|within|to)\s)?(?P<zone>{_ZONE})")
_RANGE = re.compile(
    rf"(?P<first>{_ZONE})\s?(?:to|through|until|and|\.\.\.?|[-–—])\s?(?P<last>{_ZONE}|{_SIGNED})"
)
# Alone, a name says what time it is there, and asks for nothing.
_SAID = rf"(?:{_NAME}|\b(?:{'|'.join(_WORDED)})\b)"
_LIST = re.compile(
    rf"(?P<names>{_SAID}(?:\s?(?:/|,|&|\bor\b|\band\b)\s?{_SAID})*)\s?(?:[Ss]tandard\s)?"
    r"(?:[Tt]ime\s?-?[Zz]ones?|[Tt]imes?\b|(?:(?:[Bb]usiness|[Ww]orking)\s)?[Hh]ours?\b|[Oo]verlap)"
)
_SINGLE = re.compile(rf"(?:UTC|GMT)\s?{_SIGNED}", re.I)
_MAYBE = re.compile(rf"(?i:UTC|GMT)|{_SAID}")


def time_zone_claims(
    stated: Sequence[float], lines: Iterable[str]
) -> tuple[tuple[Provenance, tuple[float, ...] | None], ...]:
    """What the source's field says, and what its locations and its title say; None where that is nothing."""
    read = believable_offsets(hours for line in lines for hours in read_time_zones(clean(line)))
    return ("field", believable_offsets(stated) or None), ("text", read or None)


@lru_cache(maxsize=1 << 14)
def read_time_zones(text: str) -> tuple[float, ...]:
    """UTC offsets in hours, ascending, that a line names; of a range, every whole step. () when it names none."""
    if not _MAYBE.search(text):
        return ()
    found: set[float] = set()
    for pattern in (_AROUND, _FROM):
        for match in pattern.finditer(text):
            middle, reach = _offset(match["zone"]), min(int(match["hours"]), _WIDEST)
            found |= _steps(middle - reach, middle + reach)
        text = pattern.sub(" ", text)
    for match in _RANGE.finditer(text):
        found |= _steps(*sorted((_offset(match["first"]), _offset(match["last"]))))
    text = _RANGE.sub(" ", text)
    for match in _LIST.finditer(text):
        found |= {(_NAMED | _WORDED)[name] for name in re.findall(_SAID, match["names"])}
    found |= {_offset(match[0]) for match in _SINGLE.finditer(_LIST.sub(" ", text))}
    return believable_offsets(found)


def believable_offsets(hours: Iterable[float]) -> tuple[float, ...]:
    """Those that some place on earth has, ascending, each once."""
    return tuple(sorted({hour for hour in hours if _WEST <= hour <= _EAST}))


def _steps(first: float, last: float) -> set[float]:
    return {first + step for step in range(int(last - first) + 1)}


def _offset(zone: str) -> float:
    """Hours of "UTC+5:30", "GMT -3", "+1", "CET"."""
    if (hours := _NAMED.get(zone)) is not None:
        return hours
    signed = re.sub(r"\s|UTC|GMT", "", zone, flags=re.I)
    whole, separator, rest = signed[1:].partition(":" if ":" in signed else ".")
    part = int(rest) / 60 if separator == ":" else float(f"0.{rest or 0}")
    return (int(whole) + part) * (1 if signed[0] == "+" else -1)
