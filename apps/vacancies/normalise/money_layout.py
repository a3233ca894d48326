"""Pay whose meaning is in how a text is laid out: "Minimum: … Maximum: …", and thousands without a currency."""

from __future__ import annotations

import re

from apps.vacancies.normalise.money import is_plausible, matched_pay, read_bare_pay
from apps.vacancies.normalise.money_context import is_called_pay
from apps.vacancies.normalise.money_pattern import SPREAD
from apps.vacancies.normalise.posting import Pay

_HEAD, _PART, _RANGE, _BESIDE = 1000, 60, 16, 40


def find_spread(text: str) -> Pay | None:
    """ "Minimum: $76,800 Maximum: $186,200", be it over two lines."""
    if ("Min" not in text and "min" not in text) or ("Max" not in text and "max" not in text):
        return None
    for match in SPREAD.finditer(text):
        before = text[max(0, match.start() - 120) : match.start()].replace("\n", " ")
        if is_called_pay(before, match[0], "") and (pay := matched_pay(match, text, before)) and pay.period:
            return pay if is_plausible(pay) else None
    return None


def find_headline(text: str) -> Pay | None:
    """Thousands without a currency: "Acme | Baker | 50-85k + equity" in the first two lines, or beside "salary"."""
    for line in text[:_HEAD].split("\n", 2)[:2]:
        for part in re.split(r"[|()]", line) if "|" in line else ():
            part = part.strip()
            if len(part) < _PART and part[:1].isdigit() and (pay := read_bare_pay(part[:_RANGE])):
                return pay
    at = text.find("alary")
    while at >= 0:
        start = max(text.rfind("\n", 0, at) + 1, at - _BESIDE // 2)
        if pay := read_bare_pay(text[start : at + _BESIDE].split("\n")[0]):
            return pay
        at = text.find("alary", at + 1)
    return None
