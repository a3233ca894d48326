"""Vacancies that hold the words: through the text index or in the order of dates, whichever is nearer.

A rank costs 20 µs a row, for the row's whole text vector must be read. So it is given to a bounded number, the newest
that hold the words: all of them for most questions. Those are found by one of two ways. The text index gives all rows
with the words without reading their texts, but has to give all; the order of dates can stop at the last one wanted, but
reads the text of each row on the way. Which is shorter follows from how many rows hold the words, which the planner
knows well enough.

Where this host holds a snapshot of the catalogue neither is walked: it knows the newest that hold the words.
"""

from __future__ import annotations

import math
import re
import time
from collections.abc import Hashable
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q, QuerySet

from apps.core.cached.recent import Recent
from apps.core.db import among
from apps.core.reading.statements import rows_of
from apps.core.sampling import size_of
from apps.matching.search.asking import Side, Write, array_of, array_of_bytes
from apps.matching.search.held import Held
from apps.matching.search.text_statements import BY_IDS, by_date, by_ids_and_words, by_index, by_phrase, plan

# How many are ranked of what the text index gives, and of what is met in the order of dates.
MOST, MOST_BY_DATE = 600, 200
# What a row costs by date (its text is read) over what it costs by index (only where it lies).
_DEARER = 3
# A phrase stands in the text alone: of so many that hold its words, the newest, it is looked for first.
LOOKED_THROUGH = 3000
_PHRASE = re.compile(r'"[^"]*\w\W+\w')
_EXCLUDED = re.compile(r"(?:^|\s)-")
# For so many seconds the planner is taken to expect the same: a table grows slowly, and either way finds the same rows.
_ASKED_ANEW = 60
expectations: Recent[tuple[Hashable, ...], int] = Recent(8192)


class TextHit(NamedTuple):
    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str
    places: str
    remote: str
    rank: float


class TextHits(NamedTuple):
    """The newest that hold the words, in no order. `is_all`: there are no others."""

    hits: list[TextHit]
    is_all: bool


def of_catalogue(side: Side, text: str, held: Held | None = None) -> TextHits:
    """Among the catalogue's under the caller's filters. `held` is what a snapshot says of the question: it knows which are the
    newest, and how many."""
    if held is not None:
        return _of_snapshot(side, text, held)
    expected = _expected(side, text)
    if expected > 2 * MOST:
        if _PHRASE.search(text) and not _EXCLUDED.search(text):
            return _with_phrase(side, text, expected)
        if expected > _turning_point(side.table):
            return ranked(side, text, by_date, MOST_BY_DATE)
    return ranked(side, text, by_index, MOST)


def _of_snapshot(side: Side, text: str, held: Held) -> TextHits:
    """As many as without it: so the answer is the same."""
    number = held.with_words
    most = MOST_BY_DATE if number > max(2 * MOST, _turning_point(side.table)) else MOST
    newest = array_of_bytes(held.newest(most + 1, with_words=True))
    found = rows_of(BY_IDS, {"text": text, "pks": newest})
    if held.written:
        pks = array_of(held.written)
        found = found + side.ask(by_ids_and_words, prepared=False, text=text, pks=pks, limit=most + 1)
    return _newest([*map(TextHit._make, found)], most)


def _with_phrase(side: Side, text: str, expected: int) -> TextHits:
    """The planner expects all that hold the phrase's words. Where few of them hold the phrase, either way reads texts: of all
    those, or of all rows by date until enough are met."""
    found = ranked(side, text, by_phrase, MOST)
    if not found.is_all:
        return found
    likely = expected * len(found.hits) / LOOKED_THROUGH
    if likely * expected > MOST_BY_DATE * size_of(side.table):
        return ranked(side, text, by_date, MOST_BY_DATE)
    return ranked(side, text, by_index, MOST)


def of_workspace(side: Side, text: str) -> TextHits:
    """Among a workspace's own, which are few: no choice to make."""
    return ranked(side, text, by_index, MOST_BY_DATE)


def naming(rows: QuerySet[Any], hits: list[TextHit], words: str) -> list[TextHit]:
    """Those of `hits` whose title or company names every word as it was typed: "ice" is not in "Service"."""
    for word in words.split():
        whole = rf"(?<!\w){re.escape(word)}(?!\w)"
        rows = rows.filter(Q(title__iregex=whole) | Q(company_name__iregex=whole))
    named = set(rows.filter(among(hit.pk for hit in hits)).values_list("pk", flat=True)) if hits else set()
    return [hit for hit in hits if hit.pk in named]


def _expected(side: Side, text: str) -> int:
    """How many the planner expects, as it said within the last minute."""
    key = (side.key, text, int(time.monotonic() / _ASKED_ANEW))
    known = expectations.get(key)
    if known is None:
        [(expected,)] = side.ask(plan, prepared=False, text=text)
        known = int(expected[0]["Plan"]["Plan Rows"])
        expectations.put(key, known)
    return known


def ranked(side: Side, text: str, way: Write, most: int) -> TextHits:
    """The newest, ranked. One row more than these tells whether there are others."""
    found = side.ask(way, prepared=False, text=text, limit=most + 1, looked_through=LOOKED_THROUGH)
    return _newest([*map(TextHit._make, found)], most)


def _newest(hits: list[TextHit], most: int) -> TextHits:
    if len(hits) <= most:
        return TextHits(hits, is_all=True)
    hits.sort(key=lambda hit: (hit.listed_at, hit.pk), reverse=True)
    return TextHits(hits[:most], is_all=False)


def _turning_point(table: str) -> float:
    """How many hits make the order of dates the shorter way: n rows by index cost as much as `MOST_BY_DATE` hits by date
    where n = `_DEARER` · `MOST_BY_DATE` · rows / n."""
    return math.sqrt(_DEARER * MOST_BY_DATE * size_of(table))
