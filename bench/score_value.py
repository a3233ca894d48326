"""How well a field with one value of a few is read. Pure: a label and a value in, a tally out.

"" ("not said") is a value like the others, so the F1 of the sum is the share of postings that are right. "~" stands
between labels that are equally right.
"""

from __future__ import annotations

from bench.score_place import Tally


def tally_value(label: str, found: str | None) -> Tally:
    """`found` None is ""."""
    return Tally(int((found or "") in label.split("~")), 1, 1)
