"""Places for values in a query that is compiled before they are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models.expressions import Expression

# What django-filter holds a value against, to see whether there is one at all.
_NOTHINGS: tuple[object, ...] = (None, "", "null")


class NotCompilable(Exception):
    """This list, or this shape of question, must be answered the ordinary way; the message says why."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Stands among a query's parameters where the value called `name` is bound."""

    name: str


class Placeholder(Expression):
    """A value to come. Filters may put it into a query; one that looks at it raises NotCompilable."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (Slot(self.name),)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Expression):
            return isinstance(other, Placeholder) and other.name == self.name
        if any(other is nothing or other == nothing for nothing in _NOTHINGS) or other in ([], (), {}):
            return False
        raise NotCompilable(f"{self.name} is compared with {other!r} before it is known")

    def __hash__(self) -> int:
        return hash((Placeholder, self.name))

    def __str__(self) -> str:
        raise NotCompilable(f"{self.name} is read before it is known")


class PlacedCaller:
    """Whoever will ask. Of them only the ids can be in a query; their role or plan would be another query."""

    workspace_id: UUID = Placeholder("workspace_id")  # type: ignore[assignment]  # it takes the value's place
    user_id: UUID = Placeholder("user_id")  # type: ignore[assignment]

    def __getattr__(self, name: str) -> Any:
        raise NotCompilable(f"the query depends on the caller's {name}")


class PlacedRequest:
    """The request that a list is compiled for: it tells the ordering, the caller's ids, and which filters are given."""

    def __init__(self, filters: dict[str, Any], ordering: str | None) -> None:
        self.cleaned_filters = filters
        self.query_params = _OnlyOrdering({} if ordering is None else {"ordering": ordering})
        self.user = PlacedCaller()

    def __getattr__(self, name: str) -> Any:
        raise NotCompilable(f"the query depends on the request's {name}")


class _OnlyOrdering(Mapping[str, str]):
    """The parameters, of which a query may depend on one: whoever asks for another is told."""

    def __init__(self, given: dict[str, str]) -> None:
        self.given = given

    def __getitem__(self, key: str) -> str:
        if key != "ordering":
            raise NotCompilable(f"the query depends on the parameter {key}")
        return self.given[key]

    def __iter__(self) -> Iterator[str]:
        raise NotCompilable("the query depends on all parameters")

    def __len__(self) -> int:
        raise NotCompilable("the query depends on all parameters")
