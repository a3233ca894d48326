"""Everything that the ways in found, each vacancy once, with all that speaks for it."""

from __future__ import annotations

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
    @property
    def places(self) -> str: ...
    @property
    def remote(self) -> str: ...


class Pool:
    def __init__(self) -> None:
        self.found: dict[UUID, Found] = {}

    def add(self, hit: Hit, way: Way) -> Found:
        """The vacancy's own entry, now found by `way` too."""
        pk = hit.pk
        entry = self.found.get(pk)
        if entry is None:
            entry = self.found[pk] = Found(
                pk, hit.listed_at, hit.updated_at, hit.named, hit.places, hit.remote
            )
        entry.ways |= way
        return entry
