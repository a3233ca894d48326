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

from apps.resumes.parsing import dates, notes, starts
from apps.resumes.parsing.addresses import URL
from apps.resumes.parsing.model import Box, Cell, Line, Style
from apps.resumes.parsing.sections import is_paragraph

EDGES = " \t|·•,;:–—-/⋄◦"
_DOMAIN = re.compile(r"(?!www\.)[\w.-]+")


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
    notes: list[notes.Note] = field(default_factory=list)
    inherits: bool = False
    url: str = ""


def split(lines: list[Line], *, styled: bool, complete: Callable[[list[str]], bool]) -> list[Entry]:
    """Entries in page order. `complete` says whether some texts make a whole head; it is asked where type tells nothing."""
    groups = _group(lines, styled)
    if not styled:
        for group in groups:
            starts.mark_body(group, complete)
    start = starts.look(groups[0][0]) if groups and groups[0] else None
    looks = [{starts.look(line) for line in group if not starts.is_body(line)} for group in groups]
    first_has = [start in look for look in looks]
    entries = [_entry(group) for group in groups]
    for index, entry in enumerate(entries):
        entry.inherits = styled and index > 0 and not first_has[index] and len(looks[0]) > 1
    return entries


def _group(lines: list[Line], styled: bool) -> list[list[Line]]:
    begins = starts.find(lines, styled)
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        if index in begins or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


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
        if noted := notes.of(line):
            entry.notes.extend(noted)
        elif line.bullet:
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
            self.entry.span, self.entry.span_box = self._best_span()
        return self.entry

    def _best_span(self) -> tuple[dates.Span, Box | None]:
        """The first range, or the range within it where employer and title are dated each; else the first point."""
        ranges = [found for found in self._spans if not found[0].single]
        if not ranges:
            return self._spans[0]
        whole = ranges[0][0]
        inner = [found for found in ranges[1:] if _within(found[0], whole)]
        return inner[0] if inner else ranges[0]

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
        for wrote, style in styled_parts(cell):
            own = dates.find(wrote)
            part = self._without_url(dates.without(wrote, own) if own else wrote).strip(EDGES)
            if dates.says_nothing(part):
                continue
            key = (where, style.bold, style.italic, style.size, style.color)
            slot = Slot(where, style.bold, style.italic, style.size, style.color, self._seen[key])
            self.entry.pieces.append(Piece(part, slot, cell.box, self._cells))
            self._seen[key] += 1

    def _without_url(self, text: str) -> str:
        """The text without its web address, which the entry keeps; "Paperclips.com" alone may be the employer."""
        found = URL.search(text) if "." in text else None
        before = text[: found.start()].strip(EDGES) if found else ""
        if not found or (_DOMAIN.fullmatch(found[0]) and len(self.entry.pieces) < (1 if before else 2)):
            return text
        self.entry.url = self.entry.url or found[0].rstrip(".")
        return " ".join((text[: found.start()].rstrip(EDGES), text[found.end() :]))


def _within(inner: dates.Span, outer: dates.Span) -> bool:
    return inner.start >= outer.start and (outer.current or (not inner.current and inner.end <= outer.end))


def _head_like(line: Line, entry: Entry) -> bool:
    dated = any(dates.find(cell.text) for cell in line.cells if len(cell.text) < 120)
    return not entry.pieces or line.main.style.bold or line.main.style.italic or dated


def styled_parts(cell: Cell) -> list[tuple[str, Style]]:
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
