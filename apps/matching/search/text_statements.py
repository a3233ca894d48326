"""The statements by which vacancies that hold words are found and ranked: written once a shape of filters (`asking`)."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import F, Func, TextField

from apps.core.db.lookups import IsAny
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.statements import Statement, Writer
from apps.matching.search.asking import Rows, written

# Text, department and place, title and company: a word in the title says what the work is.
_WEIGHTS = "{0.05, 0.1, 0.25, 1.0}"
# Newest first, but no index of dates can give them so.
_NOT_BY_DATE = "listed_at + interval '0'"
_READ = ("id", "listed_at", "updated_at", "title", "location_text", "remote", "search")
# Divided by 1 + the logarithm of the length: a long text names a word often.
_BY_LENGTH = 1
# Of ids that are known to hold the words and to pass the filters. What the words are is read once, not for each row.
BY_IDS = Statement(
    f"""
    SELECT {", ".join(_READ[:-1])}, ts_rank('{_WEIGHTS}', search, (SELECT websearch_to_tsquery('english', $1)), {_BY_LENGTH})
    FROM vacancies_vacancy WHERE id = ANY($2::uuid[])
    """,  # nosec B608  # noqa: S608 - constants of ours
    ("text", "pks"),
)


def search_query(text: Any) -> SearchQuery:
    return SearchQuery(text, search_type="websearch", config="english")


def by_index(rows: Rows, writer: Writer) -> str:
    """Of all that the text index gives."""
    return _ranked(_ordered(rows, writer, _NOT_BY_DATE), writer)


def by_date(rows: Rows, writer: Writer) -> str:
    """As they are met in the order of dates."""
    return _ranked(_ordered(rows, writer, "listed_at"), writer)


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


def plan(rows: Rows, writer: Writer) -> str:
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
