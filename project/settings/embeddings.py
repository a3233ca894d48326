"""Where texts become vectors: a service with OpenAI's interface; where none is named, an embedder learnt here."""

from __future__ import annotations

from project import env

from .storage import VAR_DIR

EMBEDDINGS_BASE_URL = env.text("EMBEDDINGS_BASE_URL", "")
EMBEDDINGS_API_KEY = env.text("EMBEDDINGS_API_KEY", "")
EMBEDDINGS_MODEL = env.text("EMBEDDINGS_MODEL", "text-embedding-3-small")

# The index of this host, and how often (in seconds) a process looks whether it lacks anything.
SEMANTIC_ROOT = VAR_DIR / "semantic"
SEMANTIC_FOLLOW_SECONDS = 60

# What a search counts, as columns and words of the catalogue: of this host, too.
SNAPSHOT_ROOT = VAR_DIR / "snapshot"
