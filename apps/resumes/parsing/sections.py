"""Lines into sections: titles are known by their words, by the look they share, or by both."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from apps.resumes.parsing import dates, headings, roles
from apps.resumes.parsing.model import Cell, Document, Line

HEADER = "header"
UNKNOWN = "unknown"
_MAX_TITLE = 60
_PLAIN_KINDS = {"work", "education", "skills", "languages", "publications", "awards"}


class Look(NamedTuple):
    """What makes titles look alike."""

    size: float
    bold: bool
    italic: bool
    color: int
    font: str
    capitals: bool


@dataclass(slots=True)
class Section:
    """A titled stretch of the document; `kind` is a key of headings.json, "header" or "unknown"."""

    kind: str
    title: str
    lines: list[Line] = field(default_factory=list)
    strong: bool = True
    by_label: bool = False


def split(document: Document) -> list[Section]:
    """The document's sections in reading order; lines before the first title are of kind "header"."""
    judge = _Judge(document)
    sections = [Section(HEADER, "")]
    chain = 0
    lines = document.lines
    for index, line in enumerate(lines):
        if line.chain != chain:
            chain = line.chain
            sections.append(Section(HEADER, ""))
        if label := judge.label(lines, index, sections[-1]):
            sections.append(Section(label.kind, _note_text(line), strong=label.strong, by_label=True))
            line.notes = []
            if index + 1 < len(lines) and _is_label_tail(lines[index + 1]):
                lines[index + 1].notes = []
        elif kind := judge.title(line, index):
            sections.append(Section(kind.kind, line.text.strip(" :"), strong=kind.strong))
            if kind.strong and len(line.cells) > 1:
                sections[-1].lines.append(_rest(line))
            continue
        sections[-1].lines.append(line)
    return [section for section in sections if section.lines or section.kind != HEADER]


def _rest(line: Line) -> Line:
    return Line(line.cells[1:], page=line.page, chain=line.chain, gap=1.0)


def _note_text(line: Line) -> str:
    return " ".join(cell.text for cell in line.notes)


def _is_label_tail(line: Line) -> bool:
    return bool(line.notes) and not dates.find(_note_text(line)) and headings.match(_note_text(line)) is None


def look_of(cell: Cell) -> Look:
    """The look of a cell's first words."""
    style = cell.style
    text = cell.text
    capitals = text.isupper() and sum(char.isalpha() for char in text) > 2
    return Look(style.size, style.bold, style.italic, style.color, style.font, capitals)


