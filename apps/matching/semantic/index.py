"""The vectors of many vacancies: which lie nearest to a question, by title and by body. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

import numpy as np

from apps.matching.ids import ID, Ids, as_ids, uuids
from apps.matching.semantic.cells import Cells, Floats, Halves, Mask, Numbers, Places

# Ids of vacancies, or 16 bytes each; None: all there are.
Allowed = Collection[UUID] | bytes | None


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


class Near(NamedTuple):
    """n vacancies and their cosines: S16[n], and float32[n] each."""

    ids: Ids
    titles: Floats
    bodies: Floats

    @classmethod
    def none(cls) -> Near:
        return cls(np.empty(0, ID), np.empty(0, np.float32), np.empty(0, np.float32))

    @property
    def most(self) -> float:
        """The greatest of all cosines, 0 of none."""
        return max(float(self.titles.max()), float(self.bodies.max())) if len(self.ids) else 0.0

    def from_cosine(self, least: float) -> Sequence[UUID]:
        """Those whose title or body comes so near, in their order."""
        return uuids(self.ids_from(least))

    def ids_from(self, least: float) -> Ids:
        """The same as an array."""
        is_near = np.maximum(self.titles, self.bodies).astype(np.float64) >= least
        return self.ids[is_near]

    def taken(self, places: Places) -> Near:
        return Near(self.ids[places], self.titles[places], self.bodies[places])

    def and_of(self, other: Near) -> Near:
        return Near(
            np.concatenate((self.ids, other.ids)),
            np.concatenate((self.titles, other.titles)),
            np.concatenate((self.bodies, other.bodies)),
        )

    def best(self, k: int) -> Near:
        """The `k` best by title and the `k` best by body, best sum first; equals by id."""
        titles, bodies = self.titles.astype(np.float64), self.bodies.astype(np.float64)
        places = np.union1d(np.lexsort((self.ids, -titles))[:k], np.lexsort((self.ids, -bodies))[:k])
        sums = titles[places] + bodies[places]
        return self.taken(places[np.lexsort((self.ids[places], -sums))])


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
        return np.unique(self.places_of(ids)[0])

    def places_of(self, ids: Ids) -> tuple[Numbers, Places]:
        """The rows of those ids that are here, ascending, and the place of each among `ids`."""
        if not len(self.ids) or not len(ids):
            return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64)
        order = np.argsort(ids, kind="stable")
        rows = np.minimum(np.searchsorted(self.ids, ids[order]), len(self.ids) - 1)
        is_here = self.ids[rows] == ids[order]
        return rows[is_here].astype(np.int32), order[is_here]

    def nearest(self, title: Floats, body: Floats, k: int, allowed: Mask | None) -> Near:
        if not len(self):
            return Near.none()
        rows = np.unique(
            np.concatenate([self.titles.nearest(title, k, allowed), self.bodies.nearest(body, k, allowed)])
        )
        return Near(self.ids[rows], self.titles.cosines(rows, title), self.bodies.cosines(rows, body))


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

    def nearest(self, vector: Floats, k: int, *, allowed: Allowed = None) -> list[Hit]:
        """The `k` nearest by title and the `k` nearest by body, each with both cosines: at most 2k, best sum first.

        Only of the ids in `allowed`, where given.
        """
        return self.nearest_to(vector, vector, k, allowed=allowed)

    def nearest_to(self, title: Floats, body: Floats, k: int, *, allowed: Allowed = None) -> list[Hit]:
        """The same, with titles held against one vector and bodies against another."""
        near = self.near(title, body, k, allowed=allowed)
        return [*map(Hit, uuids(near.ids), near.titles.tolist(), near.bodies.tolist())]

    def near(self, title: Floats, body: Floats, k: int, *, allowed: Allowed = None) -> Near:
        """The same as columns."""
        if not title.any() and not body.any():
            return Near.none()
        ids = None if allowed is None else as_ids(allowed)
        main = self.main.nearest(title, body, k, self._mask(ids))
        tail = self.tail.nearest(title, body, k, None if ids is None else _mask_of(self.tail, ids))
        return main.and_of(tail).best(k)

    def cosines(self, vector: Floats, pks: Collection[UUID]) -> list[tuple[float, float] | None]:
        """Of title and body of each; None for one that is not here."""
        if not vector.any():
            return [None] * len(pks)
        ids = as_ids(pks)
        found: list[tuple[float, float] | None] = [None] * len(ids)
        for segment, hidden in ((self.main, self.hidden), (self.tail, None)):
            rows, places = segment.places_of(ids)
            if hidden is not None:
                rows, places = rows[~hidden[rows]], places[~hidden[rows]]
            titles, bodies = segment.titles.cosines(rows, vector), segment.bodies.cosines(rows, vector)
            for place, *cosines in zip(places.tolist(), titles.tolist(), bodies.tolist(), strict=True):
                found[place] = (cosines[0], cosines[1])
        return found

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
