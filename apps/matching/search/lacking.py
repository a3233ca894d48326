"""What a snapshot lacks of a question's results: what was written since, and the workspace's own. The database adds it up.

A few of these rows are read as they are, whatever the filters, and become a part like those of the snapshot. Of more, what the
facets need is added up by the database; each such statement is written once for a shape of filters (`asking`), for to write it
took longer than to answer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from apps.core.db.lookups import IsAny
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.statements import Writer
from apps.matching.search import facet_query
from apps.matching.search.asking import Rows, Side, array_of, array_of_bytes, written
from apps.matching.search.facet_query import Read, added_up, adding, weighed
from apps.matching.search.held import Held, Part
from apps.matching.search.results import Condition
from apps.matching.search.scope import Scope
from apps.matching.search.text_statements import search_query
from apps.matching.snapshot.reading import TOLD, TOWNS

# More rows of one side are not read one by one: a row takes some 20 µs.
FEW = 300
_FIELDS = (
    "id", "created_at", "listed_at", "remote", "seniority", "employment_type", "source", "salary_currency", "job_function",
    "salary_year_min", "salary_year_max", "visa_sponsorship", "company_name", "company_id", "location_text", "locations", "skills",
    "countries", "search",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Matching:
    """A condition without its values: all rows, or those that hold the words or are among `others`; of the catalogue those that
    were written since."""

    is_everything: bool
    has_text: bool
    is_written_since: bool

    def of(self, rows: Rows) -> Rows:
        if self.is_written_since:
            rows = rows.filter(IsAny(F("pk"), Placeholder("written")))
        if self.is_everything:
            return rows
        others = Q(IsAny(F("pk"), Placeholder("others")))
        return rows.filter(Q(search=search_query(Placeholder("text"))) | others if self.has_text else others)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a segment needs of each, and whether it holds the words."""

    has_text: bool
    is_written_since: bool

    def __call__(self, rows: Rows, writer: Writer) -> str:
        rows = _Matching(True, self.has_text, self.is_written_since).of(rows).values_list(*_FIELDS)
        words = (
            f"search @@ websearch_to_tsquery('english', {writer.place('text')})" if self.has_text else "false"
        )
        found = f"{written(rows, writer)} LIMIT {writer.place('limit')}"
        return f"SELECT {TOLD}, ''::bytea, {words} FROM ({found}) found, {TOWNS} ORDER BY id"  # nosec B608  # noqa: S608 - names and places of ours


@dataclass(frozen=True, slots=True)
class _Counted:
    matching: _Matching

    def __call__(self, rows: Rows, writer: Writer) -> str:
        return f"SELECT count(*) FROM ({written(self.matching.of(rows).values_list('pk'), writer)}) found"  # nosec B608  # noqa: S608 - as Django compiled it


@dataclass(frozen=True, slots=True)
class _AddedUp:
    """`most` is part of what the statement says: of more rows nothing is added up."""

    matching: _Matching
    names: tuple[str, ...]
    most: int

    def __call__(self, rows: Rows, writer: Writer) -> str:
        sql, bound = adding(weighed(self.matching.of(rows), self.names, 1.0), self.names)
        return writer.written(sql, bound)


def few(held: Held, text: str) -> list[Part] | None:
    """What `held` lacks, as it passes no filters but what every list leaves out; None where it is more than `FEW`."""
    scope = Scope(held.scope.caller, {}, held.scope.moment)
    parts = []
    for is_own in (False, True):
        if held.has_own if is_own else held.written:
            values: dict[str, Any] = {"text": text, "limit": FEW + 1}
            if not is_own:
                values["written"] = array_of(held.written)
            found = Side(scope, is_own).ask(_Read(bool(text), not is_own), prepared=is_own, **values)
            if len(found) > FEW:
                return None
            parts.append(_part(found))
    return parts


def _part(found: list[tuple[Any, ...]]) -> Part:
    import numpy as np

    from apps.matching.snapshot.writing import Row, segment_of

    segment = segment_of([Row._make((bytes(row[0]), *row[1:-1])) for row in found])
    return Part(segment, np.ones(len(found), dtype=bool), np.array([row[-1] for row in found], dtype=bool))


@dataclass(frozen=True, slots=True)
class Lacking:
    """`others`: 16 bytes each, those of the results' ids that the snapshot does not hold."""

    held: Held
    others: bytes

    def counted(self, scope: Scope, condition: Condition) -> int:
        return sum(
            int(side.ask(_Counted(matching), prepared=side.is_own, **values)[0][0])
            for side, matching, values in self._asked(scope, condition)
        )

    def added_up(self, scope: Scope, condition: Condition, names: Sequence[str]) -> list[Read]:
        return [
            added_up(
                side.ask(_AddedUp(matching, tuple(names), facet_query.MOST), prepared=side.is_own, **values)
            )
            for side, matching, values in self._asked(scope, condition)
        ]

    def _asked(self, scope: Scope, condition: Condition) -> list[tuple[Side, _Matching, dict[str, Any]]]:
        """Of a workspace's own the index by workspace gives all there is, whatever is asked of them: one plan is enough."""
        values = {"text": condition.text, "others": array_of_bytes(self.others)}
        asked: list[tuple[Side, _Matching, dict[str, Any]]] = []
        for is_own in (False, True):
            if self.held.has_own if is_own else self.held.written:
                matching = _Matching(condition.is_everything, bool(condition.text), not is_own)
                since = {} if is_own else {"written": array_of(self.held.written)}
                asked.append((Side(scope, is_own), matching, {**values, **since}))
        return asked
