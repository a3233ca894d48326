"""Places that a source states in fields: each field is read as what it is called. "NL" in a country is no province."""

from __future__ import annotations

import re
from functools import lru_cache

from apps.vacancies.normalise.gazetteer import City, fold, gazetteer
from apps.vacancies.normalise.place_groups import NAMESAKES
from apps.vacancies.normalise.place_names import PLACEHOLDERS, is_town_name, lookup
from apps.vacancies.normalise.place_words import only_noise, states_model
from apps.vacancies.normalise.posting import Place
from apps.vacancies.normalise.text import clean
from apps.vacancies.sources.base import AddressClaim

_SEVERAL = re.compile(r"[,;/|\n]|\s[-–—]\s")


def stated_place(claim: AddressClaim) -> Place | None:
    """The place an address names in its fields, None without a country we know. What our tables lack stays as written."""
    return _stated(clean(claim.city), clean(claim.region), clean(claim.country))


@lru_cache(maxsize=1 << 14)
def _stated(city: str, region: str, country: str) -> Place | None:
    code, state = country_code(country), ""
    if (outer := country_code(region)) and (state := _region_name(outer, country)):
        code, region = outer, ""  # a state in the country's field, and the country in the region's
    if not code or _SEVERAL.search(city) or states_model(city):
        return None
    seat = _city(code, region)  # "London" where the county should stand
    area = state or _region_name(code, region) or _area_in_city(code, city) or (seat.region if seat else "")
    town = _city(code, city) or (seat if not city else None)
    name = town.name if town else city if _is_town(code, city) else ""
    if town and area and town.region not in {"", area}:
        name = city or name  # its namesake elsewhere
    written = (
        "" if seat or country_code(region) or fold(region) == fold(city) or only_noise(region) else region
    )
    fallback = (town.region if town else "") or (written if _is_area(written) else "")
    return Place(text="", city=name, region=area or fallback, country=code)


def _is_area(name: str) -> bool:
    """Whether a region's field that our tables lack names one, and not a part of the world."""
    word = lookup(name)
    return is_town_name(name) and not (word and word.world)


def _area_in_city(country: str, name: str) -> str:
    """The region a city's field names instead of a city: "Bay Area". A town may share its county's name."""
    region = gazetteer().country_regions.get((country, fold(name)))
    return region.name if region and fold(name) not in gazetteer().cities and country not in NAMESAKES else ""


def country_code(name: str) -> str:
    """ISO 3166-1 alpha-2 of what a country's field says: a code of two or three letters, or a name; "" if unknown."""
    known = gazetteer()
    by_code = known.country_codes.get(name.upper(), "") if len(name) in {2, 3} else ""
    return by_code or known.countries.get(fold(name), "")


def _region_name(country: str, name: str) -> str:
    known = gazetteer()
    named = known.country_regions.get((country, fold(name)))
    if named or not name:
        return named.name if named else ""
    coded = known.region_codes.get(name.upper(), [])
    return next((one.name for one in coded if one.country == country), "")


def _city(country: str, name: str) -> City | None:
    town = gazetteer().cities.get(fold(name))
    return town if town and town.country == country else None


def _is_town(country: str, name: str) -> bool:
    """Whether a city's field names a town, and not a country, a part of the world, "Remote" or "Head office"."""
    word = lookup(name)
    if _area_in_city(country, name):
        return False
    if fold(name) in PLACEHOLDERS or (word and not word.city and (word.country or word.world)):
        return False
    return is_town_name(name) and not only_noise(name)
