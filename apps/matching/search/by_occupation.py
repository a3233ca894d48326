"""Vacancies of the occupations that a question names, and of those near to them, whatever their titles call the work."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F
from django.db.models.expressions import RawSQL

from apps.core.db.lookups import IsAny
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.statements import Writer
from apps.matching.occupations import Expansion, graph
from apps.matching.search.asking import COLUMNS, Rows, Side, written
from apps.vacancies import querysets

MOST_ASKED, MOST_NEAR = 3, 4
PER_ASKED, PER_NEAR = 150, 40


class OccupationHit(NamedTuple):
    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str
    places: str
    remote: str
    occupation: str


def of_catalogue(side: Side, asked: Expansion) -> Iterable[OccupationHit]:
    """The newest of each occupation among the catalogue's under the caller's filters, and of those that say the rest, too."""
    said = _said(asked)
    if not any(said.values()):
        return []
    found = side.ask(newest, **said)
    if asked.leftover:
        found += side.ask(newest_saying, prepared=False, **said, leftover=" ".join(asked.leftover))
    return map(OccupationHit._make, found)


def of_these(side: Side, asked: Expansion, pks: str, leftover: str) -> list[OccupationHit]:
    """The newest of each occupation among the ids of an array, that say `leftover` where it is not empty."""
    write = newest_saying_of_these if leftover else newest_of_these
    found = side.ask(write, prepared=False, **_said(asked), pks=pks, leftover=leftover)
    return [*map(OccupationHit._make, found)]


def most_of(asked: Expansion) -> dict[str, int]:
    """How many of each occupation are looked for."""
    said = _said(asked)
    return dict.fromkeys(said["names"], PER_ASKED) | dict.fromkeys(said["near"], PER_NEAR)


def _said(asked: Expansion) -> dict[str, Any]:
    names, near = names_of(asked), {one.slug for one in asked.near}
    return {
        "names": [name for name in names if name not in near],
        "near": [name for name in names if name in near],
    }


def names_of(asked: Expansion) -> list[str]:
    """Occupations worth looking for: those that a question names, and those near to them."""
    found = [one.slug for one in asked.occupations[:MOST_ASKED]]
    return list(dict.fromkeys([*found, *(one.slug for one in asked.near[:MOST_NEAR])]))


@lru_cache(maxsize=8192)
def occupation_of(title: str) -> str:
    """As the workspace's own titles are read; the catalogue's stand in `VacancyProfile`."""
    return graph().read(title).occupation


def newest(rows: Rows, writer: Writer) -> str:
    """One index scan an occupation, each only as far as it is wanted."""
    one = rows.filter(profile__occupation=RawSQL("asked.name", ()))
    one = one.order_by("-profile__listed_at", "-profile__vacancy_id").values_list(*COLUMNS)
    return " UNION ALL ".join(
        f"SELECT found.*, asked.name FROM unnest({writer.place(names)}::text[]) AS asked(name) "  # nosec B608  # noqa: S608 - as Django compiled it
        f"CROSS JOIN LATERAL ({written(one[:most], writer)}) AS found"
        for names, most in (("names", PER_ASKED), ("near", PER_NEAR))
    )


def newest_saying(rows: Rows, writer: Writer) -> str:
    """Those that say the rest of the question, too."""
    leftover: str = Placeholder("leftover")  # type: ignore[assignment]  # it takes the value's place
    return newest(querysets.with_text(rows, leftover), writer)


def newest_of_these(rows: Rows, writer: Writer) -> str:
    return newest(rows.filter(IsAny(F("pk"), Placeholder("pks"))), writer)


def newest_saying_of_these(rows: Rows, writer: Writer) -> str:
    return newest_saying(rows.filter(IsAny(F("pk"), Placeholder("pks"))), writer)
