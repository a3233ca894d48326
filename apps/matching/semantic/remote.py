"""An embedder behind an OpenAI-compatible address: `POST {base}/embeddings`. Pure but for the guarded client."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from apps.core import http
from apps.core.cached.recent import Recent
from apps.core.errors import AppError
from apps.matching.semantic.embedding import EmbeddingFailed
from apps.matching.semantic.learning import Floats, normalised

# Texts a request, and characters a text: services refuse what is longer.
BATCH, LONGEST = 64, 8000
_ADDRESS = "/embeddings"
_POLICY = http.Policy(
    connect_seconds=5,
    read_seconds=30,
    total_seconds=90,
    max_bytes=16 << 20,
    max_redirects=0,
    robots=False,
    limit=http.HostLimit(requests_per_second=50, concurrency=8),
)
# Somebody waits for a query's vector.
_AT_ONCE = http.Policy(
    connect_seconds=2,
    read_seconds=4,
    total_seconds=5,
    attempts=2,
    max_bytes=4 << 20,
    max_redirects=0,
    robots=False,
    limit=_POLICY.limit,
)


@dataclass(frozen=True, eq=False, kw_only=True)
class OpenAICompatibleEmbedder:
    """`expected` is how many numbers a vector must have; 0 takes what the first answer has, alike in all."""

    base_url: str
    api_key: str
    model: str
    version: str
    expected: int = 0
    name: str = "openai"
    _queries: Recent[str, Floats] = field(default_factory=lambda: Recent(2048), repr=False)

    @property
    def dimensions(self) -> int:
        return self.expected or len(self.embed_query("work"))

    def embed_query(self, text: str) -> Floats:
        known = self._queries.get(text)
        if known is None:
            known = self._ask([text], _AT_ONCE)[0]
            self._queries.put(text, known)
        return known

    def embed_postings(self, postings: Sequence[tuple[str, str]]) -> tuple[Floats, Floats]:
        vectors = self._embedded([*(title for title, _ in postings), *(body for _, body in postings)])
        return vectors[: len(postings)], vectors[len(postings) :]

    def coverage(self, text: str) -> float:
        """A service knows every word."""
        return 1.0 if text.strip() else 0.0

    def _embedded(self, texts: Sequence[str]) -> Floats:
        """One row a text; empty ones get a row of nothing and are not sent."""
        said = [place for place, text in enumerate(texts) if text.strip()]
        parts = [
            self._ask([texts[place] for place in some], _POLICY) for some in _some_at_a_time(said, BATCH)
        ]
        width = parts[0].shape[1] if parts else self.dimensions
        if any(part.shape[1] != width for part in parts):
            raise EmbeddingFailed("The service answered with vectors of different lengths.")
        vectors = np.zeros((len(texts), width), dtype=np.float32)
        if parts:
            vectors[said] = np.concatenate(parts)
        return vectors

    def _ask(self, texts: Sequence[str], policy: http.Policy) -> Floats:
        request = http.Outgoing(
            self.base_url.rstrip("/") + _ADDRESS,
            method="POST",
            headers={"Authorization": f"Bearer {self.api_key}", "Content-Type": "application/json"},
            content=json.dumps(
                {"model": self.model, "input": [text[:LONGEST] for text in texts], "encoding_format": "float"}
            ).encode(),
            repeatable=True,
        )
        try:
            with http.fetch(request, policy=policy) as answer:
                told = json.loads(answer.body.read())
        except AppError as fault:
            raise EmbeddingFailed(f"The embedding service: {fault.detail}") from fault
        except (ValueError, RecursionError) as fault:
            raise EmbeddingFailed("The embedding service sent no JSON.") from fault
        return self._vectors(told, len(texts))

    def _vectors(self, told: Any, count: int) -> Floats:
        """What the answer holds, in the order that was asked."""
        try:
            rows = sorted(told["data"], key=lambda row: int(row["index"]))
            vectors = np.array([row["embedding"] for row in rows], dtype=np.float32)
        except (TypeError, KeyError, ValueError, OverflowError) as fault:
            raise EmbeddingFailed("The embedding service's answer is of another form.") from fault
        is_whole = vectors.ndim == 2 and [row["index"] for row in rows] == list(range(count))
        if not is_whole or not np.isfinite(vectors).all() or not vectors.any(axis=1).all():
            raise EmbeddingFailed("The embedding service did not answer with one vector for each text.")
        if self.expected and vectors.shape[1] != self.expected:
            raise EmbeddingFailed(
                f"The service answered with {vectors.shape[1]} numbers, not {self.expected}."
            )
        return normalised(vectors)


def _some_at_a_time(places: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    for start in range(0, len(places), most):
        yield places[start : start + most]
