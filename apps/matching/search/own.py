"""The workspace's own vacancies by what their titles mean: no index holds them, and they are few."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from apps.core.reading.statements import Writer
from apps.matching.occupations import Expansion
from apps.matching.search.asking import COLUMNS, Rows, Side, written
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
    places: str
    remote: str


def add(pool: Pool, side: Side, asked: Expansion, meaning: Meaning | None) -> None:
    """Those of the workspace's own whose title names an occupation asked for, or means what was asked."""
    names = set(names_of(asked))
    for row in map(_Own._make, side.ask(newest, prepared=True)):
        occupation = occupation_of(row.named)
        cosine = meaning.of_title(row.named) if meaning else None
        if occupation in names:
            pool.add(row, Way.OCCUPATION).occupation = occupation
        if cosine is not None:
            entry = pool.add(row, Way.MEANING)
            entry.occupation, entry.title = occupation, cosine


def newest(rows: Rows, writer: Writer) -> str:
    return written(rows.order_by("-listed_at", "-pk").values_list(*COLUMNS)[:MOST], writer)
