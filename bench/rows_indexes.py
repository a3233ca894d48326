"""Taking a table's indexes and foreign keys away for a load, and making them again; a load that was cut short goes on.

What was taken away stands in a table of the same database until it is there again.
"""

from __future__ import annotations

import time
from typing import Any

_TAKEN = "CREATE TABLE IF NOT EXISTS bench_taken (of text, name text, definition text)"
_INDEXES = """
    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), 'DROP INDEX ' || i.indexrelid::regclass
    FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
    WHERE i.indrelid = %(table)s::regclass AND c.oid IS NULL
"""
_CONSTRAINTS = """
    SELECT conname, format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid)),
           format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname)
    FROM pg_constraint WHERE conrelid = %(table)s::regclass AND contype IN ('u', 'f')
"""


def take(cursor: Any, table: str) -> None:
    """In the caller's transaction. Primary keys and checks stay."""
    cursor.execute(_TAKEN)
    for statement in (_CONSTRAINTS, _INDEXES):
        cursor.execute(statement, {"table": table})
        for name, definition, drop in cursor.fetchall():
            cursor.execute("INSERT INTO bench_taken VALUES (%s, %s, %s)", [table, name, definition])
            cursor.execute(drop)


def make_again(cursor: Any) -> list[tuple[str, float]]:
    """Whatever is still missing, each committed by itself; names and seconds. Outside a transaction."""
    cursor.execute(_TAKEN)
    # Indexes first: a foreign key is checked by those of both tables.
    cursor.execute("SELECT name, definition FROM bench_taken ORDER BY definition LIKE 'ALTER%', of, name")
    made = []
    for name, definition in cursor.fetchall():
        began = time.perf_counter()
        with cursor.connection.transaction():
            cursor.execute(definition)
            cursor.execute("DELETE FROM bench_taken WHERE name = %s", [name])
        made.append((name, time.perf_counter() - began))
    return made
