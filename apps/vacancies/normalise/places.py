"""Places from free text: "SF, NYC, CHI", "US-Remote", "Paris, France; Lyon, France", "Remote (EU/UK)".

Precision first: what isn't recognised keeps its text and claims no city and no country.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from apps.vacancies.normalise.gazetteer import country_name, fold, gazetteer
from apps.vacancies.normalise.place_fields import country_code, stated_place
from apps.vacancies.normalise.place_groups import Group, group_words
from apps.vacancies.normalise.place_names import PLACEHOLDERS
from apps.vacancies.normalise.place_towns import named_towns
from apps.vacancies.normalise.place_words import Model, Segment, segments
from apps.vacancies.normalise.posting import Place, RemoteKind
from apps.vacancies.normalise.text import clean
from apps.vacancies.sources.base import AddressClaim

_WORLD_BY_NAME = {world.name: world.code for world in gazetteer().worlds.values()}
_STRONGEST_FIRST: tuple[RemoteKind, ...] = ("remote", "hybrid", "onsite")
_ONLY_A_MODEL = frozenset({"hybrid", "onsite", "on-site", "on site", "in-office", "in office", "in person"})


def read_places(text: str, within: str | None = "") -> tuple[tuple[Place, ...], RemoteKind | None]:
    """The places a location text names, and the work model it states. Cached: boards repeat themselves.

    `within` is the country, by its code, in which a town that only its name tells must lie: "" is anywhere, and None
    asks for no such town, where a field beside the text names the town.
    """
    return _read(clean(text), within)


@lru_cache(maxsize=1 << 16)
def _read(text: str, within: str | None) -> tuple[tuple[Place, ...], RemoteKind | None]:
    folded = fold(text)
    if folded in PLACEHOLDERS:
        return (), None
    found: list[Place] = []
    models: list[Model] = []
    unread: list[Segment] = []
    for segment in segments(text):
        if segment.model:
            models.append(segment.model)
        groups = group_words(segment.words)
        found += [_place(group, segment.model) for group in groups]
        unread += () if groups else (segment,)
    if within is not None:
        found += named_towns(unread, found or ([Place(text="", country=within)] if within else []))
    model = strongest(models)
    places = _distinct(_scoped(place) for place in found) if model == "remote" else _distinct(found)
    if len(places) == 1:
        return (replace(places[0], text=text),), model
    if places or folded in _ONLY_A_MODEL:
        return places, model
    return (Place(text=text),), model


def places_of(
    texts: Sequence[str], addresses: Sequence[AddressClaim], remote: RemoteKind | None
) -> tuple[tuple[Place, ...], RemoteKind | None]:
    """All places of a posting, and the work model their texts state; fields of the source fill what texts leave open.

    `remote` is what the source claims: of a remote posting, a country without a city is where one may live.
    """
    claims = {claim.text: claim for claim in addresses}
    found: list[Place] = []
    models: list[RemoteKind] = []
    for text in texts:
        stated = stated_place(claims[text]) if text in claims else None
        within = "" if stated is None else None if stated.city else stated.country
        places, model = read_places(text, within)
        if model:
            models.append(model)
        if text in claims and (remote != "remote" or not _only_country(places) or claims[text].city in texts):
            places = _with_claim(places, claims[text], text)
        is_remote = "remote" in (remote, model)
        found += [_scoped(place) if is_remote else place for place in places]
    distinct = _distinct(found)
    if len(distinct) > 1:
        distinct = tuple(place for place in distinct if _key(place) != ("", "", "", "")) or distinct[:1]
    return distinct, strongest(models)


def strongest(models: Iterable[RemoteKind]) -> RemoteKind | None:
    """Of several models a posting offers, the one a searcher would miss most: remote, then hybrid."""
    stated = set(models)
    return next((model for model in _STRONGEST_FIRST if model in stated), None)


def _with_claim(places: tuple[Place, ...], claim: AddressClaim, text: str) -> tuple[Place, ...]:
    """An address in fields fills one place read from text, but no list, and never adds a city to "Remote"."""
    if len(places) > 1:
        return places
    where = stated_place(claim) or _joined(claim)
    if where is None:
        return places
    places = _as_claimed(places, claim, text)
    read = places[0] if places else Place(text=clean(text))
    if read.country and where.country not in {"", read.country}:
        return places
    if read.city:
        return (replace(read, country=read.country or where.country, region=read.region or where.region),)
    if (
        read.remote_scope
        or fold(read.text).startswith(("remote", "anywhere"))
        or read.region in _WORLD_BY_NAME
    ):
        world = _WORLD_BY_NAME.get(where.region, "")
        scope = read.remote_scope or where.country or world
        if scope not in {where.country, world}:
            return places
        region = read.region or (where.region if world else "")
        return (replace(read, country=where.country, region=region, remote_scope=scope),)
    return (replace(where, text=read.text, region=where.region or read.region),)


def _only_country(places: tuple[Place, ...]) -> bool:
    """Whether a text names a country and no more: of a remote posting that is where one may live, not its office."""
    return len(places) == 1 and bool(places[0].country) and not places[0].city and not places[0].region


def _joined(claim: AddressClaim) -> Place | None:
    """An address whose country is no country ("European Union", "TX", nothing), read like a text."""
    stated, _ = read_places(
        ", ".join(part for part in (claim.city, claim.region, claim.country) if part.strip())
    )
    return stated[0] if len(stated) == 1 and _key(stated[0]) != ("", "", "", "") else None


def _as_claimed(places: tuple[Place, ...], claim: AddressClaim, text: str) -> tuple[Place, ...]:
    """The places of a text that ends in the code its country's field holds: "Venlo, NL" is in no Canadian province."""
    code, raw = country_code(claim.country), claim.country.strip()
    if not code or len(raw) != 2 or not places or places[0].country == code or not text.endswith(f", {raw}"):
        return places
    again, _ = read_places(f"{text[: -len(raw)]}{country_name(code)}")
    return (replace(again[0], text=places[0].text),) if len(again) == 1 else places


def _scoped(place: Place) -> Place:
    if place.remote_scope or (place.city and place.city != country_name(place.country)):
        return place
    return replace(place, remote_scope=place.country or _WORLD_BY_NAME.get(place.region, ""))


def _place(group: Group, model: Model | None) -> Place:
    world = group.world
    is_scope = model == "remote" or (world is not None and world.code == "WORLDWIDE")
    return Place(
        text=", ".join(group.texts),
        city=group.city,
        region=group.region or (world.name if world else ""),
        country=group.country,
        remote_scope=(group.country or (world.code if world else "")) if is_scope else "",
    )


def _key(place: Place) -> tuple[str, str, str, str]:
    return place.city, place.region, place.country, place.remote_scope


def _distinct(places: Iterable[Place]) -> tuple[Place, ...]:
    found: dict[tuple[str, str, str, str], Place] = {}
    for place in places:
        found.setdefault(_key(place), place)
    return tuple(found.values())
