"""What turns text into vectors: one protocol, whoever does it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from apps.core.errors import UpstreamError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]


class EmbeddingFailed(UpstreamError):
    """The service that makes vectors did not answer, or answered what is none."""

    title = "The text could not be embedded"


class Embedder(Protocol):
    """Vectors are of length 1 (or 0 where nothing is known of the text); those of two versions are never compared."""

    @property
    def name(self) -> str:
        """Which kind it is, for people."""

    @property
    def version(self) -> str:
        """Which fit or model made the vectors."""

    @property
    def dimensions(self) -> int: ...

    def embed_query(self, text: str) -> Floats:
        """float32[dimensions]. Raises EmbeddingFailed."""

    def embed_postings(self, postings: Sequence[tuple[str, str]]) -> tuple[Floats, Floats]:
        """Of n (title, body): float32[n, dimensions] of the titles, and of the bodies. Raises EmbeddingFailed."""

    def coverage(self, text: str) -> float:
        """Which share of the telling words is known, 0 to 1."""
