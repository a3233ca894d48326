"""How well places are read, against hand-labelled postings. Pure: a label and places in, a tally out.

A place counts when city, region and country are all right; there are no partial hits. In a label "~" stands between
names that are equally right, and "(…)" around what is true but not said: an answer may leave that out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypedDict

from apps.vacancies.normalise.gazetteer import gazetteer
from apps.vacancies.normalise.posting import Place


class Tally(NamedTuple):
    """What was found and is right, what was found, what should have been: of one posting, or summed."""

    hits: int
    found: int
    stated: int

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.stated if self.stated else 1.0

    @property
    def f1(self) -> float:
        both = self.found + self.stated
        return 2 * self.hits / both if both else 1.0


class PlaceLabel(TypedDict):
    """`places` are {city, region, country}, `remote_scope` codes of countries and of parts of the world."""

    places: Sequence[Mapping[str, str]]
    remote_scope: Sequence[str]


def tally_places(label: PlaceLabel, locations: Sequence[Place]) -> Tally:
    """Each labelled place is met by one found place at most."""
    found = found_places(locations)
    left = list(found)
    hits = 0
    for place in label["places"]:
        met = next((one for one in left if _is(place, one)), None)
        if met is not None:
            left.remove(met)
            hits += 1
    return Tally(hits, len(found), len(label["places"]))


def tally_scopes(label: PlaceLabel, locations: Sequence[Place]) -> Tally:
    """Where the posting may be done from, if that is named."""
    found = {place.remote_scope for place in locations if place.remote_scope}
    stated = set(label["remote_scope"])
    return Tally(len(found & stated), len(found), len(stated))


def found_places(locations: Iterable[Place]) -> list[tuple[str, str, str]]:
    """City, region and country of each place, each once. A part of the world is a scope and no place; neither is a
    text that nothing was recognised in."""
    worlds = {world.name for world in gazetteer().worlds.values()}
    return list(
        dict.fromkeys(
            (place.city, place.region, place.country)
            for place in locations
            if place.city or place.country or (place.region and place.region not in worlds)
        )
    )


def _is(label: Mapping[str, str], found: tuple[str, str, str]) -> bool:
    city, region, country = found
    return all(
        _agrees(label[name], value)
        for name, value in (("city", city), ("region", region), ("country", country))
    )


def _agrees(label: str, found: str) -> bool:
    may_be_silent = label.startswith("(")
    names = {_plain(name) for name in label.strip("()").split("~")}
    return _plain(found) in names or (may_be_silent and not found)


def _plain(name: str) -> str:
    """Without accents, case and "State of": they differ between sources of names."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l"))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.strip().removeprefix("state of ")
