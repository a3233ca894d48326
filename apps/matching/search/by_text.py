"""Vacancies that hold the words: through the text index or in the order of dates, whichever is nearer.

A rank costs 20 µs a row, for the row's whole text vector must be read. So it is given to a bounded number, the newest
that hold the words: all of them for most questions. Those are found by one of two ways. The text index gives all rows
with the words without reading their texts, but has to give all; the order of dates can stop at the last one wanted, but
reads the text of each row on the way. Which is shorter follows from how many rows hold the words, which the planner
knows well enough.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Func, Q, QuerySet, TextField
from psycopg.sql import Literal

from apps.core.db import among
from apps.core.reading.statements import Statement, Writer, rows_of
from apps.matching.search import extent

# How many are ranked of what the text index gives, and of what is met in the order of dates.
MOST, MOST_BY_DATE = 600, 200
# What a row costs by date (its text is read) over what it costs by index (only where it lies).
_DEARER = 3
# Text, department and place, title and company: a word in the title says what the work is.
_WEIGHTS = "{0.05, 0.1, 0.25, 1.0}"
_COLUMNS = ("id", "listed_at", "updated_at", "title", "search")
# Divided by 1 + the logarithm of the length: a long text names a word often.
_BY_LENGTH = 1
# Newest first, but no index of dates can give them so.
_NOT_BY_DATE = "listed_at + interval '0'"
# A phrase stands in the text alone: of so many that hold its words, the newest, it is looked for first.
LOOKED_THROUGH = 3000
_PHRASE = re.compile(r'"[^"]*\w\W+\w')
_EXCLUDED = re.compile(r"(?:^|\s)-")


class TextHit(NamedTuple):
    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str
    rank: float


class TextHits(NamedTuple):
    """The newest that hold the words, in no order. `is_all`: there are no others."""

    hits: list[TextHit]
    is_all: bool


def of_catalogue(rows: QuerySet[Any], text: str) -> TextHits:
    """Among `rows`, the catalogue's under the caller's filters."""
    holding = _Holding.of(rows, text)
    expected = holding.expected()
    if expected > 2 * MOST:
        if _PHRASE.search(text) and not _EXCLUDED.search(text):
            return _with_phrase(holding, expected)
        if expected > _turning_point(holding.table):
            return holding.ranked("listed_at", MOST_BY_DATE)
    return holding.ranked(_NOT_BY_DATE, MOST)


def _with_phrase(holding: _Holding, expected: int) -> TextHits:
    """The planner expects all that hold the phrase's words. Where few of them hold the phrase, either way reads texts: of all
    those, or of all rows by date until enough are met."""
    found = holding.with_phrase_among_newest(MOST)
    if not found.is_all:
        return found
    likely = expected * len(found.hits) / LOOKED_THROUGH
    if likely * expected > MOST_BY_DATE * extent.rows_of(holding.table):
        return holding.ranked("listed_at", MOST_BY_DATE)
    return holding.ranked(_NOT_BY_DATE, MOST)


def of_workspace(rows: QuerySet[Any], text: str) -> TextHits:
    """Among a workspace's own, which are few: no choice to make."""
    return _Holding.of(rows, text).ranked(_NOT_BY_DATE, MOST_BY_DATE)


def naming(rows: QuerySet[Any], hits: list[TextHit], words: str) -> list[TextHit]:
    """Those of `hits` whose title or company names every word as it was typed: "ice" is not in "Service"."""
    for word in words.split():
        whole = rf"(?<!\w){re.escape(word)}(?!\w)"
        rows = rows.filter(Q(title__iregex=whole) | Q(company_name__iregex=whole))
    named = set(rows.filter(among(hit.pk for hit in hits)).values_list("pk", flat=True)) if hits else set()
    return [hit for hit in hits if hit.pk in named]


def search_query(text: str) -> SearchQuery:
    return SearchQuery(text, search_type="websearch", config="english")


