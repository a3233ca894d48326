"""Vacancies of the occupations that a question names, and of those near to them, whatever their titles call the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from apps.core.db import current_alias
from apps.matching.occupations import Expansion, graph
from apps.vacancies import querysets

MOST_ASKED, MOST_NEAR = 3, 4
PER_ASKED, PER_NEAR = 150, 40


class OccupationHit(NamedTuple):
    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str


def of_catalogue(rows: QuerySet[Any], asked: Expansion) -> list[OccupationHit]:
    """The newest of each occupation among `rows`, the catalogue's under the caller's filters."""
    names = names_of(asked)
    if not names:
        return []
    near = {one.slug for one in asked.near}
    found = [*_newest_of(rows, names, near)]
    if asked.leftover:
        found += _newest_of(querysets.with_text(rows, " ".join(asked.leftover)), names, near)
    return list({pk: OccupationHit(pk, *seen) for _, pk, *seen in found}.values())


def names_of(asked: Expansion) -> list[str]:
    """Occupations worth looking for: those that a question names, and those near to them."""
    found = [one.slug for one in asked.occupations[:MOST_ASKED]]
    return list(dict.fromkeys([*found, *(one.slug for one in asked.near[:MOST_NEAR])]))


@lru_cache(maxsize=8192)
def occupation_of(title: str) -> str:
    """As the workspace's own titles are read; the catalogue's stand in `VacancyProfile`."""
    return graph().read(title).occupation


def _newest_of(rows: QuerySet[Any], names: list[str], near: set[str]) -> Iterable[tuple[Any, ...]]:
    """(occupation, id, listed_at, updated_at, title): one index scan an occupation, each only as far as it is wanted."""
    one = rows.filter(profile__occupation=RawSQL("asked.name", ()))
    one = one.order_by("-profile__listed_at", "-profile__vacancy_id")
    sql, params = one.values_list("pk", "listed_at", "updated_at", "title")[
        :PER_ASKED
    ].query.sql_with_params()
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(
            f"SELECT asked.name, found.* FROM unnest(%s::text[]) AS asked(name) CROSS JOIN LATERAL ({sql}) AS found",  # nosec B608  # noqa: S608 - as Django compiled it
            [names, *params],
        )
        return _at_most(cursor.fetchall(), near)


def _at_most(rows: Sequence[tuple[Any, ...]], near: set[str]) -> Iterable[tuple[Any, ...]]:
    seen: dict[str, int] = {}
    for row in rows:
        seen[row[0]] = seen.get(row[0], 0) + 1
        if row[0] not in near or seen[row[0]] <= PER_NEAR:
            yield row
