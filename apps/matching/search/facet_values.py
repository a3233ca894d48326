"""A tally as the values of a facet: what to show, how many, and what to send for the choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from apps.core.vocabulary import EmploymentType, Remote
from apps.matching import pay_bands
from apps.matching.tally import KINDS, Names, Tally, commonest
from apps.vacancies import lexicon
from apps.vacancies.models.posting import Seniority

# Further names that are looked at beside the commonest: as parts of other texts they may be commoner than they look.
SPARE = 5
# Names that each part of the catalogue has its say with.
EACH = 100
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


def values_of(name: str, tally: Tally, filters: Mapping[str, Any], most: int) -> list[FacetValue]:
    """The values of one facet, the commonest first; of equally common ones by name. Pay goes by currency and amount."""
    if name in KINDS:
        return _kinds(name, tally, most)
    if name == "skills":
        chosen = str(filters.get("skills") or "")
        return [_skill(slug, number, chosen) for slug, number in commonest(tally.skills, most)]
    if name == "country":
        return [_country(code, number) for code, number in commonest(tally.countries, most)]
    if name == "company":
        return _companies(tally.companies, most)
    if name == "city":
        return _cities(tally.cities, most)
    return _bands(tally, str(filters.get("currency") or "").upper())


def _kinds(name: str, tally: Tally, most: int) -> list[FacetValue]:
    numbers = {value: number for value, number in tally.kinds.get(name, {}).items() if value}
    labels = _LABELS.get(name, {})
    return [
        FacetValue(value, labels.get(value, value), round(number), {name: value})
        for value, number in commonest(numbers, most)
    ]


def _skill(slug: str, number: float, chosen: str) -> FacetValue:
    filters = {"skills": f"{chosen},{slug}" if chosen else slug}
    return FacetValue(slug, lexicon.name_of(slug), round(number), filters)


def _country(code: str, number: float) -> FacetValue:
    from apps.vacancies.normalise.gazetteer import country_name

    return FacetValue(code, country_name(code) or code, round(number), {"country": code})


def _companies(parts: Sequence[Names], most: int) -> list[FacetValue]:
    return [
        FacetValue(name, name, round(number), {"company": name}, max(part.id(name) for part in parts))
        for name, number in _sought(parts, most)
    ]


def _cities(parts: Sequence[Names], most: int) -> list[FacetValue]:
    return [
        FacetValue(name, name, round(number), {"location": name}) for name, number in _sought(parts, most)
    ]


def _sought(parts: Sequence[Names], most: int) -> list[tuple[str, float]]:
    """The commonest names by how many matches have a text that holds them, of those that are commonest by themselves."""
    known = {name for part in parts for name in part.commonest(EACH) if name}
    alone = {name: sum(part.alone(name) for part in parts) for name in known}
    held = {}
    for name, _ in commonest(alone, most + SPARE):
        lowered = max(part.lowered(name) for part in parts)
        held[name] = sum(part.holding(lowered) for part in parts)
    return commonest(held, most)


def _bands(tally: Tally, currency: str) -> list[FacetValue]:
    """The currency's that is asked for, else those of the commonest currencies."""
    postings: dict[str, float] = defaultdict(float)
    for group, number in tally.pay.items():
        postings[group.currency] += number
    shown = [currency] if currency else [code for code, _ in commonest(postings, MOST_CURRENCIES)]
    counted = pay_bands.count(
        (*group, number) for group, number in tally.pay.items() if group.currency in shown
    )
    ordered = [band for code in shown for band in pay_bands.bands(code) if band in counted]
    return [FacetValue(band.value, band.label, round(counted[band]), band.filters) for band in ordered]
