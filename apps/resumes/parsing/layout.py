"""Rows of pages into lines in reading order: columns are taken apart, margin notes kept with what they stand beside.

A gutter parts two columns only when both sides hold a section title: a column of dates or places beside the
entries is no column of its own, but says something about the rows it stands on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from apps.resumes.parsing import headings
from apps.resumes.parsing.model import Cell, Line
from apps.resumes.parsing.rows import Row

_EPS = 1.5
_LABELLED = re.compile(r"^[^\W\d_][^:.]{1,30}:\s")


class Columns(NamedTuple):
    """A page's rows: the chain of the text proper, and the chain of the column beside it."""

    main: list[Row]
    side: list[Row]


class Split(NamedTuple):
    """Where a page falls into two columns: the x between them, and the rows from `first` to before `last`."""

    gutter: float
    first: int
    last: int


def lines_of(pages: list[list[Row]]) -> list[Line]:
    """Lines in reading order: the main column of all pages, then the side column of all pages."""
    main: list[Line] = []
    side: list[Line] = []
    edge: float | None = None
    known: Split | None = None
    left_leads: bool | None = None
    reach = 0.0  # how far lines went so far: a last page of a few short ones is as wide as those before it
    for number, rows in enumerate(pages, 1):
        split = _best_split(rows) or _kept_split(rows, known)
        if not (split and known and abs(split.gutter - known.gutter) < 15):
            left_leads = None
        if split and left_leads is None:
            left_leads = _left_leads(rows, split)
        known = split
        columns = _columns(rows, split, left_leads=bool(left_leads))
        edge = _note_edge(columns.main) or _kept_edge(columns.main, edge)
        reach = 0.0 if split else max([reach, *(cell.right for row in rows for cell in row.cells)])
        main += _region(columns.main, number, edge, reach)
        side += _region(columns.side, number, _note_edge(columns.side))
    for line in side:
        line.chain = 1
    return main + side


def _kept_split(rows: list[Row], known: Split | None) -> Split | None:
    """The columns of the page before go on where no row crosses the gutter and both have text of some lines."""
    if known is None:
        return None
    runs = _clear_runs(rows, known.gutter)
    first, last = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    if last - first < 0.8 * len(rows) or not _both_full(rows[first:last], known.gutter):
        return None
    return Split(known.gutter, first, last)


def _left_leads(rows: list[Row], split: Split) -> bool:
    """Whether the text proper stands on the left: there is more of it there; pages that follow keep the sides."""
    inside = rows[split.first : split.last]
    left = _side(inside, lambda cell: cell.left < split.gutter)
    return _weight(left) > _weight(_side(inside, lambda cell: cell.left >= split.gutter))


def _columns(rows: list[Row], split: Split | None, *, left_leads: bool) -> Columns:
    if split is None:
        return Columns(rows, [])
    gutter, first, last = split
    above, inside, below = rows[:first], rows[first:last], rows[last:]
    left = _side(inside, lambda cell: cell.left < gutter)
    right = _side(inside, lambda cell: cell.left >= gutter)
    if left_leads:
        return Columns(above + left + below, right)
    return Columns(above + right + below, left)


def _weight(rows: list[Row]) -> int:
    return sum(len(cell.text) for row in rows for cell in row.cells)


def _side(rows: list[Row], belongs: Callable[[Cell], bool]) -> list[Row]:
    halves = ([cell for cell in row.cells if belongs(cell)] for row in rows)
    return [Row(cells, row.base, row.size) for row, cells in zip(rows, halves, strict=True) if cells]


def _best_split(rows: list[Row]) -> Split | None:
    titles = _titles(rows)
    if len(titles) < 2:
        return None
    edges = sorted({round(cell.left) for row in rows for cell in row.cells})
    best: tuple[tuple[int, int], Split] | None = None
    for edge in edges[1:]:
        gutter = edge - _EPS
        for first, last in _clear_runs(rows, gutter):
            inside = [cell for index, cell in titles if first <= index < last]
            left = sum(cell.left < gutter for cell in inside)
            right = len(inside) - left
            if not _alike(inside, gutter) or not _both_full(rows[first:last], gutter):
                continue
            score = (min(left, right), last - first)
            if best is None or score > best[0]:
                best = (score, Split(gutter, first, last))
    return best[1] if best else None


def _titles(rows: list[Row]) -> list[tuple[int, Cell]]:
    """Cells that are section titles by their words, or nearly so and set like those that are."""
    strong: list[tuple[int, Cell]] = []
    weak: list[tuple[int, Cell]] = []
    for index, row in enumerate(rows):
        for cell in row.cells:
            if not cell.bullet and (found := headings.match(cell.text)):
                (strong if found.strong else weak).append((index, cell))
    looks = {cell.style for _, cell in strong}
    return strong + [(index, cell) for index, cell in weak if cell.style in looks]


def _alike(titles: list[Cell], gutter: float) -> bool:
    """Whether both sides of the gutter hold a title, set in about the same type."""
    left = [cell.style for cell in titles if cell.left < gutter]
    right = [cell.style for cell in titles if cell.left >= gutter]
    if not left or not right:
        return False
    room = 3.0 if min(len(left), len(right)) >= 2 else 0.6
    return any(a.bold == b.bold and abs(a.size - b.size) <= room for a in left for b in right)


def _is_title(cell: Cell) -> bool:
    found = headings.match(cell.text)
    return found is not None and (found.strong or cell.style.bold or cell.text.isupper())


