"""What `search.relevance` computes, word against word, as it is told and without a table: what the quick way is held against."""

from __future__ import annotations

import re
from collections.abc import Mapping

from apps.matching.occupations import Expansion
from apps.matching.occupations.spelling import ABOUT_ANY_JOB, LEVEL_WORDS
from apps.matching.search import places, relevance
from apps.matching.search.relevance import LATER, NEAR_WORK, OTHER_NAME, PLACE, REMOTE, SAME_WORK, Said, Shown
from apps.matching.search.terms import BEGUN
from apps.matching.words import singular, words


def plainly_said(question: str, asked: Expansion, rarity: Mapping[str, float], shown: Shown) -> Said:
    spelled = words(question)
    named = {one.slug: _words(one.words) for one in asked.occupations}
    by_all = {word for held in named.values() for word in held}
    towns = places.places_in(
        [word for word in spelled if singular(word) not in by_all], relevance.SILENT | REMOTE
    )
    said = _words(shown.title)
    telling = {word for word in said if word not in LEVEL_WORDS and not re.fullmatch(r"\d+", word)} or said
    forms = [form for form in map(_words, asked.forms) if form and form <= said]
    form = max(forms, key=len, default=set())
    trust = {slug: LATER**place for place, slug in enumerate(named)}.get(shown.occupation, 0.0)
    near = {one.slug: one.weight / 1000 for one in asked.near}.get(shown.occupation, 0.0)
    terms: dict[str, float] = {}
    had = rest = left = 0.0
    for word in map(singular, spelled):
        is_silent = word in relevance.SILENT or word in ABOUT_ANY_JOB or word in REMOTE
        if word in terms or is_silent or any(word in town.spelled for town in towns):
            continue
        terms[word] = weight = min(
            max(rarity.get(word, relevance.RAREST), relevance.COMMONEST), relevance.RAREST
        )
        credit = max((_spelled(word, other) for other in said), default=0.0)
        if word in by_all:
            otherwise = OTHER_NAME if form else NEAR_WORK * near
            if trust and word in named[shown.occupation]:
                otherwise = SAME_WORK * trust
            credit = max(credit, otherwise)
        else:
            rest, left = rest + weight, left + weight * credit
        had += weight * credit
    total = sum(terms.values()) or 1.0
    share = had / total
    if towns:
        there = sum(town.holds(frozenset(said), shown.title, shown.places) for town in towns) / len(towns)
        share = (share + PLACE * there) / (1 + PLACE)
        rest, left = rest + PLACE * total, left + PLACE * total * there
    pure = len(telling & (form | terms.keys())) / len(telling) if telling else 0.0
    is_remote = not REMOTE.isdisjoint(spelled) and (shown.is_remote or not REMOTE.isdisjoint(said))
    work = trust * (0.5 + 0.5 * left / rest if rest else 1.0)
    return Said(share, share * pure**0.3, work, float(is_remote))


def _words(text: str) -> set[str]:
    return {singular(word) for word in words(text)}


def _spelled(word: str, other: str) -> float:
    if word == other:
        return 1.0
    is_long = len(word) >= 4 and len(other) >= 4
    return BEGUN if is_long and (other.startswith(word) or word.startswith(other)) else 0.0
