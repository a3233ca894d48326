"""Names of countries, regions, large cities and parts of the world, in tables we keep beside this file."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib import resources
from typing import NamedTuple, TypeVar

T = TypeVar("T")
_QUALIFIER = re.compile(r" \([^)]*\)$")


class Region(NamedTuple):
    """A state or province."""

    country: str
    name: str


class City(NamedTuple):
    """A city large enough to be known by its name alone. `region` may be ""."""

    country: str
    region: str
    name: str


class World(NamedTuple):
    """A part of the world larger than a country; `code` is what stands in a remote scope."""

    code: str
    name: str


class Gazetteer(NamedTuple):
    """Look-ups by folded name; those ending in `_codes` by capital letters, several countries may share one.

    `country_regions` knows the regions of one country: there is a Limburg in Belgium and one in the Netherlands.
    """

    countries: dict[str, str]
    country_codes: dict[str, str]
    regions: dict[str, Region]
    country_regions: dict[tuple[str, str], Region]
    region_codes: dict[str, list[Region]]
    cities: dict[str, City]
    worlds: dict[str, World]


def fold(name: str) -> str:
    """How names are compared: composed, case folded, single spaces, no dot at the end of an abbreviation."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@cache
def gazetteer() -> Gazetteer:
    """The tables, read once."""
    known = Gazetteer({}, {}, {}, {}, {}, {}, {})
    for code, alpha3, name, others in _rows("countries.txt"):
        known.country_codes[code] = known.country_codes[alpha3] = code
        _index(known.countries, f"{name};{others}", code)
    for country, code, name, others in _rows("regions.txt"):
        region = Region(country, _QUALIFIER.sub("", name))
        known.region_codes.setdefault(code, []).append(region)
        _index(known.regions, f"{name};{others}", region)
        for other in filter(None, (name, *others.split(";"))):
            known.country_regions.setdefault((country, fold(other)), region)
    for country, region_name, name, others in _rows("cities.txt"):
        _index(known.cities, f"{name};{others}", City(country, region_name, _QUALIFIER.sub("", name)))
    for code, name, others in _rows("worlds.txt"):
        _index(known.worlds, f"{name};{others}", World(code, name))
    known.region_codes.pop("", None)
    return known


def _index(table: dict[str, T], names: str, value: T) -> None:
    """The first to claim a name keeps it."""
    for name in names.split(";"):
        if name:
            table.setdefault(fold(name), value)


@cache
def country_name(code: str) -> str:
    """The English name of a country, as a reader expects it; "" for an unknown code."""
    names = {row[0]: _QUALIFIER.sub("", row[2]) for row in _rows("countries.txt")}
    return names.get(code, "")


@cache
def scopes_around(country: str) -> tuple[str, ...]:
    """Every remote scope that a worker in this country (ISO 3166-1 alpha-2) lies in: it, parts of the world, all of it."""
    members = {code: set(listed.split()) for code, listed in _rows("world_countries.txt")}
    scopes = {country}
    while wider := {code for code, listed in members.items() if listed & scopes} - scopes:
        scopes |= wider
    return (*sorted(scopes), "WORLDWIDE")


def read_lines(name: str) -> list[str]:
    """The lines of a table beside this file, without remarks."""
    lines = resources.files(__package__).joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _rows(name: str) -> list[list[str]]:
    return [line.split("|") for line in read_lines(name)]
