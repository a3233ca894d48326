"""The lines of a section into entries: a head that says who, what, where and when, and a body.

Where the page sets heads apart by type, the look of the first head line starts each entry; where it does not,
the place of the date within the first head tells where the others begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from apps.resumes.parsing import dates
from apps.resumes.parsing.model import Box, Cell, Line, Style
from apps.resumes.parsing.sections import is_paragraph

_EDGES = " \t|·•,;:–—-/⋄◦"


class Slot(NamedTuple):
    """Where in an entry a piece stands; the same slot plays the same role in all entries of a section."""

    where: str
    bold: bool
    italic: bool
    size: float
    color: int
    nth: int


@dataclass(slots=True)
class Piece:
    """A part of an entry's head in one style, its date taken out; `line` counts the cells of the entry."""

    text: str
    slot: Slot
    box: Box | None
    line: int = -1


@dataclass(slots=True)
class Entry:
    """One job, school or project as it stands on the page. `inherits` when the employer is named once above."""

    pieces: list[Piece] = field(default_factory=list)
    span: dates.Span | None = None
    span_box: Box | None = None
    bullets: list[Cell] = field(default_factory=list)
    prose: list[Cell] = field(default_factory=list)
    inherits: bool = False


def split(lines: list[Line], *, styled: bool, complete: Callable[[list[str]], bool]) -> list[Entry]:
    """Entries in page order. `complete` says whether some texts make a whole head; it is asked where type tells nothing."""
    groups = _group(lines, styled)
    if not styled:
        for group in groups:
            _mark_body(group, complete)
    start = _look(groups[0][0]) if groups and groups[0] else None
    looks = [{_look(line) for line in group if not line.bullet} for group in groups]
    first_has = [start in look for look in looks]
    entries = [_entry(group) for group in groups]
    for index, entry in enumerate(entries):
        entry.inherits = styled and index > 0 and not first_has[index] and len(looks[0]) > 1
    return entries


def _mark_body(lines: list[Line], complete: Callable[[list[str]], bool]) -> None:
    """In a text without type, everything behind a whole head is a list item."""
    texts: list[str] = []
    dated = False
    for index, line in enumerate(lines):
        if line.bullet:
            return
        if index and dated and (complete(texts) or len(texts) >= 2):
            for item in lines[index:]:
                item.main.bullet = True
            return
        dated = dated or _has_date(line)
        span = dates.find(line.text)
        text = dates.without(line.text, span) if span else line.text
        texts += [text] if text else []


def _group(lines: list[Line], styled: bool) -> list[list[Line]]:
    starts = _starts(lines, styled)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index in starts or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _starts(lines: list[Line], styled: bool) -> set[int]:
    if dated := _dated_notes(lines):
        return dated | _undated_rows(lines, min(dated))
    look = next((_look(line) for line in lines if not line.bullet), None)
    if styled and look is not None and _is_distinct(lines, look):
        return _starts_by_look(lines, look)
    return _starts_by_date(lines)


def _dated_notes(lines: list[Line]) -> set[int]:
    """Rows of a table whose first column holds dates; a date cut in two starts one entry, not two."""
    starts: set[int] = set()
    open_note = False
    for index, line in enumerate(lines):
        text = notes_text(line)
        if not text:
            continue
        if dates.find(text) and not open_note:
            starts.add(index)
        span = dates.find(text)
        open_note = bool(re.search(r"(?:[-–—\u00ad]|\b(?:to|bis|a|à|al|till|until|do))\s*$", text)) or (
            bool(span and span.single and re.search(r"(?:\bto\b|\bbis\b|[–—-])\s*[^\d\s]*\s*$", text))
            and not dates.is_present(text)
        )
    return starts


def _undated_rows(lines: list[Line], first: int) -> set[int]:
    """Rows of such a table without a date: they look like the first, and follow what does not."""
    look = _look(lines[first])
    if not _is_distinct(lines, look):
        return set()
    alike = [not line.bullet and _look(line) == look for line in lines]
    return {index for index in range(first + 1, len(lines)) if alike[index] and not alike[index - 1]}


def notes_text(line: Line) -> str:
    """The margin notes of a line as one string."""
    if not line.notes:
        return ""
    whole = Cell(list(line.notes[0].runs))
    for cell in line.notes[1:]:
        whole.extend(cell)
    return whole.text


def _look(line: Line) -> Style:
    style = line.main.style
    return style._replace(font="")


def _is_distinct(lines: list[Line], look: Style) -> bool:
    """Whether few enough lines share the look for it to mark the start of an entry."""
    bullets = [line for line in lines if line.bullet]
    plain = [line for line in lines if not line.bullet]
    same = sum(_look(line) == look for line in plain)
    as_body = sum(_look(line) == look for line in bullets)
    return as_body <= 0.3 * len(bullets) and (same < len(plain) or bool(bullets))


def _starts_by_look(lines: list[Line], look: Style) -> set[int]:
    starts: set[int] = set()
    body = head = False
    dated = False
    for index, line in enumerate(lines):
        same = _look(line) == look
        if line.bullet:
            body = True
        elif not starts or (body and _is_head(line, look)):
            starts.add(index)
            body, head, dated = False, not same, _has_date(line)
        elif same and (head or (dated and _has_date(line)) or (dated and not _wraps_up(lines, index))):
            starts.add(index)
            head, dated = False, _has_date(line)
        else:
            head = head or not same
            dated = dated or _has_date(line)
            body = body or (is_paragraph(line.text) and not _has_date(line))
    return starts


