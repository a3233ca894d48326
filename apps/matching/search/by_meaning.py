"""Vacancies whose title or text means what was asked, whatever words they use.

The index knows nothing of filters and is never the truth: what it finds is looked up under them. Where the filters leave
little of the nearest, those that pass the filters are compared one by one.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F

from apps.core.db.lookups import IsAny
from apps.core.reading.placeholders import Placeholder
from apps.core.reading.statements import Writer
from apps.matching.search.asking import COLUMNS, Rows, Side, array_of, written

if TYPE_CHECKING:
    from apps.matching.ids import Ids
    from apps.matching.search.known import Known
    from apps.matching.semantic import Space, Vector
    from apps.matching.semantic.index import Near

log = logging.getLogger(__name__)

# How many of the nearest (by title, and by body) are looked up.
NEAREST = 150
# Where fewer pass the filters, this many of the newest that do are compared instead.
FEWEST, COMPARED = 60, 5000
# What no other way found must come this near to the best.
LEAST_SHARE = 0.5


@dataclass(frozen=True, eq=False)
class Meaning:
    """A question in the space of meanings. `space.version` names it; vectors of two versions are never compared."""

    space: Space
    text: str
    vector: Vector

    @cached_property
    def _nearest(self) -> Near:
        """Of all vacancies, whatever the filters."""
        return self.space.near(self.vector, NEAREST)

    @cached_property
    def is_about_work(self) -> bool:
        """False for a question that is no search for work."""
        return self.space.is_about_work(self.text, self._nearest.titles.tolist())

    @cached_property
    def least(self) -> float:
        """From which cosine on a vacancy is found."""
        return LEAST_SHARE * self._nearest.most

    def find(self, side: Side) -> list[tuple[Any, ...]]:
        """The nearest among the catalogue's under the caller's filters: `asking.COLUMNS` of each."""
        hits = self._looked_up(side, self._nearest)
        if len(hits) < FEWEST and _is_narrow(side):
            [(newest,)] = side.ask(newest_ids, compared=COMPARED)
            hits = self._looked_up(side, self.space.near(self.vector, NEAREST, among=bytes(newest)))
        return hits

    def find_known(self, side: Side, known: Known) -> tuple[Ids, list[tuple[Any, ...]]]:
        """The same where a snapshot knows what passes: ids, and the rows of what was written since."""
        ids, hits = self._passing(side, known, self._nearest)
        if len(ids) + len(hits) < FEWEST and _is_narrow(side):
            newest = known.newest(COMPARED) + b"".join([pk.bytes for pk in known.written])
            nearest = self.space.near(self.vector, NEAREST, among=newest)
            ids, hits = self._passing(side, known, nearest)
        return ids, hits

    def cosines(self, pks: Sequence[UUID]) -> list[tuple[float, float] | None]:
        """How near title and text of each are; None for one that has no vector yet."""
        return self.space.cosines(self.vector, pks)

    def of_title(self, title: str) -> float | None:
        """The cosine of a title that the index does not hold; None where it is not near enough to be a hit."""
        cosine = float(self.vector @ _vector_of(self.space, title))
        return cosine if cosine >= self.least > 0 else None

    def _looked_up(self, side: Side, nearest: Near) -> list[tuple[Any, ...]]:
        pks = nearest.from_cosine(self.least)
        return side.ask(named, prepared=True, pks=array_of(pks)) if pks else []

    def _passing(self, side: Side, known: Known, nearest: Near) -> tuple[Ids, list[tuple[Any, ...]]]:
        ids = nearest.ids_from(self.least)
        written = set(known.written).intersection(nearest.from_cosine(self.least)) if known.written else ()
        hits = side.ask(named, prepared=True, pks=array_of(written)) if written else []
        return ids[known.passing(ids)], hits


def _is_narrow(side: Side) -> bool:
    return bool(side.scope.filters or side.guard)


def named(rows: Rows, writer: Writer) -> str:
    """Those of these ids that the filters let through."""
    return written(rows.filter(IsAny(F("pk"), Placeholder("pks"))).values_list(*COLUMNS), writer)


def newest_ids(rows: Rows, writer: Writer) -> str:
    """The newest, as one value of 16 bytes each."""
    newest = written(rows.order_by("-listed_at", "-pk").values_list("pk"), writer)
    return f"SELECT coalesce(string_agg(uuid_send(pk), ''::bytea), ''::bytea) FROM ({newest} LIMIT {writer.place('compared')}) AS newest (pk)"  # nosec B608  # noqa: S608 - as Django compiled it


def meaning_of(text: str, version: str | None) -> Meaning | None:
    """What a question means, in the space in use, or in the one that a cursor began with while it is kept.

    None where nothing was learnt yet, no word of it is known, or the service that makes vectors fails: words must do.
    """
    from apps.matching import semantic
    from apps.matching.semantic.embedding import EmbeddingFailed

    space = (semantic.of_version(version) if version else None) or semantic.current()
    if space is None:
        return None
    try:
        return Meaning(space, text, space.embed_query(text))
    except EmbeddingFailed as fault:
        log.warning("searching by words alone: %s", fault)
        return None


@lru_cache(maxsize=4096)
def _vector_of(space: Space, title: str) -> Vector:
    return space.embed_query(title)
