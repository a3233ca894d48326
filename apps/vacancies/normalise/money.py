"""Pay: from a source's fields, from a display string ("$117K – $180K • Offers Equity"), or from prose.

Prose is read sparingly: an amount counts only next to a word that says it is pay, never beside funding, budgets,
stipends or markets. Better no pay than a wrong one.
"""

from __future__ import annotations

import re
from decimal import Decimal

from apps.vacancies.normalise.posting import Pay, PayPeriod
from apps.vacancies.sources.base import PayClaim

_SYMBOLS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD",
    "HK$": "HKD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "RS.": "INR", "¥": "JPY", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "ZŁ": "PLN", "KČ": "CZK", "₱": "PHP", "₴": "UAH", "฿": "THB", "RM": "MYR", "RP": "IDR", "R": "ZAR",
    "KR": "SEK", "LEI": "RON", "EURO": "EUR", "EUROS": "EUR", "FT": "HUF", "CHF": "CHF",
}  # fmt: skip
_ISO = ("USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|JPY|CNY|RMB|KRW|TWD|THB|MYR|IDR|PHP|VND|BRL|MXN|"
        "ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|AED|SAR|QAR|ILS|TRY|UAH|RSD|PKR|UYU|CRC")  # fmt: skip
_MARK = rf"(?:US\$|CAD?\$|CDN\$|C\$|AU?\$|NZ\$|SG?\$|HK\$|R\$|MX\$|\$|€|£|₹|Rs\.|¥|₩|₪|₺|₱|₴|฿|z[łŁ]|K[čČ]|\b(?:{_ISO}|Euros?)\b)"
_NUMBER = r"\d{1,3}(?:[,.'’   ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_SCALE = r"(?:\s?(?:k|tsd\.?|mil)\b|\s?(?:lpa|lakhs?|lacs?)\b)"


# Where an amount can begin at all; spares the longer alternatives at every letter of a sentence.
_START = r"(?=[\d$€£₹¥₩₪₺₱₴฿]|(?-i:[A-Z]{2}|[A-Z]\$|Rs\.|z[łŁ]|K[čČ]))"


def _amount(tag: str) -> str:
    return (
        rf"{_START}(?P<pre{tag}>{_MARK}(?:\s?USD\b)?)?\s?(?<![\d.,])(?P<num{tag}>{_NUMBER})(?P<scale{tag}>{_SCALE})?"
        rf"(?!\s?(?:million|billion|bn|mm|m|b|mn)\b)\+?(?:\s?(?P<post{tag}>{_MARK}))?"
    )


_UNIT = r"(?:\s?(?:/|per|an?|p\.)\s?(?:hours?|hr|h|year|yr|annum|month|mo|day|week|wk)\b\.?)?"
RANGE = re.compile(
    rf"{_amount('1')}{_UNIT}\s*(?:-|–|—|‑|−|~|\bto\b|\bbis\b|\band\b|\bund\b|\bà\b|\ba\b)\s*{_amount('2')}",
    re.I,
)
SINGLE = re.compile(_amount("1"), re.I)
_PERIODS_WORDS: tuple[tuple[PayPeriod, str], ...] = (
    ("hour", r"\bper[- ]?hour|/\s?(?:hour|hr|h)\b|\bhourly|\ban hour|\bp\.?/?h\.?\b|\bper hr\b|\b1 hour|pro stunde|die stunde|/\s?std|de l'heure|por hora|stundenlohn|per uur|all'ora|par heure"),
    ("day", r"\bper[- ]?day|/\s?day\b|\bdaily\b|\ba day\b|\b1 day|pro tag|am tag|par jour|per dag|al giorno|por día|\btjm\b"),
    ("week", r"\bper[- ]?week|/\s?(?:week|wk)\b|\bweekly|\ba week\b|\b1 week"),
    ("month", r"\bper[- ]?month|/\s?(?:month|mo)\b|\bmonthly|\ba month\b|\b1 month|pro monat|im monat|monatlich|monatsgehalt|per maand|al mese|maandelijks|par mois|mensuel|mensual|por m[eê]s|al mes"),
    ("year", r"\bper[- ]?(?:year|annum|yr)|/\s?(?:year|yr|annum|a)\b|\bannual|\byearly|\ba year\b|\bp\.?a\.?(?!\w)|\b1 year|jährlich|pro jahr|im jahr|per jaar|all'anno|"
             r"brutto jahr|jahresgehalt|par an\b|annuel|anual|\bote\b|on[- ]target|per-year"),
    ("project", r"\bonce\b|\bone[- ]time|\b1 time\b|per project|fixed price"),
)  # fmt: skip
_PERIODS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _PERIODS_WORDS)
_OTHER_PAY = re.compile(r"commission|bonus|equity|stock|options|sign[- ]?on|relocation|rsu", re.I)
_WORTH = Decimal(10_000)
# Currencies in which ten thousand and more is a year's pay, not a month's.
_LARGE_UNITS = frozenset({"USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SGD"})
_BOUNDS: dict[PayPeriod, tuple[int, int]] = {
    "hour": (3, 2_000), "day": (20, 20_000), "week": (50, 60_000), "month": (100, 2_000_000), "year": (1_000, 100_000_000),
    "project": (1, 10_000_000),
}  # fmt: skip
_PER_YEAR: dict[PayPeriod, int] = {"hour": 2080, "day": 260, "week": 52, "month": 12, "year": 1}
_UP_TO = re.compile(r"\b(?:up to|max(?:imum)?(?: of)?|bis zu|jusqu['’]à|hasta)\s*$", re.I)
_FROM = re.compile(
    r"\b(?:from|start(?:s|ing)? (?:at|from)|min(?:imum)?(?: of)?|at least|ab|à partir de|desde)\s*$", re.I
)
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


