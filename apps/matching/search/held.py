"""What this host's snapshot of the catalogue holds of one question: asked once, for ranking, count and facets alike.

The snapshot answers for the catalogue's rows that were not written since; what was, and the workspace's own, the database is asked
for. What no column can tell (some filters) is left to the database altogether: there is nothing held then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from operator import and_
from typing import TYPE_CHECKING, Any
from uuid import UUID

from apps.core.reading.statements import Statement, rows_of
from apps.matching.search.scope import Scope
from apps.matching.snapshot.unseen import IS_KNOWN, UNSEEN

if TYPE_CHECKING:
    from apps.matching.ids import Ids
    from apps.matching.snapshot.segment import Rows, Segment
    from apps.matching.snapshot.standing import Snapshot
    from apps.matching.snapshot.words import Mask

# Of more that were written since, the database is asked altogether: looking each of them up takes as long.
MOST_WRITTEN = 5_000
_ASKED = Statement(
    f"""
    SELECT {IS_KNOWN.format("$1")},
        websearch_to_tsquery('english', $2)::text,
        (SELECT string_agg(uuid_send(vacancy_id), ''::bytea) FROM (
            SELECT vacancy_id FROM vacancies_cataloguewrite WHERE {UNSEEN.format("$1")} LIMIT $3) written),
        (SELECT string_agg(uuid_send(vacancy_id), ''::bytea) FROM vacancies_vacancymark
         WHERE workspace_id = $4 AND hidden_at IS NOT NULL AND vacancy_id IS NOT NULL),
        EXISTS (SELECT FROM vacancies_ownvacancy WHERE workspace_id = $4)
    """,  # nosec B608  # noqa: S608 - constants of ours
    ("seen", "text", "most", "workspace_id"),
    # A plan for any snapshot would expect a third of all writes, and read them all to find that there are none.
    prepared=False,
)


@dataclass(frozen=True)
class Part:
    """A segment, its rows that the workspace may be shown and that were not written since (`shown`), and which of all its rows
    hold the question's words."""

    segment: Segment
    shown: Mask
    with_words: Mask
    _passed: dict[str, Mask | None] = field(default_factory=dict)

    def having(self, ids: Ids, *, words: bool) -> Part:
        """Only those of `ids`, and with `words` those that hold the words."""
        found = self.segment.mask_of_rows(self.segment.rows_of(ids))
        return replace(self, shown=self.shown & (found | self.with_words if words else found))

    def passing(self, filters: Mapping[str, Any]) -> Mask:
        """Raises NotCounted."""
        from apps.matching.snapshot.filters import passing

        for name, value in filters.items():
            if name not in self._passed:
                self._passed[name] = passing(self.segment, name, value)
        masks = [self._passed[name] for name in filters]
        return reduce(and_, [mask for mask in masks if mask is not None], self.shown)

    def rows(self, filters: Mapping[str, Any]) -> Rows:
        import numpy as np

        return np.flatnonzero(self.passing(filters))


@dataclass(frozen=True)
class Held:
    """`written` since; `has_own`: the workspace has vacancies of its own."""

    scope: Scope
    parts: Sequence[Part]
    written: Sequence[UUID]
    has_own: bool

    @cached_property
    def with_words(self) -> int:
        """How many hold the words, under the scope's filters; what was written since aside."""
        import numpy as np

        return sum(int(np.count_nonzero(mask)) for _, mask in self._with_words)

    def newest(self, most: int, *, with_words: bool) -> bytes:
        """Of these, or of all that pass the filters, the newest: 16 bytes each, in no order."""
        import numpy as np

        listed, ids = [], []
        for segment, mask in self._with_words if with_words else self._passing:
            rows = segment.newest(mask, most)
            listed.append(segment.arrays["listed_at"][rows])
            ids.append(segment.ids[rows])
        at, pks = np.concatenate(listed), np.concatenate(ids)
        return pks[np.lexsort((pks, at))[-most:]].tobytes()

    def missing(self, ids: Ids) -> Ids:
        """Those of `ids` (each once) that only the database can tell of: written since, or of no segment."""
        import numpy as np

        from apps.matching.ids import as_ids

        is_here = np.zeros(len(ids), dtype=bool)
        for part in self.parts:
            is_here |= part.segment.has(ids)
        if self.written:
            is_here &= ~np.isin(ids, as_ids(self.written))
        return ids[~is_here]

    @cached_property
    def _with_words(self) -> list[tuple[Segment, Mask]]:
        passing = zip(self.parts, self._passing, strict=True)
        return [(segment, mask & part.with_words) for part, (segment, mask) in passing]

    @cached_property
    def _passing(self) -> list[tuple[Segment, Mask]]:
        return [(part.segment, part.passing(self.scope.read)) for part in self.parts]


def held(scope: Scope, text: str) -> Held | None:
    """None where there is no snapshot, or it can't tell."""
    from apps.matching import snapshot
    from apps.matching.snapshot.words import NotCounted

    standing = snapshot.current()
    asked = _ask(scope, text, standing.seen) if standing else None
    if standing is None or asked is None:
        return None
    from apps.matching.ids import uuids

    try:
        parts = list(_parts(scope, standing, asked))
        for part in parts:
            part.passing(scope.read)
    except NotCounted:
        return None
    return Held(scope, parts, uuids(asked.written), asked.has_own)


@dataclass(frozen=True)
class _Asked:
    tsquery: str
    written: Ids
    hidden: Ids
    has_own: bool


def _ask(scope: Scope, text: str, seen: str) -> _Asked | None:
    """None where too much was written since, or the database is older than the snapshot: another one, or one that was restored."""
    values = {"seen": seen, "text": text, "most": MOST_WRITTEN + 1, "workspace_id": scope.caller.workspace_id}
    [(is_known, tsquery, written, hidden, has_own)] = rows_of(_ASKED, values)
    if not is_known or len(written or b"") > MOST_WRITTEN * 16:
        return None
    return _Asked(tsquery, ids_of(written), ids_of(hidden), has_own)


def _parts(scope: Scope, standing: Snapshot, asked: _Asked) -> Iterator[Part]:
    """Raises NotCounted."""
    import numpy as np

    from apps.matching.snapshot.filters import microseconds

    for segment, counts in standing.parts():
        shown = counts
        left_out = [segment.rows_of(asked.written), segment.rows_of(asked.hidden)]
        if any(map(len, left_out)):
            shown = counts.copy()
            shown[np.concatenate(left_out)] = False
        if scope.moment is not None:
            shown = shown & (segment.arrays["created_at"] <= microseconds(scope.moment))
        yield Part(segment, shown, segment.holding(asked.tsquery))


def ids_of(sent: Any) -> Ids:
    """Of 16 bytes each, in order, each once."""
    import numpy as np

    from apps.matching.ids import as_ids

    return np.unique(as_ids(bytes(sent or b"")))
