"""What the score asks of titles. `apps.matching.occupations` answers; a test may put another graph in its place."""

from __future__ import annotations

from typing import Protocol

from apps.matching.occupations import Title, graph

__all__ = ["Title", "TitleGraph", "default_graph"]


class TitleGraph(Protocol):
    """Anything that reads titles and says how near two of them are, 0..1000, the same for the same input always."""

    def read(self, text: str) -> Title: ...

    def likeness(self, wanted: Title, held: Title) -> int: ...


default_graph = graph
"""The graph in use. Read once, at first need."""