def _clear_runs(rows: list[Row], gutter: float) -> list[tuple[int, int]]:
    """Stretches of rows that no cell crosses at this x."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for index, row in enumerate(rows):
        crossed = any(cell.left < gutter and cell.right > gutter + _EPS for cell in row.cells)
        if crossed and start is not None:
            runs.append((start, index))
            start = None
        elif not crossed and start is None:
            start = index
    if start is not None:
        runs.append((start, len(rows)))
    return [run for run in runs if run[1] - run[0] >= 3]


def _both_full(rows: list[Row], gutter: float) -> bool:
    left = sum(any(cell.left < gutter for cell in row.cells) for row in rows)
    right = sum(any(cell.left >= gutter for cell in row.cells) for row in rows)
    return min(left, right) >= 3


def _kept_edge(rows: list[Row], edge: float | None) -> float | None:
    """A margin column of the page before goes on where a row of this page has text at the same edge."""
    if edge is not None and any(len(row.cells) > 1 and abs(row.cells[1].left - edge) <= 2 for row in rows):
        return edge
    return None


def _region(rows: list[Row], page: int, edge: float | None, reach: float = 0.0) -> list[Line]:
    if not rows:
        return []
    right = max([reach, *(cell.right for row in rows for cell in row.cells)])
    lines: list[Line] = []
    before: Row | None = None
    for row in rows:
        line = _line(row, edge, page, lines)
        if line is not None:
            line.gap = (row.base - before.base) / max(row.size, 1.0) if before else 3.0
            line.limit = line.cells[1].left - 3 if len(line.cells) > 1 else right
            lines.append(line)
        before = row
    return _paragraphs(lines, min(line.main.left for line in lines))


def _line(row: Row, edge: float | None, page: int, lines: list[Line]) -> Line | None:
    cells = row.cells
    if edge is None or cells[0].left >= edge - 2 or cells[0].right > edge + 2:
        return Line(list(cells), page=page)
    notes = [cell for cell in cells if cell.right <= edge + 2]
    if rest := cells[len(notes) :]:
        return Line(rest, notes, page=page)
    if lines and lines[-1].notes and not _is_title(cells[0]):
        lines[-1].notes.extend(notes)
        return None
    return Line(list(cells), page=page)


def _note_edge(rows: list[Row]) -> float | None:
    """Where the text proper begins when a narrow column of dates or labels stands to its left."""
    seconds: Counter[int] = Counter()
    for row in rows:
        if len(row.cells) > 1:
            seconds[round(row.cells[1].left)] += 1
    best: tuple[int, float] | None = None
    for edge in seconds:
        together = sum(count for other, count in seconds.items() if abs(other - edge) <= 2)
        if together < 2 or not _notes_beside(rows, edge):
            continue
        if best is None or together > best[0]:
            best = (together, float(edge))
    return best[1] if best else None


def _notes_beside(rows: list[Row], edge: float) -> bool:
    left = right = crossing = starts = 0
    for row in rows:
        first = row.cells[0]
        if first.right <= edge + 2 and first.left < edge - 2:
            left += len(first.text)
            right += sum(len(cell.text) for cell in row.cells if cell.left >= edge - 2)
        elif abs(first.left - edge) <= 25 and first.left >= edge - 2:
            right += len(first.text)
            starts += 1
        elif first.left < edge - 2 and not _is_title(first):
            crossing += 1
    return starts >= 1 and right > 1.6 * left and crossing <= starts + 2


def _paragraphs(lines: list[Line], left: float) -> list[Line]:
    """Join lines that the writer did not break: the next word had no room, or a list item hangs."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last and len(last.cells) > 2 and len(line.cells) == 1 and abs(last.main.left - line.main.left) < 2:
            line.limit = last.limit  # a lone cell in a grid has no more room than the cells above it
        if last and not _is_grid_row(last, line) and _continues(last, line, left):
            _append(last, line)
        else:
            out.append(line)
    return out


def _is_grid_row(before: Line, line: Line) -> bool:
    """Whether a row repeats the columns of the row above from the left, so that it is a row of its own."""
    if len(line.cells) < 2 or len(line.cells) > len(before.cells):
        return False
    return all(abs(cell.left - above.left) < 3 for cell, above in zip(line.cells, before.cells, strict=False))


def _append(last: Line, line: Line) -> None:
    last.limit = line.limit if len(line.cells) == 1 else last.limit
    last.main.extend(line.main)
    last.main.right = line.main.right
    for cell in line.cells[1:]:
        above = next((known for known in last.cells[1:] if abs(known.left - cell.left) < 3), None)
        if above:
            above.extend(cell)
        else:
            last.cells.append(cell)
    last.notes.extend(line.notes)


def _continues(before: Line, line: Line, left: float) -> bool:
    if line.bullet or line.gap > 2.4 or before.page != line.page:
        return False
    if line.notes and headings.match(line.notes[0].text):
        return False
    a, b = before.main, line.main
    last, first = a.runs[-1].style, b.runs[0].style
    if abs(last.size - first.size) > 0.6:
        return False
    no_room = a.right + 0.2 * first.size + b.first_word > before.limit + 0.5
    if before.bullet:
        hangs = -3 <= b.left - a.left <= 5
        return hangs and (no_room or (a.left > left + 3 and line.gap < 2.0))
    same = (last.bold, last.italic, last.color) == (first.bold, first.italic, first.color)
    if not same or abs(a.left - b.left) > 2:
        return False
    return no_room and _reads_on(a.text, b.text)


def _reads_on(first: str, second: str) -> bool:
    """Whether two lines can be one sentence or title; short lines of a narrow column rarely are."""
    if re.search(r"(?:[&,(/\u00ad]|\s(?:and|und|et|y|e|en|i|of|de|für|for))$", first) or first.count(
        "("
    ) > first.count(")"):
        return True
    if "@" in first or "@" in second or (_LABELLED.match(first) and _LABELLED.match(second)):
        return False
    title = headings.match(second)
    if title and title.strong and "," not in second:
        return False
    return second[:1].islower() or len(first.split()) > 3
