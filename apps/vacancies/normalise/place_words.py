"""The first half of reading a location: from free text to words that each mean one thing."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from apps.vacancies.normalise.gazetteer import fold, gazetteer
from apps.vacancies.normalise.place_names import PLACEHOLDERS, Word, is_town_name, lookup

Model = Literal["remote", "hybrid", "onsite"]

_REMOTE = re.compile(
    r"\b(?:(?:work )?(?:fully |100% )?remot(?:e|ely|o)(?:[ -](?:first|friendly|eligible|based|only|work(?:ing)?|ok|possible|"
    r"considered|accepted|available|within|in|from|flexible))*|work(?:ing)? from home|wfh|home[ -]?(?:based|office)|"
    r"t[ée]l[ée]travail|virtual|distributed|(?<=us-)rem|teletrabajo|anywhere(?= in\b))\b", re.I,
)  # fmt: skip
_HYBRID = re.compile(r"\b(?:hybrid(?:e|o)?(?: (?:in|work|working|available|remote))?|h[íi]brido)\b", re.I)
_ONSITE = re.compile(r"\b(?:on-?site|in[ -](?:office|person)|on site|présentiel|presencial|vor ort)\b", re.I)
_MODELS: tuple[tuple[Model, re.Pattern[str]], ...] = (
    ("remote", _REMOTE),
    ("hybrid", _HYBRID),
    ("onsite", _ONSITE),
)

_PARENS = re.compile(r"([^(),;|/&]*)\(([^()]*)\)")
# "OR" in capitals behind a comma is Oregon.
_HARD = re.compile(
    r"\s*(?:[;|\n•]|\s/\s|/(?=\S)|(?<=\w\w)/\s|(?-i:\b[oO]r\b|(?<=[^,]\s)\bOR\b(?=\s+\w))|\boder\b|\bou\b|\band\b|&|\+(?=\s))\s*",
    re.I,
)
_DASH = re.compile(r"\s+[-–—]+\s*|\s*[-–—]+\s+|\s*:\s+|\s+@\s+")
_LEAD = re.compile(
    r"^(?:in the|in|within the|within|from|across|anywhere in(?: the)?|based in|near|around)\s+", re.I
)
_NOISE = re.compile(
    r"\b(?:hq|headquarters?|head office|offices?|büro|bureau|hub|campus|studio|locations?|only|based|preferred|metro|"
    r"metropolitan|area|region|greater|select|multiple|various|data center|time ?zones?|hours|relocate|relocation to|"
    r"umgebung|city center|downtown|central|the|any|nationwide|if you (?:prefer|like|want)|in|to|all|north|south|east|west|coast)\b|[*#()]|\d+(?:st|nd|rd|th)?\b", re.I,
)  # fmt: skip
_TOWN_AND_STATE = re.compile(r"[^\W\d_][^\d,]{2,30}, [A-Z]{2}")
# In the language of its people Iceland is "Island": behind a name it is one of many.
_LANDFORMS = frozenset({"island"})
_SPACED_TAIL = re.compile(r"\s[-–—]\s*\S+\s*$")


class Segment(NamedTuple):
    """What stands between two hard separators: its words, with soft separators gone, and its work model."""

    text: str
    words: tuple[Word, ...]
    model: Model | None


def segments(text: str) -> list[Segment]:
    """Cut a cleaned location text. A segment without words but with a model is a bare "Remote" or "Hybrid"."""
    found = []
    for part in _hard_split(text):
        model: Model | None = None
        words: list[Word] = []
        is_remote_country = False
        for piece in part.split(","):
            own, rest = _take_model(piece)
            named = expand(rest)
            if own == "remote" and words and _stands_apart(piece, named, words):
                found.append(Segment(_text(words), tuple(words), model))
                model, words = own, named
            elif is_remote_country and named and named[0].city:
                found.append(Segment(_text(words), tuple(words), model))  # "US-Remote, Chicago"
                model, words = own, named
            else:
                model = own or model
                words += named
            is_remote_country = own == "remote" and len(words) == 1 and bool(words[0].country)
        if words or model:
            found.append(Segment(_text(words) or part.strip(), tuple(words), model))
    return found


def _stands_apart(piece: str, named: list[Word], before: list[Word]) -> bool:
    """Whether "remote" is a choice of its own ("Chicago, US-Remote", "SF, NYC, Remote") or says how the place before
    it is worked at ("Mexico, Remote", "Austin, TX, United States - Remote")."""
    if not named:
        return any(word.city for word in before)
    return bool(named[0].country or named[0].world) and not _SPACED_TAIL.search(piece)


def _text(words: list[Word]) -> str:
    return ", ".join(word.text for word in words)


def _hard_split(text: str) -> list[str]:
    if lookup(text):
        return [text]
    text = _PARENS.sub(_open_parens, text.replace("_", " - "))
    parts = _HARD.split(text)
    if len(parts) == 1:
        return parts
    return [part for part in parts if part.strip(" ,")]


def _open_parens(match: re.Match[str]) -> str:
    """Say the same without parentheses: "Remote (US)" and "Berlin (Hybrid)" are one place, "Berlin (Germany remote)"
    are two, and what is in "Bangkok (Tower B)" says nothing."""
    outside, inside = match[1].strip(), match[2].strip()
    model, rest = _take_model(outside)
    if not outside or (model and not rest):
        return _each(outside, inside)
    inner, left = _take_model(inside)
    if inner and not left:
        return f"{outside} - {inner}"
    known = lookup(left)
    if not known:
        return f"{outside}; {inside}; " if _TOWN_AND_STATE.fullmatch(left) else f"{outside} "
    if _is_everywhere(outside):
        return f"Remote {inside}"
    if _is_state_of(outside, known):
        return f"{outside} "  # "Hollister, CA (Bay Area)"
    # "Vejle (Denmark)" is a town in it; of "Berlin (Germany remote)" the second is a choice of its own.
    is_around = not inner and not known.city and _may_lie_in(outside, known)
    return f"{outside}, {inside} " if is_around else f"{outside}; {inside}; "


def _is_state_of(code: str, area: Word) -> bool:
    """Whether a code and a region's name say the same."""
    states = gazetteer().region_codes.get(code, [])
    return area.region is not None and area.region in states


