"""Groups of matches as the values of a facet: what to show, how many, and what to send for the choice."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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
    return sorted(numbers.items(), key=lambda item: (-item[1], item[0]))[:most]


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
    said = {group.key.strip(): (group.b or "").strip() for group in groups}
    ids = {group.key.strip(): group.c or "" for group in groups}
    numbers = {group.key.strip(): group.number for group in groups}
    counted = _holding(said, numbers, [(group.b or "", group.number) for group in groups], most)
    return [FacetValue(name, name, round(number), {"company": name}, ids[name]) for name, number in counted]


def _cities(groups: Sequence[Group], most: int) -> list[FacetValue]:
    said: dict[str, str] = {}
    numbers: dict[str, float] = defaultdict(float)
    for group in groups:
        if group.b:
            for city, lowered in zip(
                group.b.split(TOWNS_APART), (group.c or "").split(TOWNS_APART), strict=True
            ):
                said[city.strip()] = lowered.strip()
                numbers[city.strip()] += group.number
    counted = _holding(said, numbers, [(group.key, group.number) for group in groups], most)
    return [FacetValue(city, city, round(number), {"location": city}) for city, number in counted]


def _holding(
    said: Mapping[str, str], numbers: Mapping[str, float], texts: Sequence[tuple[str, float]], most: int
) -> list[tuple[str, float]]:
    """The commonest names by how many matches have a text that holds them. `said` are the names as lower case."""
    likely = [name for name, _ in _commonest(numbers, most + SPARE) if name]
    everything = "\n".join(text for text, _ in texts)
    held = {}
    for name in likely:
        is_alone = everything.count(said[name]) == 1
        held[name] = numbers[name] if is_alone else sum(n for text, n in texts if said[name] in text)
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
