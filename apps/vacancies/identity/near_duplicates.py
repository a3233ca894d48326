"""Near-duplicates among many texts, whatever their titles, employers and places. Pure.

MinHash bands find candidates, 1 - (1 - J^6)^32 of them, which is .9999 at J = .8. Their sketches settle what lies five
standard errors from the threshold; between, the exact Jaccard share decides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rensa import RMinHash, RMinHashLSH

_SEED = 20_261
_BANDS, _ROWS = 32, 6
_MARGIN = 0.15  # five standard errors of an estimate at .8: beyond, it is as good as the exact share


class NearDuplicates:
    """An index that grows. `runs_of` gives back the runs of a text by the number it was added under; it is asked for
    candidates only, so that the texts may stay where they are.

    `threshold` is the exact share of different runs two texts must have in common, 0.5 to 1; below, bands as long as
    these miss too many."""

    def __init__(self, runs_of: Callable[[int], Sequence[str]], threshold: float = 0.8) -> None:
        if not 0.5 <= threshold <= 1:
            raise ValueError(f"threshold {threshold} is not between 0.5 and 1")
        self._runs_of, self._threshold = runs_of, threshold
        self._index = RMinHashLSH(threshold, _BANDS * _ROWS, _BANDS)
        self._sketches: dict[int, RMinHash] = {}

    def add(self, number: int, runs: Sequence[str]) -> list[tuple[int, float]]:
        """The near-duplicates among the texts added before, as (number, share), nearest first; then adds this one. The share
        is exact within .15 of the threshold, an estimate above."""
        sketch = RMinHash(num_perm=_BANDS * _ROWS, seed=_SEED)
        sketch.update(runs)
        near = [(other, sketch.jaccard(self._sketches[other])) for other in self._index.query(sketch)]
        self._index.insert(number, sketch)
        self._sketches[number] = sketch
        sure = [each for each in near if each[1] >= self._threshold + _MARGIN]
        unsure = [other for other, share in near if abs(share - self._threshold) < _MARGIN]
        found = sure + self._verified(runs, unsure) if unsure else sure
        return sorted(found, key=lambda each: (-each[1], each[0]))

    def _verified(self, runs: Sequence[str], candidates: Sequence[int]) -> list[tuple[int, float]]:
        own = set(runs)
        found = []
        for number in candidates:
            other = set(self._runs_of(number))
            in_common = len(own & other)
            share = in_common / (len(own) + len(other) - in_common)
            if share >= self._threshold:
                found.append((number, share))
        return found
