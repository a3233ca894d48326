"""What every reader hands on: lines of cells, each cell a run of words in one or more styles.

Lengths are points. `top` and `bottom` grow downward from the top of the page. Readers without
geometry (text, DOC) leave boxes None and use `left` for the indent they know of, else 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from apps.resumes.parsing.vocabulary import folded

SOFT_HYPHEN = "\u00ad"


class Style(NamedTuple):
    """How a run is set. `size` is in points; `color` is 0xRRGGBB; a plain text has the default everywhere."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    color: int = 0
    font: str = ""


class Box(NamedTuple):
    """A place on a page: `page` counts from 1, the rest is in points from the top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float

    def union(self, other: Box) -> Box:
        """The smallest box around both, on the page of the first."""
        if other.page != self.page:
            return self
        return Box(
            self.page,
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


class Run(NamedTuple):
    """Words in one style."""

    text: str
    style: Style


@dataclass(slots=True)
class Cell:
    """Text that belongs together on one line: between two gaps, or one table cell."""

    runs: list[Run]
    left: float = 0.0
    right: float = 0.0
    box: Box | None = None
    first_word: float = 0.0
    bullet: bool = False

    @property
    def text(self) -> str:
        """The words, runs joined as they were set."""
        return " ".join("".join(run.text for run in self.runs).split())

    @property
    def style(self) -> Style:
        """The style of the first run that holds a letter or digit."""
        for run in self.runs:
            if any(char.isalnum() for char in run.text):
                return run.style
        return self.runs[0].style if self.runs else Style()

    def extend(self, other: Cell) -> None:
        """Append a following line of the same paragraph, mending a word that was cut at the line end."""
        glue = join_glue(self.text, other.text)
        last = self.runs[-1]
        self.runs[-1] = Run(glue.trim(last.text) + glue.space, last.style)
        self.runs.extend(other.runs)
        self.right = max(self.right, other.right)
        if self.box and other.box:
            self.box = self.box.union(other.box)


class Glue(NamedTuple):
    """How two lines meet: what to cut from the end of the first, and what stands between."""

    cut: int
    space: str

    def trim(self, text: str) -> str:
        """The first line's text without the characters that are cut."""
        text = text.rstrip()
        return text[: len(text) - self.cut] if self.cut else text


def join_glue(first: str, second: str) -> Glue:
    """Decide whether a hyphen at the end of `first` belongs to the word or to the line break.

    A soft hyphen before a small letter is a break, unless what stands before it begins a compound ("low-resource");
    a typed hyphen stays, and takes no space after it.
    """
    first = first.rstrip()
    if first.endswith(SOFT_HYPHEN):
        stem = first[:-1].rsplit(" ", 1)[-1]
        whole = stem[-1:].isdigit() or "-" in stem or stem.casefold() in folded("words", "compound_heads")
        breaks = second[:1].islower() and not whole
        return Glue(1, "") if breaks else Glue(1, "-")
    if first.endswith(("-", "‐")) and len(first) > 1 and first[-2].isalnum() and second[:1].isalnum():
        return Glue(0, "")
    if _is_wide(first[-1:]) and _is_wide(second[:1]):
        return Glue(0, "")
    return Glue(0, " ")


def _is_wide(char: str) -> bool:
    """Scripts written without spaces between words."""
    return "\u3000" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef"


@dataclass(slots=True)
class Line:
    """One row of the document after columns were taken apart.

    `cells[0]` is the text proper, further cells stand to its right; `notes` are cells of a margin column
    on the left (dates, labels). `gap`
    is the distance to the line before, in type sizes. `chain` is 0 for the main column, 1 for
    the column beside it: what follows in another chain does not continue a section.
    """

    cells: list[Cell]
    notes: list[Cell] = field(default_factory=list)
    page: int = 1
    chain: int = 0
    gap: float = 1.0
    limit: float = 0.0

    @property
    def main(self) -> Cell:
        """The text proper."""
        return self.cells[0]

    @property
    def text(self) -> str:
        """The text proper as a string."""
        return self.cells[0].text if self.cells else ""

    @property
    def bullet(self) -> bool:
        """Whether the text proper followed a list marker."""
        return bool(self.cells) and self.cells[0].bullet

    @property
    def sides(self) -> list[Cell]:
        """What stands beside the text: margin notes, then cells to the right."""
        return [*self.notes, *self.cells[1:]]

    @property
    def box(self) -> Box | None:
        """Where the text proper stands."""
        return self.cells[0].box if self.cells else None


@dataclass(slots=True)
class Document:
    """What a reader gives: lines in reading order, without page headers, footers and numbers."""

    lines: list[Line]
    media_type: str
    has_styles: bool = True
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Plain text, one line each; cells parted by tabs."""
        rows = ("\t".join(cell.text for cell in [*line.notes, *line.cells]) for line in self.lines)
        return "\n".join(rows).replace(SOFT_HYPHEN, "")
