"""Everything that the ways in found, each vacancy once, with all that speaks for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from apps.matching.search.ordering import Found, Way

# By number: an enum's own `|` takes longer than all else that is done for a row.
_NUMBERS = {way: way.value for way in Way}


class Pool:
    def __init__(self) -> None:
        # By the number of its id: an id itself is hashed in Python, each time anew.
        self._found: dict[int, Found] = {}

    def __len__(self) -> int:
        return len(self._found)

    @property
    def found(self) -> Collection[Found]:
        return self._found.values()

    def put(self, entry: Found) -> None:
        self._found[entry.pk.int] = entry

    def add(self, row: Sequence[Any], way: Way) -> Found:
        """The vacancy's own entry, now found by `way` too. `row` begins with `asking.COLUMNS`."""
        number = row[0].int
        entry = self._found.get(number)
        if entry is None:
            entry = self._found[number] = Found(*row[:6])
        entry.ways |= _NUMBERS[way]
        return entry
