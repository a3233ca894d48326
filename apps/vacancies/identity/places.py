"""Whether two postings are for the same places. Pure; works on keys, "city|region|country" and "|remote" behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from apps.vacancies.normalise.gazetteer import country_name
from apps.vacancies.normalise.posting import Place

Relation = Literal["same", "within", "apart", "unknown"]

_WORD = re.compile(r"[^\W_]+")
_SPOKEN = {"us": "usa america", "gb": "uk britain", "ae": "uae", "nl": "holland"}


def place_keys(places: Sequence[Place]) -> tuple[str, ...]:
    """Sorted keys of the places: recognised parts where there are any, else the words."""
    keys = set()
    for place in places:
        named = (
            "|".join((place.city, place.region, place.country))
            if place.city
            else f"|{place.region}|{place.country}"
        )
        known = place.city or place.region or place.country
        keys.add((named if known else place.text).casefold() + ("|remote" if place.remote_scope else ""))
    return tuple(sorted(keys))


def city_of(key: str) -> str:
    """What a place is found by: its city, else that it is remote, else the rest. Boards leave the remainder out."""
    city, _, rest = key.partition("|")
    return city if city else "remote" if key.endswith("|remote") else rest


@lru_cache(maxsize=1 << 14)
def words_of(key: str) -> frozenset[str]:
    """The words by which a title may name this place: its parts, and the country's name beside its code."""
    parts = _parts(key)
    if parts is None:
        return frozenset(_WORD.findall(key))
    code = parts[2]
    country = f"{country_name(code.upper())} {_SPOKEN.get(code, '')}".casefold() if code else ""
    return frozenset(_WORD.findall(" ".join((*parts, country)))) - {""}


def relation(left: Sequence[str], right: Sequence[str]) -> Relation:
    """`same`: one to one. `within`: one says less, or lists fewer of them. `apart`: some place of each is not the
    other's. `unknown`: one of them says nothing."""
    if not left or not right:
        return "unknown"
    if tuple(left) == tuple(right):
        return "same"
    cities = [frozenset(key for key in keys if _in_city(key)) for keys in (left, right)]
    if cities[0] and cities[1]:
        # Beside an office "Remote" is a work model: some boards list it with the places, some do not.
        left, right = (tuple(sorted(keys)) for keys in cities)
        if left == right:
            return "same"
    fewer, more = sorted((left, right), key=len)
    if len(fewer) == len(more) and all(any(_equal(one, other) for other in more) for one in fewer):
        return "same" if all(any(_equal(one, other) for other in fewer) for one in more) else "within"
    if all(any(_covers(one, other) for other in more) for one in fewer):
        return "within"
    return "within" if all(any(_covers(one, other) for other in fewer) for one in more) else "apart"


def _in_city(key: str) -> bool:
    return bool(_parts(key) and key[0] != "|")


@lru_cache(maxsize=1 << 14)
def _equal(left: str, right: str) -> bool:
    """Two spellings of one place: what both say is equal, and the city is one of it. "Remote" alone is any remote place:
    which country one may live in is what copies leave out."""
    if left == right:
        return True
    if "remote" in (left, right):
        return left.endswith("|remote") or right.endswith("|remote")
    one, other = _parts(left), _parts(right)
    if not one or not other or not one[0]:
        return False
    told = zip(one[:3], other[:3], strict=True)
    return one[0] == other[0] and all(not a or not b or a == b for a, b in told)


@lru_cache(maxsize=1 << 14)
def _covers(left: str, right: str) -> bool:
    """Equal, or one lies in the other as far as they say: a city in its country, anywhere remote in a country."""
    if _equal(left, right):
        return True
    one, other = _parts(left), _parts(right)
    if not one or not other:
        return left == "remote" or right == "remote"
    return all(not a or not b or a == b for a, b in zip(one[:3], other[:3], strict=True))


def _parts(key: str) -> list[str] | None:
    parts = key.split("|")
    return parts if len(parts) >= 3 else None
