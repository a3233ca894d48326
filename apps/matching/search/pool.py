"""Everything that the ways in found, each vacancy once, with all that speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from apps.matching.search.ordering import Found, Way

# By number: an enum's own `|` takes longer than all else that is done for a row.
_NUMBERS = {way: way.value for way in Way}


class Pool:
    def __init__(self) -> None:
        self.found: dict[UUID, Found] = {}

    def add(self, row: Sequence[Any], way: Way) -> Found:
        """The vacancy's own entry, now found by `way` too. `row` begins with `asking.COLUMNS`."""
        entry = self.found.get(row[0])
        if entry is None:
            entry = self.found[row[0]] = Found(*row[:6])
        entry.ways |= _NUMBERS[way]
        return entry
