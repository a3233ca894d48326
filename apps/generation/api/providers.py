"""The writers as a list that can be paged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from apps.generation.writers import Writer


class ProviderListing:
    """In the order in which they are asked."""

    def __init__(self, writers: Sequence[Writer]) -> None:
        self.writers = writers

    def count_up_to(self, limit: int) -> int:
        return min(limit, len(self.writers))

    def estimate(self) -> int:
        return len(self.writers)

    def page(self, offset: int, limit: int) -> Sequence[Writer]:
        return self.writers[offset : offset + limit]

    def after(self, position: tuple[Any, str] | None, limit: int) -> Sequence[Writer]:
        names = [writer.name for writer in self.writers]
        start = 0 if position is None else names.index(position[1]) + 1
        return self.page(start, limit)

    def position_of(self, row: Writer) -> tuple[Any, str]:
        return None, row.name
