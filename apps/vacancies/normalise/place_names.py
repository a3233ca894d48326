"""What one name in a location may mean: a town, a region, a country, a part of the world, or nothing we know."""

from __future__ import annotations

import re
from typing import NamedTuple

from apps.vacancies.normalise.gazetteer import City, Region, World, fold, gazetteer

PLACEHOLDERS = frozenset(
    {
        "",
        "n/a",
        "na",
        "tbd",
        "tba",
        "location",
        "to be updated",
        "none",
        "null",
        "-",
        "unknown",
        "not specified",
    }
)
_CODE = re.compile(r"^[A-Z]{2}$")
_NAMED = re.compile(r"^[^\W\d_][^\d_,;]{1,40}$")
_NO_TOWN = re.compile(
    r"\b(?!(?:de|del|de la|la|los|las|el|di|do|da|dos|du|le|les|sur|en|am|an|der|upon|on|y|e)\b)[a-z]+\b"
)


class Word(NamedTuple):
    """One word or name of a location: what it may mean. All empty = it names nothing we know."""

    text: str
    city: City | None = None
    region: Region | None = None
    country: str = ""
    world: World | None = None
    code: str = ""

    @property
    def means_nothing(self) -> bool:
        return not (self.city or self.region or self.country or self.world or self.code)

    @property
    def could_be_city(self) -> bool:
        """Whether an unknown name may be a town's: short, no digits, no common words."""
        return is_town_name(self.text)


def is_town_name(name: str) -> bool:
    """Whether an unknown name may be a town's or a region's: short, no digits, no common words, no code ("KA")."""
    if len(name) <= 3 and name.isupper():
        return False
    return bool(_NAMED.match(name)) and name.count(" ") < 4 and not _NO_TOWN.search(name)


def lookup(name: str) -> Word | None:
    """What a name means, or None. Two capital letters are a code; they may mean a state or a country."""
    known = gazetteer()
    if _CODE.match(name) and (name in known.region_codes or name in known.country_codes):
        return Word(
            name, city=known.cities.get(fold(name)), country=known.countries.get(fold(name), ""), code=name
        )
    folded = fold(name).rstrip(".") if len(name) > 4 else fold(name)
    country = known.countries.get(folded, "")
    if not country and len(name) == 3 and name.isupper() and folded not in known.cities:
        country = known.country_codes.get(name, "")
    if len(folded) == 2 and not name.isupper():
        return None
    word = Word(name, known.cities.get(folded), known.regions.get(folded), country, known.worlds.get(folded))
    return None if word.means_nothing else word
