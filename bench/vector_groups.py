"""Rows whose vectors are the same, told once: what an index that cannot do so itself is given, and read through."""

from __future__ import annotations

import numpy as np

from apps.matching.semantic.cells import Floats, Mask, Numbers, Places


class Groups:
    """The different ones among float32[n, d] (`vectors`), and the rows of each."""

    def __init__(self, vectors: Floats) -> None:
        halves = vectors.astype(np.float16)
        whole = halves.view(np.dtype((np.void, halves.shape[1] * 2))).ravel()
        _, samples, self._of = np.unique(whole, return_index=True, return_inverse=True)
        self.vectors = vectors[samples]
        self._rows = np.argsort(self._of, kind="stable").astype(np.int32)
        self._firsts = np.searchsorted(self._of[self._rows], np.arange(len(samples) + 1))

    def opened(self, allowed: Mask | None) -> Mask | None:
        """Those of which bool[n] lets a row through."""
        if allowed is None:
            return None
        found = np.zeros(len(self.vectors), dtype=bool)
        found[self._of[np.flatnonzero(allowed)]] = True
        return found

    def rows(self, groups: Places, k: int, allowed: Mask | None) -> Numbers:
        """The first `k` rows of these that are let through."""
        found, count = [np.empty(0, dtype=np.int32)], 0
        for group in groups.tolist():
            if count >= k:
                break
            rows = self._rows[self._firsts[group] : self._firsts[group + 1]]
            found.append((rows if allowed is None else rows[allowed[rows]])[: k - count])
            count += len(found[-1])
        return np.concatenate(found)
