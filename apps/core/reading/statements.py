"""SQL with numbered places, sent as it is: prepared by PostgreSQL, rows in its binary form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connections
from psycopg import sql as pg

from apps.core.db import current_alias, wire
from apps.core.reading.placeholders import Slot

_PLACE = re.compile(r"%s|%%")
_NUMBER = re.compile(r"\$([0-9]+)")
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """`names` are the values to bind, in the order of their numbers.

    Not `prepared`: PostgreSQL plans it anew for each set of values. That is for questions whose best plan depends on
    how often a word or a value occurs; a plan for the average of them can be a hundred times slower.
    """

    sql: str
    names: tuple[str, ...]
    prepared: bool = True


@dataclass(slots=True)
class Writer:
    """Puts the pieces of one statement together; a value that stands in several has one number."""

    names: list[str] = field(default_factory=list)

    def place(self, name: str) -> str:
        if name not in self.names:
            self.names.append(name)
        return f"${self.names.index(name) + 1}"

    def written(self, sql: str, params: tuple[Any, ...] | list[Any]) -> str:
        """A piece as Django compiled it. What is known already is written out: partial indexes want to see it."""
        left = iter(params)

        def put(found: re.Match[str]) -> str:
            if found.group() == "%%":
                return "%"
            value = next(left)
            return self.place(value.name) if isinstance(value, Slot) else pg.Literal(value).as_string(None)

        return _PLACE.sub(put, sql)

    def statement(self, sql: str, *, prepared: bool = True) -> Statement:
        return Statement(sql, tuple(self.names), prepared)


def rows_of(statement: Statement, values: Values) -> list[tuple[Any, ...]]:
    """All rows, within the transaction of this context's caller."""
    connection = connections[current_alias()]
    connection.ensure_connection()
    bound = [values[name] for name in statement.names]
    if connection.queries_logged:
        # Where Django keeps what it sent (tests that count queries, DEBUG), ours stand among the others.
        connection.queries_log.append({"sql": spelt_out(statement, bound), "time": "0"})
    with connection.wrap_database_errors:
        return wire.rows_of(connection.connection, statement.sql.encode(), bound, prepared=statement.prepared)


def spelt_out(statement: Statement, bound: Sequence[Any]) -> str:
    """The SQL with its values in it, for people and for EXPLAIN."""
    return _NUMBER.sub(lambda found: pg.Literal(bound[int(found[1]) - 1]).as_string(None), statement.sql)