@dataclass(frozen=True, slots=True)
class _Holding:
    """`sql` reads `_COLUMNS` of each row that holds the words, as Django compiled it: the dearest part of a short question, so
    it is done once for all that is asked of these rows. Values stand in it as literals. `rows` are those to look among."""

    rows: QuerySet[Any]
    text: str
    table: str
    sql: str

    @classmethod
    def of(cls, rows: QuerySet[Any], text: str) -> Self:
        plain = rows.select_related(None).defer(None).order_by()
        holding = plain.filter(search=search_query(text)).values_list(*_COLUMNS)
        return cls(plain, text, rows.model._meta.db_table, _written(holding))

    def expected(self) -> int:
        """How many the planner expects."""
        (plan,) = _read(f"EXPLAIN (FORMAT JSON) {self.sql}")[0]
        return int(plan[0]["Plan"]["Plan Rows"])

    def ranked(self, order: str, most: int) -> TextHits:
        """The newest by `order`."""
        return self._ranked(f"{self.sql} ORDER BY {self.table}.{order} DESC, {self.table}.id DESC", most)

    def with_phrase_among_newest(self, most: int) -> TextHits:
        """The newest, of the newest `LOOKED_THROUGH` that hold a phrase's words: these are put in order without their texts,
        which are then looked through one after the other. `is_all` of those, not of all rows."""
        # Rows by where they lie: of those that are looked through, nothing has to be found again.
        place = Func(template=f"{self.table}.ctid", output_field=TextField())
        near = (
            self.rows.filter(search=_Words(self.text))
            .annotate(place=place)
            .values_list("place", "listed_at", "pk")
        )
        newest = f"{_written(near)} ORDER BY {self.table}.{_NOT_BY_DATE} DESC, {self.table}.id DESC LIMIT {LOOKED_THROUGH}"
        text = f"SELECT {', '.join(_COLUMNS)} FROM {self.table} WHERE ctid = place AND search @@ {self._query} OFFSET 0"  # nosec B608  # noqa: S608 - names and literals of ours
        sql = f"SELECT held.* FROM ({newest}) near (place, at, pk), LATERAL ({text}) held ORDER BY {_NOT_BY_DATE.replace('listed_at', 'at')} DESC, pk DESC"  # nosec B608  # noqa: S608 - the same
        return self._ranked(sql, most)

    @property
    def _query(self) -> str:
        return f"websearch_to_tsquery('english', {Literal(self.text).as_string(None)})"

    def _ranked(self, newest: str, most: int) -> TextHits:
        """One row more than is ranked tells whether there are others."""
        rank = f"ts_rank('{_WEIGHTS}', search, {self._query}, {_BY_LENGTH})"
        # As a table of its own, so that no row is ranked before the newest are known.
        said = ", ".join(_COLUMNS[:-1])
        found = _read(f"SELECT {said}, {rank} FROM ({newest} LIMIT {most + 1}) newest")  # nosec B608  # noqa: S608 - as Django compiled it, and names and literals of ours
        hits = [TextHit(*row) for row in found]
        if len(hits) <= most:
            return TextHits(hits, is_all=True)
        hits.sort(key=lambda hit: (hit.listed_at, hit.pk), reverse=True)
        return TextHits(hits[:most], is_all=False)


class _Words(SearchQuery):
    """The words of a question's phrases, wherever they stand: what the text index alone can tell."""

    def __init__(self, text: str) -> None:
        super().__init__(text, search_type="websearch", config="english")

    def as_sql(self, *args: Any, **more: Any) -> Any:
        query, params = super().as_sql(*args, **more)
        return f"regexp_replace(({query})::text, '<[-0-9]+>', '&', 'g')::tsquery", params


def _written(rows: QuerySet[Any, Any]) -> str:
    sql, params = rows.query.sql_with_params()
    return Writer().written(sql, params)


def _read(sql: str) -> list[tuple[Any, ...]]:
    """In PostgreSQL's binary form: Django's own way reads each of a thousand times letter by letter."""
    return rows_of(Statement(sql, (), prepared=False), {})


def _turning_point(table: str) -> float:
    """How many hits make the order of dates the shorter way: n rows by index cost as much as `MOST_BY_DATE` hits by date
    where n = `_DEARER` · `MOST_BY_DATE` · rows / n."""
    return math.sqrt(_DEARER * MOST_BY_DATE * extent.rows_of(table))
