"""Whether the words around an amount call it pay: the word that stands nearest to it decides."""

from __future__ import annotations

import re

_CUE = re.compile(
    r"\b(?:salar(?:y|ies)|compensation|base pay|pay|paid|wages?|remuneration|ote|on[- ]target|hourly rate|day rate|rate|"
    r"earn(?:ings?)?|gehalt|vergütung|jahresgehalt|monatsgehalt|stundenlohn|lohn|uurloon|salaris|rémunération|salaire|salario|retribuci[óo]n|lön|wynagrodzeni\w+|stipendio)\b",
    re.I,
)  # fmt: skip
_OTHER_MONEY = re.compile(
    r"\b(?:rais(?:ed|ing)|fund(?:ing|ed|s)?|series [a-f]|valuation|revenue|arr|gmv|tvl|aum|market|industry|investors?|"
    r"invest(?:ed|ment)|million|billion|trillion|budget|stipend|reimburse\w*|allowance|credits?|donat\w+|referral|perks?|wellness|"
    r"learning|training|education|equipment|home[- ]office|phone|internet|gym|commut\w+|childcare|fertility|401\(?k|match(?:ing|ed)?|"
    r"quota|deals?|bookings|pipeline|contracts?|transactions?|savings?|loans?|insurance|deductible|per diem|lunch|meals?|food|parking|transport|sign(?:ing)?[- ]on|"
    r"relocation|bonus(?:es)?|commissions?|grants?|spend|customers?|processed|clients?|(?:living|minimum) wage)\b",
    re.I,
)  # fmt: skip
_STRONG = re.compile(
    r"\b(?:salar(?:y|ies)|base pay|pay (?:range|rate|scale|band)|compensation range|(?:compensation|pay) (?:for|is|will be)|(?:compensation|remuneration|vergütung|pay|rate)(?=:)|hourly rate|wages?|\w*gehalt|we(?:['’]ll| will| can)? pay(?=\s*$)|"
    r"stundenlohn|lohn|uurloon|ote|on[- ]target earnings|base (?:salary|compensation))\b",
    re.I,
)
_RANGES = re.compile(
    r"\b(?:pay|salary|compensation|hiring|wage|base|ote)\s?(?:salary |pay )?(?:range|scale|band)s?\b|\bbase (?:pay|salary)\b",
    re.I,
)
_STRONG_AFTER = re.compile(
    r"\s?\(?(?:(?:gross|brutto|annual|yearly|p\.?a\.?|(?:per|/)[- ]?(?:year|annum|month|hour))\s)?(?:base|salary|\w*gehalt|ote)\b",
    re.I,
)
_TOTAL = re.compile(
    r"\bote\b|\bon[- ]target|\btotal (?:\w+ )?(?:compensation|earnings|cash|rewards)|\bvariable\b", re.I
)
_BASE = re.compile(r"\bbase\b", re.I)
_CLAUSE_END = re.compile(r"[.,;:()+|•]|(?:^|\s)[-–—]\s|\b(?:and|plus|with|for|based|depending|in|as)\b")
_NATIONS = tuple(
    (code, re.compile(words, re.I))
    for code, words in (
        ("USD", r"\bU\.?S\.?A?\b|united states"),
        ("CAD", r"\bcanad"),
        ("AUD", r"\baustralia"),
        ("NZD", r"\bnew zealand"),
        ("SGD", r"\bsingapore"),
    )
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÄÖÜ])|(?<=\w\w\w\w)[.!?]\s+$|\|")
_NEAR, _BARE_BEFORE, _BARE_AFTER = 90, 60, 45


def sentence_before(line: str, start: int) -> str:
    """The words of the same sentence before the amount."""
    return _SENTENCE_END.split(line[max(0, start - 220) : start])[-1]


def is_called_pay(before: str, heading: str, after: str) -> bool:
    """Whether a sentence or its heading calls an amount pay."""
    return not is_other_money(before, after) and bool(_CUE.search(before) or _CUE.search(heading))


def period_words(before: str, heading: str) -> str:
    """Where the period of an amount may be named: its sentence, and a heading that speaks of pay."""
    return f"{before} {heading}" if _CUE.search(heading) else before


def is_called_salary(before: str, heading: str, after: str) -> bool:
    """The same in words that leave no doubt, as a single amount needs them."""
    return bool(
        _STRONG.search(before) or (_STRONG.search(heading) and len(before) < 20) or _STRONG_AFTER.match(after)
    )


def is_other_money(before: str, after: str) -> bool:
    """Whether the nearest word that names money before it, or the one just behind it, names another kind."""
    near = before[-_NEAR:]
    other = max((found.end() for found in _OTHER_MONEY.finditer(near)), default=0)
    if other and max((found.end() for found in _STRONG.finditer(near)), default=0) <= other:
        return True
    return bool(_OTHER_MONEY.search(_CLAUSE_END.split(after[:40].lstrip(" ("), maxsplit=1)[0]))


def is_alone(before: str, after: str) -> bool:
    """Whether a line holds little but the amount: "Level 2: $30 - $40"."""
    return len(before.strip()) <= _BARE_BEFORE and len(after.strip()) <= _BARE_AFTER


def is_under_pay(above: list[str]) -> bool:
    """Whether one of the lines above speaks of a pay range, or is a heading that speaks of pay or ends in a colon."""
    return any(
        _RANGES.search(line) or ((len(line) < 80 or line.endswith(":")) and _CUE.search(line))
        for line in above
    )


def is_piped(line: str, start: int, end: int) -> bool:
    """Whether an amount is a part of a line of parts: "Acme | Baker | $120K - $150K + equity"."""
    if "|" not in line:
        return False
    before, after = line[:start].rstrip(), line[end:].lstrip()
    return (before[-1:] in {"|", "", ":"}) and after[:1] in {"|", "", "+", "(", ",", "/"}


def is_own_sentence(before: str, after: str, heading: str) -> bool:
    """Whether an amount closes a paragraph as a sentence of its own: "You bake. $85K-$115K"."""
    return not before.strip() and not after.strip(" .+") and not is_other_money(heading, "")


def is_total(before: str, after: str) -> bool:
    """Whether an amount is what base and variable pay come to: "OTE"."""
    if _BASE.match(after.lstrip(" (")):
        return False
    total = max((found.end() for found in _TOTAL.finditer(before)), default=0)
    base = max((found.end() for found in _BASE.finditer(before)), default=0)
    return total > base or (not base and bool(_TOTAL.match(after.lstrip(" ("))))


def nation_of(before: str, heading: str) -> str:
    """The currency of the one dollar country that the words before an amount name; "" for none, or several."""
    words = f"{heading} {before}"
    codes = [code for code, pattern in _NATIONS if pattern.search(words)]
    return codes[0] if len(codes) == 1 else ""
