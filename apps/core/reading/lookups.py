"""Queries whose form is always the same: compiled once, then bound and sent."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from apps.core.db import current_alias
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.statements import Statement, Writer, rows_of


class CompiledQuery:
    """`make` is given a placeholder for each of `names` and answers the `values_list` that is read.

    It must put them into the query and not look at them. Rows are tuples; a JSON column is its bytes.
    """

    def __init__(self, make: Callable[..., QuerySet[Any, Any]], *names: str) -> None:
        self.make, self.names = make, names

    @cached_property
    def statement(self) -> Statement:
        rows = self.make(**{name: Placeholder(name) for name in self.names})
        writer = Writer()
        return writer.statement(writer.written(*rows.query.get_compiler(using=current_alias()).as_sql()))

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        return rows_of(self.statement, values)
