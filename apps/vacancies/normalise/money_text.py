"""Finding pay in a description: the sentences that name it, and none of those that name other money.

Read sparingly: an amount counts only next to a word that says it is pay, never beside funding, budgets, stipends or
markets. Better no pay than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from apps.vacancies.normalise.money import claimed_pay, is_plausible, matched_pay
from apps.vacancies.normalise.money_context import (
    is_alone,
    is_called_pay,
    is_called_salary,
    is_other_money,
    is_own_sentence,
    is_piped,
    is_total,
    is_under_pay,
    nation_of,
    period_words,
    sentence_before,
)
from apps.vacancies.normalise.money_layout import find_headline, find_spread
from apps.vacancies.normalise.money_pattern import MONEY, RANGE, SINGLE, money_windows, read_period
from apps.vacancies.normalise.posting import Pay, Provenance
from apps.vacancies.sources.base import PayClaim

_SIGNS = ("$", "€", "£", "₹", "¥", "USD", "EUR", "GBP", "CAD", "AUD", "CHF", "SEK", "PLN", "zł", "INR", "uro")
_UNIT_AFTER = re.compile(
    r"\+?\s?(?:(?:gross|brutto|bruts?|brutos?|lordi)\b\s?)?(?:/|per\b|an?\b|pro\b|par\b|por\b|al\b|im\b|monthly|hourly)",
    re.I,
)
_MOST, _MOST_LINES = 60, 2000  # a text of more is no posting
_LONGEST_LINE, _LONGEST_HEADING, _LINES_ABOVE, _SHORT, _NEAR = 1200, 80, 5, 20, 40


class Statement(NamedTuple):
    """Pay that a text states somewhere. `is_total` is base and variable pay together."""

    pay: Pay
    is_range: bool
    is_total: bool


def pay_claims(claim: PayClaim | None, text: str) -> Iterator[tuple[Provenance, Pay | None]]:
    """The source's word, then the text's. What a source has guessed is no pay; what its fields leave open, the text
    may tell of the same amounts."""
    claimed = claimed_pay(claim, text) if claim and not claim.is_predicted else None
    if claimed and claimed.currency and claimed.period:
        yield "field", claimed
        return
    told = find_pay(text)
    if claimed and told and (claimed.minimum, claimed.maximum) == (told.minimum, told.maximum):
        claimed = told
    yield "field", claimed
    yield "text", told


def find_pay(text: str) -> Pay | None:
    """The pay a description states, None if unsure: base before on-target earnings, ranges before single amounts.

    Several ranges (places, levels) give the widest envelope in the currency that is named first."""
    signs = [sign for sign in _SIGNS if sign in text]
    if not signs:
        return find_headline(text)
    stated = list(islice(_statements(text, signs), _MOST))
    ranges, singles = _base([one for one in stated if one.is_range]), _base(stated)
    if ranges:
        return _envelope(ranges)
    return find_spread(text) or (singles[0] if singles else find_headline(text))


def _base(stated: list[Statement]) -> list[Pay]:
    """Base pay alone, where some is stated."""
    return [one.pay for one in stated if not one.is_total] or [one.pay for one in stated]


def _envelope(pays: list[Pay]) -> Pay:
    first = pays[0]
    alike = [pay for pay in pays if (pay.currency, pay.period) == (first.currency, first.period)]
    lows = [pay.minimum for pay in alike if pay.minimum is not None]
    highs = [pay.maximum for pay in alike if pay.maximum is not None]
    return replace(first, minimum=min(lows, default=None), maximum=max(highs, default=None))


def _statements(text: str, signs: list[str]) -> Iterator[Statement]:
    lines = [line for line in text.split("\n") if line][:_MOST_LINES]
    latest = -_LINES_ABOVE - 1
    for at, line in enumerate(lines):
        if not any(sign in line for sign in signs):
            continue
        above = lines[max(0, at - _LINES_ABOVE) : at]
        heading = above[-1] if above and _is_heading(above[-1]) else ""
        line = line[:_LONGEST_LINE]
        windows = money_windows(line)
        matches = [match for start, end in windows for match in RANGE.finditer(line, start, end)]
        # One range of a list vouches for those below it.
        ranges = list(_ranges(line, matches, heading, above, is_in_list=at - latest <= _LINES_ABOVE))
        yield from ranges
        latest = at if ranges else latest
        if not ranges:
            yield from _singles(line, windows, [match.span() for match in matches], heading)


def _ranges(
    line: str, matches: list[re.Match[str]], heading: str, above: list[str], *, is_in_list: bool
) -> Iterator[Statement]:
    for match in matches:
        before, after = sentence_before(line, match.start()), _after(line, match)
        pay = matched_pay(match, line, period_words(before, heading))
        if not pay or not pay.period or is_other_money(before, after):
            continue
        is_named = (
            is_called_pay(before, heading, after)
            or (is_called_salary("", "", after) and len(before) < 30)
            or (read_period(after[:24]) is not None and len(before) < 30)
        )
        if is_named or (is_plausible(pay) and _stands_alone(line, match, before, heading, above, is_in_list)):
            yield Statement(_in_its_dollars(pay, match, before, heading), True, is_total(before, after))


def _stands_alone(
    line: str, match: re.Match[str], before: str, heading: str, above: list[str], is_in_list: bool
) -> bool:
    """In a list of pay, in a line of parts, or at the end of a paragraph."""
    rest = line[match.end() :]
    if is_piped(line, match.start(), match.end()) or is_own_sentence(before, rest, heading):
        return True
    return is_alone(before, rest) and (is_in_list or is_under_pay(above))


def _singles(
    line: str, windows: list[tuple[int, int]], halves: list[tuple[int, int]], heading: str
) -> Iterator[Statement]:
    """Single amounts; an end of a range that is no pay is none either."""
    for match in (match for start, end in windows for match in SINGLE.finditer(line, start, end)):
        before, after = sentence_before(line, match.start()), _after(line, match)
        if any(low <= match.start() < high for low, high in halves) or is_other_money(before, after):
            continue
        if not is_called_salary(before, heading, after) and not _is_wage(match, before, after):
            continue
        pay = matched_pay(match, line, period_words(before, heading if len(before) < _SHORT else ""))
        if pay and pay.period and (pay.period != "year" or is_plausible(pay)):
            yield Statement(_in_its_dollars(pay, match, before, heading), False, is_total(before, after))


def _after(line: str, match: re.Match[str]) -> str:
    """What follows an amount, from its plus sign on: "+ bonus" is no part of it."""
    end = match.end() - match[0].endswith("+")
    return line[end : end + 60]


def _is_heading(line: str) -> bool:
    return len(line) < _LONGEST_HEADING and not MONEY.search(line)


def _is_wage(match: re.Match[str], before: str, after: str) -> bool:
    """Whether an amount has its period, is one a person lives on, and begins the line or is called pay: "£98 per day",
    "we pay £98 per day"."""
    begins = len(before) < _SHORT and match.start() < 30
    if not _UNIT_AFTER.match(after) or not (begins or is_called_pay(before[-_NEAR:], "", after)):
        return False
    pay = matched_pay(match, f"{match[0]}{after}", after)
    return bool(pay and pay.period and is_plausible(pay))


def _in_its_dollars(pay: Pay, match: re.Match[str], before: str, heading: str) -> Pay:
    """A bare dollar is that of the country the sentence speaks of."""
    if pay.currency != "USD" or "US" in match[0].upper() or not (nation := nation_of(before, heading)):
        return pay
    return replace(pay, currency=nation)
