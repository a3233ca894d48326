"""The kinds of background work. Apps register theirs in `jobs.py`, imported when the app is ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from apps.jobs.running import Running

Work = Callable[["Running"], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """`work` must be safe to run again from the start after a crash, and end by `running.finish()`."""

    name: str
    queue: str
    work: Work
    is_global: bool = False
    most_attempts: int = 3


_kinds: dict[str, Kind] = {}


def background(
    name: str, *, queue: str = "default", is_global: bool = False, most_attempts: int = 3
) -> Callable[[Work], Work]:
    """Register work under a lasting name (`resumes.parse`): rows are stored by it."""

    def register(work: Work) -> Work:
        if name in _kinds:
            raise ValueError(f"two kinds of work called {name}")
        _kinds[name] = Kind(name, queue, work, is_global, most_attempts)
        return work

    return register


def kind_called(name: str) -> Kind:
    """Raises KeyError for a kind that no app registered."""
    return _kinds[name]


def kind_names() -> list[str]:
    return sorted(_kinds)
