"""The day until which one may apply, where a text names it in full: "Application deadline: 20 October 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from apps.vacancies.normalise.dates import believable_deadline
from apps.vacancies.normalise.posting import Provenance

_HINTS = ("eadline", "DEADLINE", "losing date", "losing Date", "pply by", "pplication by", "pply before", "pplications close",
          "will close", "to close on", "ewerbungs", "ate limite")  # fmt: skip
_DECADES = ("202", "203", "201")
_CUE = re.compile(
    r"\b(?:deadline|closing date|(?:apply|submit your application|applications?) (?:by|before)|"
    r"applications? (?:will )?close|(?:opening|posting|window|position|role) (?:\w+ ){0,3}(?:will|to) close|bewerbungs(?:frist|schluss)|date limite)\b",
    re.I,
)  # fmt: skip
_NAMES = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    "january|february|march|april|may|june|july|august|sept|october|november|december",
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember",
)
_MONTHS = {name: number for row in _NAMES for number, name in enumerate(row.split("|"), 1)}
_WORD = r"(?P<month>[^\W\d_]{3,9})\.?"
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        r"\b(?P<year>20\d\d)-(?P<number>\d{1,2})-(?P<day>\d{1,2})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: of)? {_WORD},? (?P<year>20\d\d)\b",
        rf"\b{_WORD} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>20\d\d)\b",
        r"\b(?P<number>\d{1,2})[/-](?P<day>\d{1,2})[/-](?P<year>20\d\d)\b",
        r"\b(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>20\d\d)\b",
    )
)
_SLASHED = _FORMS[3]
_NEAR = 70


def deadline_claims(
    stated: date | None, text: str, now: datetime
) -> Iterator[tuple[Provenance, date | None]]:
    """The source's day, else the text's, as far as they can be believed at `now`."""
    believed = believable_deadline(stated, now)
    yield "field", believed
    if believed is None:
        yield "text", believable_deadline(find_deadline(text), now)


def find_deadline(text: str) -> date | None:
    """The first full date behind words that call it a deadline. None without a year, and for "08/09/2026"."""
    if not any(decade in text for decade in _DECADES):
        return None
    for at in _hinted(text):
        cue = _CUE.search(text, max(0, at - _NEAR), at + _NEAR)
        near = text[cue.end() : cue.end() + _NEAR].split("\n\n")[0] if cue else ""
        for form in _FORMS:
            if (match := form.search(near)) and (day := _date(match, is_slashed=form is _SLASHED)):
                return day
    return None


def _hinted(text: str) -> list[int]:
    """Where words of a cue stand: a search for fixed words is many times faster than one for the expression."""
    found = []
    for hint in _HINTS:
        at = text.find(hint)
        while at >= 0:
            found.append(at)
            at = text.find(hint, at + 1)
    return sorted(found)


def _date(match: re.Match[str], *, is_slashed: bool) -> date | None:
    parts = match.groupdict()
    day, number = int(parts["day"]), int(parts.get("number") or 0)
    number = number or _MONTHS.get((parts.get("month") or "").lower(), 0)
    if is_slashed and day != number and day <= 12:
        if number <= 12:
            return None  # month or day first: the text alone doesn't tell
        day, number = number, day
    try:
        return date(int(parts["year"]), number, day)
    except ValueError:
        return None
