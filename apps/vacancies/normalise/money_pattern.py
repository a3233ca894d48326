"""How amounts of money are written: "$117K – $180K", "45.000 € bis 55.000 €", "USD$29.25 per hour", "12 lakh"."""

from __future__ import annotations

import re
from decimal import Decimal

from apps.vacancies.normalise.posting import PayPeriod

_SYMBOLS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD",
    "HK$": "HKD", "R$": "BRL", "MX$": "MXN", "$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "RS.": "INR", "¥": "JPY", "₩": "KRW",
    "₪": "ILS", "₺": "TRY", "ZŁ": "PLN", "KČ": "CZK", "₱": "PHP", "₴": "UAH", "฿": "THB", "EURO": "EUR", "EUROS": "EUR", "RMB": "CNY",
}  # fmt: skip
_ISO = ("USD|EUR|GBP|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|JPY|CNY|RMB|KRW|TWD|THB|MYR|IDR|PHP|VND|BRL|MXN|"
        "ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|AED|SAR|QAR|ILS|TRY|UAH|RSD|PKR|UYU|CRC")  # fmt: skip
_MARK = rf"(?:US\$|CAD?\$|CDN\$|C\$|AU?\$|NZ\$|SG?\$|HK\$|R\$|MX\$|\b(?:{_ISO})\s?[$€£]|\$|€|£|₹|Rs\.|¥|₩|₪|₺|₱|₴|฿|z[łŁ]|K[čČ]|\b(?:{_ISO}|Euros?)\b)"
_NUMBER = r"\d{1,3}(?:[,.'’ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_SCALE = r"(?:\s?(?:k|tsd\.?|mil)\b|\s?(?:lpa|lakhs?|lacs?)\b)"

# Where an amount can begin at all; spares the longer alternatives at every letter of a sentence.
_START = r"(?=[\d$€£₹¥₩₪₺₱₴฿]|(?-i:[A-Z]{2}|[A-Z]\$|Rs\.|z[łŁ]|K[čČ]))"


def _amount(tag: str) -> str:
    return (
        rf"{_START}(?P<pre{tag}>{_MARK}(?:\s?(?:USD|CAD|AUD|SGD|NZD)\b)?)?\s?(?<![\d.,])(?P<num{tag}>{_NUMBER})(?P<scale{tag}>{_SCALE})?"
        rf"(?!\s?(?:million|billion|bn|mm|m|b|mn)\b)\+?(?:\s?\(?(?P<post{tag}>{_MARK}))?"
    )


_UNIT = r"(?:\s?(?:/|per|an?|p\.)\s?(?:hours?|hr|h|year|yr|annum|month|mo|day|week|wk)\b\.?)?"
_JOINT = r"(?:-|–|—|‑|−|~|\bto\b|\bbis\b|\band\b|\bund\b|\bà\b|\ba\b)"
RANGE = re.compile(rf"{_amount('1')}{_UNIT}\s*{_JOINT}(?:\s?(?:and|to)\b)?\s*{_amount('2')}", re.I)
SINGLE = re.compile(_amount("1"), re.I)
SPREAD = re.compile(
    rf"\bmin(?:imum)?\b[^\d\n$€£]{{0,20}}\s*{_amount('1')}[^\d$€£]{{0,40}}?max(?:imum)?\b[^\d\n$€£]{{0,20}}\s*{_amount('2')}",
    re.I,
)
# Where money is named at all, at a glance.
MONEY = re.compile(
    r"[$€£₹¥]\s?\d|\d\s?k?\s?(?:[$€£₹¥]|zł)|\d\s?euros?\b|\d\s?Euros?\b|\b(?:USD|EUR|GBP|CAD|AUD|CHF|SEK|PLN|INR)\b"
)  # fmt: skip
_PERIODS_WORDS: tuple[tuple[PayPeriod, str], ...] = (
    ("hour", r"\bper[- ]?hour|/\s?(?:hour|hr|h)\b|\bhourly|\ban hour|\bp\.?/?h\.?\b|\bper hr\b|\b1 hour|pro stunde|die stunde|/\s?std|de l'heure|por hora|stundenlohn|per uur|all'ora|par heure"),
    ("day", r"\bper[- ]?day|/\s?day\b|\bdaily\b|\ba day\b|\b1 day|pro tag|am tag|par jour|per dag|al giorno|por día|\btjm\b"),
    ("week", r"\bper[- ]?week|/\s?(?:week|wk)\b|\bweekly|\ba week\b|\b1 week"),
    ("month", r"\bper[- ]?month|/\s?(?:month|mo)\b|\bmonthly|\ba month\b|\b1 month|pro monat|im monat|monatlich|monatsgehalt|per maand|al mese|maandelijks|par mois|mensuel|mensual|por m[eê]s|al mes"),
    ("year", r"\bper[- ]?(?:year|annum|yr)|/\s?(?:year|yr|annum|a)\b|\bannual|\byearly|\ba year\b|\bp\.?a\.?(?!\w)|\b1 year|jährlich|pro jahr|im jahr|per jaar|all'anno|"
             r"brutto ?jahr|jahresgehalt|par an\b|annuel|anual|\bote\b|on[- ]target|per-year"),
    ("project", r"\bonce\b|\bone[- ]time|\b1 time\b|per project|fixed price"),
)  # fmt: skip
_CODE = re.compile(_ISO)
_PERIODS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _PERIODS_WORDS)


def read_period(text: str) -> PayPeriod | None:
    """The period a text names first: "1 YEAR", "per-hour-wage", "p.a."."""
    named = [(found.start(), period) for period, pattern in _PERIODS if (found := pattern.search(text))]
    return min(named)[1] if named else None


def read_currency(mark: str) -> str:
    """ISO 4217 code of what stands beside an amount: "$", "USD$", "$ CAD", "Rs.", "Euros"; "" for none we know."""
    bare = mark.strip().upper()
    code = _CODE.search(bare)
    return _SYMBOLS.get(bare) or (code[0] if code else "")


def read_number(digits: str, scale: str | None) -> Decimal:
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


def money_windows(line: str) -> list[tuple[int, int]]:
    """The stretches of a line around its currencies, merged where they touch: the rest needs no closer look."""
    found: list[tuple[int, int]] = []
    for match in MONEY.finditer(line):
        start, end = max(0, match.start() - 45), match.end() + 70
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found
