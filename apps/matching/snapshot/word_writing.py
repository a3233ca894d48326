"""Words of vacancies as the files of a segment. Pure."""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from apps.core.host_files import mapped, save
from apps.matching.snapshot.words import CHUNK, Chunk, key_of

_ARRAYS = ("keys", "starts", "rows", "counts", "spots", "spot_starts")


class ChunkWriter:
    """Takes rows one by one; a chunk is written when it is full, and what is left by `write`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.number = 0
        self._begin()

    def _begin(self) -> None:
        self._code_of: dict[bytes, int] = defaultdict(count().__next__)
        self._codes = array("I")
        self._counts = array("H")
        self._spots = bytearray()
        self._lengths = array("I")

    def add(self, words: bytes) -> None:
        """As PostgreSQL sends a tsvector: how many words (32 bits); of each its letters and a zero, how often it stands there
        (16 bits), and where: the lower 14 of 16 bits each."""
        number = int.from_bytes(words[:4])
        at, code_of, codes, counts = 4, self._code_of, self._codes, self._counts
        for _ in range(number):
            end = words.index(0, at)
            times = (words[end + 1] << 8) | words[end + 2]
            codes.append(code_of[words[at:end]])
            counts.append(times)
            at = end + 3 + 2 * times
            self._spots += words[end + 3 : at]
        self._lengths.append(number)
        if len(self._lengths) == CHUNK:
            self.write()

    def write(self) -> None:
        if not self._lengths:
            return
        codes, counts, lengths = (
            np.array(values, dtype=kind)
            for values, kind in ((self._codes, "u4"), (self._counts, "u2"), (self._lengths, "u4"))
        )
        keys = np.fromiter(map(key_of, self._code_of), dtype=np.uint64, count=len(self._code_of))
        by_key = np.argsort(keys)
        ranks = np.empty(len(keys), dtype=np.uint32)
        ranks[by_key] = np.arange(len(keys), dtype=np.uint32)
        ranked = ranks[codes]
        order = np.argsort(ranked, kind="stable")
        rows = np.repeat(np.arange(len(lengths), dtype=np.uint16), lengths)
        arrays: dict[str, NDArray[Any]] = {
            "keys": keys[by_key],
            "starts": _starts(np.bincount(ranked, minlength=len(keys))),
            "rows": rows[order],
            "counts": counts[order],
            "spots": _spots(bytes(self._spots), counts, order),
            "spot_starts": _starts(np.bincount(ranked, weights=counts, minlength=len(keys))),
        }
        for name, values in arrays.items():
            save(self._folder / f"words{self.number}.{name}.npy", values)
        self.number += 1
        self._begin()


def _starts(lengths: NDArray[Any]) -> NDArray[np.uint32]:
    starts = np.zeros(len(lengths) + 1, dtype=np.uint32)
    starts[1:] = np.cumsum(lengths)
    return starts


def _spots(sent: bytes, counts: NDArray[np.uint16], order: NDArray[np.intp]) -> NDArray[np.uint16]:
    """Those of each word together, in the order that the words have."""
    spots = np.frombuffer(sent, dtype=">u2").astype(np.uint16) & np.uint16(0x3FFF)
    ends = np.cumsum(counts, dtype=np.int64)
    lengths = counts[order].astype(np.int64)
    moved = (ends - counts)[order] - (np.cumsum(lengths) - lengths)
    return spots[np.repeat(moved, lengths) + np.arange(len(spots))]


def chunk(folder: Path, number: int) -> Chunk:
    """Raises FileNotFoundError."""
    return Chunk(**{name: mapped(folder / f"words{number}.{name}.npy") for name in _ARRAYS})
