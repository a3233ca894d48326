"""Many vacancies for the benches of lists and search: recorded postings (`rows_base`), then laps of them under other
employers, places in time and words. The same rows in every run: more of them begin with fewer of them.

Two words of each lap's text are rare ones made for it, and the pay, the kind of source, the employer and the time differ
from lap to lap. What was read of a posting (occupation, facts) is taken as read of each lap; its vectors with a little noise.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

Columns = dict[str, Any]
EMPLOYERS = 6000
NEWEST = datetime(2026, 11, 20, tzinfo=UTC)
_PAY = ("salary_min", "salary_max", "salary_year_min", "salary_year_max")


class Place(NamedTuple):
    """Which posting row `number` is a lap of, and what chance gave it."""

    number: int
    lap: int
    of: int
    listed_at: datetime
    employer: int
    is_dated: bool

    @property
    def id(self) -> UUID:
        """As `uuid7`, but the same in every run."""
        return _id(int(self.listed_at.timestamp() * 1000), self.number)


def places(postings: int, count: int, start: int = 0) -> Iterator[Place]:
    """Rows `start` to `count` over so many recorded postings."""
    chance = random.Random(20261121)
    for number in range(count):
        seconds, employer, dated = chance.randrange(540 * 86400), chance.randrange(EMPLOYERS), chance.random()
        if number >= start:
            lap, of = divmod(number, postings)
            yield Place(number, lap, of, NEWEST - timedelta(seconds=seconds), employer, dated < 0.8)


def row_of(said: Columns, place: Place) -> Columns:
    """The columns of a vacancy; `company_id` is `company_id(employer)`."""
    listed, lap = place.listed_at, place.lap
    raise_by = Decimal(1) + Decimal(lap % 7) / 20
    pay = {
        name: said[name] * raise_by if said[name] is not None and said[name] < 10**8 else said[name]
        for name in _PAY
    }
    return said | pay | {
        "id": place.id, "created_at": listed, "updated_at": listed, "company_id": company_id(place.employer),
        "company_name": f"{said['company_name'] or 'Works'} {place.employer}"[:200],
        "description_text": f"{said['description_text']} lap{lap} rare{place.number % 5000}",
        "source_id": f"{said['source_id']}/{lap}", "posted_at": listed if place.is_dated else None,
        "first_seen_at": listed, "last_seen_at": listed, "listed_at": listed, "closed_at": None, "status": "open",
        "repost_count": 0, "content_hash": "", "field_sources": {},
    }  # fmt: skip


def company_id(number: int) -> UUID:
    return _id(0, number)


def _id(milliseconds: int, number: int) -> UUID:
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (0b10 << 62) | number)
