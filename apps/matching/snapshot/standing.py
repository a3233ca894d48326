"""All open vacancies as of one moment: two segments, and which rows of the first count no more. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from apps.matching.snapshot.segment import Segment
from apps.matching.snapshot.words import Mask


@dataclass(frozen=True)
class Snapshot:
    """`seen` is the `pg_snapshot` it was read by, `until` (ISO 8601) when that was. `name` is the main segment's."""

    name: str
    main: Segment
    tail: Segment
    gone: Mask
    seen: str
    until: str

    def parts(self) -> Iterator[tuple[Segment, Mask]]:
        """Each segment, and which of its rows count: not to be written into."""
        yield from self._parts

    @cached_property
    def _parts(self) -> list[tuple[Segment, Mask]]:
        return [(self.main, ~self.gone), (self.tail, np.ones(len(self.tail), dtype=bool))]
