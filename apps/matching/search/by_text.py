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
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connections
from django.db.models import F, Q, QuerySet, Value

from apps.core.api.listing import planner_estimate
from apps.core.db import current_alias
from apps.core.reading.statements import Statement, Writer, rows_of

# How many are ranked of what the text index gives, and of what is met in the order of dates.
MOST, MOST_BY_DATE = 600, 200
# What a row costs by date (its text is read) over what it costs by index (only where it lies).
_DEARER = 3
# Text, department and place, title and company: a word in the title says what the work is.
_WEIGHTS = [0.05, 0.1, 0.25, 1.0]
# Divided by 1 + the logarithm of the length: a long text names a word often.
_BY_LENGTH = 1


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
    query = search_query(text)
    found = rows.filter(search=query).order_by()
    expected = planner_estimate(found)
    if expected > 2 * MOST and expected > _turning_point(rows.model._meta.db_table):
        return _ranked(found.order_by("-listed_at", "-pk"), query, MOST_BY_DATE)
    return _ranked(_not_by_date(found), query, MOST)


def of_workspace(rows: QuerySet[Any], text: str) -> TextHits:
    """Among a workspace's own, which are few: no choice to make."""
    query = search_query(text)
    return _ranked(_not_by_date(rows.filter(search=query)), query, MOST_BY_DATE)


def naming(rows: QuerySet[Any], hits: list[TextHit], words: str) -> list[TextHit]:
    """Those of `hits` whose title or company names every word as it was typed: "ice" is not in "Service"."""
    for word in words.split():
        whole = rf"(?<!\w){re.escape(word)}(?!\w)"
        rows = rows.filter(Q(title__iregex=whole) | Q(company_name__iregex=whole))
    named = set(rows.filter(pk__in=[hit.pk for hit in hits]).values_list("pk", flat=True)) if hits else set()
    return [hit for hit in hits if hit.pk in named]


def search_query(text: str) -> SearchQuery:
    return SearchQuery(text, search_type="websearch", config="english")


def _not_by_date(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Newest first, but no index of dates can give them so."""
    return rows.order_by((F("listed_at") + Value(timedelta())).desc(), "-pk")


def _ranked(rows: QuerySet[Any], query: SearchQuery, most: int) -> TextHits:
    """One row more than is ranked tells whether there are others."""
    rank = SearchRank(F("search"), query, weights=Value(_WEIGHTS), normalization=Value(_BY_LENGTH))
    newest = rows.model._default_manager.filter(pk__in=rows.values("pk")[: most + 1]).annotate(rank=rank)
    hits = [
        TextHit(*row) for row in _read(newest.values_list("pk", "listed_at", "updated_at", "title", "rank"))
    ]
    if len(hits) <= most:
        return TextHits(hits, is_all=True)
    hits.sort(key=lambda hit: (hit.listed_at, hit.pk), reverse=True)
    return TextHits(hits[:most], is_all=False)


def _read(rows: QuerySet[Any, Any]) -> list[tuple[Any, ...]]:
    """In PostgreSQL's binary form: Django's own way reads each of a thousand times letter by letter."""
    sql, params = rows.query.sql_with_params()
    return rows_of(Statement(Writer().written(sql, params), (), prepared=False), {})


def _turning_point(table: str) -> float:
    """How many hits make the order of dates the shorter way: n rows by index cost as much as `MOST_BY_DATE` hits by date
    where n = `_DEARER` · `MOST_BY_DATE` · rows / n."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        (rows,) = cursor.fetchone() or (0.0,)
    return math.sqrt(_DEARER * MOST_BY_DATE * max(rows, 0.0))
