"""What can be paged: a protocol, and its form for one QuerySet. Apps with other sources bring their own."""

from __future__ import annotations

import copy
import heapq
import itertools
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from django.db import connections
from django.db.models import F, Model, OrderBy, Q, QuerySet

from apps.core.db import current_alias
from apps.core.sampling import Sample


class Listing(Protocol):
    """Rows in one total order, ending with the id."""

    def count_up_to(self, limit: int) -> int: ...

    def estimate(self) -> int:
        """How many rows the planner expects."""

    def page(self, offset: int, limit: int) -> Sequence[Any]: ...

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Any]:
        """The rows behind `position`, as `position_of` gave it; from the start for None."""

    def position_of(self, row: Any) -> tuple[Any, str]:
        """Where a row stands: the value it is ordered by, as JSON can hold it, and its id."""


def planner_estimate(queryset: QuerySet[Any]) -> int:
    """The planner's row count for a query, without running it."""
    sql, params = queryset.order_by().query.sql_with_params()
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        plan = cursor.fetchone()[0]
    parsed = json.loads(plan) if isinstance(plan, str) else plan
    return int(parsed[0]["Plan"]["Plan Rows"])


class QuerySetListing:
    """One QuerySet ordered by `ordering` (`-created_at`, `title`): nulls last, ties by id in the same direction.

    `paths` says what a name that serializers read from stands for in these rows, where it is no column of theirs:
    a relation that one of several foreign keys is, or an annotation. Only compiled lists (`core.reading`) need it.
    """

    def __init__(
        self, queryset: QuerySet[Any], ordering: str, paths: Mapping[str, str] | None = None
    ) -> None:
        self.descending = ordering.startswith("-")
        self.field = ordering.removeprefix("-")
        # Only where there can be nulls: the words alone keep PostgreSQL from reading an index in order.
        self.nullable = bool(queryset.model._meta.get_field(self.field).null)
        self.paths = paths or {}
        self.sample: Sample | None = getattr(queryset.model, "sample", None)
        self.queryset = queryset.order_by(
            OrderBy(F(self.field), descending=self.descending, nulls_last=self.nullable or None),
            OrderBy(F("pk"), descending=self.descending),
        )

    def having(self, **annotations: Any) -> QuerySetListing:
        """The same with more to read in each row."""
        made = copy.copy(self)
        made.queryset = self.queryset.annotate(**annotations)
        return made

    def path(self, said: str) -> str:
        """Where a serializer's path leads in these rows, as for `values_list`."""
        names = said.split("__")
        for end in range(len(names), 0, -1):
            found = self.paths.get("__".join(names[:end]))
            if found is not None:
                return "__".join([found, *names[end:]])
        return said

    def count_up_to(self, limit: int) -> int:
        return limit if self.is_surely_more(limit - 1) else self._counted(self.queryset, limit)

    def is_surely_more(self, than: int) -> bool:
        """Whether a sample of the rows leaves no doubt that there are more than so many."""
        if self.sample is None or not self.sample.can_tell(self.queryset.model, than):
            return False
        needed = self.sample.needed(than)
        return self._counted(self.sample.of(self.queryset), needed) == needed

    @staticmethod
    def _counted(rows: QuerySet[Any], limit: int) -> int:
        return rows.order_by()[:limit].count()

    def estimate(self) -> int:
        return planner_estimate(self.queryset)

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        return list(self.queryset[offset : offset + limit])

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Any]:
        return list(self.behind(position)[:limit])

    def behind(self, position: tuple[Any, str] | None) -> QuerySet[Any]:
        """All of them behind `position`, not yet read."""
        return self.queryset if position is None else self.queryset.filter(self._behind(*position))

    def _behind(self, value: Any, pk: str) -> Q:
        step = "lt" if self.descending else "gt"
        tie = Q(**{f"pk__{step}": pk})
        if value is None:
            return Q(**{f"{self.field}__isnull": True}) & tie
        # The bound by itself, so that an index is entered at this place; then what of the tie lies before it.
        behind = Q(**{f"{self.field}__{step}e": value}) & (Q(**{f"{self.field}__{step}": value}) | tie)
        return behind | Q(**{f"{self.field}__isnull": True}) if self.nullable else behind

    def position_of(self, row: Model) -> tuple[Any, str]:
        value = getattr(row, self.field)
        return (value if value is None or isinstance(value, int | float | bool) else str(value)), str(row.pk)


class MergedListing:
    """Several QuerySets as one list, in one ordering: each side reads its own index, and only as far as the page
    reaches. Their models have the column in common that is ordered by. `paths` as of `QuerySetListing`, for each."""

    def __init__(
        self, querysets: Iterable[QuerySet[Any]], ordering: str, paths: Sequence[Mapping[str, str]] = ()
    ) -> None:
        self.sides = [
            QuerySetListing(queryset, ordering, known)
            for queryset, known in itertools.zip_longest(querysets, paths)
        ]
        self.descending = ordering.startswith("-")

    @property
    def compilable_sides(self) -> list[QuerySetListing]:
        """What `core.reading` compiles: each of its own columns, in the one order."""
        return self.sides

    def count_up_to(self, limit: int) -> int:
        found = 0
        for side in self.sides:
            found += side.count_up_to(limit)
            if found >= limit:
                return limit
        return found

    def estimate(self) -> int:
        return sum(side.estimate() for side in self.sides)

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        return self._merged((side.page(0, offset + limit) for side in self.sides), offset, limit)

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Any]:
        return self._merged((side.after(position, limit) for side in self.sides), 0, limit)

    def position_of(self, row: Any) -> tuple[Any, str]:
        return self.sides[0].position_of(row)

    def _merged(self, sides: Iterable[Sequence[Any]], offset: int, limit: int) -> Sequence[Any]:
        rows = heapq.merge(*sides, key=self._rank, reverse=self.descending)
        return list(rows)[offset : offset + limit]

    def _rank(self, row: Any) -> tuple[Any, ...]:
        """A place in the order; rows without a value come last in both directions."""
        value = getattr(row, self.sides[0].field)
        has_value = value is not None
        return (has_value == self.descending, value if has_value else 0, row.pk)


class FixedListing:
    """Rows that are at hand, in the order given; `name` tells one from the other.

    Rows that can come and go between two pages have a `rank` (ascending, ties by name): a page goes on behind where its
    cursor stood, whether or not that row is still there.
    """

    def __init__(
        self, rows: Sequence[Any], *, name: Callable[[Any], str], rank: Callable[[Any], int] | None = None
    ) -> None:
        self.rows, self.name, self.rank = rows, name, rank

    def count_up_to(self, limit: int) -> int:
        return min(limit, len(self.rows))

    def estimate(self) -> int:
        return len(self.rows)

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        return self.rows[offset : offset + limit]

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Any]:
        """Raises ValueError for a position that no row has: a cursor that somebody made up."""
        if position is None:
            return self.page(0, limit)
        if self.rank is not None:
            return [row for row in self.rows if self.position_of(row) > tuple(position)][:limit]
        return self.page([self.name(row) for row in self.rows].index(position[1]) + 1, limit)

    def position_of(self, row: Any) -> tuple[Any, str]:
        return self.rank(row) if self.rank else None, self.name(row)
