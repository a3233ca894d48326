"""Matches counted in this host's snapshot of the catalogue, and what it lacks in the database.

The snapshot answers for the catalogue's rows that were not written since; these, and the workspace's own, are few, and are counted
by the same queries as where there is no snapshot. What no column can tell (some filters) is left to these altogether.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connections
from django.db.models import QuerySet

from apps.core.db import among, current_alias
from apps.matching.search.condition import Condition
from apps.matching.search.facet_query import tallied
from apps.matching.search.scope import Scope
from apps.matching.search.tally import Tally
from apps.vacancies.models import OwnVacancy, Vacancy

if TYPE_CHECKING:
    from apps.matching.snapshot.segment import Ids, Rows, Segment
    from apps.matching.snapshot.standing import Snapshot
    from apps.matching.snapshot.words import Mask

# Of more matches an even share is added up: exactness costs a number for each skill of each.
MOST_ADDED, SHARE = 60_000, 30_000
# Of more that were written since, the database is asked altogether: looking each of them up takes as long.
MOST_WRITTEN = 5_000
_ASKED = """
    SELECT pg_snapshot_xmax(%(seen)s::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()),
        websearch_to_tsquery('english', %(text)s)::text,
        (SELECT string_agg(uuid_send(vacancy_id), ''::bytea) FROM vacancies_cataloguewrite
         WHERE transaction >= pg_snapshot_xmin(%(seen)s::pg_snapshot)::text::bigint
           AND NOT pg_visible_in_snapshot(transaction::text::xid8, %(seen)s::pg_snapshot)),
        (SELECT string_agg(uuid_send(vacancy_id), ''::bytea) FROM vacancies_vacancymark
         WHERE workspace_id = %(workspace)s AND hidden_at IS NOT NULL AND vacancy_id IS NOT NULL),
        EXISTS (SELECT FROM vacancies_ownvacancy WHERE workspace_id = %(workspace)s)
"""
Matches = Callable[[Mapping[str, Any]], tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]]


@dataclass(frozen=True)
class _Part:
    """A segment and its rows that match, filters aside; and which rows pass a filter, as they are asked for."""

    segment: Segment
    base: Mask
    passed: dict[str, Mask]

    def rows(self, filters: Mapping[str, Any]) -> Rows:
        """Raises NotCounted."""
        import numpy as np

        from apps.matching.snapshot.filters import passing

        for name, value in filters.items():
            if name not in self.passed:
                self.passed[name] = passing(self.segment, {name: value})
        found: Rows = np.flatnonzero(reduce(and_, (self.passed[name] for name in filters), self.base))
        return found


@dataclass(frozen=True)
class InMemory:
    """The matches of one question. `matches` gives them as querysets under other filters."""

    scope: Scope
    matches: Matches
    parts: Sequence[_Part]
    written: Sequence[UUID]
    has_own: bool

    def tally_of(self, filters: Mapping[str, Any], names: Sequence[str]) -> tuple[Tally, bool]:
        """As `facets.TallyOf`."""
        from apps.matching.snapshot.tallying import tallied as added_up

        found = [(part.segment, part.rows(self.scope.under(filters).read)) for part in self.parts]
        number = sum(len(rows) for _, rows in found)
        step = 1 if number <= MOST_ADDED else number // SHARE
        tally = Tally()
        for segment, rows in found:
            share = rows[::step]
            tally.add(added_up(segment, share, names, len(rows) / len(share) if len(share) else 1.0))
        if self.written or self.has_own:
            tally.add(self._in_database(filters, names))
        return tally, step == 1

    def count(self) -> int:
        """Under all filters."""
        number = sum(len(part.rows(self.scope.read)) for part in self.parts)
        if self.written or self.has_own:
            number += sum(rows.count() for rows in self._left(self.scope.filters))
        return number

    def _in_database(self, filters: Mapping[str, Any], names: Sequence[str]) -> Tally:
        read = tallied(*self._left(filters), names)
        return read.tally

    def _left(self, filters: Mapping[str, Any]) -> tuple[QuerySet[Vacancy], QuerySet[OwnVacancy]]:
        catalogue, own = self.matches(filters)
        left = catalogue.filter(among(self.written)) if self.written else catalogue.none()
        return left, own if self.has_own else own.none()


def of(scope: Scope, condition: Condition, matches: Matches) -> InMemory | None:
    """None where there is no snapshot, or it can't tell."""
    from apps.matching import snapshot as files
    from apps.matching.snapshot.words import NotCounted

    standing = files.current()
    asked = _ask(scope, condition.text, standing.seen) if standing else None
    if standing is None or asked is None or len(asked.written) > MOST_WRITTEN:
        return None
    try:
        parts = list(_parts(scope, condition, standing, asked))
        found = InMemory(scope, matches, parts, _uuids(asked.written), asked.has_own)
        for part in parts:
            part.rows(scope.read)
    except NotCounted:
        return None
    return found


@dataclass(frozen=True)
class _Asked:
    tsquery: str
    written: Ids
    hidden: Ids
    has_own: bool


def _ask(scope: Scope, text: str, seen: str) -> _Asked | None:
    """None where the database is older than the snapshot: another one, or one that was restored."""
    workspace = scope.caller.workspace_id
    with connections[current_alias()].cursor() as cursor:
        cursor.execute(_ASKED, {"seen": seen, "text": text, "workspace": workspace})
        is_known, tsquery, written, hidden, has_own = cursor.fetchone() or (False, "", None, None, True)
    return _Asked(tsquery, _ids(written), _ids(hidden), has_own) if is_known else None


def _parts(scope: Scope, condition: Condition, standing: Snapshot, asked: _Asked) -> Iterator[_Part]:
    """Raises NotCounted."""
    from apps.matching.snapshot.filters import microseconds

    among_those = _ids(b"".join(pk.bytes for pk in condition.others))
    for segment, counts in standing.parts():
        base = counts
        if not condition.is_everything:
            found = segment.mask_of_rows(segment.rows_of(among_those))
            base = base & (found | segment.holding(asked.tsquery) if condition.text else found)
        if len(asked.written) or len(asked.hidden):
            base = base.copy()
            for left_out in (asked.written, asked.hidden):
                base[segment.rows_of(left_out)] = False
        if scope.moment is not None:
            base = base & (segment.arrays["created_at"] <= microseconds(scope.moment))
        yield _Part(segment, base, {})


def _ids(sent: Any) -> Ids:
    import numpy as np

    from apps.matching.snapshot.segment import ID

    return np.unique(np.frombuffer(bytes(sent or b""), dtype=ID))


def _uuids(ids: Ids) -> list[UUID]:
    from apps.matching.snapshot.segment import ID

    held = ids.tobytes()
    return [UUID(bytes=held[start : start + ID.itemsize]) for start in range(0, len(held), ID.itemsize)]