def _may_lie_in(name: str, area: Word) -> bool:
    word = lookup(name)
    if word is None:
        return is_town_name(name)
    return word.city is not None and word.city.country == (
        area.country or (area.region and area.region.country)
    )


def _is_everywhere(name: str) -> bool:
    word = lookup(name)
    return word is not None and word.world is not None and word.world.code == "WORLDWIDE"


def _each(outside: str, inside: str) -> str:
    """The model of "Remote (US | Canada)" holds for each, but "Remote (Boston, MA)" is one town."""
    parts = [part for part in _HARD.split(inside) if part.strip()]
    if len(parts) == 1 and all((word := lookup(_trim(part))) and not word.code for part in inside.split(",")):
        parts = inside.split(",")
    return "; ".join(f"{outside} {part}".strip() for part in parts)


def _take_model(piece: str) -> tuple[Model | None, str]:
    """The work model a piece states, and what is left of it."""
    for model, pattern in _MODELS:
        rest, count = pattern.subn(" ", piece)
        if count:
            return model, _trim(rest)
    return None, _trim(piece)


def _trim(text: str) -> str:
    return _LEAD.sub("", " ".join(text.split()).strip(" -–—:,./")).strip(" -–—:,")


def expand(piece: str) -> list[Word]:
    """The words of one piece without commas, by dashes, by "City ST", by "US-City"."""
    whole = lookup(piece)
    if whole:
        return [whole]
    words = []
    for part in _DASH.split(piece):
        part = _trim(part)
        if fold(part) not in PLACEHOLDERS:
            words += _expand_part(part)
    return words


def _expand_part(part: str) -> list[Word]:
    for attempt in (part, _trim(_NOISE.sub(" ", part))):
        if not attempt:
            return []
        if word := lookup(attempt):
            return [word]
        if pair := _pair(attempt):
            return pair
    return [Word(part)]


def _pair(part: str) -> list[Word] | None:
    """Of "New York NY", "Simi Valley USA", "US-Texas", "SF Headquarters": two names without a comma between."""
    head, space, tail = part.rpartition(" ")
    last = lookup(tail) if space and fold(tail) not in _LANDFORMS else None
    if last and (last.code or last.country or last.region):
        before = _expand_part(head)
        if last.code or tail.isupper() or not all(word.means_nothing for word in before):
            return [*before, last]
        return [last]
    if head.count(" ") and last and last.city:
        return [last]  # "Fairview Mall Toronto"
    head, dash, tail = part.partition("-")
    if dash and tail and (first := lookup(_trim(head))):
        return [first, *_expand_part(_trim(tail))]
    head, space, tail = part.partition(" ")
    if space and (first := lookup(head)) and first.country and not first.code:
        return [first, *_expand_part(tail)]
    return None


def without_noise(name: str) -> str:
    """What is left of a name without the words that name no place: "Moab Office" is Moab."""
    return _trim(_NOISE.sub(" ", _take_model(name)[1]))


def only_noise(name: str) -> bool:
    """Whether a name is nothing but such words: "Remote", "Multiple Locations"."""
    return not without_noise(name)


def field_model(words: str) -> Model | None:
    """The work model that a field for something else names by the way: "Full-time (hybrid)", "Homeoffice"."""
    return _take_model(words)[0] if words else None


def states_model(name: str) -> bool:
    """Whether a name says how one works there: "Delhi NCR (Hybrid)"."""
    return _take_model(name)[0] is not None
