"""A fixed sample of a table's rows: whether so many match that nobody need count them."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.db import connections
from django.db.models import F, Func, IntegerField, Model, QuerySet, Value
from django.db.models.expressions import CombinedExpression

from apps.core.cached.recent import Recent
from apps.core.db import current_alias

# In so many parts a table is cut, by a hash of the key: which part a row is in has nothing to do with what it says.
PARTS: Final = 1024
_SIZE_SECONDS: Final = 60.0
_sizes: Recent[str, tuple[float, float]] = Recent(256)


@dataclass(frozen=True, slots=True)
class Sample:
    """The first `parts` of `PARTS`, the same rows at each question. Indexes of these alone keep it cheap."""

    parts: int

    @property
    def share(self) -> float:
        return self.parts / PARTS

    def of(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        hashed = Func(F("pk"), function="uuid_hash")
        part = CombinedExpression(hashed, "&", Value(PARTS - 1), output_field=IntegerField())
        narrowed: QuerySet[Any] = rows.alias(sample_part=part).filter(sample_part__lt=self.parts)
        return narrowed

    def can_tell(self, model: type[Model], than: int) -> bool:
        """Whether the table is so large that it is worth while to ask these: one row in ten that matches would do."""
        return size_of(model._meta.db_table) * self.share >= 10 * self.needed(than)

    def needed(self, than: int) -> int:
        """So many matches among these leave no doubt that there are more than `than` in all."""
        return _needed(self.share, than)


def size_of(table: str) -> float:
    """How many rows a table has, about, as of a minute ago. 0 where nobody has looked."""
    known, now = _sizes.get(table), time.monotonic()
    if known is None or known[1] < now:
        known = _asked_size(table), now + _SIZE_SECONDS
        _sizes.put(table, known)
    return known[0]


def _asked_size(table: str) -> float:
    """By psycopg itself: what is asked once a minute is no part of a question's number of queries."""
    connection = connections[current_alias()]
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = %s::regclass", [table])
        return max(float(cursor.fetchone()[0]), 0.0)


def is_surely_more(estimate: float, share: float, than: int) -> bool:
    """Whether a sample of this share, whose rows stand for `estimate` matches, leaves no doubt that they are more."""
    deviation = math.sqrt(max(estimate, 1.0) * (1 - share) / share)
    return estimate - 5 * deviation > than


@lru_cache(maxsize=256)
def _needed(share: float, than: int) -> int:
    found = 1
    while not is_surely_more(found / share, share, than):
        found += 1
    return found
