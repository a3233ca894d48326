"""What kept answers depend on: each namespace has a generation, a token nobody can guess, which stands in their keys.

A token is drawn, not counted: a Valkey that lost its memory starts with tokens that no kept answer was made under.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from uuid import UUID

from apps.core.cached.valkey import valkey

CATALOGUE = "catalogue"
# Longer than any answer is kept; a namespace that nobody asks about leaves nothing behind.
_SECONDS = 24 * 3600


def of_workspace(workspace_id: UUID) -> str:
    """The namespace of what a workspace has of its own: vacancies and marks."""
    return f"workspace:{workspace_id}"


def current(namespaces: Sequence[str]) -> list[str]:
    """The tokens as they are now, in this order. To be asked before what is kept under them is read from the database.
    Raises Away."""
    keys = [_key(namespace) for namespace in namespaces]
    tokens = valkey().texts(keys)
    missing = [key for key, token in zip(keys, tokens, strict=True) if token is None]
    if missing:
        for key in missing:
            valkey().put_text(key, _token(), seconds=_SECONDS, only_new=True)
        tokens = valkey().texts(keys)
    # One that was evicted between the two questions: an answer under a token of its own is met by nobody.
    return [token or _token() for token in tokens]


def outdate(*namespaces: str) -> None:
    """From now on nobody is shown what was computed under these. Raises Away: whoever owes it tries again.

    For handlers of events: the transaction that changed something is visible by then.
    """
    for namespace in namespaces:
        valkey().put_text(_key(namespace), _token(), seconds=_SECONDS)


def _key(namespace: str) -> str:
    return f"cached:generation:{namespace}"


def _token() -> str:
    return secrets.token_hex(8)
