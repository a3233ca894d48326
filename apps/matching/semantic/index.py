"""The vectors of many vacancies: which lie nearest to a question, by title and by body. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from apps.matching.semantic.cells import Cells, Floats, Halves, Mask, Numbers

ID = np.dtype("S16")
Ids = NDArray[np.bytes_]


class Rows(NamedTuple):
    """The vectors of n vacancies: S16[n], and float16[n, d] each."""

    ids: Ids
    titles: Halves
    bodies: Halves


class Hit(NamedTuple):
    """A vacancy that lies near a question: the cosines of its title and its body with it, -1 to 1."""

    pk: UUID
    title: float
    body: float


@dataclass(frozen=True)
class Segment:
    """Vacancies by row number: `ids` are ascending, `titles` and `bodies` number their rows alike."""

    ids: Ids
    titles: Cells
    bodies: Cells

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ids: Ids) -> Numbers:
        """The rows of those ids that are here, ascending."""
        if not len(self.ids) or not len(ids):
            return np.empty(0, dtype=np.int32)
        places = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.unique(places[self.ids[places] == ids]).astype(np.int32)

    def nearest(self, title: Floats, body: Floats, k: int, allowed: Mask | None) -> list[Hit]:
        if not len(self):
            return []
        found = (self.titles.nearest(title, k, allowed), self.bodies.nearest(body, k, allowed))
        rows = np.unique(np.concatenate(found))
        titles, bodies = self.titles.cosines(rows, title), self.bodies.cosines(rows, body)
        return [
            Hit(pk, title, body)
            for pk, title, body in zip(uuids(self.ids[rows]), titles.tolist(), bodies.tolist(), strict=True)
        ]


@dataclass(frozen=True)
class SemanticIndex:
    """What was there when it was built, and behind it what came or changed since (`tail`).

    `hidden` (bool[len(main)]) marks rows of `main` that count no more: the tail holds them anew, or they are gone.
    """

    main: Segment
    tail: Segment
    hidden: Mask

    def __len__(self) -> int:
        return len(self.main) - int(np.count_nonzero(self.hidden)) + len(self.tail)

    def nearest(self, vector: Floats, k: int, *, allowed: Collection[UUID] | None = None) -> list[Hit]:
        """The `k` nearest by title and the `k` nearest by body, each with both cosines: at most 2k, best sum first.

        Only of the ids in `allowed`, where given.
        """
        return self.nearest_to(vector, vector, k, allowed=allowed)

    def nearest_to(
        self, title: Floats, body: Floats, k: int, *, allowed: Collection[UUID] | None = None
    ) -> list[Hit]:
        """The same, with titles held against one vector and bodies against another."""
        if not title.any() and not body.any():
            return []
        ids = None if allowed is None else as_ids(allowed)
        found = self.main.nearest(title, body, k, self._mask(ids))
        found += self.tail.nearest(title, body, k, None if ids is None else _mask_of(self.tail, ids))
        by_title = sorted(found, key=lambda hit: (-hit.title, hit.pk))[:k]
        by_body = sorted(found, key=lambda hit: (-hit.body, hit.pk))[:k]
        return sorted({*by_title, *by_body}, key=lambda hit: (-hit.title - hit.body, hit.pk))

    def vectors_of(self, pk: UUID) -> tuple[Floats, Floats] | None:
        """Title and body of a vacancy, float32[d] each; None where it is not here."""
        for segment in (self.tail, self.main):
            rows = segment.rows_of(as_ids([pk]))
            if len(rows):
                return segment.titles.vectors(rows)[0], segment.bodies.vectors(rows)[0]
        return None

    def _mask(self, ids: Ids | None) -> Mask | None:
        if ids is None:
            return ~self.hidden if self.hidden.any() else None
        return _mask_of(self.main, ids) & ~self.hidden


def _mask_of(segment: Segment, ids: Ids) -> Mask:
    mask = np.zeros(len(segment), dtype=bool)
    mask[segment.rows_of(ids)] = True
    return mask


def as_ids(pks: Collection[UUID]) -> Ids:
    return np.frombuffer(b"".join(pk.bytes for pk in pks), dtype=ID)


def uuids(ids: Ids) -> Sequence[UUID]:
    # An element by itself would lose zero bytes at its end.
    held = np.ascontiguousarray(ids).tobytes()
    return [UUID(bytes=held[start : start + 16]) for start in range(0, len(held), 16)]