def _wraps_up(lines: list[Line], index: int) -> bool:
    """Whether this line looks like the rest of the title above: no date, and its own line would be short."""
    line, before = lines[index], lines[index - 1]
    return (
        not line.cells[1:]
        and not _has_date(line)
        and _has_date(before)
        and line.gap < 1.9
        and bool(line.limit)
    )


def _is_head(line: Line, look: Style) -> bool:
    """After a body: a line that can begin the next entry, and is not more of the body."""
    own = _look(line)
    if own == look or _has_date(line) or line.main.style.bold or line.main.style.italic:
        return not (is_paragraph(line.text) and own != look and not _has_date(line))
    return False


def _has_date(line: Line) -> bool:
    texts = [cell.text for cell in line.cells]
    return any(dates.find(text) for text in texts if len(text) < 120) or bool(dates.find(notes_text(line)))


def _starts_by_date(lines: list[Line]) -> set[int]:
    """Without typography: the first head shows how many lines stand above the date."""
    dated = [index for index, line in enumerate(lines) if not line.bullet and _is_dated_head(line)]
    if not dated:
        return {0} if lines else set()
    offset = min(dated[0], 3)
    if any(line.bullet for line in lines[: dated[0]]):
        offset = 0
    starts: set[int] = set()
    floor = -1
    for index in dated:
        at = index
        while at > max(index - offset, floor + 1, 0) and not lines[at - 1].bullet:
            at -= 1
        starts.add(at)
        floor = index
    return starts


def _is_dated_head(line: Line) -> bool:
    if any(dates.find(cell.text) for cell in line.cells[1:]) or dates.find(notes_text(line)):
        return True
    span = dates.find(line.text)
    if not span:
        return False
    rest = dates.without(line.text, span)
    return (
        len(line.text) < 110
        and not re.search(r"[.;]\s*$", rest)
        and (
            not span.single
            or not rest
            or line.text.rstrip(" )").endswith(line.text[span.at : span.to].strip()[-4:])
        )
        and not is_paragraph(rest)
    )


def _entry(lines: list[Line]) -> Entry:
    maker = _Maker()
    for line in lines:
        maker.take(line)
    return maker.done()


class _Maker:
    """Builds one entry line by line; margin notes are put together until they state a whole date."""

    def __init__(self) -> None:
        self.entry = Entry()
        self._seen: Counter[tuple[object, ...]] = Counter()
        self._spans: list[tuple[dates.Span, Box | None]] = []
        self._note: Cell | None = None
        self._cells = 0

    def take(self, line: Line) -> None:
        """Add a line: its notes and sides say when and where, its text is head or body."""
        for note in line.notes:
            self._add_note(note)
        entry = self.entry
        if line.bullet:
            entry.bullets.append(line.main)
        elif (is_paragraph(line.text) and not _head_like(line, entry)) or (
            entry.bullets and not dates.find(line.text)
        ):
            entry.prose.append(line.main)
        else:
            self._add(line.main, "main")
        for cell in line.cells[1:]:
            self._add(cell, "side")

    def done(self) -> Entry:
        """The entry, with the range its date was stated as, or the single point."""
        if self._note:
            self._add(self._note, "note")
        if self._spans:
            self.entry.span, self.entry.span_box = max(self._spans, key=lambda found: not found[0].single)
        return self.entry

    def _add_note(self, note: Cell) -> None:
        if self._note is None:
            self._note = Cell(list(note.runs), box=note.box)
        elif (span := dates.find(self._note.text)) and not span.single and not span.current:
            self._add(self._note, "note")
            self._note = Cell(list(note.runs), box=note.box)
        else:
            self._note.extend(note)

    def _add(self, cell: Cell, where: str) -> None:
        self._cells += 1
        if dates.is_noise(cell.text):
            return
        span = dates.find(cell.text)
        if span:
            self._spans.append((span, cell.box))
        for wrote, style in _styled_parts(cell):
            own = dates.find(wrote)
            part = (dates.without(wrote, own) if own else wrote).strip(_EDGES)
            if dates.is_noise(part) or dates.is_present(part) or not any(char.isalnum() for char in part):
                continue
            key = (where, style.bold, style.italic, style.size, style.color)
            slot = Slot(where, style.bold, style.italic, style.size, style.color, self._seen[key])
            self.entry.pieces.append(Piece(part, slot, cell.box, self._cells))
            self._seen[key] += 1


def _head_like(line: Line, entry: Entry) -> bool:
    dated = any(dates.find(cell.text) for cell in line.cells if len(cell.text) < 120)
    return not entry.pieces or line.main.style.bold or line.main.style.italic or dated


def _styled_parts(cell: Cell) -> list[tuple[str, Style]]:
    """Neighbouring runs of one look as one part; a run without letters joins the one before."""
    parts: list[tuple[str, Style]] = []
    for run in cell.runs:
        known = parts[-1] if parts else None
        plain = not any(char.isalnum() for char in run.text)
        if known and (
            plain
            or (known[1].bold, known[1].italic, known[1].color)
            == (run.style.bold, run.style.italic, run.style.color)
        ):
            parts[-1] = (known[0] + run.text, known[1])
        else:
            parts.append((run.text, run.style))
    return [(" ".join(text.split()), style) for text, style in parts]
