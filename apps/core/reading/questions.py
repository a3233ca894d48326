"""A list's question as its FilterSet understands it: which filters are given, and their values, apart."""

from __future__ import annotations

import datetime
import decimal
import uuid
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from apps.core.api.filters import FootholdFilterSet, in_utc

_PLACED: Final = (str, int, float, decimal.Decimal, datetime.date, uuid.UUID, list)


@dataclass(frozen=True, slots=True)
class Shape:
    """What is compiled once: the names of the filters whose values are bound, and the values of the others."""

    placed: tuple[str, ...] = ()
    fixed: tuple[tuple[str, Hashable], ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    shape: Shape = Shape()
    values: Mapping[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=256)
def _fields(filterset: type[FootholdFilterSet]) -> Mapping[str, Any]:
    """The form's fields, made once: building a form for each request took longer than most queries."""
    nothing: QuerySet[Any] = QuerySet(vars(filterset)["_meta"].model)
    return filterset(data={}, queryset=nothing).form.fields


def question_of(filterset: type[FootholdFilterSet] | None, parameters: Mapping[str, Any]) -> Question | None:
    """The question; None where something is wrong with it, which the ordinary way says best."""
    if filterset is None:
        return Question()
    cleaned: dict[str, Any] = {}
    fields = _fields(filterset)
    try:
        for name in parameters:
            if name in fields:
                if not parameters[name]:
                    return None
                given = fields[name].widget.value_from_datadict(parameters, {}, name)
                cleaned[name] = in_utc(fields[name].clean(given))
        filterset.check(cleaned)
    except (ValidationError, OverflowError):
        return None
    return of_cleaned(filterset, cleaned)


def of_cleaned(filterset: type[FootholdFilterSet], cleaned: Mapping[str, Any]) -> Question | None:
    """The question of values that a form of `filterset` has cleaned; None where one can't be bound."""
    values: dict[str, Any] = {}
    fixed: list[tuple[str, Hashable]] = []
    for name, value in sorted(cleaned.items()):
        if value in ("", None, []):
            continue
        if isinstance(value, bool):
            fixed.append((name, value))
        elif name in filterset.by_value:
            fixed.append((name, tuple(value) if isinstance(value, list) else value))
        elif isinstance(value, _PLACED):
            values[name] = value
        else:
            return None
    return Question(Shape(tuple(values), tuple(fixed)), values)
