"""The rows of ../shared/PERFORMANCE.md: how a part of the bench says one, and the table made of those it said. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_BEGIN, _END = "<!-- written by `make bench` -->", "<!-- end -->"
_SAYS = "row "
_BETWEEN = " | "


class Row(NamedTuple):
    """`number` as PERFORMANCE.md counts, `what` was measured and against what, `got` with its spread, the `goal`."""

    number: str
    what: str
    got: str
    goal: str

    def said(self) -> str:
        return _SAYS + _BETWEEN.join(self)


def spread(ratios: Sequence[float], digits: int = 2) -> str:
    """The middle of the rounds and how far they lie apart; of one round it alone."""
    middle = f"{statistics.median(ratios):.{digits}f}"
    return (
        middle
        if len(ratios) == 1
        else f"{middle} ({min(ratios):.{digits}f} to {max(ratios):.{digits}f}, {len(ratios)} rounds)"
    )


def rows_of(lines: Iterable[str]) -> list[Row]:
    """What is a row among the lines that the parts printed."""
    parts = (line.rstrip().removeprefix(_SAYS).split(_BETWEEN) for line in lines if line.startswith(_SAYS))
    return [Row(*each) for each in parts if len(each) == len(Row._fields)]


def table_of(rows: Sequence[Row], above: Sequence[str]) -> str:
    """Markdown, in the order of numbers. `above` are lines on how it was measured."""
    ordered = sorted(rows, key=lambda row: int("".join(filter(str.isdigit, row.number)) or 0))
    lines = ["| row | what | got | goal |", "| --- | --- | --- | --- |"]
    return "\n".join([*above, "", *lines, *(f"| {_BETWEEN.join(row)} |" for row in ordered)])


def put_into(page: str, table: str) -> str:
    """The page with this table instead of the one before. Raises ValueError where the page has no place for it."""
    before, begin, rest = page.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not (begin and end):
        raise ValueError(f"no place for the table: {_BEGIN} and {_END} are missing")
    return f"{before}{begin}\n\n{table}\n\n{end}{after}"
