"""Ids of vacancies as arrays, 16 bytes each: as they stand in a host's files. Pure."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

ID = np.dtype("S16")
Ids = NDArray[np.bytes_]


def as_ids(pks: Collection[UUID] | bytes) -> Ids:
    """`pks` may be ids, or 16 bytes each."""
    said = pks if isinstance(pks, bytes) else b"".join([pk.bytes for pk in pks])
    return np.frombuffer(said, dtype=ID)


def uuids(ids: Ids) -> list[UUID]:
    # An element by itself would lose zero bytes at its end.
    held = np.ascontiguousarray(ids).tobytes()
    return [UUID(bytes=held[start : start + 16]) for start in range(0, len(held), 16)]
