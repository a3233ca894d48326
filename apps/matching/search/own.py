"""The workspace's own vacancies by what their titles mean: no index holds them, and they are few."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from apps.matching.occupations import Expansion
from apps.matching.search.by_meaning import Meaning
from apps.matching.search.by_occupation import names_of, occupation_of
from apps.matching.search.ordering import Way
from apps.matching.search.pool import Pool

# How many of the newest are looked at.
MOST = 300


class _Own(NamedTuple):
    pk: UUID
    listed_at: datetime
    updated_at: datetime
    named: str


def add(pool: Pool, rows: QuerySet[Any], asked: Expansion, meaning: Meaning | None) -> None:
    """Those of `rows` whose title names an occupation asked for, or means what was asked."""
    names = set(names_of(asked))
    newest = rows.order_by("-listed_at", "-pk").values_list("pk", "listed_at", "updated_at", "title")[:MOST]
    for row in map(_Own._make, newest):
        if names and occupation_of(row.named) in names:
            pool.add(row, Way.OCCUPATION)
        cosine = meaning.of_title(row.named) if meaning else None
        if cosine is not None:
            pool.add(row, Way.MEANING).title = cosine
