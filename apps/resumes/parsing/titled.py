"""Lines under bold titles: the title, what else its line says, the dates beside it, and the lines below."""

from __future__ import annotations

from dataclasses import dataclass, field

from apps.resumes.parsing import dates, notes, starts
from apps.resumes.parsing.addresses import URL
from apps.resumes.parsing.entries import EDGES, styled_parts
from apps.resumes.parsing.fields import clean, sentence
from apps.resumes.parsing.model import Box, Line


@dataclass(slots=True)
class Titled:
    """One thing under its title. `beside` stands on the title's line, `below` under it; `dated` is what `span` was found in."""

    title: str = ""
    beside: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    notes: list[notes.Note] = field(default_factory=list)
    span: dates.Span | None = None
    dated: str = ""
    url: str = ""
    box: Box | None = None

    def date(self, text: str) -> None:
        """Keep the text's dates, unless others are known."""
        if self.span is None and (span := dates.find(text)):
            self.span, self.dated = span, text

    def without_url(self, text: str) -> str:
        """The text without its web address, which is kept."""
        found = URL.search(text)
        if not found:
            return text
        self.url = self.url or found[0].rstrip(".")
        return " ".join((text[: found.start()].rstrip(EDGES), text[found.end() :].lstrip(EDGES))).strip()


def has_titles(lines: list[Line], *, bullets: bool = False) -> bool:
    """Whether bold lines stand over or beside something lighter; list items count as such only where `bullets` may be."""
    if not lines or lines[0].bullet or not lines[0].main.style.bold:
        return False
    if not bullets and any(line.bullet for line in lines):
        return False
    runs = (run for line in lines for run in line.main.runs if any(map(str.isalnum, run.text)))
    return any(not run.style.bold for run in runs)


def read(lines: list[Line]) -> list[Titled]:
    """What stands under each line that looks like the first."""
    first = starts.look(lines[0])
    found: list[Titled] = []
    for line in lines:
        if starts.look(line) == first and not starts.is_body(line):
            found.append(_title(line))
        elif said := notes.of(line):
            found[-1].notes += said
        else:
            _add_below(found[-1], line)
    return found


def _title(line: Line) -> Titled:
    made = Titled(box=line.box)
    for cell in line.sides:
        made.date(cell.text)
        if not dates.find(cell.text):
            made.beside.append(clean(cell.text))
    for text, _ in styled_parts(line.main):
        span = dates.find(text) if made.span is None else None
        made.date(text)
        left = made.without_url(dates.without(text, span) if span else text).strip(EDGES)
        if not made.title:
            made.title = clean(left or text)
        elif not dates.says_nothing(left):
            made.beside.append(clean(left))
    return made


def _add_below(made: Titled, line: Line) -> None:
    text = sentence(line.text)
    for said in (*(cell.text for cell in line.sides), text):
        made.date(said)
    for said in (text, *(cell.text for cell in line.sides)):
        made.url = made.url or (found[0].rstrip(".") if (found := URL.search(said)) else "")
    span = dates.find(text)
    if not dates.says_nothing(dates.without(text, span) if span else text):
        made.below.append(text)
