"""Which rows of the catalogue a search may find, as this host's snapshot knows it: what the database need not be asked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from apps.core.cached.recent import Recent
from apps.core.reading.statements import Statement, rows_of
from apps.matching.search.held import Held

if TYPE_CHECKING:
    from apps.matching.ids import Ids
    from apps.matching.snapshot.segment import Segment
    from apps.matching.snapshot.words import Mask

_TSQUERY = Statement("SELECT websearch_to_tsquery('english', $1)::text", ("text",))
_tsqueries: Recent[str, str] = Recent(8192)


@dataclass(frozen=True)
class Known:
    """Of each segment which rows pass; what was written since the snapshot (`written`) is none of them."""

    parts: Sequence[tuple[Segment, Mask]]
    written: Sequence[UUID]

    @classmethod
    def of(cls, held: Held, guard: str) -> Known:
        """What passes the search's filters and obeys its `guard` ("": there is none)."""
        passing = [(part.segment, part.passing(held.scope.read)) for part in held.parts]
        known = cls(passing, held.written)
        return known.saying(guard) if guard else known

    def saying(self, text: str) -> Known:
        """Those of them that hold this, too: web-search syntax."""
        tsquery = tsquery_of(text)
        return Known([(rows, mask & rows.holding(tsquery)) for rows, mask in self.parts], self.written)

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _count(self) -> int:
        import numpy as np

        return sum(int(np.count_nonzero(mask)) for _, mask in self.parts)

    @property
    def out_of(self) -> int:
        """How many rows there are at all."""
        return sum(len(rows) for rows, _ in self.parts)

    @cached_property
    def ids(self) -> bytes:
        """Of all that pass: 16 bytes each."""
        return b"".join(rows.ids[mask].tobytes() for rows, mask in self.parts)

    def passing(self, ids: Ids) -> Mask:
        """bool[n]: which of these ids pass."""
        import numpy as np

        found = np.zeros(len(ids), dtype=bool)
        # In their order each is looked for near the one before it, which the processor still has at hand.
        order = np.argsort(ids)
        sought = ids[order]
        for rows, mask in self.parts:
            if len(rows) and len(ids):
                places = np.minimum(np.searchsorted(rows.ids, sought), len(rows) - 1)
                found[order] |= (rows.ids[places] == sought) & mask[places]
        return found

    def newest(self, most: int) -> bytes:
        """16 bytes each, in no order."""
        import numpy as np

        chosen = [(rows, rows.newest(mask, most)) for rows, mask in self.parts]
        listed = np.concatenate([rows.arrays["listed_at"][places] for rows, places in chosen])
        pks = np.concatenate([rows.ids[places] for rows, places in chosen])
        return pks[np.lexsort((pks, listed))[-most:]].tobytes()

    def depth(self, most: int) -> int:
        """How far to read an order of all rows until so many of these were met, as a rule."""
        return math.ceil(1.3 * most * self.out_of / max(len(self), 1)) + most // 4


def tsquery_of(text: str) -> str:
    """As PostgreSQL writes it; each text is asked for once a process."""
    known = _tsqueries.get(text)
    if known is None:
        [(known,)] = rows_of(_TSQUERY, {"text": text})
        _tsqueries.put(text, known)
    return known
