"""Many vacancies as columns. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apps.core.cached.recent import Recent
from apps.matching.ids import Ids
from apps.matching.snapshot.names import Vocabulary
from apps.matching.snapshot.words import Chunk, Mask, mask_of_words, matching

Rows = NDArray[np.int64]
# Columns of one short text each, as codes into a vocabulary.
KINDS = ("remote", "seniority", "employment_type", "source")
CODED = (*KINDS, "salary_currency", "job_function")
LISTED = ("skills", "countries")
# Yearly pay in hundredths; not a number where nothing is said.
NUMBERS = ("salary_year_min", "salary_year_max")
MOMENTS = ("created_at", "listed_at")


# So many answers to "which rows pass this filter" are kept, a bit a row: 24 MB in each process for three million rows.
MASKS = 64


@dataclass(frozen=True)
class Segment:
    """n vacancies by row number, `ids` (S16[n]) ascending.

    `arrays`: uint16[n] for each of `CODED`, float64[n] for `NUMBERS`, int64[n] (microseconds) for `MOMENTS`, int8[n]
    `visa_sponsorship` (-1: not said), uint32[n] `company` and `place`; of `LISTED` uint16 `<name>` row by row, and
    int64[n + 1] `<name>_at`, where each row's begin. `vocabularies` are what each code of `CODED` and `LISTED` stands for, `companies`
    and `towns` what those of `company` and `place` do.
    """

    ids: Ids
    arrays: Mapping[str, NDArray[Any]]
    vocabularies: Mapping[str, Sequence[str]]
    companies: Vocabulary
    towns: Vocabulary
    chunks: list[Chunk]
    _masks: Recent[tuple[str, str], NDArray[np.uint8]] = field(default_factory=lambda: Recent(MASKS))

    def __len__(self) -> int:
        return len(self.ids)

    def rows_of(self, ids: Ids) -> Rows:
        """The rows of those ids that are here, in no order."""
        if not len(self) or not len(ids):
            return np.empty(0, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.ids, ids), len(self) - 1)
        found: Rows = places[self.ids[places] == ids]
        return found

    def has(self, ids: Ids) -> Mask:
        """bool[len(ids)]"""
        if not len(self):
            return np.zeros(len(ids), dtype=bool)
        places = np.minimum(np.searchsorted(self.ids, ids), len(self) - 1)
        found: Mask = self.ids[places] == ids
        return found

    def mask_of_rows(self, rows: Rows) -> Mask:
        mask = np.zeros(len(self), dtype=bool)
        mask[rows] = True
        return mask

    def newest(self, mask: Mask, most: int) -> Rows:
        """At most so many rows of `mask`, the newest first; of one moment those with the greater ids."""
        looked_at = 4 * most
        while True:
            near = self._by_date[:looked_at]
            found = near[mask[near]]
            if len(found) >= most or looked_at >= len(self):
                return found[:most]
            looked_at *= 8

    @cached_property
    def _by_date(self) -> Rows:
        return np.argsort(self.arrays["listed_at"], kind="stable")[::-1]

    def kept(self, key: tuple[str, str], make: Callable[[], Mask]) -> Mask:
        """What was made for this key; rows never change."""
        bits = self._masks.get(key)
        if bits is None:
            mask = make()
            self._masks.put(key, np.packbits(mask))
            return mask
        return np.unpackbits(bits, count=len(self)).view(np.bool_)

    def holding(self, tsquery: str) -> Mask:
        """Raises NotCounted."""
        return matching(tsquery, lambda words: mask_of_words(words, self.chunks, len(self)), len(self))

    def code_of(self, column: str, value: str) -> int:
        """-1 for what no row says."""
        return self._codes[column].get(value, -1)

    def values_of(self, column: str, rows: Rows) -> NDArray[np.uint16]:
        """All that these rows say in a column of `LISTED`, one after the other."""
        starts = self.arrays[f"{column}_at"][rows]
        lengths = self.arrays[f"{column}_at"][rows + 1] - starts
        ends = np.cumsum(lengths)
        if not len(ends):
            return np.empty(0, dtype=np.uint16)
        places = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
        said: NDArray[np.uint16] = self.arrays[column][places]
        return said

    def saying(self, column: str, code: int) -> Mask:
        """Rows whose list holds a code."""
        if code < 0:
            return np.zeros(len(self), dtype=bool)
        places = np.flatnonzero(self.arrays[column] == code)
        return self.mask_of_rows(np.searchsorted(self.arrays[f"{column}_at"], places, side="right") - 1)

    @cached_property
    def _codes(self) -> dict[str, dict[str, int]]:
        return {
            name: {value: code for code, value in enumerate(self.vocabularies[name])}
            for name in (*CODED, *LISTED)
        }
