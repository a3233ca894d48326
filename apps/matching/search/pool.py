"""Everything that the ways in found, each vacancy once, with all that speaks for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from apps.matching.search.ordering import Found, Way


class Hit(Protocol):
    """What every way gives of a vacancy."""

    @property
    def pk(self) -> UUID: ...
    @property
    def listed_at(self) -> datetime: ...
    @property
    def updated_at(self) -> datetime: ...
    @property
    def named(self) -> str: ...


class Pool:
    def __init__(self) -> None:
        self.found: dict[UUID, Found] = {}

    def add(self, hit: Hit, way: Way) -> Found:
        """The vacancy's own entry, now found by `way` too."""
        entry = self.found.get(hit.pk)
        if entry is None:
            entry = self.found[hit.pk] = Found(hit.pk, hit.listed_at, hit.updated_at, hit.named)
        entry.ways |= way
        return entry

    def add_all(self, hits: Iterable[Hit], way: Way) -> None:
        for hit in hits:
            self.add(hit, way)
