"""What texts mean, as vectors: learnt from the stored postings, or by a service. Nothing heavy loads before first use.

space = semantic.current()                      # None until a first fit is done: then search goes by words
hits = space.nearest(space.embed_query("night nurse"), 200)
space.is_about_work("night nurse", [hit.title for hit in hits])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apps.matching.semantic.cells import Floats as Vector
    from apps.matching.semantic.index import Hit
    from apps.matching.semantic.space import Space

__all__ = ["Hit", "Space", "Vector", "current", "of_version"]


def current() -> Space | None:
    """The version in use on this host, with all that was indexed; asks no database. None where there is none yet."""
    from apps.matching.semantic import opening

    return opening.current()


def of_version(version: str) -> Space | None:
    """The version a cursor names, while it is kept (a day after its successor); None afterwards."""
    from apps.matching.semantic import opening

    return opening.of_version(version)
