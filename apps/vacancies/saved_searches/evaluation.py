"""The filters of many searches held against rows in one statement, by the query that `listVacancies` makes.

Searches with the same filters in other values are one plan: their compiled query is the same text, so its parameters
become columns of a VALUES list, and the query runs once for each row of that list (LATERAL).
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Expression, Model, QuerySet

from apps.core.db import current_alias
from apps.vacancies.saved_searches.conditions import Filters, rows_for

# How a search's own argument is called inside of its query.
ARGUMENT: Final = "asked.argument"
# Rows of one statement: its text is sent whole, as the parameters are bound by the client.
MOST: Final = 2000
# What a parameter is to PostgreSQL; the first that fits, for a bool is an int.
_TYPES: tuple[tuple[type, str], ...] = (
    (str, "text"), (bool, "boolean"), (int, "bigint"), (float, "double precision"), (Decimal, "numeric"),
    (datetime, "timestamptz"), (list, "text[]"),
)  # fmt: skip
Narrow = Callable[[QuerySet[Any]], QuerySet[Any]]


class Argument(Expression):
    """A search's own argument, within its query."""

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str | int, ...]]:
        return ARGUMENT, ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One search's filters, and the argument that the form of the question takes: ids, or a moment."""

    filters: Filters
    argument: Any


@dataclass(frozen=True)
class Form:
    """A form of question. `narrow` restricts rows by the argument, of the SQL type `argument_type`. The answers are ids, or
    with `counted_up_to` how many there are. Lasting: what was compiled is kept by it."""

    name: str
    narrow: Narrow
    argument_type: str
    counted_up_to: int | None = None


def _among(rows: QuerySet[Any]) -> QuerySet[Any]:
    table = rows.model._meta.db_table
    return rows.extra(where=[f'"{table}"."id" = ANY({ARGUMENT})'])  # nosec B610  # noqa: S610 - no value in it


# Which of given ids fit. The argument is a list of ids.
AMONG: Final = Form("among", _among, "uuid[]")


def fitting(model: type[Model], asked: Sequence[tuple[Filters, Sequence[UUID]]]) -> list[set[UUID]]:
    """Of each one's ids those whose rows fit its filters, as the present role sees the rows and the marks on them."""
    found: list[set[UUID]] = [set() for _ in asked]
    questions = [
        (number, model, Asked(filters, list(ids))) for number, (filters, ids) in enumerate(asked) if ids
    ]
    for start in range(0, len(questions), MOST):
        for number, value in ask(AMONG, questions[start : start + MOST]):
            found[number].add(value)
    return found


def ask(form: Form, questions: Iterable[tuple[int, type[Model], Asked]]) -> list[tuple[int, Any]]:
    """(number, value) of every row that the questions find: one statement, with one plan for each shape of filters."""
    shapes: dict[str, list[tuple[int, Any, tuple[Any, ...]]]] = defaultdict(list)
    for number, model, asked in questions:
        compiled = _compiled(form, model, json.dumps(dict(asked.filters), sort_keys=True))
        if compiled is not None:
            sql, params = compiled
            shapes[sql].append((number, asked.argument, params))
    if not shapes:
        return []
    arms, bound = [], []
    for sql, rows in shapes.items():
        arms.append(_arm(form, sql, [params for _, _, params in rows]))
        for number, argument, params in rows:
            bound += [number, argument, *params]
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(arms), bound)
        return list(cursor.fetchall())


def _arm(form: Form, sql: str, rows: Sequence[tuple[Any, ...]]) -> str:
    types = ["bigint", form.argument_type, *map(_type_of, rows[0])]
    one = f"({', '.join(f'%s::{each}' for each in types)})"
    names = ", ".join(["number", "argument", *(f"p{number}" for number in range(len(rows[0])))])
    values = ", ".join([one] * len(rows))
    return f"SELECT asked.number, hit.* FROM (VALUES {values}) AS asked({names}) CROSS JOIN LATERAL ({sql}) AS hit"  # nosec B608  # noqa: S608 - values are bound


# A search is compiled once a process; those of one shape share their text.
@lru_cache(maxsize=20_000)
def _compiled(form: Form, model: type[Model], filters: str) -> tuple[str, tuple[Any, ...]] | None:
    """The query with its parameters as columns p0, p1, …; None where nothing can fit."""
    rows = form.narrow(rows_for(json.loads(filters), model._default_manager.all())).order_by().values("pk")
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return None
    pieces = sql.split("%s")
    if len(pieces) != len(params) + 1:
        raise ValueError("a query with a literal %s in it cannot be shared")
    named = pieces[0] + "".join(f"asked.p{number}{piece}" for number, piece in enumerate(pieces[1:]))
    kinds = ",".join(map(_type_of, params))
    # The types stand in a comment, so that only searches whose columns are alike share a plan.
    named += f" /* {kinds} */"
    if form.counted_up_to is not None:
        named = f"SELECT count(*) FROM ({named} LIMIT {form.counted_up_to:d}) AS found"  # nosec B608  # noqa: S608 - of the ORM
    return sys.intern(named), tuple(params)


def _type_of(value: Any) -> str:
    """Raises TypeError for a parameter of a kind that no filter has had so far."""
    for kind, name in _TYPES:
        if isinstance(value, kind):
            return name
    raise TypeError(f"a filter binds a {type(value).__name__}: say what that is to PostgreSQL")
