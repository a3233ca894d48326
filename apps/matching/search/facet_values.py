"""Groups of matches as the values of a facet: what to show, how many, and what to send for the choice."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import orjson

from apps.core.vocabulary import EmploymentType, Remote
from apps.matching.search import pay_bands
from apps.matching.search.facet_query import KINDS, TOWNS_APART, Group, kinds_of
from apps.vacancies import lexicon
from apps.vacancies.models.posting import Seniority

# Further names that are looked at beside the commonest: as parts of other texts they may be commoner than they look.
SPARE = 5
MOST_CURRENCIES = 3
_LABELS: Mapping[str, Mapping[str, str]] = {
    "remote": {str(value): str(label) for value, label in Remote.choices},
    "seniority": {str(value): str(label) for value, label in Seniority.choices},
    "employment_type": {str(value): str(label) for value, label in EmploymentType.choices},
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`filters` are to be set for this choice. `id` is a company's, "" where there is none."""

    value: str
    label: str
    count: int
    filters: dict[str, str]
    id: str = ""


def values_of(
    name: str, found: Mapping[str, Sequence[Group]], filters: Mapping[str, Any], most: int
) -> list[FacetValue]:
    """The values of one facet, the commonest first; of equally common ones by name. Pay goes by currency and amount."""
    if name in KINDS:
        return _kinds(name, found.get("kinds", ()), most)
    groups = found.get(name, ())
    if name == "skills":
        return [_skill(group.key, group.number, str(filters.get("skills") or "")) for group in groups]
    if name == "country":
        return [_country(group.key, group.number) for group in groups]
    if name == "company":
        return _companies(groups, most)
    if name == "city":
        return _cities(groups, most)
    return _bands(groups, str(filters.get("currency") or "").upper())


def _commonest(numbers: Mapping[str, float], most: int) -> list[tuple[str, float]]:
    return heapq.nsmallest(most, numbers.items(), key=lambda item: (-item[1], item[0]))


def _kinds(name: str, groups: Sequence[Group], most: int) -> list[FacetValue]:
    numbers: dict[str, float] = defaultdict(float)
    for group in groups:
        numbers[kinds_of(group)[name] or ""] += group.number
    numbers.pop("", None)
    labels = _LABELS.get(name, {})
    return [
        FacetValue(value, labels.get(value, value), round(number), {name: value})
        for value, number in _commonest(numbers, most)
    ]


def _skill(slug: str, number: float, chosen: str) -> FacetValue:
    filters = {"skills": f"{chosen},{slug}" if chosen else slug}
    return FacetValue(slug, lexicon.name_of(slug), round(number), filters)


def _country(code: str, number: float) -> FacetValue:
    from apps.vacancies.normalise.gazetteer import country_name

    return FacetValue(code, country_name(code) or code, round(number), {"country": code})


def _companies(groups: Sequence[Group], most: int) -> list[FacetValue]:
    names, texts, ids, numbers = _lists(groups)
    alone = {name.strip(): number for name, number in zip(names, numbers, strict=True)}
    likely = _likely(alone, most)
    places = {name.strip(): place for place, name in enumerate(names) if name.strip() in likely}
    said = {name: texts[places[name]].strip() for name in likely}
    counted = _holding(said, texts, numbers, most)
    return [
        FacetValue(name, name, round(number), {"company": name}, ids[places[name]] or "")
        for name, number in counted
    ]


def _cities(groups: Sequence[Group], most: int) -> list[FacetValue]:
    texts, towns, lowered, numbers = _lists(groups)
    said: dict[str, str] = {}
    alone: dict[str, float] = defaultdict(float)
    for of_text, of_lowered, number in zip(towns, lowered, numbers, strict=True):
        if of_text:
            for city, low in zip(of_text.split(TOWNS_APART), of_lowered.split(TOWNS_APART), strict=True):
                said[city.strip()] = low.strip()
                alone[city.strip()] += number
    counted = _holding({city: said[city] for city in _likely(alone, most)}, texts, numbers, most)
    return [FacetValue(city, city, round(number), {"location": city}) for city, number in counted]


def _lists(groups: Sequence[Group]) -> list[list[Any]]:
    """The four lists of a group that holds them; empty ones where nothing was found."""
    return [orjson.loads(said) if said else [] for said in (groups[0][1:5] if groups else [None] * 4)]


def _likely(alone: Mapping[str, float], most: int) -> list[str]:
    return [name for name, _ in _commonest(alone, most + SPARE) if name]


def _holding(
    said: Mapping[str, str], texts: Sequence[str], numbers: Sequence[float], most: int
) -> list[tuple[str, float]]:
    """The commonest names by how many matches have a text that holds them. `said` are the names as lower case; texts and
    names of one posting have no line break."""
    everything = "\n".join(texts)
    ends = list(accumulate(len(text) + 1 for text in texts))
    held = {}
    for name, lowered in said.items():
        found: set[int] = set()
        at = everything.find(lowered)
        while at >= 0:
            place = bisect_right(ends, at)
            found.add(place)
            # Once a text is enough.
            at = everything.find(lowered, ends[place])
        held[name] = sum(numbers[place] for place in found)
    return _commonest(held, most)


def _bands(groups: Sequence[Group], currency: str) -> list[FacetValue]:
    """The currency's that is asked for, else those of the commonest currencies."""
    cut = [(group.key, _edge(group.b), _edge(group.c), group.number) for group in groups]
    postings: dict[str, float] = defaultdict(float)
    for code, _, _, number in cut:
        postings[code] += number
    shown = [currency] if currency else [code for code, _ in _commonest(postings, MOST_CURRENCIES)]
    counted = pay_bands.count(group for group in cut if group[0] in shown)
    ordered = [band for code in shown for band in pay_bands.bands(code) if band in counted]
    return [FacetValue(band.value, band.label, round(counted[band]), band.filters) for band in ordered]


def _edge(number: str | None) -> int | None:
    return None if number is None else int(number)


def is_surely_more(estimate: float, share: float, than: int) -> bool:
    """Whether a sample of this share, whose rows stand for `estimate` matches, leaves no doubt that they are more."""
    deviation = math.sqrt(max(estimate, 1.0) * (1 - share) / share)
    return estimate - 5 * deviation > than