class _Judge:
    """Knows how the titles of this document look."""

    def __init__(self, document: Document) -> None:
        self._styled = document.has_styles
        self._body = _body(document.lines)
        self._looks = self._title_looks(document.lines) if self._styled else set()
        self._shared = _shared_looks(document.lines, self._looks)

    def _title_looks(self, lines: list[Line]) -> set[Look]:
        titles: Counter[Look] = Counter()
        others: Counter[Look] = Counter()
        strong: Counter[Look] = Counter()
        alone: Counter[Look] = Counter()
        for line in lines:
            look = look_of(line.main)
            found = headings.match(line.text)
            if line.bullet and not (found and found.strong and _stands_out(look, self._body)):
                found = None
            alone[look] += len(line.cells) == 1 and not line.bullet
            if found and (found.strong or look.bold or look.capitals) and len(line.cells) == 1:
                titles[look] += 1
                strong[look] += found.strong
            elif len(line.cells) > 1 or line.notes or dates.find(line.text) or line.bullet:
                others[look] += 1
        plain = Look(*self._body, capitals=False)
        plenty = Counter(
            {look: strong[look] for look in titles if look != plain and others[look] <= 0.34 * titles[look]}
        )
        best = max(plenty.values(), default=0)
        return {
            look
            for look, count in plenty.items()
            if (count >= 2 or _stands_out(look, self._body))
            and 2 * titles[look] >= alone[look]
            and 4 * count >= best
        }

    def title(self, line: Line, index: int) -> headings.Heading | None:
        """The kind of section this line is the title of, or None when it is none."""
        text = line.text
        if len(text) > _MAX_TITLE or not text or "@" in text:
            return None
        found = headings.match(text)
        look = look_of(line.main)
        if line.bullet and not (found and found.strong and look in self._looks):
            return None
        if self._styled and self._looks:
            return self._by_look(line, found, look, index)
        if found is None or len(line.cells) > 1 or line.notes:
            return None
        if found.strong:
            return found
        if (
            found.kind not in _PLAIN_KINDS
            and max(roles.title_score(text), roles.organisation_score(text)) >= 0.7
        ):
            return None  # "Volunteer Counselor", "Estudio de Proyectos" name a job or a firm
        distinct = _stands_out(look, self._body) if self._styled else len(text.split()) <= 3
        return found if distinct else None

    def _by_look(
        self, line: Line, found: headings.Heading | None, look: Look, index: int
    ) -> headings.Heading | None:
        if look in self._looks:
            if found and (found.strong or look not in self._shared):
                return found
            if (
                look in self._shared
                or line.notes
                or len(line.cells) > 1
                or index < 2
                or not any(char.isalpha() for char in line.text)
            ):
                return None
            return headings.Heading(UNKNOWN, False)
        if found and found.strong and len(line.cells) == 1 and not line.notes:
            like = any(abs(look.size - known.size) <= 1 and look.bold >= known.bold for known in self._looks)
            prominent = _stands_out(look, self._body)
            return (
                found
                if like and prominent and (len(self._looks) == 1 or look.capitals) and not look.italic
                else None
            )
        return None

    def label(self, lines: list[Line], index: int, current: Section) -> headings.Heading | None:
        """The kind of section a label in the margin opens, for tables whose first column holds the titles."""
        line = lines[index]
        if not line.notes:
            return None
        text = _note_text(line)
        if index + 1 < len(lines) and _is_label_tail(lines[index + 1]):
            both = f"{text} {_note_text(lines[index + 1])}"
            if (found := headings.match(both)) and found.strong:
                return found
        found = headings.match(text)
        if not found or not found.strong:
            return None
        if (
            current.kind == "skills"
            and not current.by_label
            and found.kind in ("skills", "languages", "other")
        ):
            return None
        return found


def _shared_looks(lines: list[Line], looks: set[Look]) -> set[Look]:
    """Looks that the heads of entries share with the titles: what follows "Education" is set like it."""
    shared: set[Look] = set()
    for line, below in itertools.pairwise(lines):
        look = look_of(line.main)
        found = headings.match(line.text) if look in looks and not line.bullet else None
        if (
            found
            and found.strong
            and found.kind in ("work", "education")
            and headings.match(below.text) is None
        ) and look_of(below.main)._replace(capitals=look.capitals) == look:
            shared.add(look)
    return shared


def _body(lines: list[Line]) -> BodyStyle:
    weights: Counter[BodyStyle] = Counter()
    for line in lines:
        for cell in line.cells:
            for run in cell.runs:
                style = run.style
                weights[BodyStyle(style.size, style.bold, style.italic, style.color, style.font)] += len(
                    run.text
                )
    return weights.most_common(1)[0][0] if weights else BodyStyle(0.0, False, False, 0, "")


class BodyStyle(NamedTuple):
    """A look without its capitals: what most of the text is set in."""

    size: float
    bold: bool
    italic: bool
    color: int
    font: str


def _stands_out(look: Look, body: BodyStyle) -> bool:
    return (
        look.size > body.size + 0.6
        or (look.bold and not body.bold)
        or look.capitals
        or (look.font != body.font and look.size >= body.size and not look.italic)
        or (look.color != body.color and look.size >= body.size and not look.italic)
    )


def is_paragraph(text: str) -> bool:
    """Whether the text is prose rather than a title, a place or a name."""
    words = len(text.split())
    return (
        len(text) > 110
        or words >= 14
        or (words >= 7 and bool(re.search(r"[.!?;]\s*$", text)))
        or (len(text) > 25 and "。" in text)
    )
