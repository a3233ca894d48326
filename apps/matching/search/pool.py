"""Everything that the ways in found, each vacancy once, with all that speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from apps.matching.search.ordering import BY_NONE, Found, Way

# By number: an enum's own `|` takes longer than all else that is done for a row.
_NUMBERS = {way: way.value for way in (BY_NONE, *Way)}


class Pool:
    def __init__(self) -> None:
        # By the number of its id: an id itself is hashed in Python, each time anew.
        self._found: dict[int, Found] = {}

    def __len__(self) -> int:
        return len(self._found)

    @property
    def found(self) -> Collection[Found]:
        return self._found.values()

    def get(self, number: int) -> Found | None:
        return self._found.get(number)

    def put(self, entry: Found, way: Way) -> Found:
        """The same for a vacancy that has an entry already: the pool's own stays."""
        entry = self._found.setdefault(entry.pk.int, entry)
        entry.ways |= _NUMBERS[way]
        return entry

    def add(self, row: Sequence[Any], way: Way) -> Found:
        """The vacancy's own entry, now found by `way` too. `row` begins with `asking.COLUMNS`."""
        number = row[0].int
        entry = self._found.get(number)
        if entry is None:
            entry = self._found[number] = Found(*row[:6])
        entry.ways |= _NUMBERS[way]
        return entry
