"""A compiled list with the values of one question, as something that can be paged."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any, Final

from apps.core.api.pagination import DEEPEST
from apps.core.cached import Cached
from apps.core.cached.recent import Recent
from apps.core.reading.compiled import CompiledList
from apps.core.reading.statements import Statement, Values, rows_of

# So long a planner's estimate stands: it changes with ANALYZE only, and takes as long as to plan the page.
FIGURE_SECONDS: Final = 60.0
_figures: Recent[tuple[str, ...], tuple[int, float]] = Recent(4096)
# To count takes longer than to read the page; what was counted stands until an event says that rows have changed.
_counted_rows = Cached("list_count", seconds=FIGURE_SECONDS, most=4096)


class CompiledListing:
    """A `Listing` over a compiled list, with a question's values. Its rows are tuples; `shown` makes them what they are.

    `depends_on` names what the rows are read from (`core.cached`): counts are then kept until it changes. Without it
    every question is counted.
    """

    def __init__(self, compiled: CompiledList, values: Values, depends_on: Sequence[str] = ()) -> None:
        self.compiled, self.values, self.depends_on = compiled, values, depends_on
        self._counts: dict[int, int] = {}

    def count_up_to(self, limit: int) -> int:
        if limit not in self._counts:
            self._counts[limit] = self._kept_count(limit) if self.depends_on else self._count(limit)
        return self._counts[limit]

    def _count(self, limit: int) -> int:
        """A sample is asked first: where it leaves no doubt that they are so many, they need not be counted."""
        for side, sample, statement in self.compiled.samples:
            needed = sample.needed(limit - 1)
            if not sample.can_tell(side.queryset.model, limit - 1):
                continue
            if rows_of(statement, {**self.values, "most": needed})[0][0] == needed:
                return limit
        return int(rows_of(self.compiled.count, {**self.values, "most": limit})[0][0])

    def _kept_count(self, limit: int) -> int:
        statement = self.compiled.count
        asked = [statement.sql, limit, *(self.values[name] for name in statement.names if name != "most")]
        kept = _counted_rows.get(asked, lambda: b"%d" % self._count(limit), depends_on=self.depends_on)
        return int(kept)

    def estimate(self) -> int:
        return sum(self._remembered("plan", each, self._expected) for each in self.compiled.estimates)

    def _expected(self, statement: Statement) -> int:
        plan = rows_of(statement, self.values)[0][0]
        parsed = json.loads(plan) if isinstance(plan, str | bytes) else plan
        return int(parsed[0]["Plan"]["Plan Rows"])

    def _remembered(self, kind: str, statement: Statement, read: Callable[[Statement], int]) -> int:
        """A figure that may be a minute old. Its key holds every value that the statement binds, the workspace's too."""
        key = (kind, statement.sql, *(repr(self.values.get(name)) for name in statement.names))
        known, now = _figures.get(key), time.monotonic()
        if known is None or known[1] < now:
            known = read(statement), now + FIGURE_SECONDS
            _figures.put(key, known)
        return known[0]

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        few = self.compiled.looked_up and self.count_up_to(DEEPEST + 1) <= DEEPEST
        return self._read(self.compiled.reading("page", few=few), offset, limit, self.values)

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Any]:
        """Raises ValueError or ValidationError for a position that no row has."""
        if position is None:
            return self.page(0, limit)
        column = self.compiled.sides[0].queryset.model._meta
        value, pk = position
        values = {**self.values, "cursor_id": column.pk.to_python(pk)}
        if value is None:
            return self._read(self.compiled.reading("null", few=self._are_few()), 0, limit, values)
        values["cursor_value"] = column.get_field(self.compiled.field).to_python(value)
        return self._read(self.compiled.reading("value", few=self._are_few()), 0, limit, values)

    def _are_few(self) -> bool:
        """Whether few rows are found in all, as far as it was known a moment ago: it decides on a plan, no more."""
        if not self.compiled.looked_up:
            return False
        found = self._remembered("few", self.compiled.count, lambda _: self._count(DEEPEST + 1))
        return found <= DEEPEST

    def position_of(self, row: Any) -> tuple[Any, str]:
        value = row[self.compiled.value_at]
        plain = value is None or isinstance(value, int | float | bool)
        return (value if plain else str(value)), str(row[self.compiled.id_at])

    def shown(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        return self.compiled.show(rows)

    def _read(self, statement: Statement, offset: int, limit: int, values: Values) -> Sequence[Any]:
        return rows_of(statement, {**values, "offset": offset, "limit": limit, "reach": offset + limit})
