"""Finding pay in a description: the sentence that names it, and none of those that name other money."""

from __future__ import annotations

import re

from apps.vacancies.normalise.money import RANGE, SINGLE, matched_pay, read_period
from apps.vacancies.normalise.posting import Pay, PayPeriod

_SIGNS = (
    "$",
    "€",
    "£",
    "₹",
    "USD",
    "EUR",
    "GBP",
    "CAD",
    "AUD",
    "CHF",
    "SEK",
    "PLN",
    "zł",
    "INR",
    "¥",
    "Euro",
    "euro",
)
_CUE = re.compile(
    r"\b(?:salar(?:y|ies)|compensation|base pay|pay|paid|wages?|remuneration|ote|on[- ]target|hourly rate|day rate|rate|"
    r"earn(?:ings?)?|gehalt|vergütung|jahresgehalt|monatsgehalt|stundenlohn|lohn|uurloon|salaris|rémunération|salaire|salario|retribuci[óo]n|lön|wynagrodzeni\w+|stipendio)\b",
    re.I,
)  # fmt: skip
# Cheaper than the expression, and never stricter: a line without any of these, under such a heading, is not about pay.
_HINTS = ("salar", "ompensation", "ay", "age", "emuneration", "OTE", "arget", "ate", "arn", "ehalt", "ergütung", "lohn", "lön",
          "émunération", "alaire", "brutto", "onat", "tunde", "etribuci", "wynagrodzeni", "tipendio", "/", "per", "SALAR")  # fmt: skip
_MONEY = re.compile(
    r"[$€£₹¥]\s?\d|\d\s?(?:[$€£₹¥]|zł)|\d\s?euros?\b|\d\s?Euros?\b|\b(?:USD|EUR|GBP|CAD|AUD|CHF|SEK|PLN|INR)\b"
)
_OTHER_MONEY = re.compile(
    r"\b(?:rais(?:ed|ing)|fund(?:ing|ed|s)?|series [a-f]|valuation|revenue|arr|gmv|tvl|aum|market|industry|investors?|"
    r"invest(?:ed|ment)|million|billion|trillion|budget|stipend|reimburse\w*|allowance|credits?|donat\w+|referral|perks?|wellness|"
    r"learning|training|education|equipment|home[- ]office|phone|internet|gym|commut\w+|childcare|fertility|401\(?k|match(?:ing|ed)?|"
    r"quota|deals?|bookings|pipeline|contracts?|transactions?|savings?|loans?|insurance|deductible|per diem|lunch|meals?|food|parking|transport|sign(?:ing)?[- ]on|"
    r"relocation|bonus of|grants?|spend|customers?|processed|clients?)\b",
    re.I,
)  # fmt: skip
_STRONG = re.compile(
    r"\b(?:salary|base pay|pay range|compensation range|hourly rate|wage|gehalt|monatsgehalt|jahresgehalt|stundenlohn|lohn|uurloon|ote|pay rate|pay scale|base salary)\b",
    re.I,
)
_CLAUSE_END = re.compile(r"[.,;:()+]|\b(?:and|plus|with|for|based|depending|in)\b")
_UNIT_AFTER = re.compile(
    r"\s?(?:(?:gross|brutto|bruts?|brutos?|lordi)\b\s?)?(?:/|per\b|an?\b|pro\b|par\b|por\b|al\b|im\b|monthly|hourly)",
    re.I,
)
_LEAST_WAGE: dict[PayPeriod, int] = {"hour": 8, "day": 60, "week": 250, "month": 900, "year": 10_000}
_LEAST_YEARLY = 10_000
_LONGEST_LINE = 1200


def find_pay(text: str) -> Pay | None:
    """The first pay range a description states, else the first single amount it calls a salary; None if unsure."""
    signs = [sign for sign in _SIGNS if sign in text]
    if not signs:
        return None
    single: Pay | None = None
    heading = ""
    for line in text.split("\n"):
        if not line:
            continue
        if any(sign in line for sign in signs) and (heading or any(hint in line for hint in _HINTS)):
            pay, is_range = _in_line(line[:_LONGEST_LINE], heading)
            if pay and is_range:
                return pay
            single = single or pay
        heading = line if len(line) < 80 else ""
    return single


def _in_line(line: str, heading: str) -> tuple[Pay | None, bool]:
    """The pay a line states, and whether it is a range. Only what stands near a currency is looked at closely."""
    windows = _windows(line)
    for start, end in windows:
        for match in RANGE.finditer(line, start, end):
            before, after = _before(line, match.start()), line[match.end() : match.end() + 60]
            pay = matched_pay(match, line, f"{heading} {before}") if _is_pay(before, heading, after) else None
            if pay and pay.period:
                return pay, True
    for start, end in windows:
        for match in SINGLE.finditer(line, start, end):
            before, after = _before(line, match.start()), line[match.end() : match.end() + 60]
            named = _STRONG.search(before) or (_STRONG.search(heading) and len(before) < 20)
            if not named and not _is_wage(match, before, after):
                continue
            pay = matched_pay(match, line, before) if _is_pay(before, heading, after) else None
            if pay and pay.period and (pay.period != "year" or (pay.minimum or 0) >= _LEAST_YEARLY):
                return pay, False
    return None, False


def _is_wage(match: re.Match[str], before: str, after: str) -> bool:
    """Whether a line begins with an amount and its period, and the amount is one a person lives on: "£98 per day"."""
    unit = _UNIT_AFTER.match(after)
    pay = (
        matched_pay(match, f"{match[0]}{after}", after)
        if unit and len(before) < 20 and match.start() < 30
        else None
    )
    least = _LEAST_WAGE.get(pay.period) if pay and pay.period else None
    return bool(pay and least and (pay.minimum or 0) >= least)


def _windows(line: str) -> list[tuple[int, int]]:
    """The stretches of a line around its currencies, merged where they touch."""
    found: list[tuple[int, int]] = []
    for match in _MONEY.finditer(line):
        start, end = max(0, match.start() - 45), match.end() + 70
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _before(line: str, start: int) -> str:
    """The words of the same sentence before the amount."""
    before = line[max(0, start - 220) : start]
    return re.split(r"[.!?]\s+(?=[A-ZÄÖÜ])", before)[-1]


def _is_pay(before: str, heading: str, after: str) -> bool:
    """Whether the words around an amount call it pay, and none of those near it call it anything else."""
    if _OTHER_MONEY.search(before[-90:]) or _OTHER_MONEY.search(
        _CLAUSE_END.split(after[:40].lstrip(" ("), maxsplit=1)[0]
    ):
        return False
    return bool(_CUE.search(before) or _CUE.search(heading) or (read_period(after[:24]) and len(before) < 30))
