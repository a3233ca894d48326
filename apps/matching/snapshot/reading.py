"""Open vacancies of the catalogue as rows of a snapshot, and what was written since one. Work of the system role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connections

from apps.core.db import current_alias
from apps.matching.snapshot.unseen import IS_KNOWN, UNSEEN
from apps.matching.snapshot.writing import Row

_AT_ONCE = 2000
_OPEN = "status = 'open' AND merged_into_id IS NULL"
# Of a row of vacancies and its towns, in the order of `Row`; the words come last.
TOLD = """
    uuid_send(id), (extract(epoch FROM created_at) * 1000000)::bigint, (extract(epoch FROM listed_at) * 1000000)::bigint,
    remote, seniority, employment_type, source, salary_currency, job_function,
    (salary_year_min * 100)::float8, (salary_year_max * 100)::float8, visa_sponsorship,
    company_name, lower(company_name), company_id, location_text, lower(location_text), towns.said, lower(towns.said),
    skills, countries
"""
TOWNS = """
    LATERAL (
        SELECT string_agg(DISTINCT place->>'city', chr(31)) AS said
        FROM jsonb_array_elements(locations) place WHERE place->>'city' <> ''
    ) towns
"""
_COLUMNS = f"{TOLD}, tsvectorsend(search)"
_FROM = f"vacancies_vacancy, {TOWNS}"
_ALL = f"SELECT {_COLUMNS} FROM {_FROM} WHERE {_OPEN} ORDER BY id"  # nosec B608  # noqa: S608 - constants
_SOME = f"SELECT {_COLUMNS} FROM {_FROM} WHERE {_OPEN} AND id = ANY(%s::uuid[]) ORDER BY id"  # nosec B608  # noqa: S608 - the same
_WRITTEN = (
    f"SELECT DISTINCT uuid_send(vacancy_id) FROM vacancies_cataloguewrite WHERE {UNSEEN.format('%(seen)s')}"  # nosec B608  # noqa: S608 - the same
)
_KNOWN = f"SELECT {IS_KNOWN.format('%(seen)s')}"


def seen() -> str:
    """What the transaction sees, as a `pg_snapshot`: to be asked within one that is REPEATABLE READ."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        (snapshot,) = cursor.fetchone() or ("",)
    return str(snapshot)


def is_known(snapshot: str) -> bool:
    """False where the database has not come so far: it is another one, or was restored."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_KNOWN, {"seen": snapshot})
        (known,) = cursor.fetchone() or (False,)
    return bool(known)


def everything() -> Iterator[list[Row]]:
    """Every open vacancy by id, some at a time. Within a transaction."""
    yield from _read(_ALL, [])


def some(ids: list[bytes]) -> Iterator[list[Row]]:
    """Those of `ids` that are open, by id."""
    yield from _read(_SOME, [[pk.hex() for pk in ids]])


def written_since(snapshot: str) -> list[bytes]:
    """Ids of what was written by transactions that `snapshot` did not see, whether they are still there or not."""
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_WRITTEN, {"seen": snapshot})
        return [bytes(pk) for (pk,) in cursor.fetchall()]


def _read(sql: str, bound: list[Any]) -> Iterator[list[Row]]:
    with connections[current_alias()].chunked_cursor() as cursor:
        cursor.execute(sql, bound)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield [Row._make([bytes(row[0]), *row[1:-1], bytes(row[-1])]) for row in rows]
