"""Which embedder this installation uses: the service that is configured, else one learnt here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from apps.matching.semantic.embedding import Embedder
from apps.matching.semantic.learnt import LearntEmbedder
from apps.matching.semantic.remote import OpenAICompatibleEmbedder

LEARNT, REMOTE = "learnt", "openai"


def configured_kind() -> str:
    return REMOTE if settings.EMBEDDINGS_BASE_URL else LEARNT


def remote(version: str, dimensions: int = 0) -> OpenAICompatibleEmbedder:
    """The configured service. `dimensions` 0: whatever it answers with."""
    return OpenAICompatibleEmbedder(
        base_url=settings.EMBEDDINGS_BASE_URL,
        api_key=settings.EMBEDDINGS_API_KEY,
        model=settings.EMBEDDINGS_MODEL,
        version=version,
        expected=dimensions,
    )


def opened(kind: str, version: str, model: bytes, facts: Mapping[str, Any]) -> Embedder:
    """The embedder of a stored fit."""
    if kind == REMOTE:
        return remote(version, facts["dimensions"])
    return LearntEmbedder.from_bytes(version, model)
