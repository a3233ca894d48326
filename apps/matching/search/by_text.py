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

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Func, Q, QuerySet, TextField

from apps.core.cached.recent import Recent
from apps.core.db import among
from apps.core.db.lookups import IsAny
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.statements import Writer
from apps.core.sampling import size_of
from apps.matching.search.asking import Rows, Side, Write, array_of, array_of_bytes, written
from apps.matching.search.held import Held

# How many are ranked of what the text index gives, and of what is met in the order of dates.
MOST, MOST_BY_DATE = 600, 200
# What a row costs by date (its text is read) over what it costs by index (only where it lies).
_DEARER = 3
# Text, department and place, title and company: a word in the title says what the work is.
_WEIGHTS = "{0.05, 0.1, 0.25, 1.0}"
_READ = ("id", "listed_at", "updated_at", "title", "location_text", "remote", "search")
# Divided by 1 + the logarithm of the length: a long text names a word often.
_BY_LENGTH = 1
# Newest first, but no index of dates can give them so.
_NOT_BY_DATE = "listed_at + interval '0'"
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
    found = side.ask(by_ids, prepared=True, text=text, pks=newest, limit=most + 1)
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


def search_query(text: Any) -> SearchQuery:
    return SearchQuery(text, search_type="websearch", config="english")


def _expected(side: Side, text: str) -> int:
    """How many the planner expects, as it said within the last minute."""
    key = (side.key, text, int(time.monotonic() / _ASKED_ANEW))
    known = expectations.get(key)
    if known is None:
        [(plan,)] = side.ask(_plan, prepared=False, text=text)
        known = int(plan[0]["Plan"]["Plan Rows"])
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


def by_index(rows: Rows, writer: Writer) -> str:
    """Of all that the text index gives."""
    return _ranked(_ordered(rows, writer, _NOT_BY_DATE), writer)


def by_date(rows: Rows, writer: Writer) -> str:
    """As they are met in the order of dates."""
    return _ranked(_ordered(rows, writer, "listed_at"), writer)


def by_ids(rows: Rows, writer: Writer) -> str:
    """Those of these ids that the filters let through; that they hold the words is known."""
    among_these = rows.filter(IsAny(F("pk"), Placeholder("pks"))).values_list(*_READ)
    return _ranked(written(among_these, writer), writer)


def by_ids_and_words(rows: Rows, writer: Writer) -> str:
    """Those of these ids that hold the words, the newest first."""
    return by_index(rows.filter(IsAny(F("pk"), Placeholder("pks"))), writer)


def by_phrase(rows: Rows, writer: Writer) -> str:
    """Of the newest `LOOKED_THROUGH` that hold a phrase's words: these are put in order without their texts, which are then
    looked through one after the other. All of those, not of all rows."""
    table, query = _table_of(rows), _query(writer)
    # Rows by where they lie: of those that are looked through, nothing has to be found again.
    place = Func(template=f"{table}.ctid", output_field=TextField())
    near = rows.filter(search=_Words(Placeholder("text"))).annotate(place=place)
    near_sql = written(near.values_list("place", "listed_at", "pk"), writer)
    newest = f"{near_sql} ORDER BY {table}.{_NOT_BY_DATE} DESC, {table}.id DESC LIMIT {writer.place('looked_through')}"
    text = f"SELECT {', '.join(_READ)} FROM {table} WHERE ctid = place AND search @@ {query} OFFSET 0"  # nosec B608  # noqa: S608 - names and places of ours
    at = _NOT_BY_DATE.replace("listed_at", "at")
    return _ranked(
        f"SELECT held.* FROM ({newest}) near (place, at, pk), LATERAL ({text}) held ORDER BY {at} DESC, pk DESC",  # nosec B608  # noqa: S608 - the same
        writer,
    )


def _plan(rows: Rows, writer: Writer) -> str:
    return f"EXPLAIN (FORMAT JSON) {_holding(rows, writer, 'pk')}"


def _holding(rows: Rows, writer: Writer, *columns: str) -> str:
    held = rows.filter(search=search_query(Placeholder("text"))).values_list(*columns)
    return written(held, writer)


def _ordered(rows: Rows, writer: Writer, order: str) -> str:
    table = _table_of(rows)
    return f"{_holding(rows, writer, *_READ)} ORDER BY {table}.{order} DESC, {table}.id DESC"


def _ranked(newest: str, writer: Writer) -> str:
    rank = f"ts_rank('{_WEIGHTS}', search, {_query(writer)}, {_BY_LENGTH})"
    said = f"id, listed_at, updated_at, title, location_text, remote, {rank}"
    # As a table of its own, so that no row is ranked before the newest are known.
    return f"SELECT {said} FROM ({newest} LIMIT {writer.place('limit')}) newest"  # nosec B608  # noqa: S608 - as Django compiled it, and names and places of ours


def _query(writer: Writer) -> str:
    return f"websearch_to_tsquery('english', {writer.place('text')})"


class _Words(SearchQuery):
    """The words of a question's phrases, wherever they stand: what the text index alone can tell."""

    def __init__(self, text: Any) -> None:
        super().__init__(text, search_type="websearch", config="english")

    def as_sql(self, *args: Any, **more: Any) -> Any:
        query, params = super().as_sql(*args, **more)
        return f"regexp_replace(({query})::text, '<[-0-9]+>', '&', 'g')::tsquery", params


def _table_of(rows: Rows) -> str:
    return str(rows.model._meta.db_table)


def _turning_point(table: str) -> float:
    """How many hits make the order of dates the shorter way: n rows by index cost as much as `MOST_BY_DATE` hits by date
    where n = `_DEARER` · `MOST_BY_DATE` · rows / n."""
    return math.sqrt(_DEARER * MOST_BY_DATE * size_of(table))
