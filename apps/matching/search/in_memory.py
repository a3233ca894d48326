"""Matches counted and added up in this host's snapshot of the catalogue, and what it lacks in the database."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from apps.core.db import among
from apps.matching.search.condition import Condition
from apps.matching.search.facet_query import tallied
from apps.matching.search.held import Held, Part, ids_of
from apps.matching.search.tally import Tally
from apps.vacancies.models import OwnVacancy, Vacancy

# Of more matches an even share is added up: exactness costs a number for each skill of each.
MOST_ADDED, SHARE = 60_000, 30_000
Matches = Callable[[Mapping[str, Any]], tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]]


@dataclass(frozen=True)
class InMemory:
    """The matches of one question. `matches` gives them as querysets under other filters."""

    held: Held
    parts: Sequence[Part]
    matches: Matches

    @classmethod
    def of(cls, held: Held, condition: Condition, matches: Matches) -> InMemory:
        if condition.is_everything:
            return cls(held, held.parts, matches)
        others = ids_of(b"".join(pk.bytes for pk in condition.others))
        parts = [part.having(others, words=bool(condition.text)) for part in held.parts]
        return cls(held, parts, matches)

    def tally_of(self, filters: Mapping[str, Any], names: Sequence[str]) -> tuple[Tally, bool]:
        """As `facets.TallyOf`."""
        from apps.matching.snapshot.tallying import tallied as added_up

        under = self.held.scope.under(filters).read
        found = [(part.segment, part.rows(under)) for part in self.parts]
        number = sum(len(rows) for _, rows in found)
        step = 1 if number <= MOST_ADDED else number // SHARE
        tally = Tally()
        for segment, rows in found:
            share = rows[::step]
            tally.add(added_up(segment, share, names, len(rows) / len(share) if len(share) else 1.0))
        if self._has_more:
            tally.add(tallied(*self._more(filters), names).tally)
        return tally, step == 1

    def count(self) -> int:
        """Under all filters."""
        scope = self.held.scope
        number = sum(len(part.rows(scope.read)) for part in self.parts)
        if self._has_more:
            number += sum(rows.count() for rows in self._more(scope.filters))
        return number

    @property
    def _has_more(self) -> bool:
        return bool(self.held.written or self.held.has_own)

    def _more(self, filters: Mapping[str, Any]) -> tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]:
        """What the snapshot does not hold."""
        catalogue, own = self.matches(filters)
        written = catalogue.filter(among(self.held.written)) if self.held.written else catalogue.none()
        return written, own if self.held.has_own else own.none()
