"""Many vacancies for the benches of lists and search: recorded postings as we read them, then laps of them under other
employers, places in time and words.

Two words of each lap's text are rare ones made for it, and the pay, the kind of source, the employer and the time differ
from lap to lap. Texts are cut at 1,500 characters: a list reads them through its index alone. Kept under `var/bench/rows`
until it is taken away; loaded by COPY as the owner.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
VAR = ROOT / "var" / "bench" / "rows"
LONGEST = 1500
EMPLOYERS = 6000
NEWEST = datetime(2026, 11, 20, tzinfo=UTC)
_JSON = ("locations", "field_sources")
Columns = dict[str, Any]


def recorded_rows() -> list[Columns]:
    """Every recorded posting that has a text, as columns of a vacancy."""
    from apps.vacancies import columns
    from apps.vacancies.normalise import normalise
    from bench.recorded import recorded_drafts

    rows = []
    for key, draft in recorded_drafts():
        row = columns.of_posting(normalise(draft))
        if row["description_text"]:
            rows.append(row | {"source": draft.source, "source_id": key[:190]})
    return rows


def _id(moment: datetime, number: int) -> UUID:
    """As `uuid7`, but the same in every run."""
    stamp = int(moment.timestamp() * 1000)
    return UUID(int=(stamp << 80) | (0x7 << 76) | (0b10 << 62) | number)


def rows_of(base: list[Columns], count: int) -> Iterator[Columns]:
    """`count` rows; the same ones in every run."""
    chance = random.Random(20261121)
    for number in range(count):
        lap, place = divmod(number, len(base))
        said = base[place]
        listed = NEWEST - timedelta(seconds=chance.randrange(540 * 86400))
        employer = chance.randrange(EMPLOYERS)
        text = f"{said['description_text'][:LONGEST]} lap{lap} rare{number % 5000}"
        raise_by = Decimal(1) + Decimal(lap % 7) / 20
        pay = {
            name: said[name] * raise_by if said[name] is not None and said[name] < 10**8 else said[name]
            for name in ("salary_min", "salary_max", "salary_year_min", "salary_year_max")
        }
        yield said | pay | {
            "id": _id(listed, number), "created_at": listed, "updated_at": listed, "company": employer,
            "company_name": f"{said['company_name'] or 'Works'} {employer}"[:200],
            "description_text": text, "description_html": "", "requirements": [],
            "source_id": f"{said['source_id']}/{lap}", "posted_at": listed if chance.random() < 0.8 else None,
            "first_seen_at": listed, "last_seen_at": listed, "listed_at": listed, "closed_at": None, "status": "open",
            "repost_count": 0, "content_hash": "", "field_sources": {},
        }  # fmt: skip


def _company_id(number: int) -> UUID:
    return UUID(int=(0x7 << 76) | (0b10 << 62) | number)


def load(count: int) -> float:
    """Make the tables hold exactly these rows, unless they do already; the seconds it took."""
    from django.db import connections

    began = time.perf_counter()
    connections["owner"].ensure_connection()
    connection = connections["owner"].connection
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(*) FILTER (WHERE search IS NULL) FROM vacancies_vacancy")
        if cursor.fetchone() == (count, 0):
            return 0.0
        cursor.execute("TRUNCATE vacancies_vacancy, vacancies_company CASCADE")
        _copy_companies(cursor)
        indexes = _without_indexes(cursor)
        _copy_vacancies(cursor, recorded_rows(), count)
        for definition in indexes:
            cursor.execute(definition)
    connection.commit()
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE) vacancies_vacancy")
        cursor.execute("VACUUM (ANALYZE) vacancies_company")
    return time.perf_counter() - began


def _without_indexes(cursor: Any) -> list[str]:
    """Takes the indexes away, but for the key's, and answers how to make them again: so it takes half as long."""
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "WHERE indrelid = 'vacancies_vacancy'::regclass AND NOT indisprimary AND NOT indisunique"
    )
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f"DROP INDEX {name}")
    return [definition for _, definition in found]


def _copy_companies(cursor: Any) -> None:
    names = "id, created_at, updated_at, name, key, kind, logo_url, website"
    with cursor.copy(f"COPY vacancies_company ({names}) FROM STDIN") as copy:
        for number in range(EMPLOYERS):
            name = f"Works {number}"
            copy.write_row((_company_id(number), NEWEST, NEWEST, name, name.lower(), "employer", "", ""))


def _copy_vacancies(cursor: Any, base: list[Columns], count: int) -> None:
    names: list[str] = []
    rows = rows_of(base, count)
    first = next(rows)
    names = ["company_id" if name == "company" else name for name in first]
    with cursor.copy(f"COPY vacancies_vacancy ({', '.join(names)}) FROM STDIN") as copy:
        copy.write_row(_written(first))
        for row in rows:
            copy.write_row(_written(row))


def _written(row: Columns) -> list[Any]:
    return [
        json.dumps(value) if name in _JSON else _company_id(value) if name == "company" else value
        for name, value in row.items()
    ]
