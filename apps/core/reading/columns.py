"""Fields that are a small function of columns, said once for both ways of reading."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

_SOURCE = "read_from"


@dataclass(frozen=True, slots=True)
class Source:
    """`make` takes the values of `paths`, written as for `values_list`; a path that a table lacks is None there.

    `of_page`: it takes a list of them, one tuple for each row of the page, and answers a value for each.
    """

    paths: tuple[str, ...]
    make: Callable[..., Any]
    of_page: bool = False


def _value(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name, None)
        if row is None:
            return None
    return row


def from_columns(*paths: str, make: Callable[..., Any] | None = None) -> Callable[..., Any]:
    """Declare where a `get_<field>` of a serializer reads from.

    Without `make` it decorates a function of the columns, which becomes the method: both ways call the same. With
    `make` the method stays as it is for one instance, and `make` is what a list does with the columns.
    """

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        if make is not None:
            setattr(function, _SOURCE, Source(paths, make))
            return function

        @functools.wraps(function)
        def get(self: Any, row: Any) -> Any:
            return function(*(_value(row, path) for path in paths))

        setattr(get, _SOURCE, Source(paths, function))
        return get

    return decorate


def from_page(*paths: str, make: Callable[[list[tuple[Any, ...]]], Sequence[Any]]) -> Callable[..., Any]:
    """The same for a field that is asked for of all rows of a page at once: one query, not one for each row."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        setattr(function, _SOURCE, Source(paths, make, of_page=True))
        return function

    return decorate


def source_of(serializer: Any, method_name: str) -> Source | None:
    """What a serializer's method was declared to read from."""
    found: Source | None = getattr(getattr(type(serializer), method_name, None), _SOURCE, None)
    return found
