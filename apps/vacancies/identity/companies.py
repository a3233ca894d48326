"""Whether two names are one employer's. Pure; works on `company_key`s."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

Relation = Literal["same", "alike", "other", "unknown"]

_SHORTEST = 4  # letters a name must have before it counts as the beginning of a longer one


def spelling(company_key: str) -> str:
    """The key without spaces: "meridian link" and "meridianlink" are one."""
    return company_key.replace(" ", "")


@lru_cache(maxsize=1 << 14)
def relation(left: str, right: str) -> Relation:
    """`same` spelling; `alike`: one name begins with the other ("aquatic" and "aquatic capital management"), which
    a brand and its branch do too, so it needs the text to bear it out."""
    if not left or not right:
        return "unknown"
    if spelling(left) == spelling(right):
        return "same"
    shorter, longer = sorted((left, right), key=len)
    begins = longer.startswith(shorter + " ") and len(shorter) >= _SHORTEST
    return "alike" if begins else "other"
