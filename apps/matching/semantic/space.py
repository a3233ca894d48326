"""One version of meaning, ready to be asked: its embedder, its index, its line. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from apps.matching.semantic.cells import Floats
from apps.matching.semantic.embedding import Embedder
from apps.matching.semantic.index import Allowed, Hit, Near, SemanticIndex
from apps.matching.semantic.line import Line

_TENTH = 10


@dataclass(frozen=True, eq=False)
class Space:
    """`line` parts questions about work from others; None in a version that was fitted before there were lines."""

    embedder: Embedder
    index: SemanticIndex
    line: Line | None

    @property
    def version(self) -> str:
        return self.embedder.version

    def embed_query(self, text: str) -> Floats:
        """float32[d], of length 1, or 0 where no word is known. Raises EmbeddingFailed."""
        return self.embedder.embed_query(text)

    def nearest(self, vector: Floats, k: int, among: Allowed = None) -> list[Hit]:
        """`SemanticIndex.nearest`: the `k` nearest by title, and by body."""
        return self.index.nearest(vector, k, allowed=among)

    def near(self, vector: Floats, k: int, among: Allowed = None) -> Near:
        """The same as columns."""
        return self.index.near(vector, vector, k, allowed=among)

    def cosines(self, vector: Floats, pks: Collection[UUID]) -> list[tuple[float, float] | None]:
        """Of title and body of each; None for one that has no vectors here."""
        return self.index.cosines(vector, pks)

    def coverage(self, text: str) -> float:
        """Which share of the telling words is known, 0 to 1."""
        return self.embedder.coverage(text)

    def is_about_work(self, query: str, titles: Collection[float]) -> bool:
        """Whether somebody who asks this looks for work. `titles` are the cosines of the nearest of all vacancies: a filter
        must not decide."""
        if self.line is None:
            return True
        return self.line.is_about_work(query, nearness(self.coverage(query), titles))


def nearness(coverage: float, title_cosines: Collection[float]) -> float:
    """How much of a question is known, times how near the tenth best title lies (of fewer, the last)."""
    best = sorted(title_cosines, reverse=True)[:_TENTH]
    return coverage * best[-1] if best else 0.0
