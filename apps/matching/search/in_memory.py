"""Matches counted and added up in this host's snapshot of the catalogue, and what it lacks in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from apps.matching.search.facets import in_database
from apps.matching.search.held import Held, Part, ids_of
from apps.matching.search.lacking import Lacking, few
from apps.matching.search.results import Results
from apps.matching.tally import Tally

# Of more matches an even share is added up: exactness costs a number for each skill of each.
MOST_ADDED, SHARE = 60_000, 30_000


@dataclass(frozen=True)
class InMemory:
    """`parts` of the snapshot, and of what it lacks `few`, or where these are not few, `lacking`."""

    held: Held
    results: Results
    parts: Sequence[Part]
    few: Sequence[Part] = ()
    lacking: Lacking | None = None

    @classmethod
    def of(cls, held: Held, results: Results) -> InMemory:
        condition = results.condition
        more = few(held, condition.text)
        if condition.is_everything:
            return cls(held, results, held.parts, more or (), Lacking(held, b"") if more is None else None)
        others = ids_of(b"".join([pk.bytes for pk in condition.others]))
        having = partial(Part.having, ids=others, words=bool(condition.text))
        lacking = Lacking(held, held.missing(others).tobytes()) if more is None else None
        return cls(held, results, [*map(having, held.parts)], [*map(having, more or ())], lacking)

    def tally_of(self, filters: Mapping[str, Any], names: Sequence[str]) -> tuple[Tally, bool]:
        """As `facets.TallyOf`."""
        from apps.matching.snapshot.tallying import tallied

        scope = self.held.scope.under(filters)
        found = [(part.segment, part.rows(scope.read)) for part in self.parts]
        number = sum(len(rows) for _, rows in found)
        step = 1 if number <= MOST_ADDED else number // SHARE
        tally = Tally()
        for segment, rows in found:
            share = rows[::step]
            tally.add(tallied(segment, share, names, len(rows) / len(share) if len(share) else 1.0))
        for part in self.few:
            tally.add(tallied(part.segment, part.rows(scope.read), names))
        for read in self.lacking.added_up(scope, self.results.condition, names) if self.lacking else ():
            if read.is_cut:
                # A workspace with very many of its own: nothing of them was added up.
                return in_database(self.results.sides, self.held.scope.filters)(filters, names)
            tally.add(read.tally)
        return tally, step == 1

    def count(self) -> int:
        """Under all filters."""
        import numpy as np

        scope = self.held.scope
        parts = (*self.parts, *self.few)
        number = sum(int(np.count_nonzero(part.passing(scope.read))) for part in parts)
        return number + (self.lacking.counted(scope, self.results.condition) if self.lacking else 0)
