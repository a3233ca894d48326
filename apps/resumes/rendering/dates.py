"""Dates as a resume shows them: month and year, the day left out."""

from __future__ import annotations

from apps.resumes.rendering.wording import LABELS, MONTHS


def shown_date(date: str, language: str) -> str:
    """`2019-04-30` and `2019-04` as "Apr 2019", `2019` as it is; "" for "". The language is one of `wording`."""
    year, _, rest = date.partition("-")
    month = rest[:2]
    if month.isdecimal() and 1 <= int(month) <= 12:
        return f"{MONTHS[language][int(month) - 1]} {year}"
    return date


def shown_span(start: str, end: str, language: str, *, is_current: bool = False) -> str:
    """From start to end or to the present; what is unknown is left out, and one date stands alone."""
    last = LABELS[language]["present"] if is_current else shown_date(end, language)
    first = shown_date(start, language)
    return first if first == last else " – ".join(part for part in (first, last) if part)


def shown_validity(obtained: str, expires: str, language: str) -> str:
    """When a certificate was obtained and until when it holds."""
    if obtained or not expires:
        return shown_span(obtained, expires, language)
    return f"{LABELS[language]['until']} {shown_date(expires, language)}"