def claimed_pay(claim: PayClaim) -> Pay | None:
    """Pay from a source's fields; what they leave open is read from the claim's own display text."""
    low, high = (value if value and value > 0 else None for value in (claim.minimum, claim.maximum))
    if low is None and high is None:
        return read_pay(claim.text)
    period = read_period(claim.period)
    currency = claim.currency.strip().upper()
    if period is None:
        shown = read_pay(claim.text)
        period = (
            shown.period if shown else _usual_period(max(low or Decimal(0), high or Decimal(0)), currency)
        )
    return _checked(low, high, currency if len(currency) == 3 else "", period)


def read_period(text: str) -> PayPeriod | None:
    """The period a text names: "1 YEAR", "per-hour-wage", "p.a."."""
    return next((period for period, pattern in _PERIODS if pattern.search(text)), None)


def yearly(amount: Decimal | None, period: PayPeriod | None) -> Decimal | None:
    """The amount for a year of full-time work (2,080 hours, 260 days); None for a project or an unknown period."""
    if amount is None or period is None or period not in _PER_YEAR:
        return None
    return (amount * _PER_YEAR[period]).quantize(_CENT)


def matched_pay(match: re.Match[str], text: str, around: str) -> Pay | None:
    """The pay a match stands for. `text` is what it was found in, `around` where its period may be named."""
    found = match.groupdict()
    marks = [found.get(name) for name in ("pre1", "post1", "pre2", "post2")]
    currency = next((code for mark in reversed(marks) if mark and (code := _currency(mark))), "")
    if not currency:
        return None
    low, high = _bounds(found, text[max(0, match.start() - 30) : match.start()], match[0])
    tail = text[match.end() : match.end() + 40]
    period = read_period(match[0]) or read_period(tail) or read_period(around[:200])
    if any((found.get(name) or "").strip().lower().startswith("l") for name in ("scale1", "scale2")):
        period = "year"  # lakhs per annum
    return _checked(low, high, currency, period or _usual_period(high or low or Decimal(0), currency))


def _bounds(found: dict[str, str | None], before: str, matched: str) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a range, "120-150K" included; of a single amount the one it stands for: "from", "up to", "+"."""
    first = _number(found["num1"] or "0", found["scale1"])
    if not found.get("num2"):
        if _UP_TO.search(before):
            return None, first
        return first, None if matched.rstrip().endswith("+") or _FROM.search(before) else first
    second = _number(found["num2"] or "0", found["scale2"])
    if found["scale2"] and not found["scale1"] and first < 1000 <= second:
        first = _number(found["num1"] or "0", found["scale2"])
    return first, second


def _currency(mark: str) -> str:
    bare = mark.strip().upper()
    if bare.endswith(" USD"):
        return "USD"
    return (
        {"RMB": "CNY"}.get(bare) or _SYMBOLS.get(bare) or (bare if len(bare) == 3 and bare.isalpha() else "")
    )


def _number(digits: str, scale: str | None) -> Decimal:
    """ "1.234,50", "1,234.50", "1 234", "117.5K", "12 lakh"."""
    compact = re.sub(r"[\s'’]", "", digits)
    last = max(compact.rfind(","), compact.rfind("."))
    if last >= 0:
        whole, part = re.sub(r"[.,]", "", compact[:last]), compact[last + 1 :]
        is_fraction = len(part) != 3 or bool(scale)
        compact = f"{whole}.{part}" if is_fraction else whole + part
    value = Decimal(compact)
    word = (scale or "").strip().lower()
    if word.startswith("l"):
        return value * 100_000
    return value * 1000 if word else value


def _usual_period(amount: Decimal, currency: str) -> PayPeriod | None:
    return "year" if currency in _LARGE_UNITS and amount >= _WORTH else None


def _checked(
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
