"""Tables of a DOCX in reading order: columns of a layout one after the other, labels as notes, grids as cells."""

from __future__ import annotations

from collections.abc import Callable

from apps.resumes.parsing import dates, headings
from apps.resumes.parsing.docx_xml import Element, W
from apps.resumes.parsing.model import Cell, Line

Block = Callable[[Element], list[Line]]


def table_lines(table: Element, block: Block) -> list[Line]:
    """The table's lines. `block` reads the lines below an element."""
    rows = [_cells(row, block) for row in table.iter(f"{W}tr") if _owner(row) is table]
    if any(_is_layout(row) for row in rows):
        return _columns(rows)
    lines: list[Line] = []
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) == 1:
            lines += filled[0]
        elif filled:
            lines += _labelled(filled) if _has_label(filled) else _side_by_side(filled)
    return lines


def _owner(row: Element) -> Element | None:
    parent = row.getparent()
    while parent is not None and parent.tag != f"{W}tbl":
        parent = parent.getparent()
    return parent


def _cells(row: Element, block: Block) -> list[list[Line]]:
    out: list[list[Line]] = []
    for cell in row.iter(f"{W}tc"):
        if _row_of(cell) is not row:
            continue
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        continued = merge is not None and merge.get(f"{W}val") in (None, "continue")
        out.append([] if continued else block(cell))
    return out


def _row_of(cell: Element) -> Element | None:
    parent = cell.getparent()
    while parent is not None and parent.tag != f"{W}tr":
        parent = parent.getparent()
    return parent


def _is_layout(row: list[list[Line]]) -> bool:
    """Whether two cells of a row hold section titles with text below them: a page in columns."""
    titled = sum(any(_is_title(line) for line in cell) and len(cell) >= 2 for cell in row)
    return titled >= 2 or (titled == 1 and sum(len(cell) >= 4 for cell in row) >= 2)


def _is_title(line: Line) -> bool:
    found = headings.match(line.text)
    return bool(found and found.strong and not line.bullet)


def _columns(rows: list[list[list[Line]]]) -> list[Line]:
    width = max(len(row) for row in rows)
    columns: list[list[Line]] = [[] for _ in range(width)]
    for row in rows:
        for index, cell in enumerate(row):
            columns[index if len(row) > 1 else 0] += cell
    weights = [sum(len(line.text) for line in column) for column in columns]
    main = weights.index(max(weights))
    order = [main, *(index for index in range(width) if index != main)]
    for index in order[1:]:
        for line in columns[index]:
            line.chain = 1
    return [line for index in order for line in columns[index]]


def _has_label(row: list[list[Line]]) -> bool:
    first, second = row[0], row[1]
    text = " ".join(line.text for line in first)
    if len(first) > 3 or len(text) > 45:
        return False
    wide = len(second) > len(first) or len(" ".join(line.text for line in second)) > 1.5 * len(text)
    return (
        bool(dates.find(text))
        or text.endswith(":")
        or headings.match(text) is not None
        or (len(row) == 2 and wide)
    )


def _labelled(row: list[list[Line]]) -> list[Line]:
    notes: list[Cell] = [cell for line in row[0] for cell in line.cells]
    lines = _side_by_side(row[1:])
    lines[0].notes = notes + lines[0].notes
    return lines


def _side_by_side(row: list[list[Line]]) -> list[Line]:
    """Cells of one row beside each other, line by line."""
    lines = row[0]
    for cell in row[1:]:
        for index, line in enumerate(cell):
            if index < len(lines) and not line.bullet:
                lines[index].cells.extend(line.cells)
            else:
                lines.append(line)
    return lines
