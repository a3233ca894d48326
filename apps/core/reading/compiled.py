"""One list, compiled for one shape of question."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet, FieldError
from django.db.models import F, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from apps.core.api.listing import QuerySetListing
from apps.core.api.operations import declared_on
from apps.core.db import current_alias
from apps.core.db.lookups import IsAny
from apps.core.reading.placeholders import NotCompilable, PlacedRequest, Placeholder
from apps.core.reading.plan import Plan, column_of, plan_of
from apps.core.reading.questions import Shape
from apps.core.reading.statements import Statement, Writer
from apps.core.sampling import Sample

log = logging.getLogger(__name__)
Rows = QuerySet[Any]
# A side of the list, and which of its rows.
Arm = tuple[QuerySetListing, Rows]
# So many shapes are kept; the one that was asked longest ago is forgotten.
SHAPES = 2048


class CompiledList:
    """The statements of a list, each made when it is first needed."""

    def __init__(
        self, sides: Sequence[QuerySetListing], plan: Plan, *, prepared: bool, looked_up: bool = False
    ) -> None:
        self.sides, self.plan, self.prepared, self.looked_up = sides, plan, prepared, looked_up
        self._readings: dict[tuple[str, bool], Statement] = {}
        self.field, self.descending = sides[0].field, sides[0].descending
        self.nullable = any(side.nullable for side in sides)
        self.value_at, self.id_at = (
            plan.place_of(self.field),
            plan.place_of(sides[0].queryset.model._meta.pk.name),
        )
        self.show = plan.shower()

    def reading(self, start: str, *, few: bool = False) -> Statement:
        """Rows from the `start`: "page", behind a "value", or behind a "null".

        `few`: all that is found is gathered by the filter's own index and then put in order. Else the index of the
        order is read until a page is full, which for a word that hardly a row holds is the whole of it; and the
        planner, which has no figures of rare words, would choose that.
        """
        known = self._readings.get((start, few))
        if known is None:
            behind = {
                "value": (Placeholder("cursor_value"), Placeholder("cursor_id")),
                "null": (None, Placeholder("cursor_id")),
            }
            position: Any = behind.get(start)
            known = self._reading([(side, side.behind(position)) for side in self.sides], few=few)
            self._readings[start, few] = known
        return known

    @cached_property
    def count(self) -> Statement:
        writer = Writer()
        most = writer.place("most")
        arms = [
            _joined("SELECT 1 FROM (", sql, ") AS side")
            for sql in self._arms(writer, self._all(), lambda _, rows: rows.order_by().values_list("pk"))
        ]
        found = " UNION ALL ".join(arms or ["SELECT 1 WHERE false"])
        return self._made(writer, _joined("SELECT count(*) FROM (", found, "LIMIT", most, ") AS found"))

    @cached_property
    def samples(self) -> list[tuple[QuerySetListing, Sample, Statement]]:
        """Of each side that has a sample how many of it match; no more than `most`."""
        made = []
        for side in self.sides:
            if side.sample is None:
                continue
            writer = Writer()
            most = writer.place("most")
            rows = side.sample.of(side.queryset).order_by().values_list("pk")
            for sql in self._arms(writer, [(side, rows)], lambda _, rows: rows):
                counted = _joined("SELECT count(*) FROM (", sql, "LIMIT", most, ") AS found")
                made.append((side, side.sample, self._made(writer, counted)))
        return made

    @cached_property
    def gathered(self) -> Statement:
        """All rows of all sides, in no order: for questions that name the rows they want by their ids, which is the way
        to them whatever else is asked."""
        writer = Writer()
        arms = self._arms(writer, [(side, side.queryset.order_by()) for side in self.sides], self._columns_of)
        return writer.statement(" UNION ALL ".join(arms or ["SELECT 1 WHERE false"]))

    @cached_property
    def estimates(self) -> list[Statement]:
        made = []
        for side in self.sides:
            writer = Writer()
            for sql in self._arms(writer, [(side, side.queryset)], lambda _, rows: rows.order_by()):
                made.append(writer.statement(f"EXPLAIN (FORMAT JSON) {sql}", prepared=False))
        return made

    def _all(self) -> list[Arm]:
        return [(side, side.queryset) for side in self.sides]

    def _reading(self, read: Sequence[Arm], *, few: bool) -> Statement:
        """First which rows are on the page: each side reads its own index, only as far as the page reaches, and where
        the index holds what the filters look at, it reads nothing else. Then these rows, in one order."""
        writer = Writer()
        limit, offset, reach = writer.place("limit"), writer.place("offset"), writer.place("reach")
        if few:
            read = [(side, rows.order_by()) for side, rows in read]
        keys = [
            (side, sql) for arm in read for side in arm[:1] for sql in self._arms(writer, [arm], _keys_of)
        ]
        if not keys:
            return self._made(writer, f"SELECT 1 WHERE false LIMIT {limit} OFFSET {offset} + {reach}")
        if len(read) == 1 and not few:
            (only,) = self._arms(writer, read, self._columns_of)
            return self._made(writer, f"{only} LIMIT {limit} OFFSET {offset} + 0 * {reach}")
        if few:
            found = f"found (value, id) AS MATERIALIZED ({' UNION ALL '.join(sql for _, sql in keys)})"
        else:
            both = " UNION ALL ".join(f"({sql} LIMIT {reach})" for _, sql in keys)
            found = f"found (value, id) AS NOT MATERIALIZED ({both})"
        page = _joined("SELECT id FROM found", self._order("value", "id"))
        page = f"page AS MATERIALIZED ({page} LIMIT {limit} OFFSET {offset} + 0 * {reach})"
        shown = " UNION ALL ".join(self._arms(writer, [_on_page(side) for side, _ in keys], self._columns_of))
        names = ", ".join(f"c{number}" for number in range(len(self.plan.columns)))
        order = self._order(f"c{self.value_at}", f"c{self.id_at}")
        return self._made(
            writer,
            _joined("WITH", found, ",", page, "SELECT * FROM (", shown, f") AS shown ({names})", order),
        )

    def _order(self, value: str, pk: str) -> str:
        direction = "DESC" if self.descending else "ASC"
        nulls = " NULLS LAST" if self.nullable else ""
        return f"ORDER BY {value} {direction}{nulls}, {pk} {direction}"

    def _columns_of(self, side: QuerySetListing, rows: Rows) -> Rows:
        """The plan's columns; one that this table lacks is null, of the other table's type."""
        absent = {
            f"absent_{number}": path
            for number, path in enumerate(self.plan.columns)
            if column_of(side, path) is None
        }
        named = {path: name for name, path in absent.items()}
        nulls = {name: Cast(Value(None), self._type_of(path)) for name, path in absent.items()}
        read: Rows = rows.annotate(**nulls).values_list(
            *(named.get(path) or side.path(path) for path in self.plan.columns)
        )
        return read

    def _type_of(self, path: str) -> Any:
        found = next(filter(None, (column_of(side, path) for side in self.sides)))
        return getattr(found, "target_field", found)

    def _arms(
        self, writer: Writer, read: Sequence[Arm], change: Callable[[QuerySetListing, Rows], Rows]
    ) -> list[str]:
        written = []
        for side, rows in read:
            try:
                sql, params = change(side, rows).query.get_compiler(using=current_alias()).as_sql()
            except EmptyResultSet:
                continue
            written.append(writer.written(sql, params))
        return written

    def _made(self, writer: Writer, sql: str) -> Statement:
        return writer.statement(sql, prepared=self.prepared)


def _keys_of(side: QuerySetListing, rows: Rows) -> Rows:
    return rows.values_list(side.field, "pk")


def _on_page(side: QuerySetListing) -> Arm:
    """The rows that were found to be on it, whatever the filters: those that found them have seen to these."""
    rows = side.queryset.order_by()
    rows.query.clear_where()
    return side, rows.filter(IsAny(F("pk"), RawSQL("ARRAY(SELECT id FROM page)", ())))


def _joined(*pieces: str) -> str:
    """Pieces that Django compiled and places with numbers: nothing that somebody sent stands in any of them."""
    return " ".join(pieces)


@lru_cache(maxsize=SHAPES)
def compiled_list(
    view_class: type[Any], action: str, shape: Shape, ordering: str | None
) -> CompiledList | None:
    """The list that this view gives for such questions; None where it must be answered the ordinary way."""
    try:
        return _compile(view_class, action, shape, ordering)
    except (NotCompilable, FieldError, AttributeError, TypeError, ValueError) as fault:
        # Filters and querysets were written for values: whatever one does with a placeholder, it is not for here.
        log.info("%s is read the ordinary way for %s: %s", view_class.__name__, shape, fault)
        return None


def _compile(view_class: type[Any], action: str, shape: Shape, ordering: str | None) -> CompiledList:
    view = view_class()
    view.action, view.kwargs, view.args, view.format_kwarg = action, {}, (), None
    filters = {name: Placeholder(name) for name in shape.placed} | dict(shape.fixed)
    view.request = PlacedRequest(filters, ordering)
    listing = view.listing()
    if isinstance(listing, QuerySet):
        listing = QuerySetListing(listing, view.resolved_ordering)
    sides: Sequence[QuerySetListing] = (
        [listing] if isinstance(listing, QuerySetListing) else getattr(listing, "compilable_sides", [])
    )
    if not sides:
        raise NotCompilable(f"{type(listing).__name__} has no sides to compile")
    serializer = (declared_on(view, action).response or view.serializer_class)()  # type: ignore[union-attr]
    plan = plan_of(serializer, sides)
    looked_up = bool({*shape.placed} & {*getattr(view.filterset_class, "looked_up", ())})
    made = CompiledList(sides, plan, prepared=not shape.placed, looked_up=looked_up)
    missing = {*shape.placed} - {*made.reading("page").names}
    if missing:
        raise NotCompilable(f"the query has no place for {', '.join(sorted(missing))}")
    return made
