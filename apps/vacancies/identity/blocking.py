"""Keys that two postings of one job share although the employer, the title or the places are spelt otherwise. Pure.

Every key holds a place, for in another city it is another job: so a role that a chain offers in a thousand cities
makes a thousand small blocks and no big one. Only a requisition's key does without, as one requisition may be listed
once per city.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from apps.vacancies.identity.companies import spelling
from apps.vacancies.identity.fingerprint import Fingerprint
from apps.vacancies.identity.places import city_of
from apps.vacancies.identity.titles import core

MOST_KEYS = 12
KEY_LENGTH = 13
_PLACES = 2
_MINIMA = 7  # single minima beside title and place: 1 - (1 - J)^7 of copies meet, .98 at J = .44
_BANDS, _ROWS = 2, 4  # of the text alone, where the title was reworded: 1 - (1 - J^4)^2, .88 at J = .9
_FEWEST_DIGITS = 3  # a requisition that says less ("tbd", "1") is a placeholder


def blocking_keys(found: Fingerprint) -> tuple[str, ...]:
    """At most 12 strings of 13 characters; the first says which kind, the rest is a hash. Candidates are the postings
    that share one. Empty where neither title nor place is known.

    `r` employer, title words and a place; `q` requisition at one board; `t` title words, place and one minimum of the
    text, whoever the employer; `b` place and four minima, whatever the title."""
    return tuple(dict.fromkeys(_keys(found)))


def _keys(found: Fingerprint) -> Iterator[str]:
    if is_requisition(found.requisition_id):
        yield _hashed("q", found.source, found.board.casefold(), found.requisition_id)
    cities = sorted({city_of(place) for place in found.places})[:_PLACES]
    if not cities or not found.title_key:
        return
    role = core(found.title_key, found.company_key, found.places)
    if found.company_key:
        for city in cities:
            yield _hashed("r", spelling(found.company_key), role, city)
    if found.minhash:
        for at in range(_MINIMA):
            yield _hashed("t", role, cities[0], str(at), str(found.minhash[at]))
        for band in range(_BANDS):
            start = _MINIMA + band * _ROWS
            minima = found.minhash[start : start + _ROWS]
            yield _hashed("b", cities[0], str(band), *map(str, minima))


def is_requisition(text: str) -> bool:
    """Whether a requisition id names one requisition, and is no placeholder."""
    return sum(map(str.isdigit, text)) >= _FEWEST_DIGITS


def _hashed(kind: str, *parts: str) -> str:
    return kind + hashlib.blake2b("\x1f".join(parts).encode(), digest_size=6).hexdigest()
