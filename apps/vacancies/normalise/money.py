"""Pay from a source's fields, or from a display string ("$117K – $180K • Offers Equity")."""

from __future__ import annotations

import re
from decimal import Decimal

from apps.vacancies.normalise.money_pattern import RANGE, SINGLE, read_currency, read_number, read_period
from apps.vacancies.normalise.posting import Pay, PayPeriod
from apps.vacancies.sources.base import PayClaim

_OTHER_PAY = re.compile(r"commission|bonus|equity|stock|options|sign[- ]?on|relocation|rsu", re.I)
_WORTH = Decimal(10_000)
# Currencies in which ten thousand and more is a year's pay, not a month's.
_LARGE_UNITS = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SGD"})
_BOUNDS: dict[PayPeriod, tuple[int, int]] = {
    "hour": (3, 2_000), "day": (20, 20_000), "week": (50, 60_000), "month": (100, 2_000_000), "year": (1_000, 100_000_000),
    "project": (1, 10_000_000),
}  # fmt: skip
# The least a person is paid: an amount below it is none, where little else says so.
_LEAST_WAGE: dict[PayPeriod, int] = {"hour": 8, "day": 60, "week": 250, "month": 900, "year": 10_000}
_MOST_YEARLY = 2_000_000
_PER_YEAR: dict[PayPeriod, int] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
_UP_TO = re.compile(r"\b(?:up to|max(?:imum)?(?: of)?|bis zu|jusqu['’]à|hasta)\s*:?\s*$", re.I)
_FROM = re.compile(
    r"(?:\b(?:from|start(?:s|ing)? (?:at|from)|min(?:imum)?(?: of)?|at least|ab|à partir de|desde)\s*|\+)$",
    re.I,
)
# "75-110k", by custom thousands a year; the currency everyone there knows is left out.
_BARE = re.compile(
    r"(?<![\w.,$€£])(\d{2,3})\s?k?\s?(?:-|–|—|to)\s?(\d{2,3})\s?k\b"
    r"(?=\s*(?:$|[^\w\s]|doe|depend|base|salary|per\b|plus|w/|pa\b|and|annual|gross|usd|eur|gbp))",
    re.I,
)
_EXTRA = re.compile(r"\bplus\b|\+|\b(?:bonus|commission)", re.I)
_CENT = Decimal("0.01")


def read_pay(text: str) -> Pay | None:
    """Pay from a short text that is about pay. Parts about commission, bonus or equity are left out."""
    for part in re.split(r"\s*[•|;\n]\s*", text):
        if _OTHER_PAY.search(part) and not re.search(r"salary|base", part, re.I):
            continue
        match = RANGE.search(part) or SINGLE.search(part)
        if match and (pay := matched_pay(match, part, part)):
            return pay
    return None


def read_bare_pay(text: str) -> Pay | None:
    """Thousands a year without a currency: "75-110k"."""
    if "k" not in text and "K" not in text:
        return None
    match = _BARE.search(text)
    return checked_pay(Decimal(match[1]) * 1000, Decimal(match[2]) * 1000, "", "year") if match else None


def shown_pay(shown: str, text: str) -> Pay | None:
    """Pay from a display string. Where it was cut out of the text's first line, what stands beside it counts too."""
    line = text[:1000].split("\n", 1)[0]
    at = line.find(shown) if shown else -1
    if at >= 0:
        start, end = line.rfind("|", 0, at) + 1, line.find("|", at + len(shown))
        part = line[start : end if end >= 0 else len(line)].strip()
        beside = part.split(" + ")[0] if shown in part.split(" + ")[0] else shown
        if pay := read_pay(beside) or read_bare_pay(beside):
            return pay
    return read_pay(shown) or read_bare_pay(shown)


def claimed_pay(claim: PayClaim, text: str = "") -> Pay | None:
    """Pay from a source's fields; what they leave open is read from the claim's own display text.

    `text` is the posting's, for a claim that was cut out of it."""
    low, high = (value if value and value > 0 else None for value in (claim.minimum, claim.maximum))
    if low is None and high is None:
        return shown_pay(claim.text, text)
    period = read_period(claim.period)
    currency = claim.currency.strip().upper()
    if period is None:
        shown = read_pay(claim.text)
        period = shown.period if shown else usual_period(max(low or Decimal(0), high or Decimal(0)), currency)
    return checked_pay(low, high, currency if len(currency) == 3 else "", period)


def yearly(amount: Decimal | None, period: PayPeriod | None) -> Decimal | None:
    """The amount for a year of full-time work (2,080 hours, 260 days); None for a project or an unknown period."""
    if amount is None or period is None or period not in _PER_YEAR:
        return None
    return (amount * _PER_YEAR[period]).quantize(_CENT)


def matched_pay(match: re.Match[str], text: str, around: str) -> Pay | None:
    """The pay a match stands for. `text` is what it was found in, `around` where its period may be named."""
    found = match.groupdict()
    marks = [found.get(name) for name in ("pre1", "post1", "pre2", "post2")]
    currency = next((code for mark in reversed(marks) if mark and (code := read_currency(mark))), "")
    if not currency:
        return None
    low, high = _bounds(found, text[max(0, match.start() - 30) : match.start()], match[0])
    tail = _EXTRA.split(text[match.end() : match.end() + 40], maxsplit=1)[0]
    period = read_period(match[0]) or read_period(tail) or read_period(around[:200])
    if any((found.get(name) or "").strip().lower().startswith("l") for name in ("scale1", "scale2")):
        period = "year"  # lakhs per annum
    return checked_pay(low, high, currency, period or usual_period(high or low or Decimal(0), currency))


def usual_period(amount: Decimal, currency: str) -> PayPeriod | None:
    """The year, where the amount can be nothing else."""
    return "year" if currency in _LARGE_UNITS and amount >= _WORTH else None


def checked_pay(
    low: Decimal | None, high: Decimal | None, currency: str, period: PayPeriod | None
) -> Pay | None:
    """The pay, or None when it can't be one: the wrong way round, or absurd for its period."""
    if low is not None and high is not None and high < low:
        return None
    least, most = _BOUNDS[period] if period else (1, 100_000_000)
    for value in (low, high):
        if value is not None and not least <= value <= most:
            return None
    low, high = (value.quantize(_CENT) if value is not None else None for value in (low, high))
    return Pay(minimum=low, maximum=high, currency=currency, period=period)


def is_plausible(pay: Pay) -> bool:
    """Whether a person could live on it, and would not buy a company with it."""
    least = _LEAST_WAGE.get(pay.period) if pay.period else None
    amount = pay.minimum if pay.minimum is not None else pay.maximum
    return bool(least and amount and amount >= least and (pay.maximum or amount) <= _MOST_YEARLY)


def _bounds(found: dict[str, str | None], before: str, matched: str) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a range, "120-150K" included; of a single amount the one it stands for: "from", "up to", "+"."""
    first = read_number(found["num1"] or "0", found["scale1"])
    if not found.get("num2"):
        if _UP_TO.search(before):
            return None, first
        return first, None if matched.rstrip().endswith("+") or _FROM.search(before) else first
    second = read_number(found["num2"] or "0", found["scale2"])
    if found["scale2"] and not found["scale1"] and first < 1000 <= second:
        first = read_number(found["num1"] or "0", found["scale2"])
    if first < 1000 and second >= _WORTH and first * 1000 <= second:
        first *= 1000  # "$150-220,000", and "$150,00-$220,000" with its digit lost
    return first, second
