"""Places that a title or the first lines of a text name, asked only where the fields leave open where it is."""

from __future__ import annotations

import re
from dataclasses import replace

from apps.vacancies.normalise.place_names import Word
from apps.vacancies.normalise.place_words import segments
from apps.vacancies.normalise.places import read_places
from apps.vacancies.normalise.posting import Place

_APART = re.compile(
    r"[(\[]([^()\[\]]{2,80})[)\]]|(?<=\s)[-–—|]\s+([^()\[\]|–—]{2,80}?)(?=\s+[-–—|]\s|\s*$|\s*[(\[])"
)
_LABELLED = re.compile(
    r"(?:(?:job|work|role|office) )?(?:locations?|place of work|based in|(?:arbeits|stand)ort|lieu|ubicación|localização|sede)"
    r"\s*:\s*(?P<where>\S.{1,78})",
    re.I,
)
_REMOTE_FROM = re.compile(r"(?P<where>(?:fully |100% )?remote\s*[(,:–—-]\s*[^|•·]{2,60})", re.I)
_LINES, _PART = 15, re.compile(r"\s*[|•·]\s*")
_LONGEST = 120


def with_hints(places: tuple[Place, ...], title: str, text: str) -> tuple[Place, ...]:
    """The places, and where none is known (or only a country or region) what title and text say more of it."""
    if len(places) == 1 and places[0].text == places[0].city == places[0].region:
        return _in_state(places[0], title) or places
    if any(place.city for place in places):
        return places
    if not any(_is_known(place) for place in places):
        return _titled(title) or _told(text) or places
    if len(places) != 1 or not places[0].country:
        return places
    only = places[0]
    town = next((place for place in _titled(title, only) if place.city and _lies_in(place, only)), None)
    if town is None:
        return places
    # Whoever may work from anywhere in the country may also do it in the town.
    return (only, town) if only.remote_scope else (replace(town, text=only.text),)


def _in_state(place: Place, title: str) -> tuple[Place, ...]:
    """Of "New York", which may be the state, the town in it that the title names; () where it names none."""
    state = replace(place, city="")
    towns = [one for one in _titled(title, state) if one.city and one.region == state.region]
    return (replace(towns[0], text=place.text),) if len(towns) == 1 else ()


def _titled(title: str, within: Place | None = None) -> tuple[Place, ...]:
    """Places in brackets or behind a dash, of nothing but names we know. In a place that is known, "(Muncie, IN)" may
    name a town we don't know."""
    found: list[Place] = []
    for match in _APART.finditer(title):
        said = match[1] or match[2]
        words = [word for segment in segments(said) for word in segment.words]
        if _names_places(words) or (within and _is_town_and_state(words)):
            found += (place for place in read_places(said)[0] if _is_known(place))
    return tuple(found)


def _names_places(words: list[Word]) -> bool:
    """Whether every word names a place, and not all are two capitals: "IT" and "QA" are no countries here."""
    return all(not word.means_nothing for word in words) and any(
        word.city or word.region or word.world or word.country
        for word in words
        if not word.code or word.text in {"US", "UK", "EU"}
    )


def _is_town_and_state(words: list[Word]) -> bool:
    return len(words) == 2 and words[0].could_be_city and bool(words[1].code or words[1].region)


def _told(text: str) -> tuple[Place, ...]:
    """Places of a labelled line ("Location: …") or of "Remote (UK)" among the first lines."""
    for line in text[:3000].split("\n")[:_LINES]:
        if len(line) > _LONGEST:
            continue
        for part in _PART.split(line.strip()):
            match = _LABELLED.match(part) or _REMOTE_FROM.match(part)
            if match and (found := tuple(filter(_is_known, read_places(match["where"])[0]))):
                return found
    return ()


def _is_known(place: Place) -> bool:
    return bool(place.city or place.region or place.country)


def _lies_in(town: Place, area: Place) -> bool:
    return town.country == area.country and area.region in {"", town.region}
