"""The read plan of a list: which columns are read, and how a row of them becomes what its serializer would write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from django.core.exceptions import FieldError
from django.db.models import Field as Column
from django.db.models import ForeignKey, JSONField
from rest_framework import serializers

from apps.core.api.listing import QuerySetListing
from apps.core.reading.columns import source_of
from apps.core.reading.kinds import Convert, convert_of, json_column, json_value, require_plain
from apps.core.reading.placeholders import NotCompilable

Side = QuerySetListing
Row = Sequence[Any]


def column_of(side: Side, path: str) -> Column[Any, Any] | None:
    """The column that `path` leads to, or what an annotation of that name gives; None where there is none."""
    try:
        query = side.queryset.values_list(side.path(path)).query
    except FieldError:
        return None
    if query.select:
        target: Column[Any, Any] = query.select[0].target  # type: ignore[attr-defined]
        return target
    made: Column[Any, Any] = next(iter(query.annotation_select.values())).output_field
    return made


@dataclass
class Plan:
    """`columns` are paths as for `values_list`, in the order in which a row holds their values."""

    columns: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    # For each key the place of its value, or of the first value that it is made of.
    places: list[int] = field(default_factory=list)
    converted: list[tuple[str, int, Convert]] = field(default_factory=list)
    made: list[tuple[str, Callable[[Row], Sequence[Any]], Callable[..., Any]]] = field(default_factory=list)
    # What is made for all rows of a page at once, from the values of each.
    of_page: list[tuple[str, Callable[[Row], Sequence[Any]], Callable[..., Sequence[Any]]]] = field(
        default_factory=list
    )

    def place_of(self, path: str) -> int:
        if path not in self.columns:
            self.columns.append(path)
        return self.columns.index(path)

    def add(self, key: str, path: str, convert: Convert | None) -> None:
        self.keys.append(key)
        self.places.append(self.place_of(path))
        if convert is not None:
            self.converted.append((key, self.places[-1], convert))

    def add_made(self, key: str, paths: Sequence[str], make: Callable[..., Any]) -> None:
        places = [self.place_of(path) for path in paths]
        self.keys.append(key)
        self.places.append(places[0])
        self.made.append((key, _values_at(places), make))

    def add_of_page(
        self, key: str, paths: Sequence[str], decode: Callable[..., Any], make: Callable[..., Sequence[Any]]
    ) -> None:
        places = [self.place_of(path) for path in paths]
        self.keys.append(key)
        self.places.append(places[0])
        values = _values_at(places)
        self.of_page.append((key, lambda row: decode(*values(row)), make))

    def shower(self) -> Callable[[Sequence[Row]], list[dict[str, Any]]]:
        """The rows of a page as mappings."""
        build, of_page = self.builder(), tuple(self.of_page)

        def show(rows: Sequence[Row]) -> list[dict[str, Any]]:
            shown = [build(row) for row in rows]
            for key, values, make in of_page:
                for one, value in zip(shown, make([values(row) for row in rows]), strict=True):
                    one[key] = value
            return shown

        return show

    def builder(self) -> Callable[[Row], dict[str, Any]]:
        """A row as a mapping in the serializer's order."""
        keys, values = tuple(self.keys), _values_at(self.places)
        converted, made = tuple(self.converted), tuple(self.made)

        def build(row: Row) -> dict[str, Any]:
            shown = dict(zip(keys, values(row), strict=True))
            for key, place, convert in converted:
                value = row[place]
                if value is not None:
                    shown[key] = convert(value)
            for key, parts, make in made:
                shown[key] = make(*parts(row))
            return shown

        return build


def _values_at(places: Sequence[int]) -> Callable[[Row], Sequence[Any]]:
    if len(places) == 1:
        (only,) = places
        return lambda row: (row[only],)
    return itemgetter(*places)


def plan_of(serializer: serializers.BaseSerializer[Any], sides: Sequence[Side], prefix: str = "") -> Plan:
    """The plan of `serializer` over rows of any of `sides`. Raises NotCompilable where a field has no column."""
    require_plain(serializer)
    assert isinstance(serializer, serializers.Serializer)
    plan = Plan()
    for key, declared in serializer.fields.items():
        if not declared.write_only:
            _add(plan, key, declared, sides, prefix)
    return plan


def _add(plan: Plan, key: str, declared: Any, sides: Sequence[Side], prefix: str) -> None:
    if isinstance(declared, serializers.SerializerMethodField):
        source = source_of(declared.parent, declared.method_name or "")
        if source is None:
            raise NotCompilable(f"{key} is computed, and not declared from_columns")
        paths = [prefix + path for path in source.paths]
        decoders = [_decoder(_require(path, sides)) for path in paths]
        if source.of_page:
            plan.add_of_page(key, paths, _decoding(_side_by_side, decoders), source.make)
        else:
            plan.add_made(key, paths, _decoding(source.make, decoders))
        return
    path = prefix + declared.source.replace(".", "__")
    if isinstance(declared, serializers.Serializer):
        if declared.source == "*":
            nested = _row_by_row(plan_of(declared, sides, prefix))
            build = nested.builder()
            plan.add_made(key, nested.columns, lambda *values: build(values))
            return
        if isinstance(_require(path, sides), ForeignKey):
            _add_related(plan, key, declared, sides, path)
            return
    column = _require(path, sides)
    plan.add(key, path, json_column(declared) if isinstance(column, JSONField) else convert_of(declared))


def _add_related(plan: Plan, key: str, declared: Any, sides: Sequence[Side], path: str) -> None:
    """An object out of the columns of the row that a foreign key names; null where it names none."""
    nested = _row_by_row(plan_of(declared, sides, f"{path}__"))
    build = nested.builder()
    plan.add_made(
        key,
        [f"{path}__pk", *nested.columns],
        lambda pk, *values: None if pk is None else build(values),
    )


def _row_by_row(nested: Plan) -> Plan:
    """Raises NotCompilable where an object within a row is made for a page at once."""
    if nested.of_page:
        raise NotCompilable(f"{nested.of_page[0][0]} is of the page, and its object of a row")
    return nested


def _side_by_side(*values: Any) -> tuple[Any, ...]:
    return values


def _require(path: str, sides: Sequence[Side]) -> Column[Any, Any]:
    for side in sides:
        column = column_of(side, path)
        if column is not None:
            return column
    raise NotCompilable(f"no table has a column for {path}")


def _decoder(column: Column[Any, Any]) -> Convert | None:
    return json_value if isinstance(column, JSONField) else None


def _decoding(make: Callable[..., Any], decoders: Sequence[Convert | None]) -> Callable[..., Any]:
    if not any(decoders):
        return make
    return lambda *values: make(
        *(
            decode(value) if decode and value is not None else value
            for decode, value in zip(decoders, values, strict=True)
        )
    )
