"""Who reacts to which event. Apps register in their `handlers.py`, imported when the app is ready."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as handlers and streams see it. `id` lets a receiver do its work once."""

    id: UUID
    type: str
    occurred_at: str
    workspace_id: UUID
    actor_id: UUID | None
    subject_id: UUID | None
    payload: dict[str, Any]


Handler = Callable[[Happened], None]
_by_type: dict[str, list[str]] = defaultdict(list)
_by_name: dict[str, Handler] = {}


def handles(event_type: str, *, name: str) -> Callable[[Handler], Handler]:
    """Register a handler under a lasting name (`accounts.send_verification`): deliveries are stored by it."""

    def register(handler: Handler) -> Handler:
        if name in _by_name:
            raise ValueError(f"two handlers called {name}")
        _by_type[event_type].append(name)
        _by_name[name] = handler
        return handler

    return register


def names_for(event_type: str) -> tuple[str, ...]:
    return tuple(_by_type.get(event_type, ()))


def handler_called(name: str) -> Handler | None:
    return _by_name.get(name)
