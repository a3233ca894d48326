"""Matches counted and added up in this host's snapshot of the catalogue, and what it lacks in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from apps.matching.search.facets import in_database
from apps.matching.search.held import Held, Part, ids_of
from apps.matching.search.lacking import Lacking
from apps.matching.search.results import Results
from apps.matching.search.tally import Tally

# Of more matches an even share is added up: exactness costs a number for each skill of each.
MOST_ADDED, SHARE = 60_000, 30_000


@dataclass(frozen=True)
class InMemory:
    held: Held
    parts: Sequence[Part]
    results: Results
    lacking: Lacking

    @classmethod
    def of(cls, held: Held, results: Results) -> InMemory:
        condition = results.condition
        if condition.is_everything:
            return cls(held, held.parts, results, Lacking(held, b""))
        others = ids_of(b"".join([pk.bytes for pk in condition.others]))
        parts = [part.having(others, words=bool(condition.text)) for part in held.parts]
        return cls(held, parts, results, Lacking(held, held.missing(others).tobytes()))

    def tally_of(self, filters: Mapping[str, Any], names: Sequence[str]) -> tuple[Tally, bool]:
        """As `facets.TallyOf`."""
        import numpy as np

        from apps.matching.snapshot.tallying import tallied as added_up

        scope = self.held.scope.under(filters)
        found = [(part.segment, np.flatnonzero(part.passing(scope.read))) for part in self.parts]
        number = sum(len(rows) for _, rows in found)
        step = 1 if number <= MOST_ADDED else number // SHARE
        tally = Tally()
        for segment, rows in found:
            share = rows[::step]
            tally.add(added_up(segment, share, names, len(rows) / len(share) if len(share) else 1.0))
        more = self.lacking.added_up(scope, self.results.condition, names)
        if any(read.is_cut for read in more):
            # A workspace with very many of its own: nothing of them was added up.
            return in_database(self.results.sides, self.held.scope.filters)(filters, names)
        for read in more:
            tally.add(read.tally)
        return tally, step == 1

    def count(self) -> int:
        """Under all filters."""
        import numpy as np

        scope = self.held.scope
        number = sum(int(np.count_nonzero(part.passing(scope.read))) for part in self.parts)
        return number + self.lacking.counted(scope, self.results.condition)
